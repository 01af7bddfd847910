// GraphML as Gephi, networkx, igraph, graph-tool, Boost, graphology and Cytoscape all read it (docs/graph-files.md). A pure
// function of graph and options.
#pragma once

#include "export/formats.hpp"

namespace newsgraph {

void write_graphml(const KnowledgeGraph& graph, const WriteOptions& options, Sink& sink);

}  // namespace newsgraph
