// What nouns say without a verb: appositions and titles that relate two things. "Ann Lee, head of Acme", "Acme's head Ann Lee",
// "Acme chief executive Ann Lee": Ann Lee is related to Acme by "head of", "head" and "chief executive". Pure functions.
#pragma once

#include "extract/clauses/phrases.hpp"

#include <vector>

namespace newsgraph {

struct NounRelation {
    Index subject = no_index;  // head of the noun that is told about
    Words subject_words;
    Words relation;            // the noun that relates, its modifiers and the preposition behind it
    Words object;
};

// In the order of the relating nouns. Titles need the doc's named entities. O(words).
std::vector<NounRelation> find_noun_relations(const Tree& tree);

}  // namespace newsgraph
