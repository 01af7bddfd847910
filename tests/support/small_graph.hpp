// Graphs of a few nodes by hand, for tests of questions whose answers can be worked out on paper.
#pragma once

#include "graph/knowledge_graph.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace newsgraph::test {

// Nodes called by their letters, which are their ids, too; mentioned once; people.
inline std::vector<GraphNode> letters(const std::string& names) {
    std::vector<GraphNode> nodes;
    for (const char name : names) {
        GraphNode node;
        node.id = node.label = std::string(1, name);
        node.type = "person";
        node.mentions = node.documents = 1;
        nodes.push_back(node);
    }
    return nodes;
}

// "ab" leads from node a to node b of letters("abc...").
inline GraphEdge edge(const std::string& ends, std::uint32_t weight = 1, const std::string& relation = "attacks") {
    GraphEdge out;
    out.source = static_cast<std::size_t>(ends[0] - 'a');
    out.target = static_cast<std::size_t>(ends[1] - 'a');
    out.relation = relation;
    out.weight = out.stories = out.mentions = out.documents = weight;
    out.confidence = 0.5;
    return out;
}

inline GraphEdge symmetric(GraphEdge edge) {
    edge.symmetric = true;
    return edge;
}

inline EdgeEvidence statement(const std::string& doc, const std::string& published, const std::string& date = {}) {
    EdgeEvidence out;
    out.doc = doc;
    out.published = published;
    out.date = date;
    out.text = "Text of " + doc;
    return out;
}

// Ids of nodes, one behind the other.
inline std::string ids(const KnowledgeGraph& graph, const std::vector<std::size_t>& nodes) {
    std::string out;
    for (const std::size_t node : nodes) {
        out += graph.nodes()[node].id;
    }
    return out;
}

}  // namespace newsgraph::test
