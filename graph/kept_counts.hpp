// What is counted over all of a kept graph (graph/kept_graph.hpp), from its tables and without making a graph of them: the
// same as graph/summary.hpp counts in the whole graph. Functions of an open database; they throw as it does, and FormatError
// where the tables do not fit together. REQUIRES: the kept graph is current, and stays so: a transaction.
#pragma once

#include "graph/kept_graph.hpp"
#include "graph/sqlite.hpp"
#include "graph/summary.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace newsgraph {

// O(edges).
GraphSummary summary_of_kept(sqlite::Database& db, const GraphBasis& basis);

// O(statements log statements).
std::vector<RelationSummary> relations_of_kept(sqlite::Database& db, const GraphBasis& basis);

namespace detail {

// How many edges leave or enter each of these nodes, which are rows of graph_nodes. O(edges).
std::vector<std::size_t> degrees_of_kept(sqlite::Database& db, const std::vector<GraphNode>& nodes);

// How many statements each article has, by its id; of all edges, or of these nodes' and inside of them.
std::map<std::string, std::size_t> uses_of_kept(sqlite::Database& db, const std::vector<std::int64_t>& nodes);

}  // namespace detail

}  // namespace newsgraph
