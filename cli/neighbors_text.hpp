// The answer of `neighbors` for people. A pure function of what it is given.
#pragma once

#include "cli/neighbors_output.hpp"

namespace newsgraph::cli {

// A line for each neighbor, below it one for each edge that leads to it, with --evidence the sentences below that. On a
// terminal the edges' columns are aligned and confidence is rounded; elsewhere it is exact, so that scripts may use it.
void write_neighbors_text(const KnowledgeGraph& graph, const Neighbors& found, const NeighborView& view, Sink& sink);

}  // namespace newsgraph::cli
