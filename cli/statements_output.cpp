#include "cli/statements_output.hpp"

#include "cli/evidence_text.hpp"
#include "export/escape.hpp"

#include <string>
#include <string_view>

namespace newsgraph::cli {

namespace {

std::string dated_by(const KnownDate& date) {
    if (date.value.empty()) return "";
    return date.own ? "statement" : "article";
}

// The sentence, who says so, when it was, and where it stands. Lines begin with `indent`.
void write_statement(const EdgeEvidence& statement, const std::string& indent, bool own_date, bool color, Sink& sink) {
    sink.write(indent + "\"" + sentence_with_cue(statement, color) + "\"\n");
    if (!statement.attribution.empty()) sink.write(indent + "  says " + one_line_of(statement.attribution) + "\n");
    if (own_date && !statement.date.empty()) sink.write(indent + "  dated " + one_line_of(statement.date) + "\n");
    const std::string origin = origin_text(statement);
    if (!origin.empty()) sink.write(indent + "  " + origin + "\n");
}

std::string date_text(const KnownDate& date) {
    if (date.value.empty()) return "undated";
    return one_line_of(date.value) + (date.own ? "" : " (published)");
}

}  // namespace

Table statement_table(const KnowledgeGraph& graph, const Statements& found) {
    using enum Column::Kind;
    Table table;
    table.name = "statements";
    table.columns = {{"date", text},      {"dated_by", text}, {"source", text}, {"source_label", text}, {"relation", text},
                     {"target", text},    {"target_label", text}, {"status", text}, {"weight", number},  {"text", text},
                     {"cue", text},       {"attribution", text},  {"what", text},   {"role", text},      {"place", text},
                     {"amount", text},    {"confidence", number}, {"doc", text},    {"title", text},     {"published", text},
                     {"outlet", text},    {"url", text}};
    table.total = found.total;
    for (const StatementPlace& place : found.list) {
        const GraphEdge& edge = graph.edges()[place.edge];
        const EdgeEvidence& statement = edge.statements[place.statement];
        const GraphNode& source = graph.nodes()[edge.source];
        const GraphNode& target = graph.nodes()[edge.target];
        const KnownDate date = date_of(graph, place);
        table.rows.push_back({{date.value}, {dated_by(date)}, {source.id}, {source.label}, {edge.relation}, {target.id},
                              {target.label}, {std::string(to_string(edge.status))}, {std::to_string(edge.weight)},
                              {statement.text}, {statement.cue}, {statement.attribution}, {statement.what}, {statement.role},
                              {statement.place}, {statement.amount}, {number_text(statement.confidence)}, {statement.doc},
                              {statement.title}, {statement.published}, {statement.outlet}, {statement.url}});
    }
    return table;
}

void write_by_edge(const KnowledgeGraph& graph, const Statements& found, bool color, Sink& sink) {
    const StatementPlace* last = nullptr;
    for (const StatementPlace& place : found.list) {
        const GraphEdge& edge = graph.edges()[place.edge];
        if (last == nullptr || last->edge != place.edge) {
            sink.write(emphasized(edge_text(graph, edge), color) + "  weight " + std::to_string(edge.weight) + "\n");
        }
        write_statement(edge.statements[place.statement], "    ", true, color, sink);
        last = &place;
    }
}

void write_by_date(const KnowledgeGraph& graph, const Statements& found, bool color, Sink& sink) {
    for (const StatementPlace& place : found.list) {
        const GraphEdge& edge = graph.edges()[place.edge];
        sink.write(emphasized(date_text(date_of(graph, place)), color) + "  " + edge_text(graph, edge) + "\n");
        write_statement(edge.statements[place.statement], "    ", false, color, sink);
    }
}

}  // namespace newsgraph::cli
