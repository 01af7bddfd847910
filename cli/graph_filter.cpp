#include "cli/graph_filter.hpp"

#include "cli/graph_options.hpp"
#include "cli/node_names.hpp"
#include "cli/suggest.hpp"
#include "cli/usage_error.hpp"

#include <algorithm>
#include <cstdint>

namespace newsgraph::cli {

namespace {

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

GraphVocabulary vocabulary_of(const KnowledgeGraph& graph) {
    GraphVocabulary out;
    for (const GraphEdge& edge : graph.edges()) {
        out.relations.insert(edge.relation);
        out.statuses.emplace(to_string(edge.status));
    }
    for (const GraphNode& node : graph.nodes()) out.types.insert(node.type);
    return out;
}

void check_types(const CommandLine& line, const GraphVocabulary& known, Terminal& terminal) {
    if (!line.has("type")) return;  // not all commands know it
    check_known(line.list("type"), known.types, "nodes of type", terminal);
}

void check_filters(const CommandLine& line, const GraphVocabulary& known, Terminal& terminal) {
    if (line.has("status") && line.text("status") != "all") check_known(line.list("status"), known.statuses, "edges that are", terminal);
    check_known(line.list("relation"), known.relations, "relation", terminal);
    check_types(line, known, terminal);
}

}  // namespace

void check_date(const CommandLine& line, std::string_view option) {
    const std::string date = line.text(option);
    if (date.empty() && !line.has(option)) return;
    bool good = date.size() == 4 || date.size() == 7 || date.size() == 10;
    for (std::size_t i = 0; i < date.size(); ++i) {
        const bool digit = date[i] >= '0' && date[i] <= '9';
        good = good && (i == 4 || i == 7 ? date[i] == '-' : digit);
    }
    // Months and days as they are written; that February is short does not matter to a comparison.
    const std::string month = date.size() >= 7 ? date.substr(5, 2) : "01";
    const std::string day = date.size() == 10 ? date.substr(8, 2) : "01";
    good = good && month >= "01" && month <= "12" && day >= "01" && day <= "31";
    if (!good) {
        throw UsageError("option '--" + std::string(option) + "': '" + date + "' is no date", "write 2026, 2026-01 or 2026-01-05");
    }
}

EdgeFilter time_filter_of(const CommandLine& line) {
    check_date(line, "since");
    check_date(line, "until");
    EdgeFilter filter;
    filter.since = line.text("since");
    filter.until = line.text("until");
    return filter;
}

Direction direction_of(const CommandLine& line) {
    const std::string direction = line.text("direction");
    return direction == "out" ? Direction::out : direction == "in" ? Direction::in : Direction::both;
}

EdgeFilter edge_filter_of(const CommandLine& line) {
    EdgeFilter filter = time_filter_of(line);
    filter.relations = line.list("relation");
    filter.statuses = statuses_of(line);
    filter.min_weight = static_cast<std::uint32_t>(std::min<std::size_t>(line.count("min-weight"), UINT32_MAX));
    filter.min_confidence = line.share("min-confidence");
    return filter;
}

GraphQuestion question_about(const CommandLine& line, const std::vector<std::string>& names) {
    GraphQuestion question;
    question.names = names;
    if (!names.empty()) question.other_names = gazetteer_names();
    question.statements = line.has("since") || line.has("until");
    question.vocabulary = line.has("relation") || line.has("status") || line.has("type");
    return question;
}

void check_filters(const CommandLine& line, const KnowledgeGraph& graph, Terminal& terminal) {
    check_filters(line, vocabulary_of(graph), terminal);
}

void check_filters(const CommandLine& line, const GraphAnswer& answer, Terminal& terminal) {
    check_filters(line, answer.vocabulary ? *answer.vocabulary : vocabulary_of(answer.graph), terminal);
}

void check_types(const CommandLine& line, const KnowledgeGraph& graph, Terminal& terminal) {
    check_types(line, vocabulary_of(graph), terminal);
}

// GraphML keeps when an article was published, not when what it tells of happened.
void say_whose_dates(const CommandLine& line, const KnowledgeGraph& graph, Terminal& terminal) {
    const bool dated = line.command().name == "timeline" || line.has("since") || line.has("until");
    if (!dated || graph.whole_evidence()) return;
    const bool has_own = std::any_of(graph.edges().begin(), graph.edges().end(), [](const GraphEdge& edge) {
        return std::any_of(edge.statements.begin(), edge.statements.end(), [](const EdgeEvidence& one) { return !one.date.empty(); });
    });
    if (has_own) return;
    terminal.warning(line.arguments().front() + ": the file has the dates of articles, not of what their sentences tell; "
                     "'newsgraph build INPUT -o graph.json' keeps them");
}

// GraphML keeps the best sentence of an edge.
void say_what_is_not_kept(const std::string& path, const KnowledgeGraph& graph, const std::set<std::size_t>& edges,
                          Terminal& terminal) {
    if (graph.whole_evidence()) return;
    const auto cut = std::count_if(edges.begin(), edges.end(), [&](std::size_t index) {
        const GraphEdge& edge = graph.edges()[index];
        return edge.mentions > edge.statements.size();
    });
    if (cut == 0) return;
    terminal.warning(path + ": of " + std::to_string(cut) + (cut == 1 ? " edge" : " edges") +
                     " the file has one sentence, but the articles had more; "
                     "'newsgraph build INPUT -o graph.json' keeps them all");
}

}  // namespace newsgraph::cli
