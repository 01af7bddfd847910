#include "graph/parts.hpp"

#include "graph/queries.hpp"

#include <algorithm>
#include <utility>

namespace newsgraph {

KnowledgeGraph part_of(const KnowledgeGraph& graph, const std::vector<std::size_t>& nodes) {
    constexpr std::size_t gone = static_cast<std::size_t>(-1);
    std::vector<std::size_t> place(graph.nodes().size(), gone);
    std::vector<GraphNode> kept;
    for (const std::size_t node : nodes) {
        place[node] = kept.size();
        kept.push_back(graph.nodes()[node]);
    }
    std::vector<GraphEdge> edges;
    for (const GraphEdge& edge : graph.edges()) {
        if (place[edge.source] != gone && place[edge.target] != gone) {
            edges.push_back(edge);
            edges.back().source = place[edge.source];
            edges.back().target = place[edge.target];
        }
    }
    return {std::move(kept), std::move(edges), graph.whole_evidence(), graph.articles()};
}

std::vector<std::size_t> nodes_around(const KnowledgeGraph& graph, std::size_t node, std::size_t depth) {
    NeighborOptions options;
    options.edges.statuses = {};
    options.depth = depth;
    std::vector<std::size_t> nodes = {node};
    for (const Neighbor& neighbor : neighbors(graph, {node}, options).list) {
        nodes.push_back(neighbor.node);
    }
    std::sort(nodes.begin(), nodes.end());
    return nodes;
}

std::vector<std::size_t> nodes_with_edges(const KnowledgeGraph& graph) {
    std::vector<bool> linked(graph.nodes().size());
    for (const GraphEdge& edge : graph.edges()) {
        linked[edge.source] = linked[edge.target] = true;
    }
    std::vector<std::size_t> nodes;
    for (std::size_t i = 0; i < linked.size(); ++i) {
        if (linked[i]) {
            nodes.push_back(i);
        }
    }
    return nodes;
}

}  // namespace newsgraph
