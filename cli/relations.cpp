#include "cli/commands.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_options.hpp"
#include "cli/table.hpp"
#include "export/escape.hpp"
#include "export/output_file.hpp"
#include "graph/summary.hpp"

namespace newsgraph::cli {

namespace {

Table table_of(const std::vector<RelationSummary>& relations) {
    using enum Column::Kind;
    Table table;
    table.name = "relations";
    table.columns = {{"relation", text},      {"edges", number},     {"negated", number}, {"unrealized", number},
                     {"statements", number}, {"documents", number}, {"plover", text},    {"quad", text},
                     {"score", number},      {"direction", text}};
    table.total = relations.size();
    for (const RelationSummary& relation : relations) {
        const Cell documents = relation.documents ? Cell{std::to_string(*relation.documents)} : Cell{};
        table.rows.push_back({{relation.relation},
                              {std::to_string(relation.edges)},
                              {std::to_string(relation.negated)},
                              {std::to_string(relation.unrealized)},
                              {std::to_string(relation.statements)},
                              documents,
                              {relation.plover},
                              {relation.quad},
                              {number_text(relation.score)},
                              {relation.symmetric ? "both" : "out"}});
    }
    return table;
}

}  // namespace

ExitStatus run_relations(const CommandLine& line, Terminal& terminal) {
    const std::string& path = graph_argument(line);
    const OutputStyle style = style_of(line);
    const Table table = table_of(relations_of_graph_file(path));
    OutputFile output("-");
    write_table(table, style, terminal.color_on_stdout(), output);
    output.commit();
    if (table.total == 0) terminal.warning("the graph has no edges");
    return ExitStatus::done;
}

}  // namespace newsgraph::cli
