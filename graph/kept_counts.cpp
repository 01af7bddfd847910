#include "graph/kept_counts.hpp"

#include "extract/base/error.hpp"
#include "graph/edge_derivation.hpp"
#include "graph/marks.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace newsgraph {

namespace {

constexpr std::uint32_t none = UINT32_MAX;

// Rows of graph_nodes -> indexes. Rows are numbered without large gaps.
class NodePlaces {
public:
    explicit NodePlaces(sqlite::Database& db) : db_(db) {}

    void add(std::int64_t row, std::size_t index) {
        const std::size_t place = detail::index_of(row);
        if (place >= places_.size()) {
            places_.resize(place + place / 2 + 1, none);
        }
        places_[place] = static_cast<std::uint32_t>(index);
    }

    std::size_t of(std::int64_t row) const {
        const std::size_t place = detail::index_of(row);
        if (place >= places_.size() || places_[place] == none) {
            throw FormatError(db_.path() + ": the store is damaged: a node of its graph is missing");
        }
        return places_[place];
    }

private:
    const sqlite::Database& db_;
    std::vector<std::uint32_t> places_;
};

void count_articles(sqlite::Database& db, GraphSummary& out) {
    sqlite::Query articles(db, "SELECT count(*), sum(date <> ''), ifnull(min(nullif(date, '')), ''), ifnull(max(date), '') FROM documents");
    articles.step();
    if (articles.integer(0) == 0) {
        return;
    }
    out.articles = detail::index_of(articles.integer(0));
    out.dated_articles = detail::index_of(articles.integer(1));
    out.first_date = articles.text(2);
    out.last_date = articles.text(3);
}

std::string quad_of(const GraphBasis& basis, const std::string& relation) {
    const auto found = basis.relations.find(relation);
    return found == basis.relations.end() ? std::string() : found->second.quad;
}

using Kind = std::pair<std::string, EdgeStatus>;

}  // namespace

GraphSummary summary_of_kept(sqlite::Database& db, const GraphBasis& basis) {
    GraphSummary out;
    NodePlaces places(db);
    sqlite::Query nodes(db, "SELECT node, type FROM graph_nodes");
    while (nodes.step()) {
        places.add(nodes.integer(0), out.nodes++);
        ++out.nodes_by_type[nodes.text(1)];
    }
    detail::Connections connections(out.nodes);
    std::map<Kind, std::size_t> kinds;
    auto last = kinds.end();  // edges of one kind often follow each other
    sqlite::Query edges(db, "SELECT source, target, relation, status, mentions FROM graph_edges WHERE source <> target");
    while (edges.step()) {
        connections.add(places.of(edges.integer(0)), places.of(edges.integer(1)));
        const EdgeStatus status = edge_status(edges.view(3)).value_or(EdgeStatus::asserted);
        if (last == kinds.end() || last->first.first != edges.view(2) || last->first.second != status) {
            last = kinds.try_emplace(Kind(edges.text(2), status), 0).first;
        }
        ++last->second;
        out.statements += static_cast<std::uint32_t>(edges.integer(4));
    }
    for (const auto& [kind, count] : kinds) {
        out.edges += count;
        out.edges_by_status[kind.second] += count;
        out.edges_by_quad[quad_of(basis, kind.first)] += count;
    }
    count_articles(db, out);
    connections.summarize(out);
    return out;
}

std::vector<RelationSummary> relations_of_kept(sqlite::Database& db, const GraphBasis& basis) {
    std::map<std::string, RelationSummary> found;
    std::map<std::string, std::vector<std::int64_t>> documents;
    std::int64_t last = 0;
    RelationSummary* relation = nullptr;
    std::vector<std::int64_t>* of_relation = nullptr;
    // Both in the order of edges: nothing is looked up.
    sqlite::Query statements(db, "SELECT e.edge, e.relation, e.status, e.mentions, g.document FROM graph_edges AS e"
                                 " CROSS JOIN graph_statements AS g INDEXED BY graph_statements_edge ON g.edge = e.edge"
                                 " WHERE e.source <> e.target");
    while (statements.step()) {
        if (relation == nullptr || statements.integer(0) != last) {
            last = statements.integer(0);
            const std::string name = statements.text(1);
            relation = &found[name];
            of_relation = &documents[name];
            const EdgeStatus status = edge_status(statements.view(2)).value_or(EdgeStatus::asserted);
            ++relation->edges;
            relation->negated += status == EdgeStatus::negated ? 1U : 0U;
            relation->unrealized += status == EdgeStatus::unrealized ? 1U : 0U;
            relation->statements += static_cast<std::uint32_t>(statements.integer(3));
        }
        of_relation->push_back(statements.integer(4));
    }
    std::vector<RelationSummary> out;
    for (auto& [name, summary] : found) {
        std::vector<std::int64_t>& all = documents[name];
        std::sort(all.begin(), all.end());
        summary.documents = static_cast<std::size_t>(std::unique(all.begin(), all.end()) - all.begin());
        summary.relation = name;
        if (const auto info = basis.relations.find(name); info != basis.relations.end()) {
            summary.symmetric = info->second.symmetric;
            summary.plover = info->second.plover;
            summary.quad = info->second.quad;
            summary.score = info->second.score;
        }
        out.push_back(std::move(summary));
    }
    detail::sort_relations(out);
    return out;
}

namespace detail {

std::vector<std::size_t> degrees_of_kept(sqlite::Database& db, const std::vector<GraphNode>& nodes) {
    NodePlaces places(db);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        places.add(nodes[i].row, i);
    }
    std::vector<std::size_t> degrees(nodes.size(), 0);
    sqlite::Query ends(db, "SELECT source, target FROM graph_edges WHERE source <> target");
    while (ends.step()) {
        ++degrees[places.of(ends.integer(0))];
        ++degrees[places.of(ends.integer(1))];
    }
    return degrees;
}

namespace {

void add_uses(sqlite::Query& counts, std::map<std::string, std::size_t>& uses) {
    while (counts.step()) {
        uses[counts.text(0)] += index_of(counts.integer(1));
    }
}

}  // namespace

std::map<std::string, std::size_t> uses_of_kept(sqlite::Database& db, const std::vector<std::int64_t>& nodes) {
    std::map<std::string, std::size_t> uses;
    if (nodes.empty()) {
        sqlite::Query all(db, "SELECT d.doc, n FROM (SELECT document, count(*) AS n FROM graph_statements GROUP BY document)"
                              " JOIN documents AS d ON d.id = document");
        add_uses(all, uses);
        return uses;
    }
    sqlite::Query around(db, "SELECT d.doc, n FROM (SELECT g.document AS document, count(*) AS n"
                             " FROM (SELECT edge FROM graph_edges WHERE source = ?1"
                             " UNION ALL SELECT edge FROM graph_edges WHERE target = ?1 AND source <> ?1) AS e"
                             " JOIN graph_statements AS g ON g.edge = e.edge GROUP BY g.document)"
                             " JOIN documents AS d ON d.id = document");
    for (const std::int64_t node : nodes) {
        around.bind(1, node);
        add_uses(around, uses);
    }
    return uses;
}

}  // namespace detail

}  // namespace newsgraph
