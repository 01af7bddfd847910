#include "graph/kept_edges.hpp"

#include "graph/edge_derivation.hpp"

#include <algorithm>
#include <string_view>

namespace newsgraph::detail {

namespace {

constexpr const char* statements_of_document = R"sql(
SELECT statement, source, target, relation, polarity, realis FROM statements WHERE document = ?1 ORDER BY statement)sql";

bool are_copies_of_one(const std::vector<StatementEvidence>& statements, const std::vector<std::uint32_t>& story) {
    return std::all_of(statements.begin(), statements.end(), [&](const StatementEvidence& statement) {
        return story[statement.document] == story[statements.front().document];
    });
}

}  // namespace

KeptEdges::KeptEdges(const KeptWork& work)
    : work_(work),
      last_edge_(work.db.number("SELECT ifnull(max(edge), 0) FROM graph_edges")),
      none_yet_(last_edge_ == 0),
      edges_of_(work.db, "SELECT DISTINCT edge FROM graph_statements WHERE document = ?1"),
      forget_(work.db, "DELETE FROM graph_statements WHERE document = ?1"),
      statements_(work.db, statements_of_document),
      find_(work.db, "SELECT edge FROM graph_edges WHERE source = ?1 AND target = ?2 AND relation = ?3 AND status = ?4"),
      insert_(work.db, "INSERT INTO graph_edges VALUES (?1, ?2, ?3, ?4, ?5, 0, 0, 0, 0.0, '', '')"),
      assign_(work.db, "INSERT INTO graph_statements VALUES (?1, ?2, ?3)"),
      behind_(work.db, "SELECT g.document, g.statement, s.confidence FROM graph_statements AS g JOIN statements AS s"
                       " ON s.document = g.document AND s.statement = g.statement WHERE g.edge = ?1"),
      text_(work.db, "SELECT text FROM statements WHERE document = ?1 AND statement = ?2"),
      update_(work.db, "UPDATE graph_edges SET mentions = ?2, documents = ?3, stories = ?4, confidence = ?5, first_seen = ?6,"
                       " last_seen = ?7 WHERE edge = ?1"),
      erase_(work.db, "DELETE FROM graph_edges WHERE edge = ?1") {}

void KeptEdges::touch_document(std::size_t document) {
    edges_of_.bind(1, work_.set.rows[document]);
    while (edges_of_.step()) {
        touch(edges_of_.integer(0));
    }
}

void KeptEdges::move_document(std::size_t document) {
    touch_document(document);
    forget_.bind(1, work_.set.rows[document]).run();
    read_statements(document);
}

void KeptEdges::read_statements(std::size_t document) {
    const std::size_t begin = work_.first_entity[document];
    const std::size_t end = work_.first_entity[document + 1];
    std::vector<std::size_t> nodes;  // by place in the record; 0 for a concept: rows begin at 1
    for (std::size_t i = begin; i < end; ++i) {
        nodes.resize(work_.set.places[i] + 1U, 0);
        nodes.back() = work_.node_of[i];
    }
    const auto node_at = [&](std::int64_t place) { return index_of(place) < nodes.size() ? nodes[index_of(place)] : 0; };
    statements_.bind(1, work_.set.rows[document]);
    while (statements_.step()) {
        Place place;
        place.source = node_at(statements_.integer(1));
        place.target = node_at(statements_.integer(2));
        if (place.source == 0 || place.target == 0) {
            continue;
        }
        place.relation = relation(statements_.text(3));
        place.status = status_of(statements_.text(4), statements_.text(5));
        if (symmetric_[place.relation] != 0 && work_.node_ids[place.target] < work_.node_ids[place.source]) {
            std::swap(place.source, place.target);
        }
        place.document = static_cast<std::uint32_t>(document);
        place.statement = statements_.integer(0);
        places_.push_back(place);
    }
}

std::uint32_t KeptEdges::relation(const std::string& name) {
    const auto [place, fresh] = relation_numbers_.try_emplace(name, static_cast<std::uint32_t>(relation_names_.size()));
    if (fresh) {
        relation_names_.push_back(&place->first);
        const auto info = work_.basis.relations.find(name);
        symmetric_.push_back(info != work_.basis.relations.end() && info->second.symmetric ? 1 : 0);
    }
    return place->second;
}

std::int64_t KeptEdges::edge_of(const Place& place) {
    const std::string_view status = to_string(place.status);
    if (!none_yet_) {
        find_.bind(1, row_of(place.source)).bind(2, row_of(place.target)).bind(3, *relation_names_[place.relation]).bind(4, status);
        if (find_.step()) {
            const std::int64_t edge = find_.integer(0);
            find_.reset();
            return edge;
        }
    }
    insert_.bind(1, ++last_edge_).bind(2, row_of(place.source)).bind(3, row_of(place.target));
    insert_.bind(4, *relation_names_[place.relation]).bind(5, status).run();
    return last_edge_;
}

void KeptEdges::write() {
    std::sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) {
        return std::tuple_cat(a.edge(), std::tie(a.document, a.statement)) < std::tuple_cat(b.edge(), std::tie(b.document, b.statement));
    });
    std::int64_t edge = 0;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        if (i == 0 || places_[i].edge() != places_[i - 1].edge()) {
            edge = edge_of(places_[i]);
            touch(edge);
        }
        assign_.bind(1, work_.set.rows[places_[i].document]).bind(2, places_[i].statement).bind(3, edge).run();
    }
    places_.clear();
    touched_.each([this](std::int64_t touched) { count(touched); });
}

void KeptEdges::count(std::int64_t edge) {
    std::vector<StatementEvidence> statements;
    std::vector<std::int64_t> numbers;
    behind_.bind(1, edge);
    while (behind_.step()) {
        StatementEvidence& statement = statements.emplace_back();
        statement.document = static_cast<std::uint32_t>(work_.document_at(behind_.integer(0)));
        statement.confidence = behind_.real(2);
        numbers.push_back(behind_.integer(1));
    }
    if (statements.empty()) {
        erase_.bind(1, edge).run();
        return;
    }
    if (!are_copies_of_one(statements, work_.story)) {
        for (std::size_t i = 0; i < statements.size(); ++i) {
            text_.bind(1, work_.set.rows[statements[i].document]).bind(2, numbers[i]);
            statements[i].text = text_.step() ? text_.text(0) : "";
            text_.reset();
        }
    }
    Statements best_first;
    for (const StatementEvidence& statement : statements) {
        best_first.push_back(&statement);
    }
    sort_statements(best_first);
    GraphEdge counted;
    weigh(best_first, work_.evidence().documents, work_.story, counted);
    update_.bind(1, edge).bind(2, std::int64_t{counted.mentions}).bind(3, std::int64_t{counted.documents});
    update_.bind(4, std::int64_t{counted.stories}).bind(5, counted.confidence).bind(6, counted.first_seen);
    update_.bind(7, counted.last_seen).run();
}

}  // namespace newsgraph::detail
