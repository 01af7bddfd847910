#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "cli/evidence_text.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_filter.hpp"
#include "cli/graph_options.hpp"
#include "cli/usage_error.hpp"
#include "export/output_file.hpp"
#include "graph/difference.hpp"

namespace newsgraph::cli {

namespace {

struct Pair {
    KnowledgeGraph before;
    KnowledgeGraph after;
};

void check_arguments(const CommandLine& line) {
    const bool dates = line.has("from") || line.has("to");
    const std::size_t wanted = dates ? 1 : 2;
    const std::string form = "newsgraph diff A B, or newsgraph diff GRAPH --from DATE --to DATE";
    if (line.arguments().empty()) throw UsageError("no graph", form);
    if (line.arguments().size() < wanted) throw UsageError("one graph, and no dates", form);
    if (line.arguments().size() > wanted) throw UsageError("'" + line.arguments()[wanted] + "' is too many", form);
    if (dates && !(line.has("from") && line.has("to"))) throw UsageError("--from and --to go together", form);
    check_date(line, "from");
    check_date(line, "to");
}

Pair read(const CommandLine& line) {
    const std::string& path = line.arguments().front();
    if (!line.has("from")) {
        const GraphQuestion question = question_about(line, {});
        return {ask_graph_file(path, question).graph, ask_graph_file(line.arguments()[1], question).graph};
    }
    const KnowledgeGraph graph = read_graph_file(path);
    try {
        return {graph_on(graph, line.text("from")), graph_on(graph, line.text("to"))};
    } catch (const FormatError& trouble) {
        throw FormatError(path + ": " + trouble.what(), "JSON that newsgraph wrote keeps it");
    }
}

const char* change_name(const Change& change) {
    return !change.before ? "came" : !change.after ? "went" : "changed";
}

// The graph that a change is shown by, the newer one where both have it, and the place in it.
struct Shown {
    const KnowledgeGraph& graph;
    std::size_t index;
};

Shown shown(const Pair& graphs, const Change& change) {
    return change.after ? Shown{graphs.after, *change.after} : Shown{graphs.before, *change.before};
}

template <typename Number>
Cell cell(const std::optional<std::size_t>& index, Number number) {
    return index ? Cell{std::to_string(number(*index))} : Cell{};
}

void add_node(const Pair& graphs, const Change& change, Table& table) {
    const auto [graph, index] = shown(graphs, change);
    const GraphNode& node = graph.nodes()[index];
    table.rows.push_back({{change_name(change)}, {"node"}, {node.id}, {node.label}, {node.type}, {}, {}, {}, {},
                          cell(change.before, [&](std::size_t i) { return graphs.before.nodes()[i].mentions; }),
                          cell(change.after, [&](std::size_t i) { return graphs.after.nodes()[i].mentions; })});
}

void add_edge(const Pair& graphs, const Change& change, Table& table) {
    const auto [graph, index] = shown(graphs, change);
    const GraphEdge& edge = graph.edges()[index];
    table.rows.push_back({{change_name(change)}, {"edge"}, {edge.id}, {edge_text(graph, edge)}, {},
                          {graph.nodes()[edge.source].id}, {edge.relation}, {graph.nodes()[edge.target].id},
                          {std::string(to_string(edge.status))},
                          cell(change.before, [&](std::size_t i) { return graphs.before.edges()[i].weight; }),
                          cell(change.after, [&](std::size_t i) { return graphs.after.edges()[i].weight; })});
}

Table table_of(const Pair& graphs, const Difference& found, std::size_t limit) {
    using enum Column::Kind;
    Table table;
    table.name = "changes";
    table.columns = {{"change", text}, {"kind", text}, {"id", text}, {"label", text}, {"type", text}, {"source", text}, {"relation", text},
                     {"target", text}, {"status", text}, {"before", number}, {"after", number}};
    for (const Change& change : found.nodes) add_node(graphs, change, table);
    for (const Change& change : found.edges) add_edge(graphs, change, table);
    table.total = table.rows.size();
    if (limit != 0 && table.rows.size() > limit) table.rows.resize(limit);
    return table;
}

// "+ node  Soland  country:soland  mentions 3", "~ edge  Ostmark --attacks--> Soland  weight 1 -> 2".
void write_text(const Table& table, Sink& sink) {
    for (const auto& row : table.rows) {
        const bool came = row[9].empty();
        const bool went = row[10].empty();
        const bool node = row[1].front() == "node";
        std::string line = (came ? "+ " : went ? "- " : "~ ") + row[1].front() + "  " + one_line_of(row[3].front());
        line += node ? "  " + one_line_of(row[2].front()) + "  mentions " : "  weight ";
        line += came || went ? (came ? row[10] : row[9]).front() : row[9].front() + " -> " + row[10].front();
        sink.write(line + "\n");
    }
}

}  // namespace

ExitStatus run_diff(const CommandLine& line, Terminal& terminal) {
    check_arguments(line);
    const EdgeFilter filter = edge_filter_of(line);
    const OutputStyle style = style_of(line);
    const Pair graphs = read(line);
    const Table table = table_of(graphs, difference(graphs.before, graphs.after, filter), line.count("limit"));
    OutputFile output("-");
    if (style == OutputStyle::text) {
        write_text(table, output);
    } else {
        write_table(table, style, false, output);
    }
    output.commit();
    return finish_list(line, table.rows.size(), table.total, "nothing changed", terminal);
}

}  // namespace newsgraph::cli
