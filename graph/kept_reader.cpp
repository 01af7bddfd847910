#include "graph/kept_reader.hpp"

#include "extract/base/error.hpp"
#include "graph/edge_derivation.hpp"
#include "graph/kept_counts.hpp"
#include "graph/kept_lists.hpp"
#include "graph/kept_statements.hpp"
#include "graph/marks.hpp"
#include "graph/names.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace newsgraph {

namespace {

std::uint32_t small(std::int64_t value) {
    return static_cast<std::uint32_t>(value);
}

using detail::index_of;

constexpr const char* node_columns = "node, id, label, type, aliases, mentions, documents, first_seen, last_seen";

constexpr const char* edge_columns = "SELECT edge, source, target, relation, status, mentions, documents, stories, confidence,"
                                     " first_seen, last_seen FROM graph_edges";

// Those with a statement of this time.
detail::Marks edges_in_time(sqlite::Database& db, const EdgeFilter& time) {
    detail::Marks out;
    sqlite::Query dates(db, "SELECT g.edge, s.date, d.date FROM graph_statements AS g"
                            " JOIN statements AS s ON s.document = g.document AND s.statement = g.statement"
                            " JOIN documents AS d ON d.id = g.document");
    while (dates.step()) {
        const std::string own = dates.text(1);
        if (in_time(own.empty() ? dates.text(2) : own, time)) {
            out.add(dates.integer(0));
        }
    }
    return out;
}

GraphVocabulary vocabulary_of(sqlite::Database& db) {
    GraphVocabulary out;
    sqlite::Query edges(db, "SELECT DISTINCT relation, status FROM graph_edges WHERE source <> target");
    while (edges.step()) {
        out.relations.insert(edges.text(0));
        out.statuses.insert(edges.text(1));
    }
    sqlite::Query nodes(db, "SELECT DISTINCT type FROM graph_nodes");
    while (nodes.step()) {
        out.types.insert(nodes.text(0));
    }
    out.nodes = index_of(db.number("SELECT count(*) FROM graph_nodes"));
    out.edges = index_of(db.number("SELECT count(*) FROM graph_edges WHERE source <> target"));
    return out;
}

class Reader {
public:
    Reader(sqlite::Database& db, const GraphBasis& basis, const GraphQuestion& question)
        : db_(db),
          basis_(basis),
          question_(question),
          node_(db, ("SELECT " + std::string(node_columns) + " FROM graph_nodes WHERE node = ?1").c_str()),
          merges_(db, "SELECT merges FROM graph_nodes WHERE node = ?1"),
          by_id_(db, "SELECT node FROM graph_nodes WHERE id = ?1"),
          by_key_(db, "SELECT node FROM graph_keys WHERE kind = ?1 AND text = ?2"),
          statements_(db) {
        if (question.edges && !(question.edges->since.empty() && question.edges->until.empty())) {
            in_time_ = edges_in_time(db, *question.edges);
        }
    }

    GraphAnswer answer() {
        GraphAnswer answer;
        answer.graph = question_.names.empty() ? whole() : part();
        if (question_.vocabulary && (question_.edges || !question_.names.empty())) {
            answer.vocabulary = vocabulary_of(db_);
        }
        if (question_.degrees) {
            answer.degrees = detail::degrees_of_kept(db_, answer.graph.nodes());
        }
        if (question_.uses) {
            answer.uses = detail::uses_of_kept(db_, meant_);
        }
        return answer;
    }

private:
    KnowledgeGraph whole() {
        if (!question_.uses) {
            add_all_nodes();
        }
        if (!question_.uses && !question_.degrees) {
            add_all_edges();
        }
        if (question_.origins) {
            for (std::size_t i = 0; i < nodes_.size(); ++i) {
                nodes_[i].evidence = statements_.evidence_of(nodes_[i].row);
            }
        }
        return {std::move(nodes_), std::move(edges_), true, articles(), basis_.decisions};
    }

    KnowledgeGraph part() {
        for (const std::string& name : question_.names) {
            add_candidates(name);
        }
        const KnowledgeGraph candidates(nodes_, {}, true);
        for (const std::string& name : question_.names) {
            const NameMatch match = find_node(candidates, name, question_.other_names);
            if (match.found == Found::one) {
                by_id_.bind(1, candidates.nodes()[match.nodes.front()].id);
                by_id_.step();
                meant_.push_back(by_id_.integer(0));
                by_id_.reset();
            }
        }
        std::sort(meant_.begin(), meant_.end());
        meant_.erase(std::unique(meant_.begin(), meant_.end()), meant_.end());
        if (!question_.uses) {
            add_edges_around(meant_);
        }
        finish_edges();
        if (question_.origins) {
            for (const std::int64_t row : meant_) {
                nodes_[places_.at(row)].evidence = statements_.evidence_of(row);
            }
        }
        return {std::move(nodes_), std::move(edges_), true, articles(), basis_.decisions};
    }

