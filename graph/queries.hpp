// Questions to a graph: which node does a name mean, which nodes are next to it. Pure functions; results are values that
// name nodes and edges by their index in the graph.
#pragma once

#include "graph/knowledge_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

enum class Found { one, several, none };

struct NameMatch {
    Found found = Found::none;
    // one: the node. several: the candidates, most mentioned first. none: nodes with names like it (at most 5), nearest
    // first; may be empty.
    std::vector<std::size_t> nodes;
};

// Node ids that a name may mean by other knowledge than the graph's (a gazetteer); may be empty.
using OtherNames = std::function<std::vector<std::string>(std::string_view name)>;

// Tries, in this order, and takes the first that hits: the id; an id that articles propose, if the graph keeps evidence (of
// several nodes the one with most of these articles); a label; an alias; other_names; a label or alias that
// has these words in it, side by side ("Zelensky" in "Volodymyr Zelensky"). Without regard to case and accents; where
// that hits several nodes, those spelt exactly so win. O(names).
NameMatch find_node(const KnowledgeGraph& graph, std::string_view name, const OtherNames& other_names = {});

enum class Direction { out, in, both };

// Empty lists and strings and zeros do not filter.
struct EdgeFilter {
    std::vector<std::string> relations;
    std::set<EdgeStatus> statuses = {EdgeStatus::asserted};
    std::uint32_t min_weight = 0;
    double min_confidence = 0.0;
    std::string since;  // ISO 8601: a statement with its own date on or after it, else its document's
    std::string until;  // inclusive: "2026" is its last day
};

struct NeighborOptions {
    EdgeFilter edges;
    Direction direction = Direction::both;  // symmetric edges have none and always count
    std::size_t depth = 1;                  // steps along edges
    std::vector<std::string> types;         // of the nodes that are listed; ways may lead through others
    bool common = false;                    // only those next to every one of the names
    std::size_t limit = 0;
};

struct Hop {
    std::size_t edge = 0;
    std::size_t from = 0;   // the node nearer to the names
    bool outgoing = true;   // the edge leads from `from` to the neighbor
};

struct Neighbor {
    std::size_t node = 0;
    std::size_t distance = 1;
    std::vector<Hop> hops;  // the edges that lead to it from nodes one step nearer; heaviest first
};

struct Neighbors {
    std::vector<Neighbor> list;  // by distance, weight of the hops, label, id
    std::size_t total = 0;       // how many there are without the limit
};

bool passes(const KnowledgeGraph& graph, const GraphEdge& edge, const EdgeFilter& filter);

// The same whatever time the filter names: looks at no statement.
bool passes_at_any_time(const GraphEdge& edge, const EdgeFilter& filter);

// Does the filter's time take in this date? "2026" and "2026-01-05" compare by as much as the shorter one says; an unknown
// date ("") passes where the filter names no time.
bool in_time(const std::string& date, const EdgeFilter& filter);

struct GraphFilter {
    EdgeFilter edges;
    std::vector<std::string> types;  // of nodes; an edge stays if both its ends do
    bool isolated = true;            // nodes that have no edge left stay
};

// The part of a graph that passes. What stays is as it was: numbers and sentences of the whole edge, and all articles.
KnowledgeGraph filtered(const KnowledgeGraph& graph, const GraphFilter& filter);

// The names themselves are never listed. O(nodes + edges) for each name if `common`, else once.
Neighbors neighbors(const KnowledgeGraph& graph, const std::vector<std::size_t>& names, const NeighborOptions& options);

}  // namespace newsgraph
