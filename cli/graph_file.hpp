// Graphs that the program can read back.
#pragma once

#include "graph/evidence.hpp"
#include "graph/kept_reader.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/summary.hpp"

#include <string>
#include <vector>

namespace newsgraph::cli {

// Is it an SQLite database by its first bytes? What is no file is none.
bool is_store_file(const std::string& path);

// Throws IoError or FormatError that names the file; for another kind of graph file it says which kind can be read. Of a
// store the graph with all its evidence, with its concepts or without; other files are as they are.
KnowledgeGraph read_graph_file(const std::string& path, Concepts concepts = Concepts::left_out);

// The same, but of a store only what the question looks at.
GraphAnswer ask_graph_file(const std::string& path, const GraphQuestion& question);

// What is counted in it; of a store without making a graph.
GraphSummary summary_of_graph_file(const std::string& path);
std::vector<RelationSummary> relations_of_graph_file(const std::string& path);

}  // namespace newsgraph::cli
