// Where an article was written: "COPENHAGEN, May 3 -" is at home in Denmark, where a "Prime Minister" needs no country.
#pragma once

#include "extract/names/names.hpp"

namespace newsgraph {

// The first mention of the country whose capital stands in the dateline; no_name if there is no dateline, if it names no
// capital or those of several countries, or if the text does not speak of the country. Linear in the mentions.
std::size_t home_of(const Tree& tree, const Gazetteer& gazetteer, const Layout& layout, const Names& names);

}  // namespace newsgraph
