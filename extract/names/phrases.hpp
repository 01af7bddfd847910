// Where a phrase stands in its sentence. Pure functions; each costs a walk from the word to the root.
#pragma once

#include "extract/clauses/tree.hpp"
#include "extract/names/names.hpp"

namespace newsgraph::detail {

// The word of a mention whose head lies outside of it.
Index head_of(const Tree& tree, const NameMention& mention);

// The nearest verb above a word that has a subject of its own, else no_index.
Index clause_around(const Tree& tree, Index word);

// Is the word inside a clause that hangs below `head`?
bool is_in_clause(const Tree& tree, Index word, Index head);

// The verb whose argument a noun is, by itself or under a preposition, else no_index.
Index clause_of(const Tree& tree, Index noun);

// Does `word` stand above the other one, or is it the other one?
bool is_above(const Tree& tree, Index word, Index other);

// "herself", "themselves"
bool is_reflexive(const Tree& tree, Index pronoun);

// May the phrase of the word not stand for the mention? Two arguments of one verb are two things, unless the one is reflexive; a
// phrase does not hold what it stands for.
bool is_barred(const Tree& tree, const NameMention& mention, Index word);

// Does the mention stand in what the word, a subject, tells: "France and Italy had agreed, they said"?
bool is_told_by(const Tree& tree, const NameMention& mention, Index word);

}  // namespace newsgraph::detail
