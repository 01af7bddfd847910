// The language of a text, as far as reading needs it: the language model knows English and makes sentences, names and
// relations of anything, so what is surely written in another language must be told apart before. Found by Compact
// Language Detector 2 (R. Sites, 2013; naive Bayes over sequences of four letters, single characters for Chinese,
// Japanese and Korean; 83 languages). Pure functions, safe on threads, linear in the text.
#pragma once

#include "extract/article.hpp"
#include "extract/parts.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

// The English name of the language ("German") that a text is in; "" if that is English, or not sure: in doubt a text is
// English. `shortest`: bytes of letters below which nothing is sure.
std::string foreign_language(std::string_view text, std::size_t shortest);

// What is not English in an article.
struct ForeignText {
    std::string language;        // of the article, or of its paragraphs: "German", "German, French"
    std::size_t paragraphs = 0;  // how many parts of an English article; 0: the whole article

    bool whole() const { return paragraphs == 0; }
};

// Marks the parts that are not English as TextPart::Kind::foreign: all of an article that is not, else those long
// enough to be judged alone. Nothing if everything is to be read.
std::optional<ForeignText> mark_foreign(const Article& article, std::vector<TextPart>& parts);

}  // namespace newsgraph
