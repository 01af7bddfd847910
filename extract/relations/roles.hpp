// Who holds which role where: titles before names ("French President Emmanuel Macron"), roles beside names ("Macron, the
// president of France", "France's president, Emmanuel Macron", "Macron is the president of France"), countries under
// somebody ("France, under President Macron"), and organizations that belong to a country ("Ukraine's Security
// Service"). Pure functions.
#pragma once

#include "extract/relations/arguments.hpp"
#include "extract/relations/factuality.hpp"

#include <string>
#include <vector>

namespace newsgraph {

struct FoundRole {
    std::size_t relation = 0;
    std::size_t holder = 0;  // mentions
    std::size_t of = 0;
    Index cue_begin = 0;
    Index cue_end = 0;
    Factuality factuality;
    std::string role;  // "foreign minister", as written; "" of organizations
};

std::vector<FoundRole> find_roles(const Tree& tree, const Names& names, const RelationTable& table,
                                  const ArgumentFinder& arguments);

}  // namespace newsgraph
