// Which node a NAME of the command line means, for all commands that take one. Functions of what they are given.
#pragma once

#include "cli/command_line.hpp"
#include "cli/terminal.hpp"
#include "graph/queries.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace newsgraph::cli {

// "Label (id), Label (id)".
std::string node_list(const KnowledgeGraph& graph, const std::vector<std::size_t>& nodes);

// Names that the gazetteer knows beside those that articles use.
OtherNames gazetteer_names();

// Throws Error for a name that no node has (names like it are listed) or several have (they are listed).
std::size_t node_named(const KnowledgeGraph& graph, const std::string& name, const OtherNames& others);

// The arguments behind the graph: NAMEs, so many. Throws UsageError.
std::vector<std::string> name_arguments(const CommandLine& line, std::size_t fewest, std::size_t most);

// The nodes that these names mean, in their order; with --verbose each is told.
std::vector<std::size_t> nodes_named(const KnowledgeGraph& graph, const std::vector<std::string>& names, Terminal& terminal);

}  // namespace newsgraph::cli
