#include "extract/nlp/model_file.hpp"

#include <bit>
#include <cstring>
#include <fstream>

namespace newsgraph::nlp {

std::string read_file(const std::filesystem::path& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file) throw IoError(path.string() + ": cannot be read", "run 'newsgraph model' to see what is there");
    std::string bytes(size, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

ModelFile::ModelFile(const std::filesystem::path& path)
    : path_(path.string()), bytes_(read_file(path)), root_(msgpack::read(bytes_, path_)) {
    const auto& nodes = root_.at("nodes", path_).as_array(path_);
    const auto& attributes = root_.at("attrs", path_).as_array(path_);
    const auto& parameters = root_.at("params", path_).as_array(path_);
    if (attributes.size() != nodes.size() || parameters.size() != nodes.size()) {
        throw FormatError(path_ + ": its lists of layers differ in length");
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        layers_.push_back({nodes[i].at("name", path_).as_bytes(path_), &attributes[i], &parameters[i]});
    }
}

std::vector<const ModelFile::Layer*> ModelFile::layers(std::string_view name) const {
    std::vector<const Layer*> result;
    for (const auto& layer : layers_) {
        if (layer.name == name) result.push_back(&layer);
    }
    return result;
}

const ModelFile::Layer& ModelFile::layer(std::string_view name) const {
    const auto found = layers(name);
    if (found.size() != 1) {
        throw FormatError(path_ + ": " + std::to_string(found.size()) + " layers '" + std::string(name) + "', expected 1");
    }
    return *found.front();
}

Tensor ModelFile::tensor(const Layer& layer, std::string_view parameter, const std::vector<std::size_t>& shape) const {
    const std::string what = path_ + ": " + std::string(layer.name) + "." + std::string(parameter);
    const auto& array = layer.parameters->at(parameter, what);
    if (array.at("type", what).as_bytes(what) != "<f4") throw FormatError(what + ": not an array of 32-bit floats");
    std::size_t count = 1;
    Tensor tensor;
    for (const auto& extent : array.at("shape", what).as_array(what)) {
        tensor.shape.push_back(static_cast<std::size_t>(extent.as_id(what)));
    }
    if (tensor.shape != shape) {
        std::string text;
        for (const auto extent : tensor.shape) text += " " + std::to_string(extent);
        text += ", expected";
        for (const auto extent : shape) text += " " + std::to_string(extent);
        throw FormatError(what + ": shape is" + text);
    }
    for (const auto extent : shape) count *= extent;
    const auto data = array.at("data", what).as_bytes(what);
    if (data.size() != count * sizeof(float)) throw FormatError(what + ": its data do not fill its shape");
    static_assert(std::endian::native == std::endian::little, "model files are little-endian");
    tensor.values.resize(count);
    std::memcpy(tensor.values.data(), data.data(), data.size());
    return tensor;
}

std::optional<std::int64_t> ModelFile::integer(const Layer& layer, std::string_view attribute) const {
    if (!layer.attributes->is_map()) return std::nullopt;
    const auto* packed = layer.attributes->find(attribute);
    if (!packed) return std::nullopt;
    const auto what = path_ + ": " + std::string(layer.name) + "." + std::string(attribute);
    return msgpack::read(packed->as_bytes(what), what).as_integer(what);
}

}  // namespace newsgraph::nlp
