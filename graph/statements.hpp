// The statements behind the edges of a graph: those of a node or between two, best first or by date. Pure functions;
// statements are named by their edge and their place in it.
#pragma once

#include "graph/queries.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace newsgraph {

struct StatementPlace {
    std::size_t edge = 0;
    std::size_t statement = 0;  // index in GraphEdge::statements

    bool operator==(const StatementPlace&) const = default;
};

// When what a statement tells was so, as far as is known.
struct KnownDate {
    std::string value;  // ISO 8601, to the precision that is known; "" if undated
    bool own = false;   // the statement says so; else its article was published then
};

// The statement's own date, else its article's. A file that keeps one sentence an edge does not date it: then the date of
// the edge's article, if it is of one article only.
KnownDate date_of(const KnowledgeGraph& graph, const StatementPlace& place);

struct StatementQuery {
    EdgeFilter edges;  // since and until choose statements, too: those that are dated so
    Direction direction = Direction::both;  // seen from the node; symmetric edges have none and always count
    std::size_t limit = 0;
};

struct Statements {
    std::vector<StatementPlace> list;
    std::size_t total = 0;  // how many there are without the limit
};

// The statements of the node's edges, or of those between it and `other`. Heaviest edges first, then by the edge's id; of
// an edge the best first. O(edges of the node + statements log statements).
Statements statements(const KnowledgeGraph& graph, std::size_t node, std::optional<std::size_t> other,
                      const StatementQuery& options);

// The same statements of a node by date, earliest first, undated ones last. "2026" stands before "2026-01". Of one date: by
// edge id, document, sentence.
Statements timeline(const KnowledgeGraph& graph, std::size_t node, const StatementQuery& options);

}  // namespace newsgraph
