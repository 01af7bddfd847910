#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_filter.hpp"
#include "cli/graph_options.hpp"
#include "cli/table.hpp"
#include "graph/name_search.hpp"
#include "graph/summary.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>

namespace newsgraph::cli {

namespace {

EntityOptions options_from(const CommandLine& line) {
    EntityOptions options;
    options.types = line.list("type");
    options.min_mentions = static_cast<std::uint32_t>(std::min<std::size_t>(line.count("min-mentions"), UINT32_MAX));
    const std::string order = line.text("sort");
    options.order = order == "label" ? EntityOrder::label : order == "degree" ? EntityOrder::degree : EntityOrder::mentions;
    return options;
}

// How each node fits --search.
using Hits = std::map<std::size_t, NameHit>;

// Those of the list that are found, best first; in the list's order if --sort is given.
Hits keep_hits(const CommandLine& line, const KnowledgeGraph& graph, Entities& found) {
    Hits hits;
    std::map<std::size_t, std::size_t> ranks;
    for (NameHit& hit : search_names(graph, line.text("search"))) {
        ranks.emplace(hit.node, ranks.size());
        hits.emplace(hit.node, std::move(hit));
    }
    std::erase_if(found.list, [&](const ListedEntity& entity) { return !ranks.contains(entity.node); });
    if (!line.has("sort")) {
        std::sort(found.list.begin(), found.list.end(),
                  [&](const ListedEntity& a, const ListedEntity& b) { return ranks.at(a.node) < ranks.at(b.node); });
    }
    return hits;
}

Table table_of(const KnowledgeGraph& graph, const Entities& found, const std::optional<Hits>& hits) {
    using enum Column::Kind;
    Table table;
    table.name = "entities";
    table.columns = {{"id", text},       {"label", text},      {"type", text},      {"mentions", number}, {"documents", number},
                     {"degree", number}, {"first_seen", text}, {"last_seen", text}, {"aliases", list}};
    if (hits) table.columns.insert(table.columns.begin() + 2, {{"match", text}, {"name", text}});
    table.total = found.total;
    for (const ListedEntity& entity : found.list) {
        const GraphNode& node = graph.nodes()[entity.node];
        auto& row = table.rows.emplace_back();
        row = {{node.id},
               {node.label},
               {node.type},
               {std::to_string(node.mentions)},
               {std::to_string(node.documents)},
               {std::to_string(entity.degree)},
               {node.first_seen},
               {node.last_seen},
               node.aliases};
        if (hits) {
            const NameHit& hit = hits->at(entity.node);
            row.insert(row.begin() + 2, {{std::string(to_string(hit.fit))}, {hit.name}});
        }
    }
    return table;
}

}  // namespace

ExitStatus run_entities(const CommandLine& line, Terminal& terminal) {
    const std::string& path = graph_argument(line);
    style_of(line);
    const EntityOptions options = options_from(line);
    GraphQuestion question;
    question.degrees = true;
    const GraphAnswer answer = ask_graph_file(path, question);
    const KnowledgeGraph& graph = answer.graph;
    check_types(line, graph, terminal);
    Entities found = entities(graph, answer.degrees ? *answer.degrees : degrees(graph), options);
    std::optional<Hits> hits;
    if (line.has("search")) hits = keep_hits(line, graph, found);
    found.total = found.list.size();
    const std::size_t limit = line.count("limit");
    if (limit != 0 && found.list.size() > limit) found.list.resize(limit);
    return answer_table(line, table_of(graph, found, hits), "no nodes found", terminal);
}

}  // namespace newsgraph::cli
