// How the answer of `stats` is printed. Pure functions of what they are given.
#pragma once

#include "graph/summary.hpp"

#include <string>

namespace newsgraph::cli {

// Some lines for people.
std::string stats_text(const GraphSummary& summary);

// One object; what is not known is left out.
std::string stats_json(const GraphSummary& summary);

}  // namespace newsgraph::cli
