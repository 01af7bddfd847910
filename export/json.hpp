// The project's own JSON: everything that queries use, one node or edge a line (docs/graph-files.md). graph/json_reader
// reads it back. A pure function of graph and options.
#pragma once

#include "export/formats.hpp"

namespace newsgraph {

void write_json(const KnowledgeGraph& graph, const WriteOptions& options, Sink& sink);

}  // namespace newsgraph
