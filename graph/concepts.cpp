#include "graph/concepts.hpp"

#include "extract/base/node_types.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace newsgraph {

namespace {

constexpr std::uint32_t recurring = 2;  // mentions

// Nodes without a `wanted` go, with their edges.
KnowledgeGraph part(const KnowledgeGraph& graph, const std::vector<bool>& wanted) {
    std::vector<std::size_t> place(wanted.size());
    std::vector<GraphNode> nodes;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        place[i] = nodes.size();
        if (wanted[i]) {
            nodes.push_back(graph.nodes()[i]);
        }
    }
    std::vector<GraphEdge> edges;
    for (const GraphEdge& edge : graph.edges()) {
        if (wanted[edge.source] && wanted[edge.target]) {
            edges.push_back(edge);
            edges.back().source = place[edge.source];
            edges.back().target = place[edge.target];
        }
    }
    return {std::move(nodes), std::move(edges), graph.whole_evidence(), graph.articles(), graph.decisions()};
}

bool is_concept(const GraphNode& node) {
    return node.type == concept_type;
}

}  // namespace

bool is_concept(const Entity& entity) {
    return entity.type == concept_type;
}

Record without_concepts(Record record) {
    std::set<std::string> gone;
    std::erase_if(record.entities, [&](const Entity& entity) { return is_concept(entity) && gone.insert(entity.id).second; });
    std::erase_if(record.statements, [&](const Statement& statement) {
        return gone.contains(statement.source) || gone.contains(statement.target);
    });
    for (Statement& statement : record.statements) {
        if (statement.attribution && gone.contains(statement.attribution->entity)) {
            statement.attribution->entity.clear();  // its words stay
        }
    }
    return record;
}

KnowledgeGraph without_concepts(const KnowledgeGraph& graph) {
    std::vector<bool> wanted;
    for (const GraphNode& node : graph.nodes()) {
        wanted.push_back(!is_concept(node));
    }
    return std::find(wanted.begin(), wanted.end(), false) == wanted.end() ? graph : part(graph, wanted);
}

KnowledgeGraph with_recurring_concepts(const KnowledgeGraph& graph) {
    std::vector<bool> wanted;
    for (const GraphNode& node : graph.nodes()) {
        wanted.push_back(!is_concept(node) || node.mentions >= recurring);
    }
    std::vector<bool> has_edge(wanted.size(), false);
    for (const GraphEdge& edge : graph.edges()) {
        if (wanted[edge.source] && wanted[edge.target]) {
            has_edge[edge.source] = has_edge[edge.target] = true;
        }
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        wanted[i] = wanted[i] && (has_edge[i] || !is_concept(graph.nodes()[i]));
    }
    return part(graph, wanted);
}

}  // namespace newsgraph
