// When, where and how much: what a sentence says of a statement beside who does what to whom. Pure functions of tree, names
// and words.
#pragma once

#include "extract/clauses/tree.hpp"
#include "extract/names/names.hpp"
#include "extract/relations/statements.hpp"
#include "extract/relations/times.hpp"

#include <string_view>
#include <vector>

namespace newsgraph {

// Fills `time`, `place` and `amount` of the statements from the words around their cues:
// - a time that hangs on the cue, on the verb that carries it, or on what stands between them; not that of the saying;
// - a place behind "in", "at", "near" on the cue, which is no end of the statement;
// - a sum of money, a percentage or a count of people or things with the cue's object.
// O(statements x times of the sentence).
void add_circumstances(const Tree& tree, const Names& names, const TimeWords& words, std::string_view published,
                       std::vector<FoundStatement>& statements);

}  // namespace newsgraph
