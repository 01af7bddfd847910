#include "graph/statements.hpp"

#include <algorithm>
#include <tuple>

namespace newsgraph {

namespace {

const EdgeEvidence& statement_at(const KnowledgeGraph& graph, const StatementPlace& place) {
    return graph.edges()[place.edge].statements[place.statement];
}

// Edges of the node that pass, each once.
std::vector<std::size_t> edges_of(const KnowledgeGraph& graph, std::size_t node, std::optional<std::size_t> other,
                                  const StatementQuery& options) {
    std::vector<std::size_t> edges;
    const auto collect = [&](const std::vector<std::size_t>& list, Direction direction) {
        for (const std::size_t index : list) {
            const GraphEdge& edge = graph.edges()[index];
            const std::size_t end = edge.source == node ? edge.target : edge.source;
            const bool this_way = options.direction == Direction::both || options.direction == direction || edge.symmetric;
            if (this_way && (!other || end == *other) && passes(graph, edge, options.edges)) {
                edges.push_back(index);
            }
        }
    };
    collect(graph.out_edges(node), Direction::out);
    collect(graph.in_edges(node), Direction::in);
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

std::vector<StatementPlace> statements_of(const KnowledgeGraph& graph, const std::vector<std::size_t>& edges,
                                          const EdgeFilter& filter) {
    std::vector<StatementPlace> places;
    for (const std::size_t edge : edges) {
        for (std::size_t i = 0; i < graph.edges()[edge].statements.size(); ++i) {
            // Of a file that keeps one sentence an edge, the edge's dates have had their say.
            if (!graph.whole_evidence() || in_time(date_of(graph, {edge, i}).value, filter)) {
                places.push_back({edge, i});
            }
        }
    }
    return places;
}

Statements limited(std::vector<StatementPlace> places, std::size_t limit) {
    Statements out{std::move(places), 0};
    out.total = out.list.size();
    if (limit != 0 && out.list.size() > limit) {
        out.list.resize(limit);
    }
    return out;
}

}  // namespace

KnownDate date_of(const KnowledgeGraph& graph, const StatementPlace& place) {
    const EdgeEvidence& statement = statement_at(graph, place);
    if (!statement.date.empty()) {
        return {statement.date, true};
    }
    const GraphEdge& edge = graph.edges()[place.edge];
    const bool only_one = !graph.whole_evidence() && edge.documents == 1;
    return {statement.published.empty() && only_one ? edge.first_seen : statement.published, false};
}

Statements statements(const KnowledgeGraph& graph, std::size_t node, std::optional<std::size_t> other,
                      const StatementQuery& options) {
    std::vector<std::size_t> edges = edges_of(graph, node, other, options);
    std::stable_sort(edges.begin(), edges.end(),
                     [&](std::size_t a, std::size_t b) { return graph.edges()[a].weight > graph.edges()[b].weight; });
    return limited(statements_of(graph, edges, options.edges), options.limit);
}

Statements timeline(const KnowledgeGraph& graph, std::size_t node, const StatementQuery& options) {
    std::vector<StatementPlace> places = statements_of(graph, edges_of(graph, node, {}, options), options.edges);
    using Key = std::tuple<bool, std::string, std::size_t, const std::string&, std::uint32_t, std::size_t>;
    const auto key = [&](const StatementPlace& place) {
        const std::string date = date_of(graph, place).value;
        const EdgeEvidence& statement = statement_at(graph, place);
        return Key(date.empty(), date, place.edge, statement.doc, statement.sentence, place.statement);
    };
    std::sort(places.begin(), places.end(),
              [&](const StatementPlace& a, const StatementPlace& b) { return key(a) < key(b); });
    return limited(std::move(places), options.limit);
}

}  // namespace newsgraph
