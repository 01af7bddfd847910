// Short names inside a document: "Zelensky", "Mrs Torvald", "the Front", "Rovers". For merging alone.
#pragma once

#include "extract/names/name_groups.hpp"

#include <vector>

namespace newsgraph::detail {

// Joins each group with the one that has the full form of its name, if there is one that it may be short for. The types of the
// groups must be voted. Linear in the mentions, times at most 500 groups that begin or end alike.
void join_short_forms(const Tree& tree, const std::vector<Candidate>& candidates, NameGroups& groups);

}  // namespace newsgraph::detail
