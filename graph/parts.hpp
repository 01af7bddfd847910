// Parts of a graph that are chosen by their nodes. Pure functions; nodes are named by their index in the graph.
#pragma once

#include "graph/knowledge_graph.hpp"

#include <cstddef>
#include <vector>

namespace newsgraph {

// These nodes and the edges among them, as they are; all articles. O(nodes + edges).
KnowledgeGraph part_of(const KnowledgeGraph& graph, const std::vector<std::size_t>& nodes);

// The node and those at most `depth` steps from it, whichever way edges lead; by index. O(nodes + edges).
std::vector<std::size_t> nodes_around(const KnowledgeGraph& graph, std::size_t node, std::size_t depth);

// Nodes that have an edge; by index.
std::vector<std::size_t> nodes_with_edges(const KnowledgeGraph& graph);

}  // namespace newsgraph
