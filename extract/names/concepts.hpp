// Concepts: noun phrases that are no names and stand for none ("demonstrators", "military guarantees"), one thing each
// inside a document where their words are the same, or where a plain definite one ("the demonstrators") follows. Pure
// function.
#pragma once

#include "extract/clauses/tree.hpp"
#include "extract/names/gazetteer.hpp"
#include "extract/names/names.hpp"
#include "extract/names/noun_classes.hpp"

namespace newsgraph {

// The names with things of type `concept_type` and their mentions added behind the others, pronouns last; names.at stays as it
// is. A mention is a noun with what is compounded with it and its adjectives, without determiner, possessor and numeral, or
// a pronoun that no name is meant by. Nouns of time and quantity make none, neither do datelines. Linear in the document.
Names with_concepts(const Tree& tree, const NounClasses& classes, const NameWords& words, const Layout& layout, Names names);

}  // namespace newsgraph
