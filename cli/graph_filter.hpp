// The options that choose edges and nodes, for all commands that have them.
#pragma once

#include "cli/command_line.hpp"
#include "cli/terminal.hpp"
#include "graph/kept_reader.hpp"
#include "graph/queries.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::cli {

// --relation, --status, --since, --until, --min-weight, --min-confidence. Throws UsageError for a date that is none.
EdgeFilter edge_filter_of(const CommandLine& line);

// The part of edge_filter_of that is --since and --until.
EdgeFilter time_filter_of(const CommandLine& line);

// What a command with these options looks at: edges need their statements where --since or --until chooses among these.
GraphQuestion question_about(const CommandLine& line, const std::vector<std::string>& names);

// Warns of a --relation, --type or --status that the graph does not have: it would silently find nothing.
void check_filters(const CommandLine& line, const KnowledgeGraph& graph, Terminal& terminal);
void check_filters(const CommandLine& line, const GraphAnswer& answer, Terminal& terminal);

// --direction.
Direction direction_of(const CommandLine& line);

// Throws UsageError unless the option's value is a date, a month or a year, or is not there.
void check_date(const CommandLine& line, std::string_view option);

// The part of check_filters that concerns --type.
void check_types(const CommandLine& line, const KnowledgeGraph& graph, Terminal& terminal);

// Warns where the answer goes by dates (timeline, --since, --until), and the file at `path` keeps those of articles alone.
void say_whose_dates(const CommandLine& line, const KnowledgeGraph& graph, Terminal& terminal);

// Warns if some of these edges had more sentences than the file at `path` keeps.
void say_what_is_not_kept(const std::string& path, const KnowledgeGraph& graph, const std::set<std::size_t>& edges,
                          Terminal& terminal);

}  // namespace newsgraph::cli
