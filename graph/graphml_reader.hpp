// Reads back the GraphML that export/graphml writes (and other GraphML with a `label` or `relation` on its edges). A pure
// function; streams, so the XML is never whole in memory. Document types, entities and the network are off. Graphs inside
// nodes are read as if they stood beside them; hyperedges, ports and all data that no node or edge has are passed over.
#pragma once

#include "graph/knowledge_graph.hpp"

#include <filesystem>
#include <string_view>

namespace newsgraph {

// Throws IoError for a file that cannot be read, FormatError with file and line for what is no sound GraphML.
KnowledgeGraph read_graphml(const std::filesystem::path& file);

// From memory; `name` stands for the file in messages.
KnowledgeGraph parse_graphml(std::string_view xml, std::string_view name);

}  // namespace newsgraph
