// An article's text cut into the parts that are parsed apart. Taken as one text, a headline runs into the first sentence
// and spoils both; so do the items of a list, and the name of a speaker before what he says. Pure functions, linear in
// the text.
#pragma once

#include "extract/article.hpp"
#include "extract/credits.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

struct TextPart {
    enum class Kind {
        title,
        dateline,   // "LONDON, March 3 (Reuters) -"
        paragraph,  // its lines may be wrapped
        item,       // of a list, without its mark
        speaker,    // of a transcript: the label before a turn, without the colon
        table,      // rows of cells; not read
        credit,     // credits, notes of editors, "read more", a byline; not read
        foreign,    // not English (extract/language.hpp); not read
    };

    Kind kind = Kind::paragraph;
    std::size_t begin_byte = 0;  // in Article::text, end is exclusive
    std::size_t end_byte = 0;
};

// Is this kind of part read by the language stages?
constexpr bool is_read(TextPart::Kind kind) { return kind < TextPart::Kind::table; }

// The parts in order, without the white space, marks of lists and mails, and colons between them.
std::vector<TextPart> parts_of(const Article& article, const Credits& credits);

// A part as the language stages take it, as long as it is: line breaks and the marks of quoted mail become blanks.
std::string running_text(std::string_view part);

// The bytes of a dateline ("Kyiv/Paris - ", "LONDON, March 3 (Reuters) -") at the beginning of a paragraph; 0 if it has
// none.
std::size_t dateline_length(std::string_view paragraph);

}  // namespace newsgraph
