// Static word vectors of the larger pipelines: a table of rows and a map from string ids to rows. Immutable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <utility>
#include <vector>

namespace newsgraph::nlp {

class Vectors {
public:
    Vectors() = default;

    // Reads vectors, key2row and vectors.cfg of a pipeline's vocab/ folder; small pipelines have an empty table.
    // Throws IoError or FormatError (floret tables are not supported).
    explicit Vectors(const std::filesystem::path& vocab);

    std::size_t width() const { return width_; }
    std::size_t rows() const { return width_ == 0 ? 0 : values_.size() / width_; }

    // width() floats, or nullptr for a string without a vector. Logarithmic in the number of keys.
    const float* find(std::uint64_t id) const;

private:
    void read_table(const std::filesystem::path& path);
    void read_keys(const std::filesystem::path& path);

    std::size_t width_ = 0;
    std::vector<float> values_;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> rows_;  // sorted by id
};

}  // namespace newsgraph::nlp
