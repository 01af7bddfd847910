#include "cli/commands.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_options.hpp"
#include "cli/neighbors_output.hpp"
#include "cli/suggest.hpp"
#include "cli/usage_error.hpp"
#include "export/output_file.hpp"
#include "extract/data/tables.hpp"
#include "extract/names/gazetteer.hpp"

#include <algorithm>
#include <set>
#include <unistd.h>

namespace newsgraph::cli {

namespace {

std::string candidates(const KnowledgeGraph& graph, const std::vector<std::size_t>& nodes) {
    std::string list;
    for (const std::size_t index : nodes) {
        const GraphNode& node = graph.nodes()[index];
        list += (list.empty() ? "" : ", ") + node.label + " (" + node.id + ")";
    }
    return list;
}

OtherNames gazetteer_names() {
    return [gazetteer = known_things()](std::string_view name) {
        std::vector<std::string> ids;
        if (const auto* known = gazetteer.find(name)) {
            for (const KnownName& meaning : *known) ids.push_back(gazetteer.things()[meaning.thing].node);
        }
        return ids;
    };
}

std::size_t node_named(const KnowledgeGraph& graph, const std::string& name, const OtherNames& others) {
    const NameMatch match = find_node(graph, name, others);
    if (match.found == Found::one) return match.nodes.front();
    if (match.found == Found::several) {
        throw Error("'" + name + "' could be " + candidates(graph, match.nodes), "name one of them in full, or its id");
    }
    const std::string near = match.nodes.empty() ? "" : "; names like it: " + candidates(graph, match.nodes);
    throw Error("no node is called '" + name + "'" + near);
}

void check_date(const CommandLine& line, std::string_view option) {
    const std::string date = line.text(option);
    bool good = date.empty() || date.size() == 4 || date.size() == 7 || date.size() == 10;
    for (std::size_t i = 0; i < date.size(); ++i) {
        const bool digit = date[i] >= '0' && date[i] <= '9';
        good = good && (i == 4 || i == 7 ? date[i] == '-' : digit);
    }
    if (!good) {
        throw UsageError("option '--" + std::string(option) + "': '" + date + "' is no date", "write 2026, 2026-01 or 2026-01-05");
    }
}

NeighborOptions options_from(const CommandLine& line) {
    check_date(line, "since");
    check_date(line, "until");
    NeighborOptions options;
    options.edges.relations = line.list("relation");
    options.edges.statuses = statuses_of(line);
    options.edges.min_weight = static_cast<std::uint32_t>(std::min<std::size_t>(line.count("min-weight"), UINT32_MAX));
    options.edges.min_confidence = line.share("min-confidence");
    options.edges.since = line.text("since");
    options.edges.until = line.text("until");
    const std::string direction = line.text("direction");
    options.direction = direction == "out" ? Direction::out : direction == "in" ? Direction::in : Direction::both;
    options.depth = line.count("depth");
    options.types = line.list("type");
    options.common = line.has("common");
    options.limit = line.count("limit");
    return options;
}

NeighborStyle style_of(const CommandLine& line) {
    const int chosen = int{line.has("json")} + int{line.has("csv")} + int{line.has("tsv")};
    if (chosen > 1) throw UsageError("--json, --csv and --tsv exclude each other");
    if (line.has("json")) return NeighborStyle::json;
    if (line.has("csv")) return NeighborStyle::csv;
    return line.has("tsv") ? NeighborStyle::tsv : NeighborStyle::text;
}

// A mistyped filter would silently find nothing.
void check_known(const std::vector<std::string>& wanted, const std::set<std::string>& known, const std::string& what,
                 Terminal& terminal) {
    for (const std::string& name : wanted) {
        if (known.contains(name)) continue;
        std::string list;
        for (const std::string& one : known) list += (list.empty() ? "" : ", ") + one;
        terminal.warning("the graph has no " + what + " '" + name + "'" + did_you_mean(name, {known.begin(), known.end()}) +
                         (list.empty() ? "" : "; it has " + list));
    }
}

void check_filters(const CommandLine& line, const KnowledgeGraph& graph, const NeighborOptions& options, Terminal& terminal) {
    std::set<std::string> statuses;
    std::set<std::string> relations;
    std::set<std::string> types;
    for (const GraphEdge& edge : graph.edges()) {
        relations.insert(edge.relation);
        statuses.emplace(to_string(edge.status));
    }
    for (const GraphNode& node : graph.nodes()) types.insert(node.type);
    if (line.has("status") && line.text("status") != "all") check_known(line.list("status"), statuses, "edges that are", terminal);
    check_known(options.edges.relations, relations, "relation", terminal);
    check_known(options.types, types, "nodes of type", terminal);
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

// GraphML keeps the best sentence of an edge.
void say_what_is_not_kept(const CommandLine& line, const KnowledgeGraph& graph, const Neighbors& found, Terminal& terminal) {
    if (graph.whole_evidence()) return;
    std::set<std::size_t> edges;
    for (const Neighbor& neighbor : found.list) {
        for (const Hop& hop : neighbor.hops) {
            const GraphEdge& edge = graph.edges()[hop.edge];
            if (edge.mentions > edge.statements.size()) edges.insert(hop.edge);
        }
    }
    if (edges.empty()) return;
    terminal.warning(line.arguments().front() + ": of " + std::to_string(edges.size()) +
                     (edges.size() == 1 ? " edge" : " edges") + " the file has one sentence, but the articles had more; "
                     "'newsgraph build INPUT -o graph.json' keeps them all");
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
    const KnowledgeGraph graph = read_graph_file(line.arguments().front());
    const OtherNames others = gazetteer_names();
    std::vector<std::size_t> names;
    for (auto name = line.arguments().begin() + 1; name != line.arguments().end(); ++name) {
        names.push_back(node_named(graph, *name, others));
        terminal.note("'" + *name + "' is " + candidates(graph, {names.back()}));
    }
    check_filters(line, graph, options, terminal);
    const Neighbors found = neighbors(graph, names, options);
    OutputFile output("-");
    write_neighbors(graph, names, found, view, output);
    output.commit();
    say_what_is_missing(line, found, terminal);
    if (view.evidence || line.has("since") || line.has("until")) say_what_is_not_kept(line, graph, found, terminal);
    return found.list.empty() && line.has("exit-status") ? ExitStatus::nothing_found : ExitStatus::done;
}

}  // namespace newsgraph::cli
