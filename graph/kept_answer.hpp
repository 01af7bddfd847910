// Answers from the graph that a store in a file keeps.
#pragma once

#include "graph/kept_graph.hpp"
#include "graph/kept_reader.hpp"
#include "graph/sqlite.hpp"
#include "graph/summary.hpp"

#include <optional>
#include <vector>

namespace newsgraph {

// What a graph of this store rests on; relations that its articles were not read with are as in `others`.
GraphBasis basis_of(sqlite::Database& db, const RelationLookup& others);

// Brings the kept graph up to date first, over a connection of its own, if that can be: another program may be in the way,
// the file be read-only, the disk full. One that is damaged is made anew. Nothing if there is no current graph after that.
// REQUIRES: no transaction.
std::optional<GraphAnswer> answer_from_kept_graph(sqlite::Database& db, const GraphQuestion& question, const RelationLookup& others);
std::optional<GraphSummary> summary_from_kept_graph(sqlite::Database& db, const RelationLookup& others);
std::optional<std::vector<RelationSummary>> relations_from_kept_graph(sqlite::Database& db, const RelationLookup& others);

}  // namespace newsgraph
