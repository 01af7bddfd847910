// Whether the text says that something is so: polarity and realis of a verb or an event noun. From negations,
// modals, conditions, questions and the words that govern it (rows `effect` and `implies` of the relation table). Pure functions;
// linear in the governors, of which the nearest eight count.
#pragma once

#include "extract/clauses/tree.hpp"
#include "extract/relations/relation_table.hpp"

#include <string_view>

namespace newsgraph {

struct Factuality {
    bool negated = false;
    std::string_view realis = "actual";  // actual, planned, possible, conditional, demanded

    bool is_actual() const { return !negated && realis == "actual"; }
};

Factuality factuality_of_verb(const Tree& tree, const RelationTable& table, Index verb);

// `light_verb`: the verb that carries the noun ("launched an attack"), or no_index.
Factuality factuality_of_noun(const Tree& tree, const RelationTable& table, Index noun, Index light_verb);

// Of who somebody is ("X, an ally of Y", "X is not an ally of Y"): what the noun and its copula say. What happens to him,
// "X's son was charged", does not matter.
Factuality factuality_of_holder(const Tree& tree, const RelationTable& table, Index noun);

}  // namespace newsgraph
