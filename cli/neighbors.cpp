#include "cli/commands.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_filter.hpp"
#include "cli/graph_options.hpp"
#include "cli/neighbors_output.hpp"
#include "cli/node_names.hpp"
#include "cli/usage_error.hpp"
#include "export/output_file.hpp"

#include <set>
#include <unistd.h>

namespace newsgraph::cli {

namespace {

NeighborOptions options_from(const CommandLine& line) {
    NeighborOptions options;
    options.edges = edge_filter_of(line);
    options.direction = direction_of(line);
    options.depth = line.count("depth");
    if (options.depth == 0) throw UsageError("option '--depth': nothing is 0 steps away", "1 is the nodes next to it");
    options.types = line.list("type");
    options.common = line.has("common");
    options.limit = line.count("limit");
    return options;
}

void say_what_is_missing(const CommandLine& line, const Neighbors& found, Terminal& terminal) {
    if (found.list.empty()) {
        const auto& names = line.arguments();
        std::string list;
        for (auto name = names.begin() + 1; name != names.end(); ++name) list += (list.empty() ? "'" : ", '") + *name + "'";
        terminal.warning("no neighbors found for " + list);
    } else if (found.total > found.list.size()) {
        terminal.note(std::to_string(found.total - found.list.size()) + " more behind the limit");
    }
}

std::set<std::size_t> edges_of(const Neighbors& found) {
    std::set<std::size_t> edges;
    for (const Neighbor& neighbor : found.list) {
        for (const Hop& hop : neighbor.hops) edges.insert(hop.edge);
    }
    return edges;
}

}  // namespace

ExitStatus run_neighbors(const CommandLine& line, Terminal& terminal) {
    if (line.arguments().size() < 2) {
        throw UsageError(line.arguments().empty() ? "no graph and no name" : "no name",
                         "newsgraph neighbors GRAPH NAME..., for example: newsgraph neighbors graph.graphml Russia");
    }
    const NeighborOptions options = options_from(line);
    NeighborView view;
    view.style = style_of(line);
    view.evidence = line.has("evidence");
    view.color = terminal.color_on_stdout();
    view.terminal = ::isatty(STDOUT_FILENO) == 1;
    GraphQuestion question = question_about(line, {line.arguments().begin() + 1, line.arguments().end()});
    question.depth = options.depth;
    question.statements = question.statements || view.evidence;
    const GraphAnswer answer = ask_graph_file(line.arguments().front(), question);
    const KnowledgeGraph& graph = answer.graph;
    const std::vector<std::size_t> names = nodes_named(graph, {line.arguments().begin() + 1, line.arguments().end()}, terminal);
    check_filters(line, answer, terminal);
    const Neighbors found = neighbors(graph, names, options);
    OutputFile output("-");
    write_neighbors(graph, names, found, view, output);
    output.commit();
    say_what_is_missing(line, found, terminal);
    if (view.evidence || line.has("since") || line.has("until")) {
        say_what_is_not_kept(line.arguments().front(), graph, edges_of(found), terminal);
        say_whose_dates(line, graph, terminal);
    }
    return found.list.empty() && line.has("exit-status") ? ExitStatus::nothing_found : ExitStatus::done;
}

}  // namespace newsgraph::cli
