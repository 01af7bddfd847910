#include "cli/commands.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_filter.hpp"
#include "cli/graph_options.hpp"
#include "cli/table.hpp"
#include "export/output_file.hpp"
#include "graph/summary.hpp"

#include <algorithm>
#include <cstdint>

namespace newsgraph::cli {

namespace {

EntityOptions options_from(const CommandLine& line) {
    EntityOptions options;
    options.types = line.list("type");
    options.min_mentions = static_cast<std::uint32_t>(std::min<std::size_t>(line.count("min-mentions"), UINT32_MAX));
    const std::string order = line.text("sort");
    options.order = order == "label" ? EntityOrder::label : order == "degree" ? EntityOrder::degree : EntityOrder::mentions;
    options.limit = line.count("limit");
    return options;
}

Table table_of(const KnowledgeGraph& graph, const Entities& found) {
    using enum Column::Kind;
    Table table;
    table.name = "entities";
    table.columns = {{"id", text},       {"label", text},      {"type", text},      {"mentions", number}, {"documents", number},
                     {"degree", number}, {"first_seen", text}, {"last_seen", text}, {"aliases", list}};
    table.total = found.total;
    for (const Entity& entity : found.list) {
        const GraphNode& node = graph.nodes()[entity.node];
        table.rows.push_back({{node.id},
                              {node.label},
                              {node.type},
                              {std::to_string(node.mentions)},
                              {std::to_string(node.documents)},
                              {std::to_string(entity.degree)},
                              {node.first_seen},
                              {node.last_seen},
                              node.aliases});
    }
    return table;
}

}  // namespace

ExitStatus run_entities(const CommandLine& line, Terminal& terminal) {
    const std::string& path = graph_argument(line);
    const OutputStyle style = style_of(line);
    const EntityOptions options = options_from(line);
    const KnowledgeGraph graph = read_graph_file(path);
    check_types(line, graph, terminal);
    const Entities found = entities(graph, options);
    OutputFile output("-");
    write_table(table_of(graph, found), style, terminal.color_on_stdout(), output);
    output.commit();
    if (found.total == 0) terminal.warning("no nodes found");
    if (found.total > found.list.size()) {
        terminal.note(std::to_string(found.total - found.list.size()) + " more behind the limit");
    }
    return found.total == 0 && line.has("exit-status") ? ExitStatus::nothing_found : ExitStatus::done;
}

}  // namespace newsgraph::cli
