// An article's text cut into the parts that are parsed apart: title, dateline, paragraphs. Taken as one text, a headline
// runs into the first sentence and spoils both. Pure functions.
#pragma once

#include "extract/article.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace newsgraph {

struct TextPart {
    enum class Kind {
        title,
        dateline,
        paragraph,
        foreign,  // not English (extract/language.hpp)
    };

    Kind kind = Kind::paragraph;
    std::size_t begin_byte = 0;  // in Article::text, end is exclusive
    std::size_t end_byte = 0;
};

// Is this kind of part read by the language stages?
constexpr bool is_read(TextPart::Kind kind) { return kind != TextPart::Kind::foreign; }

// The parts in order, without the white space between them.
std::vector<TextPart> parts_of(const Article& article);

// The bytes of a dateline ("Kyiv/Paris - ", "LONDON, March 3 (Reuters) -") at the beginning of a paragraph; 0 if it has
// none.
std::size_t dateline_length(std::string_view paragraph);

}  // namespace newsgraph
