// Part-of-speech tags: the best label of each token by one linear layer over its vector. Immutable after loading.
#pragma once

#include "extract/nlp/config.hpp"
#include "extract/nlp/doc.hpp"
#include "extract/nlp/layers.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace newsgraph::nlp {

class Tagger {
public:
    // Throws IoError or FormatError.
    Tagger(const std::filesystem::path& directory, const Config& config, const std::string& component,
           std::size_t token_width);

    // Sets the tag of each of as many tokens as there are vectors. Tags are views into this tagger.
    void tag(Multiply multiply, const float* vectors, std::span<std::string_view> tags, std::vector<float>& scores) const;

    const std::vector<std::string>& labels() const { return labels_; }

private:
    std::vector<std::string> labels_;
    Linear output_;
};

}  // namespace newsgraph::nlp
