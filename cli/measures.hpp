// --by: measures of how much a node matters, for the commands that have it.
#pragma once

#include "cli/command_line.hpp"
#include "cli/terminal.hpp"
#include "graph/centrality.hpp"

#include <string>

namespace newsgraph::cli {

Measure measure_of(const CommandLine& line);

// A whole number of edges or mentions; PageRank with six digits behind the point, betweenness with three.
std::string measure_text(Measure measure, double value);

// Warns of numbers that are estimated.
void say_if_sampled(const Top& found, Terminal& terminal);

}  // namespace newsgraph::cli
