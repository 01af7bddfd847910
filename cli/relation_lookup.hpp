// What the graph wants to know of relations, from the relation table. A function of the file.
#pragma once

#include "graph/knowledge_graph.hpp"

#include <string>

namespace newsgraph::cli {

// A relation table's text, and what it is called in messages.
struct RelationFile {
    std::string text;
    std::string name;
};

// `path` is a user's table; "" is the compiled-in one. Throws IoError for a file that cannot be read.
RelationFile read_relation_file(const std::string& path);

// The same. Throws FormatError "FILE:LINE: ..." for a table that is malformed.
RelationLookup relation_lookup(const std::string& path);

}  // namespace newsgraph::cli
