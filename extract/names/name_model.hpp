// A network that finds names: what the language model's networks made of a token and its neighbours, and features
// (name_features.hpp) that are looked up in a table, go through one hidden layer; a chain of labels (linear-chain CRF,
// Lafferty et al. 2001) picks the best sequence of a sentence. Immutable after loading; share between threads.
#pragma once

#include "extract/names/name_features.hpp"
#include "extract/names/name_lists.hpp"
#include "extract/names/name_word.hpp"
#include "extract/names/word_vectors.hpp"
#include "extract/nlp/doc.hpp"
#include "extract/nlp/matmul.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

namespace name_model {

inline constexpr std::size_t hidden = 64;
inline constexpr std::size_t neighbours = 3;  // vectors of the token before, the token, the token behind
inline constexpr std::array<std::string_view, 4> types{"PER", "ORG", "LOC", "MISC"};
inline constexpr std::size_t labels = 1 + 2 * types.size();  // 0 outside; 1 + 2t begins a name of type t, 2 + 2t continues it

// May a label follow another? A sentence begins behind label 0.
inline bool may_follow(std::size_t last, std::size_t label) {
    if (label == 0 || label % 2 == 1) return true;
    return last == label || last + 1 == label;
}

// The parameters, as the trainer makes them and the file holds them.
struct Weights {
    std::string vectors;           // the print of the vectors that fit
    std::string kind_of_text;      // the training set as which documents are read
    std::size_t vector_width = 0;  // floats a token: the language model's and the word's own
    std::vector<float> dense;      // hidden rows of neighbours * vector_width
    std::vector<float> bias;       // hidden
    std::vector<float> without;    // hidden: in place of the vectors where there are none
    std::vector<float> output;     // labels rows of hidden
    std::vector<float> label_bias;
    std::vector<float> transitions;           // labels rows (before) of labels
    std::vector<std::uint32_t> features;      // sorted
    std::vector<float> scales;                // per feature
    std::vector<std::int8_t> rows;            // per feature: hidden numbers, to be multiplied by the scale
};

// The tokens' vectors, and zeros at both ends: the document's and the words' own.
std::vector<float> rows_of(const nlp::Doc& doc, const std::vector<const NameWord*>& words, const WordVectors& word_vectors);

// What tells one language model's vectors from another's: `probe` as it annotates it, in hexadecimal digits. Its name would
// not do, for anybody may train a model anew and keep it.
inline constexpr std::string_view probe = "A spokesman for the bank in Paris said that Mary Jones left on Monday.";
std::string print_of(const nlp::Doc& doc);

std::string to_bytes(const Weights& weights);
// Throws FormatError that names the file.
Weights from_bytes(std::string_view bytes, std::string_view file_name);

}  // namespace name_model

struct FoundName {
    std::uint32_t begin = 0;  // tokens, end is exclusive
    std::uint32_t end = 0;
    std::size_t type = 0;  // of name_model::types
    std::array<float, name_model::types.size()> scores{};  // of each type, summed over the tokens
};

class NameModel {
public:
    // The tables must outlive the model. Throws FormatError.
    NameModel(std::string_view bytes, std::string_view file_name, const NameLists& lists, const WordVectors& vectors);

    // The print of the vectors that a document must have to be read with them.
    const std::string& vectors() const { return weights_.vectors; }

    // What the vectors of a word add to the hidden layer of the token behind it, of its own, and of the token before it.
    std::vector<float> of_vectors(WordVectors::Rows word) const;

    // Names in order; none overlap. `words`: one a token, from a cache with this model. `vectors`: the document's vectors are
    // of that language model. Without them it finds less. The type is the one that all mentions of the same words add up to.
    std::vector<FoundName> find(const nlp::Doc& doc, const std::vector<const NameWord*>& words, bool vectors) const;

private:
    using Scores = std::array<float, name_model::labels>;

    void pack_dense();
    std::vector<float> hidden_of(const nlp::Doc& doc, const std::vector<const NameWord*>& words, const NameFeatures& features,
                                 bool vectors) const;
    void add_features(const NameFeatures& features, std::size_t token, float* sums) const;
    Scores scores_of(const float* sums) const;
    std::vector<Scores> scores_of(const nlp::Doc& doc, const std::vector<const NameWord*>& words, bool vectors) const;
    void decode(const std::vector<Scores>& scores, const nlp::Span& sentence, std::vector<FoundName>& found) const;
    static void agree(const nlp::Doc& doc, std::vector<FoundName>& found);
    std::size_t row_of(std::uint32_t feature) const;

    const NameLists& lists_;
    const WordVectors& word_vectors_;
    std::size_t kind_row_ = 0;
    std::size_t from_model_ = 0;  // floats of a token's vector that are the language model's
    nlp::Multiply multiply_ = nullptr;
    nlp::PackedMatrix dense_;       // for the language model's vectors of three neighbours
    nlp::PackedMatrix word_dense_;  // for a word's own vectors: outputs for each place among three neighbours
    std::vector<float> output_;           // hidden rows of padded_labels
    name_model::Weights weights_;         // without what the matrices hold
    struct Place {
        std::uint32_t feature = 0;
        std::uint32_t row = 0;  // number of the feature + 1, 0 for a free place
    };
    std::vector<Place> places_;  // open addressing
};

}  // namespace newsgraph
