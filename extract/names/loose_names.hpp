// Proper nouns that nothing has found to be a name, and names whose type the model has wrong: what "he" or "she" stands for
// is a person. They are offered to the resolver as things of the type `loose_type`; those that no pronoun takes up are
// taken out again. Pure functions, linear in the document.
#pragma once

#include "extract/clauses/tree.hpp"
#include "extract/names/gazetteer.hpp"
#include "extract/names/names.hpp"

#include <string_view>
#include <vector>

namespace newsgraph::detail {

inline constexpr std::string_view loose_type = "loose";

Names with_loose_names(const Tree& tree, const NameWords& words, const Layout& layout, Names names);

// May "he" or "she" stand for it? Of what is no person: things that no table knows, under a short name.
bool may_be_person(const NamedThing& thing, const NameMention& mention);

// `persons`: of each thing, whether a pronoun for a person was taken for it. Those become persons; other loose ones go.
Names without_loose_names(Names names, const std::vector<bool>& persons);

}  // namespace newsgraph::detail
