// How a node came about: what was read under which id, what made it one, what was decided. Pure functions of graphs that
// keep their evidence.
#pragma once

#include "graph/knowledge_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
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

// The node that a term of a decision, ID or ID@DOC, is about: the one with most of what articles propose under it; of several
// the one with the smallest id. Nothing if no article does. O(evidence of the graph).
std::optional<std::size_t> holder_of(const KnowledgeGraph& graph, const std::string& term);

// How a decision names the node: by the id that `name` means, as below; by ID@DOC for each article, sorted, if that id is other
// nodes' as well, or if it is a person's bare surname, for whose it is each article says anew. REQUIRES: as below.
std::vector<std::string> terms_for_decision(const KnowledgeGraph& graph, std::size_t node, std::string_view name);

// One term that will go on meaning the node: the id that `name` means, if it is nobody else's and no bare name, else the
// node's own or its best other id that is so, else what terms_for_decision says first. REQUIRES: as below.
std::string lasting_term(const KnowledgeGraph& graph, std::size_t node, std::string_view name);

// Which of the node's ids is meant by `name`, for a decision: the id itself; else the one under which articles call it so,
// if the node is called otherwise; else the node's own id, or the one with most articles where that is none of them.
// REQUIRES: the graph keeps evidence.
std::string id_for_decision(const KnowledgeGraph& graph, std::size_t node, std::string_view name);

}  // namespace newsgraph
