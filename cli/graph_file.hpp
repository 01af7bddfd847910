// Graphs that the program can read back.
#pragma once

#include "graph/knowledge_graph.hpp"

#include <string>

namespace newsgraph::cli {

// Throws IoError or FormatError that names the file; for another kind of graph file it says which kind can be read.
KnowledgeGraph read_graph_file(const std::string& path);

}  // namespace newsgraph::cli
