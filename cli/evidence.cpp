#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_filter.hpp"
#include "cli/graph_options.hpp"
#include "cli/node_names.hpp"
#include "cli/statements_output.hpp"
#include "cli/usage_error.hpp"
#include "export/output_file.hpp"

#include <optional>

namespace newsgraph::cli {

namespace {

StatementQuery options_from(const CommandLine& line) {
    StatementQuery options;
    options.edges = edge_filter_of(line);
    options.direction = direction_of(line);
    options.limit = line.count("limit");
    return options;
}

GraphQuestion statements_about(const CommandLine& line, const std::vector<std::string>& names) {
    GraphQuestion question = question_about(line, names);
    question.depth = 1;
    question.among_names = names.size() > 1;
    question.statements = true;
    return question;
}

std::set<std::size_t> edges_of(const Statements& found) {
    std::set<std::size_t> edges;
    for (const StatementPlace& place : found.list) edges.insert(place.edge);
    return edges;
}

using WriteText = void (*)(const KnowledgeGraph&, const Statements&, bool, Sink&);

ExitStatus print(const CommandLine& line, const KnowledgeGraph& graph, const Statements& found, WriteText write, Terminal& terminal) {
    OutputFile output("-");
    if (style_of(line) == OutputStyle::text) {
        write(graph, found, terminal.color_on_stdout(), output);
    } else {
        write_table(statement_table(graph, found), style_of(line), false, output);
    }
    output.commit();
    const ExitStatus status = finish_list(line, found.list.size(), found.total, "no statements found", terminal);
    say_what_is_not_kept(line.arguments().front(), graph, edges_of(found), terminal);
    say_whose_dates(line, graph, terminal);
    return status;
}

}  // namespace

ExitStatus run_evidence(const CommandLine& line, Terminal& terminal) {
    const std::vector<std::string> names = name_arguments(line, 1, 2);
    const StatementQuery options = options_from(line);
    style_of(line);
    const GraphAnswer answer = ask_graph_file(line.arguments().front(), statements_about(line, names));
    const KnowledgeGraph& graph = answer.graph;
    const std::vector<std::size_t> nodes = nodes_named(graph, names, terminal);
    check_filters(line, answer, terminal);
    const std::optional<std::size_t> other = nodes.size() > 1 ? std::optional(nodes[1]) : std::nullopt;
    return print(line, graph, statements(graph, nodes.front(), other, options), write_by_edge, terminal);
}

ExitStatus run_timeline(const CommandLine& line, Terminal& terminal) {
    const std::vector<std::string> names = name_arguments(line, 1, 1);
    const StatementQuery options = options_from(line);
    style_of(line);
    const GraphAnswer answer = ask_graph_file(line.arguments().front(), statements_about(line, names));
    const KnowledgeGraph& graph = answer.graph;
    const std::vector<std::size_t> nodes = nodes_named(graph, names, terminal);
    check_filters(line, answer, terminal);
    return print(line, graph, timeline(graph, nodes.front(), options), write_by_date, terminal);
}

}  // namespace newsgraph::cli
