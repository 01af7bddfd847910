// Names that the gazetteer knows: countries with their demonyms and capitals, organizations, regions.
#pragma once

#include "extract/names/candidate_set.hpp"
#include "extract/names/gazetteer.hpp"
#include "extract/names/name_types.hpp"

namespace newsgraph::detail {

// Adds them to what the model has marked, whose persons go before. Linear in the document.
void add_known_names(const Tree& tree, const Gazetteer& gazetteer, const NameWords& words, const NameTypes& types, CandidateSet& set);

}  // namespace newsgraph::detail
