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

struct ListedEntity {
    std::size_t node = 0;
    std::size_t degree = 0;  // edges that leave or enter it
};

struct Entities {
    std::vector<ListedEntity> list;
    std::size_t total = 0;  // how many there are without the limit
};

// How many edges leave or enter each node. O(nodes + edges).
std::vector<std::size_t> degrees(const KnowledgeGraph& graph);

// REQUIRES: a degree for each node. O(n log n).
Entities entities(const KnowledgeGraph& graph, const std::vector<std::size_t>& degrees, const EntityOptions& options);

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

    bool operator==(const RelationSummary&) const = default;
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

    bool operator==(const GraphSummary&) const = default;
};

GraphSummary summary(const KnowledgeGraph& graph);

namespace detail {

// Which parts of a graph hang together, as far as edges have been added; nodes are numbers from 0 on.
class Connections {
public:
    explicit Connections(std::size_t nodes);

    void add(std::size_t source, std::size_t target);

    // Tells how many parts there are, how large the largest is, and how many nodes have no edge.
    void summarize(GraphSummary& out);

private:
    std::size_t root(std::size_t node);

    std::vector<std::size_t> parent_;
    std::vector<bool> linked_;
};

// Most edges first. REQUIRES: by name.
void sort_relations(std::vector<RelationSummary>& relations);

}  // namespace detail

}  // namespace newsgraph
