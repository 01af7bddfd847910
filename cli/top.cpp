#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_filter.hpp"
#include "cli/graph_options.hpp"
#include "cli/interrupt.hpp"
#include "cli/measures.hpp"
#include "cli/usage_error.hpp"

#include <array>

namespace newsgraph::cli {

namespace {

TopOptions options_from(const CommandLine& line) {
    TopOptions options;
    options.measure = measure_of(line);
    options.edges = edge_filter_of(line);
    options.types = line.list("type");
    options.limit = line.count("limit");
    constexpr std::array<std::string_view, 6> of_edges = {"relation", "status", "since", "until", "min-weight", "min-confidence"};
    for (const std::string_view option : of_edges) {
        if (options.measure == Measure::mentions && line.has(option)) {
            throw UsageError("--by mentions looks at no edges, and --" + std::string(option) + " chooses edges");
        }
    }
    return options;
}

Table table_of(const KnowledgeGraph& graph, const Top& found, Measure measure) {
    using enum Column::Kind;
    Table table;
    table.name = "entities";
    table.columns = {{"id", text}, {"label", text}, {"type", text}, {"value", number}, {"mentions", number}};
    table.total = found.total;
    for (const RankedNode& ranked : found.list) {
        const GraphNode& node = graph.nodes()[ranked.node];
        table.rows.push_back(
            {{node.id}, {node.label}, {node.type}, {measure_text(measure, ranked.value)}, {std::to_string(node.mentions)}});
    }
    return table;
}

}  // namespace

ExitStatus run_top(const CommandLine& line, Terminal& terminal) {
    const std::string& path = graph_argument(line);
    const TopOptions options = options_from(line);
    style_of(line);
    const KnowledgeGraph graph = ask_graph_file(path, question_about(line, {})).graph;
    check_filters(line, graph, terminal);
    end_when_interrupted();
    const Top found = top(graph, options);
    say_if_sampled(found, terminal);
    return answer_table(line, table_of(graph, found, options.measure), "no nodes found", terminal);
}

}  // namespace newsgraph::cli
