// How chains of relations are printed. Pure functions of what they are given.
#pragma once

#include "cli/table.hpp"
#include "graph/paths.hpp"

#include <vector>

namespace newsgraph::cli {

// text: a line for each chain with its steps below; csv, tsv: a header and a line for each edge of each step; json: one object.
void write_paths(const KnowledgeGraph& graph, const std::vector<Path>& paths, OutputStyle style, bool color, Sink& sink);

}  // namespace newsgraph::cli
