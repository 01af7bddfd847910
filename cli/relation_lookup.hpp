// What the graph wants to know of relations, from the relation table. A function of the file.
#pragma once

#include "graph/knowledge_graph.hpp"

#include <string>

namespace newsgraph::cli {

// `path` is a user's table; "" is the compiled-in one. Throws IoError for a file that cannot be read, FormatError
// "FILE:LINE: ..." for one that is malformed.
RelationLookup relation_lookup(const std::string& path);

}  // namespace newsgraph::cli
