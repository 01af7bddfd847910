// How a node came about: what was read under which id, what made it one, what was decided. Pure functions of graphs that
// keep their evidence.
#pragma once

#include "graph/knowledge_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

// What articles proposed under one id.
struct Origin {
    std::string id;
    std::vector<std::string> documents;         // sorted
    std::map<std::string, std::uint32_t> names;  // as they are written: how often; no pronouns or descriptions
};

struct NodeOrigins {
    std::vector<Origin> read;        // most articles first, then by id
    std::vector<NodeMerge> merges;   // as the node has them
    Decisions decisions;             // those that name an id of it, sorted
};

// O(evidence of the node).
NodeOrigins origins_of(const KnowledgeGraph& graph, std::size_t node);

// Which of the node's ids is meant by `name`, for a decision: the id itself; else the one under which articles call it so,
// if the node is called otherwise; else the node's own id, or the one with most articles where that is none of them.
// REQUIRES: the graph keeps evidence.
std::string id_for_decision(const KnowledgeGraph& graph, std::size_t node, std::string_view name);

}  // namespace newsgraph
