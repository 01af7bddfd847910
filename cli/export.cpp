#include "cli/commands.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_filter.hpp"
#include "cli/graph_options.hpp"
#include "cli/interrupt.hpp"
#include "cli/usage_error.hpp"
#include "export/output_file.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace newsgraph::cli {

namespace {

// --status is none of these: 'build' has it too, and keeps all nodes.
constexpr std::array<std::string_view, 6> filters = {"relation", "type",       "since",
                                                     "until",    "min-weight", "min-confidence"};

GraphFilter filter_of(const CommandLine& line) {
    GraphFilter filter;
    filter.edges = edge_filter_of(line);
    filter.types = line.list("type");
    const bool filtering = std::any_of(filters.begin(), filters.end(), [&](auto name) { return line.has(name); });
    filter.isolated = line.has("isolated") || (!filtering && !line.has("no-isolated"));
    return filter;
}

void say_what_is_lost(const CommandLine& line, const KnowledgeGraph& part, const GraphFormat& format, Terminal& terminal) {
    if (part.nodes().empty()) terminal.warning("no node of the graph passes, the output is empty");
    if (!line.has("since") && !line.has("until") && format.name != "json") return;
    std::vector<std::size_t> edges(part.edges().size());
    std::iota(edges.begin(), edges.end(), std::size_t{0});
    say_what_is_not_kept(line.arguments().front(), part, {edges.begin(), edges.end()}, terminal);
}

}  // namespace

ExitStatus run_export(const CommandLine& line, Terminal& terminal) {
    const std::string& path = graph_argument(line);
    const GraphFormat& format = graph_format_of(line);
    const GraphFilter filter = filter_of(line);
    OutputFile output(line.text("output"), !line.has("no-overwrite"));
    const KnowledgeGraph graph = read_graph_file(path);
    check_filters(line, graph, terminal);
    const KnowledgeGraph part = filtered(graph, filter);
    throw_if_interrupted();
    format.write(part, write_options_of(line), output);
    throw_if_interrupted();
    output.commit();
    say_what_is_lost(line, part, format, terminal);
    terminal.note(std::to_string(part.nodes().size()) + " of " + std::to_string(graph.nodes().size()) + " nodes, " +
                  std::to_string(part.edges().size()) + " of " + std::to_string(graph.edges().size()) + " edges");
    return ExitStatus::done;
}

}  // namespace newsgraph::cli
