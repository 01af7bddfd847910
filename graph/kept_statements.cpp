#include "graph/kept_statements.hpp"

#include "extract/base/error.hpp"
#include "graph/edge_derivation.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace newsgraph::detail {

namespace {

std::string behind_edge() {
    return std::string("SELECT s.document, source.name, target.name, ifnull(speaker.label, ''), ") + statement_columns + R"sql(
FROM graph_statements AS g JOIN statements AS s ON s.document = g.document AND s.statement = g.statement
JOIN entities AS source ON source.document = s.document AND source.entity = s.source
JOIN entities AS target ON target.document = s.document AND target.entity = s.target
LEFT JOIN entities AS speaker ON speaker.document = s.document AND speaker.entity = s.attribution AND speaker.type <> 'concept'
WHERE g.edge = ?1 ORDER BY s.document, s.statement)sql";
}

constexpr const char* in_node = R"sql(
SELECT m.document, m.entity, e.name, e.node, e.label, e.type FROM graph_members AS m
JOIN entities AS e ON e.document = m.document AND e.entity = m.entity
WHERE m.node = ?1 AND (?2 = '' OR e.node = ?2))sql";

std::uint32_t small(std::int64_t value) {
    return static_cast<std::uint32_t>(value);
}

}  // namespace

KeptStatements::KeptStatements(sqlite::Database& db)
    : statements_(db, behind_edge().c_str()),
      document_(db, "SELECT doc, title, date, source, url FROM documents WHERE id = ?1"),
      entities_(db, in_node),
      names_(db) {}

const DocumentEvidence& KeptStatements::document(std::int64_t row) {
    const auto [place, fresh] = documents_.try_emplace(row);
    if (fresh) {
        DocumentEvidence& out = place->second;
        document_.bind(1, row);
        if (document_.step()) {
            out.doc = document_.text(0);
            out.title = document_.text(1);
            out.date = document_.text(2);
            out.source = document_.text(3);
            out.url = document_.text(4);
        }
        document_.reset();
    }
    return place->second;
}

void KeptStatements::put_behind(std::int64_t edge_row, GraphEdge& edge) {
    EvidenceSet set;
    std::vector<std::int64_t> documents;  // by statement: row
    sqlite::Query& row = statements_;
    row.bind(1, edge_row);
    while (row.step()) {
        documents.push_back(row.integer(0));
        StatementEvidence& statement = set.statements.emplace_back(read_statement(row, 4));
        statement.attribution_label = row.text(3);
        statement.source = small(static_cast<std::int64_t>(set.entities.size()));
        statement.target = statement.source + 1;
        for (const int end : {1, 2}) {
            set.entities.emplace_back().entity = row.text(end);
        }
    }
    if (set.statements.empty()) {
        throw FormatError("the store is damaged: an edge of its graph has no statement");
    }
    number(documents, set);
    Statements best_first;
    for (const StatementEvidence& statement : set.statements) {
        best_first.push_back(&statement);
    }
    sort_statements(best_first);
    edge.statements.clear();
    show(best_first, set, edge);
}

// Statements are put in order by the numbers of their documents, which follow the ids.
void KeptStatements::number(const std::vector<std::int64_t>& documents, EvidenceSet& set) {
    std::vector<std::pair<const DocumentEvidence*, std::size_t>> by_name;  // document, statement
    for (std::size_t i = 0; i < documents.size(); ++i) {
        by_name.emplace_back(&document(documents[i]), i);
    }
    std::sort(by_name.begin(), by_name.end(),
              [](const auto& a, const auto& b) { return std::tie(a.first->doc, a.second) < std::tie(b.first->doc, b.second); });
    const DocumentEvidence* last = nullptr;
    for (const auto& [document, statement] : by_name) {
        if (document != last) {
            set.documents.push_back(*document);
            last = document;
        }
        set.statements[statement].document = small(static_cast<std::int64_t>(set.documents.size())) - 1;
    }
}

std::vector<NodeEvidence> KeptStatements::evidence_of(std::int64_t node_row, const std::string& proposed) {
    std::vector<NodeEvidence> out;
    entities_.bind(1, node_row).bind(2, proposed);
    while (entities_.step()) {
        NodeEvidence& evidence = out.emplace_back();
        evidence.doc = document(entities_.integer(0)).doc;
        evidence.entity = entities_.text(2);
        evidence.node = entities_.text(3);
        evidence.label = entities_.text(4);
        evidence.type = entities_.text(5);
        evidence.names = names_.of(entities_.integer(0), entities_.integer(1));
    }
    std::sort(out.begin(), out.end(), [](const NodeEvidence& a, const NodeEvidence& b) {
        return std::tie(a.doc, a.entity, a.node) < std::tie(b.doc, b.entity, b.node);
    });
    return out;
}

}  // namespace newsgraph::detail
