#include "extract/nlp/tagger.hpp"

#include "extract/base/error.hpp"
#include "extract/base/json.hpp"

#include <algorithm>

namespace newsgraph::nlp {

namespace {

// The order of labels is in the component's cfg, not in its weights.
std::vector<std::string> read_labels(const std::filesystem::path& path) {
    const std::string text = read_file(path);
    rapidjson::Document document;
    document.Parse<json::strict_parse>(text.data(), text.size());
    if (document.HasParseError() || !document.IsObject() || !document.HasMember("labels") ||
        !document["labels"].IsArray()) {
        throw FormatError(path.string() + ": no list of labels");
    }
    std::vector<std::string> labels;
    for (const auto& label : document["labels"].GetArray()) {
        if (!label.IsString()) throw FormatError(path.string() + ": a label that is no text");
        labels.emplace_back(label.GetString(), label.GetStringLength());
    }
    if (labels.empty()) throw FormatError(path.string() + ": no labels");
    return labels;
}

}  // namespace

Tagger::Tagger(const std::filesystem::path& directory, const Config& config, const std::string& component,
               std::size_t token_width)
    : labels_(read_labels(directory / component / "cfg")) {
    config.require("components." + component + ".model.@architectures", "spacy.Tagger.v2");
    const ModelFile file(directory / component / "model");
    output_ = Linear(file, file.layer("softmax"), labels_.size(), token_width);
}

void Tagger::tag(Multiply multiply, const float* vectors, std::span<std::string_view> tags, std::vector<float>& scores) const {
    const std::size_t stride = output_.padded_outputs();
    if (scores.size() < tags.size() * stride) scores.resize(tags.size() * stride);
    output_.apply(multiply, vectors, output_.inputs(), tags.size(), scores.data());
    for (std::size_t t = 0; t < tags.size(); ++t) {
        const float* row = scores.data() + t * stride;
        const auto best = std::max_element(row, row + labels_.size()) - row;  // the first of equals
        tags[t] = labels_[static_cast<std::size_t>(best)];
    }
}

}  // namespace newsgraph::nlp
