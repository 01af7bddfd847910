// What the names model sees of each token: features as hashes. Pure function of the document and the tables; trainer and
// tagger share it, so that both see the same.
#pragma once

#include "extract/names/name_lists.hpp"
#include "extract/names/name_word.hpp"
#include "extract/nlp/doc.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace newsgraph {

struct NameFeatures {
    std::vector<std::uint32_t> values;   // of the tokens that may be in names, one after the other
    std::vector<std::uint32_t> starts;   // per token, where its values begin; one more at the end
    std::vector<std::uint8_t> lexical;   // of all tokens' features: does a value name a word? (the trainer drops some of these)
};

enum class Tokens { all, likely };  // likely: those near a capital, a digit or a name of the language model, most being neither

// `words`: one a token. Linear in the document.
NameFeatures name_features(const nlp::Doc& doc, const std::vector<const NameWord*>& words, const NameLists& lists, Tokens tokens);

// The feature that stands for a kind of text, one of the training sets; part of every token's features.
std::uint32_t kind_of_text(std::string_view set);

}  // namespace newsgraph
