// What changed between two graphs, or in one graph between two dates. Pure functions; nodes and edges are named by their
// index in their graph.
#pragma once

#include "graph/queries.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace newsgraph {

// A node or an edge that is not the same in both graphs: without `before` it came, without `after` it went.
struct Change {
    std::optional<std::size_t> before;
    std::optional<std::size_t> after;

    bool operator==(const Change&) const = default;
};

struct Difference {
    std::vector<Change> nodes;  // first what came, then what went, then what changed; each by id
    std::vector<Change> edges;  // the same; by source's id, relation, target's id, status
};

// Nodes are the same by id and changed by the number of mentions, edges by ends, relation and status and changed by weight. Edges
// that do not pass the filter count as not there, by the graph that they are in. O(n log n).
Difference difference(const KnowledgeGraph& before, const KnowledgeGraph& after, const EdgeFilter& filter);

// The graph as it was on the evening of a date ("2026-01" is its last day): of its articles those that were published then, and
// undated ones. Who is who stays as it is in the whole graph. Throws FormatError if the graph does not keep its evidence.
// O(n log n).
KnowledgeGraph graph_on(const KnowledgeGraph& graph, const std::string& date);

}  // namespace newsgraph
