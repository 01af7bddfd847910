#include "extract/nlp/tok2vec.hpp"

#include "extract/base/error.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace newsgraph::nlp {

namespace {

constexpr std::uint64_t finalize(std::uint64_t h) {
    h ^= h >> 33;
    h *= 0xff51afd7ed558ccdULL;
    h ^= h >> 33;
    h *= 0xc4ceb9fe1a85ec53ULL;
    return h ^ h >> 33;
}

Attribute attribute_named(const std::string& name, const Config& config) {
    static constexpr std::array<std::pair<std::string_view, Attribute>, attribute_count> names{
        {{"ORTH", Attribute::orth}, {"LOWER", Attribute::lower}, {"NORM", Attribute::norm},
         {"PREFIX", Attribute::prefix}, {"SUFFIX", Attribute::suffix}, {"SHAPE", Attribute::shape},
         {"SPACY", Attribute::spacy}, {"IS_SPACE", Attribute::is_space}}};
    for (const auto& [known, attribute] : names) {
        if (name == known) return attribute;
    }
    throw FormatError(config.path() + ": embeddings of '" + name + "' are not supported");
}

constexpr std::size_t index_of(Attribute attribute) {
    return static_cast<std::size_t>(attribute);
}

}  // namespace

std::array<std::uint32_t, 4> hash_rows(std::uint64_t id, std::uint32_t seed, std::uint32_t row_count) {
    std::uint64_t k = id * 0x87c37b91114253d5ULL;
    k = std::rotl(k, 31) * 0x4cf5ad432745937fULL;
    std::uint64_t h1 = k ^ seed ^ 8U;
    std::uint64_t h2 = std::uint64_t{seed} ^ 8U;
    h1 += h2;
    h2 += h1;
    h1 = finalize(h1);
    h2 = finalize(h2);
    h1 += h2;
    h2 += h1;
    const auto row = [&](std::uint64_t half) { return static_cast<std::uint32_t>(half) % row_count; };
    return {row(h1), row(h1 >> 32), row(h2), row(h2 >> 32)};
}

Tok2Vec::Tok2Vec(const ModelFile& file, const Config& config, const std::string& prefix, const Vectors& vectors) {
    config.require(prefix + ".@architectures", "spacy.Tok2Vec.v2");
    config.require(prefix + ".embed.@architectures", "spacy.MultiHashEmbed.v2");
    config.require(prefix + ".encode.@architectures", "spacy.MaxoutWindowEncoder.v2");
    width_ = config.positive(prefix + ".encode.width");
    window_ = config.size(prefix + ".encode.window_size");
    if (width_ != config.size(prefix + ".embed.width")) {
        throw FormatError(config.path() + ": " + prefix + ": embedding and encoder differ in width");
    }
    if (config.boolean(prefix + ".embed.include_static_vectors")) vectors_ = &vectors;
    load_tables(file, config, prefix + ".embed");
    load_layers(file, config, prefix);
}

void Tok2Vec::load_tables(const ModelFile& file, const Config& config, const std::string& embed) {
    const auto names = config.texts(embed + ".attrs");
    const auto rows = config.sizes(embed + ".rows");
    const auto layers = file.layers("hashembed");
    if (names.size() != rows.size() || names.size() != layers.size()) {
        throw FormatError(file.path() + ": " + std::to_string(layers.size()) + " hash tables, the config has " +
                          std::to_string(names.size()) + " attributes and " + std::to_string(rows.size()) + " sizes");
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto seed = file.integer(*layers[i], "seed").value_or(static_cast<std::int64_t>(8 + i));
        if (rows[i] == 0) throw FormatError(config.path() + ": " + embed + ".rows: a table without rows");
        tables_.push_back({attribute_named(names[i], config), static_cast<std::uint32_t>(seed),
                           static_cast<std::uint32_t>(rows[i]),
                           file.tensor(*layers[i], "E", {rows[i], width_}).values});
    }
}

