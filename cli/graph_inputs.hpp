// Graph files among the inputs of build: what they hold is merged with the articles.
#pragma once

#include "cli/command_line.hpp"
#include "cli/terminal.hpp"
#include "graph/evidence.hpp"
#include "graph/knowledge_graph.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace newsgraph::cli {

// Is it a store, GraphML, by its name or first bytes, or a JSON object with lists of nodes and edges, whatever the order of its keys?
// Not for folders, pipes and standard input.
bool is_graph_file(const std::string& path);

struct GraphInputs {
    std::vector<EvidenceSet> evidence;
    Decisions decisions;
    std::size_t done = 0;
    std::size_t failed = 0;  // only reported
};

// Reads them all; relations that only they know are added to the lookup. Bad files are as bad articles (--on-error).
GraphInputs read_graph_inputs(const CommandLine& line, const std::vector<std::string>& paths, RelationLookup& relations,
                              Terminal& terminal);

}  // namespace newsgraph::cli
