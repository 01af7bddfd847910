// The network that turns tokens into vectors: hashed embeddings of a token's attributes (MultiHashEmbed), mixed by one
// maxout layer, then convolutions over neighbouring tokens (MaxoutWindowEncoder). Immutable after loading.
#pragma once

#include "extract/nlp/config.hpp"
#include "extract/nlp/layers.hpp"
#include "extract/nlp/vectors.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace newsgraph::nlp {

// What the embeddings see of a token: string ids (strings.hpp) and two flags as 0 or 1.
enum class Attribute : std::uint8_t { orth, lower, norm, prefix, suffix, shape, spacy, is_space };
constexpr std::size_t attribute_count = 8;
using TokenIds = std::array<std::uint64_t, attribute_count>;  // indexed by Attribute

// The four table rows that thinc's HashEmbed adds up for an id: MurmurHash3_x64_128 of its eight bytes.
std::array<std::uint32_t, 4> hash_rows(std::uint64_t id, std::uint32_t seed, std::uint32_t row_count);

class Tok2Vec {
public:
    // `prefix` is the network's section in the config ("components.tok2vec.model"). The vectors, if the network uses
    // them, must outlive it. Throws FormatError for architectures and shapes other than the expected.
    Tok2Vec(const ModelFile& file, const Config& config, const std::string& prefix, const Vectors& vectors);

    std::size_t width() const { return width_; }

    // How many tokens to each side can influence a token's vector.
    std::size_t reach() const { return window_ * convolutions_.size(); }

    struct Scratch {
        std::vector<float> features;
        std::vector<float> sums;
        std::vector<float> layer;
    };

    // Vectors of tokens without their context, which depend on the ids alone: results[t * width()].
    void embed(Multiply multiply, std::span<const TokenIds> tokens, float* results, Scratch& scratch) const;

    // Rows [begin, end) of an array.
    struct Stretch {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    // Vectors in context of the tokens in some stretches of rows, given in order. Before and behind each stretch `embedded`
    // has reach() rows: neighbours of the tokens, or zeros beyond the ends of the text. It is overwritten; the tokens' rows
    // are then their vectors. Pads take part in every layer, as in spaCy: they are not zero again after the first.
    void encode(Multiply multiply, std::vector<float>& embedded, std::span<const Stretch> stretches, Scratch& scratch) const;

    // For tests: rows of token ids in the order of the network's attributes.
    std::vector<std::array<std::uint32_t, 4>> rows_of(const TokenIds& token) const;

private:
    struct HashTable {
        Attribute attribute;
        std::uint32_t seed;
        std::uint32_t rows;
        std::vector<float> values;
    };

    void load_tables(const ModelFile& file, const Config& config, const std::string& embed);
    void load_layers(const ModelFile& file, const Config& config, const std::string& prefix);
    void gather(const TokenIds& token, float* features) const;

    std::size_t width_ = 0;
    std::size_t window_ = 0;
    std::vector<HashTable> tables_;
    const Vectors* vectors_ = nullptr;  // null if the network has no static vectors
    PackedMatrix vector_weights_;
    MaxoutNorm mixer_;
    std::vector<MaxoutNorm> convolutions_;
};

}  // namespace newsgraph::nlp
