// How the answer of `why` is printed. Pure functions of what they are given.
#pragma once

#include "graph/origins.hpp"

#include <string>

namespace newsgraph::cli {

// The node, and indented below it what was read, joined and decided.
std::string why_text(const GraphNode& node, const NodeOrigins& origins);

// One object.
std::string why_json(const GraphNode& node, const NodeOrigins& origins);

}  // namespace newsgraph::cli
