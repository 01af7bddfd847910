// What several commands that deal with graphs understand alike.
#pragma once

#include "cli/command_line.hpp"
#include "cli/table.hpp"
#include "export/formats.hpp"
#include "graph/knowledge_graph.hpp"

#include <set>
#include <string>
#include <vector>

namespace newsgraph::cli {

// --status; "all" is every one.
std::set<EdgeStatus> statuses_of(const CommandLine& line);

// --json, --csv or --tsv; none is text. Throws UsageError for more than one.
OutputStyle style_of(const CommandLine& line);

// The only argument. Throws UsageError if there is none, or more.
const std::string& graph_argument(const CommandLine& line);

std::vector<std::string_view> graph_format_names();

// -f, or else the suffix of the output file. Throws UsageError for an unknown one, and for none.
const GraphFormat& graph_format_of(const CommandLine& line);

// --undirected-symmetric and --strict.
WriteOptions write_options_of(const CommandLine& line);

// "newsgraph help formats".
std::string formats_help();

}  // namespace newsgraph::cli
