// "I", "me", "my" in a quotation stand for who says it; "we" and "our" for the speaker's organization or country if the
// article says of one only that the speaker serves it ("Anna Berg, director of X"); "you" for nobody. Pure function.
#pragma once

#include "extract/clauses/tree.hpp"
#include "extract/names/gazetteer.hpp"
#include "extract/names/names.hpp"

namespace newsgraph::detail {

// Adds mentions behind all others, whose order it leaves; nothing before `begin`. Who speaks must have been resolved.
// Linear in the document.
void add_speakers(const Tree& tree, const NameWords& words, Index begin, Names& names);

}  // namespace newsgraph::detail
