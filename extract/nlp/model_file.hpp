// The weights of one component: a `model` file as thinc writes it (spacy.io/api/layers, Model.to_bytes), which is the
// layer tree in breadth-first order with each layer's name, attributes and arrays. Owns the bytes; the arrays are copied
// out as they are asked for, since the file does not align them.
#pragma once

#include "extract/nlp/msgpack.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::nlp {

// The whole of a file. Throws IoError that names it.
std::string read_file(const std::filesystem::path& path);

// Row-major array of floats.
struct Tensor {
    std::vector<std::size_t> shape;
    std::vector<float> values;
};

class ModelFile {
public:
    // Throws IoError or FormatError for a file that is not there, ends early or holds something else.
    explicit ModelFile(const std::filesystem::path& path);

    struct Layer {
        std::string_view name;
        const msgpack::Value* attributes;
        const msgpack::Value* parameters;
    };

    // Layers of that name, in the order of the file: hash tables in the order of their attributes, the embedding's
    // layers before the encoder's, encoder layers from the first to the last.
    std::vector<const Layer*> layers(std::string_view name) const;

    // The only layer of that name. Throws FormatError if there is another number of them.
    const Layer& layer(std::string_view name) const;

    // Throws FormatError unless the array has exactly this shape.
    Tensor tensor(const Layer& layer, std::string_view parameter, const std::vector<std::size_t>& shape) const;

    // A whole-number attribute of a layer ("seed").
    std::optional<std::int64_t> integer(const Layer& layer, std::string_view attribute) const;

    std::size_t size() const { return layers_.size(); }
    const std::string& path() const { return path_; }

private:
    std::string path_;
    std::string bytes_;
    msgpack::Value root_;
    std::vector<Layer> layers_;
};

}  // namespace newsgraph::nlp
