// Reads back the JSON that export/json writes. Pure functions.
#pragma once

#include "graph/knowledge_graph.hpp"

#include <string_view>

namespace newsgraph {

// `name` stands for the file in messages. Throws FormatError with the place and the reason for bytes that are no JSON, for
// JSON that is no graph of newsgraph, and for edges whose ends are not there. Nesting of any depth is read without recursion.
KnowledgeGraph parse_graph_json(std::string_view json, std::string_view name);

}  // namespace newsgraph
