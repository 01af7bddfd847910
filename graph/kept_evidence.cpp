#include "graph/kept_evidence.hpp"

#include "graph/edge_derivation.hpp"
#include "graph/kept_lists.hpp"

#include <utility>

namespace newsgraph::detail {

KeptEvidence::KeptEvidence(const std::string& path)
    : db_(path, sqlite::Access::read),
      one_state_(db_),
      statements_(db_),
      merges_(db_, "SELECT merges FROM graph_nodes WHERE node = ?1"),
      inside_(db_, "SELECT edge, relation FROM graph_edges WHERE source = ?1 AND target = ?1") {
    db_.run("PRAGMA cache_size = -32768");  // KiB: edges come in the order of their ids, their statements lie anywhere
}

void KeptEvidence::complete(GraphEdge& edge) {
    statements_.put_behind(edge.row, edge);
}

void KeptEvidence::complete(GraphNode& node) {
    node.evidence = statements_.evidence_of(node.row);
    merges_.bind(1, node.row);
    if (merges_.step()) {
        node.merges = merges_from_json(merges_.view(0));
    }
    merges_.reset();
    node.inner.clear();
    inside_.bind(1, node.row);
    while (inside_.step()) {
        GraphEdge inside;
        statements_.put_behind(inside_.integer(0), inside);
        for (EdgeEvidence& statement : inside.statements) {
            node.inner.push_back({inside_.text(1), std::move(statement)});
        }
    }
    sort_inner(node);
}

}  // namespace newsgraph::detail