void Tok2Vec::load_layers(const ModelFile& file, const Config& config, const std::string& prefix) {
    const std::size_t depth = config.size(prefix + ".encode.depth");
    const std::size_t pieces = config.positive(prefix + ".encode.maxout_pieces");
    const auto maxouts = file.layers("maxout");
    const auto norms = file.layers("layernorm");
    if (maxouts.size() != depth + 1 || norms.size() != depth + 1) {
        throw FormatError(file.path() + ": " + std::to_string(maxouts.size()) + " maxout layers, the config has " +
                          std::to_string(depth) + " and one for the embedding");
    }
    std::size_t parts = tables_.size();
    if (vectors_) {
        const auto& layer = file.layer("static_vectors");
        const auto weights = file.tensor(layer, "W", {width_, vectors_->width()});
        vector_weights_ = PackedMatrix(weights.values, width_, vectors_->width());
        ++parts;
    }
    constexpr std::size_t mixer_pieces = 3;  // fixed in spaCy, whatever the encoder has
    mixer_ = MaxoutNorm(file, *maxouts[0], *norms[0], width_, mixer_pieces, width_ * parts);
    for (std::size_t i = 1; i <= depth; ++i) {
        convolutions_.emplace_back(file, *maxouts[i], *norms[i], width_, pieces, width_ * (2 * window_ + 1));
    }
}

void Tok2Vec::gather(const TokenIds& token, float* features) const {
    for (const auto& table : tables_) {
        const auto rows = hash_rows(token[index_of(table.attribute)], table.seed, table.rows);
        const auto row = [&](std::size_t i) { return table.values.data() + std::size_t{rows[i]} * width_; };
        const float *a = row(0), *b = row(1), *c = row(2), *d = row(3);
        for (std::size_t o = 0; o < width_; ++o) features[o] = ((a[o] + b[o]) + c[o]) + d[o];
        features += width_;
    }
}

void Tok2Vec::embed(Multiply multiply, std::span<const TokenIds> tokens, float* results, Scratch& scratch) const {
    constexpr std::size_t block = 48;
    const std::size_t inputs = mixer_.inputs();
    scratch.features.resize(block * inputs + vector_weights_.padded_outputs());
    for (std::size_t first = 0; first < tokens.size(); first += block) {
        const std::size_t count = std::min(block, tokens.size() - first);
        for (std::size_t t = 0; t < count; ++t) {
            const TokenIds& token = tokens[first + t];
            float* features = scratch.features.data() + t * inputs;
            gather(token, features);
            if (!vectors_) continue;
            float* part = features + tables_.size() * width_;
            std::fill_n(part, width_, 0.0F);
            const float* vector = vectors_->find(token[index_of(Attribute::orth)]);
            if (!vector) continue;
            float* projected = scratch.features.data() + block * inputs;
            multiply(vector_weights_, vector, vectors_->width(), 1, projected, vector_weights_.padded_outputs());
            std::copy_n(projected, width_, part);
        }
        mixer_.apply(multiply, scratch.features.data(), inputs, count, nullptr, results + first * width_, scratch.sums);
    }
}

void Tok2Vec::encode(Multiply multiply, std::vector<float>& embedded, std::span<const Stretch> stretches, Scratch& scratch) const {
    if (scratch.layer.size() < embedded.size()) scratch.layer.resize(embedded.size());
    float* from = embedded.data();
    float* to = scratch.layer.data();
    for (std::size_t l = 1; l <= convolutions_.size(); ++l) {
        // The layers that follow need their input on `margin` more rows at each end; stretches that meet there are one.
        const std::size_t margin = (convolutions_.size() - l) * window_;
        for (std::size_t s = 0; s < stretches.size();) {
            const std::size_t begin = stretches[s].begin - margin;
            std::size_t end = stretches[s].end + margin;
            for (++s; s < stretches.size() && stretches[s].begin - margin <= end; ++s) end = stretches[s].end + margin;
            convolutions_[l - 1].apply(multiply, from + (begin - window_) * width_, width_, end - begin, from + begin * width_,
                                       to + begin * width_, scratch.sums);
        }
        std::swap(from, to);
    }
    if (from == embedded.data()) return;
    for (const Stretch& s : stretches) std::copy(from + s.begin * width_, from + s.end * width_, embedded.data() + s.begin * width_);
}

std::vector<std::array<std::uint32_t, 4>> Tok2Vec::rows_of(const TokenIds& token) const {
    std::vector<std::array<std::uint32_t, 4>> result;
    for (const auto& table : tables_) result.push_back(hash_rows(token[index_of(table.attribute)], table.seed, table.rows));
    return result;
}

}  // namespace newsgraph::nlp
