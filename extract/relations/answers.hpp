// Answers to what was said or done before: "Peru rejected the charge" is aimed at whoever made the charge, though the
// sentence does not name him. Pure functions of the tree, the names and the table.
#pragma once

#include "extract/relations/statements.hpp"

namespace newsgraph {

// A statement whose target is a deed that the text has told of before: all of it but the target.
struct Answer {
    FoundStatement statement;
    Index deed = no_index;  // its noun: "charge"
};

// Does the noun point back ("the charge", "this offer") to deeds that the table knows (rows `deed`)?
bool points_back(const Tree& tree, const RelationTable& table, Index noun);

// The answers whose deed is found among `found`, which is in the order of cues: aimed at who did it. Deeds that were done to
// the one who answers go before nearer ones. O(answers x statements of the last sentences).
std::vector<FoundStatement> find_answers(const Tree& tree, const Names& names, const RelationTable& table,
                                         const std::vector<FoundStatement>& found, const std::vector<Answer>& answers);

}  // namespace newsgraph