    void add_all_nodes() {
        const std::string sql = "SELECT " + std::string(node_columns) + " FROM graph_nodes ORDER BY id";
        sqlite::Query all(db_, sql.c_str());
        while (all.step()) {
            add_node(all);
        }
    }

    void add_all_edges() {
        if (!question_.edges) {
            edges_.reserve(index_of(db_.number("SELECT count(*) FROM graph_edges WHERE source <> target")));
        }
        sqlite::Query edges(db_, edge_columns);
        add_edges(edges);
        finish_edges();
    }

    // Its place among the nodes.
    std::size_t add_node(std::int64_t row) {
        if (const auto known = places_.find(row); known != places_.end()) {
            return known->second;
        }
        node_.bind(1, row);
        if (!node_.step()) {
            throw FormatError(db_.path() + ": the store is damaged: a node of its graph is missing");
        }
        const std::size_t place = add_node(node_);
        node_.reset();
        return place;
    }

    // REQUIRES: is not there yet.
    std::size_t add_node(const sqlite::Query& columns) {
        const std::size_t place = nodes_.size();
        GraphNode& node = nodes_.emplace_back();
        node.row = columns.integer(0);
        node.id = columns.view(1);
        node.label = columns.view(2);
        node.type = columns.view(3);
        node.aliases = detail::strings_from_json(columns.view(4));
        node.mentions = small(columns.integer(5));
        node.documents = small(columns.integer(6));
        node.first_seen = columns.view(7);
        node.last_seen = columns.view(8);
        node.wikidata = is_wikidata_id(node.id) ? node.id : "";
        if (question_.origins) {
            merges_.bind(1, node.row);
            merges_.step();
            node.merges = detail::merges_from_json(merges_.view(0));
            merges_.reset();
        }
        places_.emplace(node.row, place);
        return place;
    }

    void add_node(const std::string& id) {
        by_id_.bind(1, id);
        const std::optional<std::int64_t> row = by_id_.step() ? std::optional(by_id_.integer(0)) : std::nullopt;
        by_id_.reset();
        if (row) {
            add_node(*row);
        }
    }

    std::vector<std::int64_t> keyed(const std::string& kind, const std::string& text) {
        std::vector<std::int64_t> rows;
        by_key_.bind(1, kind).bind(2, text);
        while (by_key_.step()) {
            rows.push_back(by_key_.integer(0));
        }
        return rows;
    }

    // All nodes that find_node() might choose, as it goes on to weaker ways of matching only where stronger ones find nothing.
    void add_candidates(const std::string& name) {
        std::size_t before = nodes_.size();
        add_node(name);
        if (nodes_.size() > before) {
            return;
        }
        const std::vector<std::int64_t> proposed = keyed("proposed", name);
        for (const std::int64_t row : proposed) {
            nodes_[add_node(row)].evidence = statements_.evidence_of(row, name);
        }
        const std::vector<std::int64_t> called = keyed("name", fold_name(name));
        for (const std::int64_t row : called) {
            add_node(row);
        }
        if (!proposed.empty() || !called.empty()) {
            return;
        }
        before = nodes_.size();
        if (question_.other_names) {
            for (const std::string& id : question_.other_names(name)) {
                add_node(id);
            }
        }
        const std::string words = " " + name_key(name) + " ";
        sqlite::Query among(db_, "SELECT node FROM graph_keys WHERE kind = 'words' AND instr(' ' || text || ' ', ?1) > 0");
        among.bind(1, words);
        while (among.step()) {
            add_node(among.integer(0));
        }
        if (nodes_.size() == before) {
            sqlite::Query all(db_, "SELECT node FROM graph_nodes");  // names like it are looked for among all
            while (all.step()) {
                add_node(all.integer(0));
            }
        }
    }

    void add_edges_around(const std::vector<std::int64_t>& names) {
        const std::string from = std::string(edge_columns) + " WHERE source = ?1";
        const std::string to = std::string(edge_columns) + " WHERE target = ?1 AND source <> ?1";
        sqlite::Query leaving(db_, from.c_str());
        sqlite::Query entering(db_, to.c_str());
        const std::set<std::int64_t> ends(names.begin(), names.end());
        const auto wanted = [&](std::int64_t source, std::int64_t target) {
            return !question_.among_names || ends.size() < 2 || (ends.contains(source) && ends.contains(target));
        };
        detail::Marks seen;
        std::for_each(names.begin(), names.end(), [&](std::int64_t row) { seen.add(row); });
        std::vector<std::int64_t> front = names;
        for (std::size_t step = 0; step < question_.depth && !front.empty(); ++step) {
            std::vector<std::int64_t> next;
            for (const std::int64_t row : front) {
                for (sqlite::Query* edges : {&leaving, &entering}) {
                    edges->bind(1, row);
                    add_edges(*edges, wanted, [&](std::int64_t other) {
                        if (!seen.has(other)) {
                            seen.add(other);
                            next.push_back(other);
                        }
                    });
                }
            }
            front = std::move(next);
        }
    }

