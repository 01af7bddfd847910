// What is in a graph: lists of its nodes and relations, and its size in numbers. Edges of every status count. Pure
// functions; results are values that name nodes by their index in the graph.
#pragma once

#include "graph/knowledge_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace newsgraph {

enum class EntityOrder { mentions, label, degree };

struct EntityOptions {
    std::vector<std::string> types;  // empty: all
    std::uint32_t min_mentions = 0;
    EntityOrder order = EntityOrder::mentions;  // numbers: largest first; equal ones by label, then by id
    std::size_t limit = 0;                      // 0: none
};

struct Entity {
    std::size_t node = 0;
    std::size_t degree = 0;  // edges that leave or enter it
};

struct Entities {
    std::vector<Entity> list;
    std::size_t total = 0;  // how many there are without the limit
};

// O(n log n).
Entities entities(const KnowledgeGraph& graph, const EntityOptions& options);

struct RelationSummary {
    std::string relation;
    std::size_t edges = 0;
    std::size_t negated = 0;     // of `edges`
    std::size_t unrealized = 0;  // of `edges`
    std::uint64_t statements = 0;
    std::optional<std::size_t> documents;  // different ones; not known without whole evidence
    bool symmetric = false;
    std::string plover;
    std::string quad;
    double score = 0.0;
};

// Most edges first, equal ones by name.
std::vector<RelationSummary> relation_summaries(const KnowledgeGraph& graph);

struct GraphSummary {
    std::size_t nodes = 0;
    std::map<std::string, std::size_t> nodes_by_type;
    std::size_t edges = 0;
    std::map<EdgeStatus, std::size_t> edges_by_status;
    std::map<std::string, std::size_t> edges_by_quad;  // "" where the relation has none
    std::uint64_t statements = 0;
    std::optional<std::size_t> articles;  // not known of a file that does not list them
    std::size_t dated_articles = 0;
    std::string first_date;  // of the articles; "" if none is dated
    std::string last_date;
    std::size_t components = 0;         // parts of two nodes and more without an edge between them
    std::size_t largest_component = 0;  // its nodes
    std::size_t isolated = 0;           // nodes without an edge
};

GraphSummary summary(const KnowledgeGraph& graph);

}  // namespace newsgraph
