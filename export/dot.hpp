// Graphviz DOT that looks well without options: a layout that fits the graph's size, types by shape and colour, evidence
// in tooltips (docs/graph-files.md). A pure function of graph and options.
#pragma once

#include "export/formats.hpp"

namespace newsgraph {

void write_dot(const KnowledgeGraph& graph, const WriteOptions& options, Sink& sink);

}  // namespace newsgraph