    void add_edges(sqlite::Query& rows) {
        add_edges(rows, [](std::int64_t, std::int64_t) { return true; }, [](std::int64_t) {});
    }

    template <typename Wanted, typename Reached>
    void add_edges(sqlite::Query& rows, Wanted wanted, Reached reached) {
        while (rows.step()) {
            const std::int64_t source = rows.integer(1);
            const std::int64_t target = rows.integer(2);
            if (!wanted(source, target)) {
                continue;
            }
            if (source == target) {
                add_inner(rows.integer(0), source, rows);
                continue;
            }
            GraphEdge edge = edge_of(rows);
            if (!passes(edge)) {
                continue;
            }
            reached(source);
            reached(target);
            if (!edge_rows_seen_.has(edge.row)) {
                edge_rows_seen_.add(edge.row);
                edge.source = add_node(source);
                edge.target = add_node(target);
                edges_.push_back(std::move(edge));
            }
        }
    }

    void add_inner(std::int64_t row, std::int64_t node, const sqlite::Query& rows) {
        if (question_.statements && !edge_rows_seen_.has(row)) {
            edge_rows_seen_.add(row);
            inner_.push_back({row, add_node(node), rows.text(3)});
        }
    }

    // But for its ends.
    GraphEdge edge_of(const sqlite::Query& rows) const {
        GraphEdge edge;
        edge.row = rows.integer(0);
        edge.relation = rows.view(3);
        edge.status = edge_status(rows.view(4)).value_or(EdgeStatus::asserted);
        edge.mentions = small(rows.integer(5));
        edge.documents = small(rows.integer(6));
        edge.stories = small(rows.integer(7));
        edge.weight = edge.stories;
        edge.confidence = rows.real(8);
        edge.first_seen = rows.view(9);
        edge.last_seen = rows.view(10);
        if (const auto relation = basis_.relations.find(edge.relation); relation != basis_.relations.end()) {
            detail::describe(relation->second, edge);
        }
        return edge;
    }

    bool passes(const GraphEdge& edge) const {
        return !question_.edges || (passes_at_any_time(edge, *question_.edges) && (!in_time_ || in_time_->has(edge.row)));
    }

    // The statements behind them.
    void finish_edges() {
        if (!question_.statements) {
            return;
        }
        for (GraphEdge& edge : edges_) {
            statements_.put_behind(edge.row, edge);
        }
        for (const Inner& inner : inner_) {
            GraphEdge inside;
            statements_.put_behind(inner.row, inside);
            for (EdgeEvidence& statement : inside.statements) {
                nodes_[inner.node].inner.push_back({inner.relation, std::move(statement)});
            }
        }
        std::for_each(nodes_.begin(), nodes_.end(), detail::sort_inner);
    }

    std::vector<GraphArticle> articles() {
        std::vector<GraphArticle> out;
        if (!question_.articles) {
            return out;
        }
        sqlite::Query row(db_, "SELECT doc, title, date, source, url, base, text_hash, plain_hash, signature FROM documents");
        while (row.step()) {
            out.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6),
                           row.text(7), row.text(8)});
        }
        return out;
    }

    sqlite::Database& db_;
    const GraphBasis& basis_;
    const GraphQuestion& question_;
    struct Inner {  // statements between a node and itself
        std::int64_t row = 0;
        std::size_t node = 0;
        std::string relation;
    };

    sqlite::Query node_, merges_, by_id_, by_key_;
    detail::KeptStatements statements_;
    std::optional<detail::Marks> in_time_;  // edges, if a time is asked for
    std::vector<std::int64_t> meant_;       // rows of the nodes that names mean, sorted
    std::vector<GraphNode> nodes_;
    std::unordered_map<std::int64_t, std::size_t> places_;  // row -> node; never walked
    std::vector<GraphEdge> edges_;
    detail::Marks edge_rows_seen_;
    std::vector<Inner> inner_;
};

// Whoever reads later has written a part of what it reads when something turns out to be missing.
void check_statements(sqlite::Database& db) {
    if (db.number("SELECT (SELECT count(*) FROM graph_edges) <> (SELECT count(DISTINCT edge) FROM graph_statements)") != 0) {
        throw FormatError(db.path() + ": the store is damaged: an edge of its graph has no statement");
    }
}

}  // namespace

GraphAnswer read_kept_graph(sqlite::Database& db, const GraphBasis& basis, const GraphQuestion& question) {
    if (question.reader) {
        check_statements(db);
    }
    return Reader(db, basis, question).answer();
}

}  // namespace newsgraph
