#include "graph/links.hpp"

#include <algorithm>

namespace newsgraph {

namespace {

void add(std::vector<std::vector<NodeLink>>& links, std::size_t from, std::size_t to, std::uint64_t weight) {
    links[from].push_back({to, weight});
}

// Parallel links become one.
void merge(std::vector<NodeLink>& links) {
    std::sort(links.begin(), links.end(), [](const NodeLink& a, const NodeLink& b) { return a.node < b.node; });
    std::vector<NodeLink> merged;
    for (const NodeLink& link : links) {
        if (!merged.empty() && merged.back().node == link.node) {
            merged.back().weight += link.weight;
        } else {
            merged.push_back(link);
        }
    }
    links = std::move(merged);
}

std::vector<std::vector<NodeLink>> gathered(const KnowledgeGraph& graph, const EdgeFilter& filter, Direction direction) {
    std::vector<std::vector<NodeLink>> links(graph.nodes().size());
    for (const GraphEdge& edge : graph.edges()) {
        if (edge.source == edge.target || !passes(graph, edge, filter)) {
            continue;
        }
        const std::uint64_t weight = std::max<std::uint64_t>(edge.weight, 1);
        if (direction != Direction::in || edge.symmetric) {
            add(links, edge.source, edge.target, weight);
        }
        if (direction != Direction::out || edge.symmetric) {
            add(links, edge.target, edge.source, weight);
        }
    }
    for (std::vector<NodeLink>& of_node : links) {
        merge(of_node);
    }
    return links;
}

}  // namespace

Links::Links(const KnowledgeGraph& graph, const EdgeFilter& filter, Direction direction)
    : Links(gathered(graph, filter, direction)) {}

Links::Links(const std::vector<std::vector<NodeLink>>& links) : begins_{0} {
    for (const std::vector<NodeLink>& of_node : links) {
        links_.insert(links_.end(), of_node.begin(), of_node.end());
        begins_.push_back(links_.size());
    }
}

}  // namespace newsgraph
