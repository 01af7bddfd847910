#include "cli/commands.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_filter.hpp"
#include "cli/graph_options.hpp"
#include "cli/interrupt.hpp"
#include "cli/measures.hpp"
#include "cli/node_names.hpp"
#include "cli/usage_error.hpp"
#include "export/output_file.hpp"
#include "graph/concepts.hpp"
#include "graph/parts.hpp"

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

void check_parts(const CommandLine& line) {
    if (line.has("depth") && !line.has("around")) throw UsageError("--depth goes with --around", "name the node to start from");
    if (line.has("by") && !line.has("top")) throw UsageError("--by goes with --top", "say how many nodes to keep");
    if (line.has("top") && line.count("top") == 0) throw UsageError("option '--top': no nodes are no graph");
}

// What may pass. Of a store only that is read, and the sentences when they are written.
GraphQuestion question_of(const CommandLine& line, const EdgeFilter& filter) {
    GraphQuestion question;
    question.edges = filter;
    question.vocabulary = true;
    question.reader = true;
    question.articles = graph_format_of(line).name == "json";
    if (line.has("around")) {
        question.names = {line.text("around")};
        question.other_names = gazetteer_names();
        question.depth = line.count("depth") + 1;  // edges between the outermost nodes, too
    }
    return question;
}

GraphAnswer ask(const CommandLine& line, const EdgeFilter& filter) {
    const std::string& path = line.arguments().front();
    if (!line.has("concepts")) return ask_graph_file(path, question_of(line, filter));
    GraphAnswer answer;  // no store keeps a graph that has them
    answer.graph = read_graph_file(path, Concepts::kept);
    return answer;
}

// What --around keeps of the part that passes the filters.
KnowledgeGraph around(const CommandLine& line, const KnowledgeGraph& whole, const KnowledgeGraph& part, Terminal& terminal) {
    const std::string name = line.text("around");
    const std::size_t node = nodes_named(whole, {name}, terminal).front();
    const auto place = part.find(whole.nodes()[node].id);
    if (!place) throw Error("'" + name + "' is " + node_list(whole, {node}) + ", which --type leaves out");
    return part_of(part, nodes_around(part, *place, line.count("depth")));
}

KnowledgeGraph most_important(const CommandLine& line, const KnowledgeGraph& part, Terminal& terminal) {
    TopOptions options;
    options.measure = measure_of(line);
    options.edges.statuses = {};  // what passes --status is there
    options.limit = line.count("top");
    const Top found = top(part, options);
    say_if_sampled(found, terminal);
    std::vector<std::size_t> nodes;
    for (const RankedNode& ranked : found.list) nodes.push_back(ranked.node);
    return part_of(part, nodes);
}

// The filters first, then what is around a node of what is left, then the most important of that.
KnowledgeGraph chosen_part(const CommandLine& line, const GraphAnswer& answer, GraphFilter filter, Terminal& terminal) {
    filter.isolated = filter.isolated || line.has("around");
    if (answer.reader) {  // has been asked for
        filter.edges = {};
        filter.edges.statuses.clear();
    }
    KnowledgeGraph part = filtered(answer.graph, filter);
    if (line.has("around")) part = around(line, answer.graph, part, terminal);
    if (line.has("top")) part = most_important(line, part, terminal);
    return line.has("no-isolated") ? part_of(part, nodes_with_edges(part)) : part;
}

void say_what_is_lost(const CommandLine& line, const KnowledgeGraph& part, const GraphFormat& format, Terminal& terminal) {
    if (part.nodes().empty()) terminal.warning("no node of the graph passes, the output is empty");
    if (!line.has("since") && !line.has("until") && format.name != "json") return;
    std::vector<std::size_t> edges(part.edges().size());
    std::iota(edges.begin(), edges.end(), std::size_t{0});
    say_what_is_not_kept(line.arguments().front(), part, {edges.begin(), edges.end()}, terminal);
    say_whose_dates(line, part, terminal);
}

void say_how_much(const GraphAnswer& answer, const KnowledgeGraph& part, Terminal& terminal) {
    const std::size_t nodes = answer.vocabulary ? answer.vocabulary->nodes : answer.graph.nodes().size();
    const std::size_t edges = answer.vocabulary ? answer.vocabulary->edges : answer.graph.edges().size();
    terminal.note(std::to_string(part.nodes().size()) + " of " + std::to_string(nodes) + " nodes, " +
                  std::to_string(part.edges().size()) + " of " + std::to_string(edges) + " edges");
}

}  // namespace

ExitStatus run_export(const CommandLine& line, Terminal& terminal) {
    graph_argument(line);
    const GraphFormat& format = graph_format_of(line);
    const GraphFilter filter = filter_of(line);
    check_parts(line);
    OutputFile output(line.text("output"), !line.has("no-overwrite"));
    const GraphAnswer answer = ask(line, filter.edges);
    check_filters(line, answer, terminal);
    const KnowledgeGraph chosen = chosen_part(line, answer, filter, terminal);
    const KnowledgeGraph part = line.has("concepts") ? with_recurring_concepts(chosen) : chosen;
    throw_if_interrupted();
    WriteOptions options = write_options_of(line);
    options.reader = answer.reader.get();
    format.write(part, options, output);
    throw_if_interrupted();
    output.commit();
    say_what_is_lost(line, part, format, terminal);
    say_how_much(answer, part, terminal);
    return ExitStatus::done;
}

}  // namespace newsgraph::cli
