// How statements are printed, by `evidence` and `timeline`. Pure functions of what they are given.
#pragma once

#include "cli/table.hpp"
#include "graph/statements.hpp"

namespace newsgraph::cli {

// One row a statement, with its edge, its date and its article.
Table statement_table(const KnowledgeGraph& graph, const Statements& found);

// The statements below the edge that they stand behind.
void write_by_edge(const KnowledgeGraph& graph, const Statements& found, bool color, Sink& sink);

// The edges below the dates of their statements.
void write_by_date(const KnowledgeGraph& graph, const Statements& found, bool color, Sink& sink);

}  // namespace newsgraph::cli
