// A sentence as evidence shows it: on one line, with the place of the words that express the statement. A pure function.
#pragma once

#include "extract/record.hpp"

#include <string>
#include <string_view>

namespace newsgraph {

struct ShownSentence {
    std::string text;  // white space made one blank, no control characters; of a very long sentence the part around the cue, between ellipses
    TextSpan cue;      // code points of `text`; empty where the cue lies outside the sentence
};

// Offsets that lie outside the text are taken for its end.
ShownSentence show_sentence(std::u32string_view text, TextSpan sentence, TextSpan cue);

}  // namespace newsgraph
