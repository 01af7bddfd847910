#include "graph/store_tables.hpp"

#include "graph/evidence.hpp"

#include <tuple>
#include <utility>

namespace newsgraph {

TextNames::TextNames(sqlite::Database& db)
    : texts_(db, "SELECT id, doc, text_hash FROM documents WHERE base = ?1"),
      rename_(db, "UPDATE documents SET doc = ?2 WHERE id = ?1") {}

void TextNames::settle(const std::string& base) {
    struct Text {
        std::int64_t id;
        std::string doc;
        std::string hash;
    };
    std::vector<Text> texts;
    texts_.bind(1, base);
    while (texts_.step()) {
        texts.push_back({texts_.integer(0), texts_.text(1), texts_.text(2)});
    }
    for (const Text& text : texts) {
        const std::string doc = texts.size() == 1 ? base : apart_from_namesakes(base, text.hash);
        if (doc != text.doc) {
            rename_.bind(1, text.id).bind(2, doc).run();
        }
    }
}

std::optional<std::int64_t> row_of(sqlite::Database& db, const Reading& reading) {
    sqlite::Query query(db, "SELECT id FROM readings WHERE model = ?1 AND relations = ?2 AND options = ?3 AND program = ?4");
    query.bind(1, reading.model).bind(2, reading.relations).bind(3, reading.options).bind(4, reading.program);
    if (!query.step()) {
        return {};
    }
    return query.integer(0);
}

std::int64_t keep_reading(sqlite::Database& db, const Reading& reading, const RelationLookup& relations) {
    if (const auto row = row_of(db, reading)) {
        return *row;
    }
    sqlite::Query insert(db, "INSERT INTO readings (model, relations, options, program) VALUES (?1, ?2, ?3, ?4)");
    insert.bind(1, reading.model).bind(2, reading.relations).bind(3, reading.options).bind(4, reading.program).run();
    const std::int64_t row = db.last_id();
    sqlite::Query relation(db, "INSERT INTO relations VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    for (const auto& [name, info] : relations) {
        relation.bind(1, row).bind(2, name).bind(3, info.plover).bind(4, info.quad).bind(5, info.score);
        relation.bind(6, std::int64_t{info.symmetric}).run();
    }
    return row;
}

std::vector<Reading> readings_in(sqlite::Database& db, const std::string& schema) {
    const std::string sql = "SELECT model, relations, options, program FROM " + schema + ".readings AS r WHERE EXISTS" +
                            " (SELECT 1 FROM " + schema + ".documents WHERE reading = r.id) ORDER BY 1, 2, 3, 4";
    sqlite::Query query(db, sql.c_str());
    std::vector<Reading> readings;
    while (query.step()) {
        readings.push_back({query.text(0), query.text(1), query.text(2), query.text(3)});
    }
    return readings;
}

RelationLookup relations_in(sqlite::Database& db) {
    sqlite::Query query(db, "SELECT name, plover, quad, score, symmetric FROM relations WHERE EXISTS"
                            " (SELECT 1 FROM documents WHERE documents.reading = relations.reading)");
    const auto key = [](const RelationInfo& info) { return std::tie(info.plover, info.quad, info.score, info.symmetric); };
    RelationLookup relations;
    while (query.step()) {
        RelationInfo info{query.text(1), query.text(2), query.real(3), query.integer(4) != 0};
        const auto [place, fresh] = relations.try_emplace(query.text(0), info);
        if (!fresh && key(place->second) < key(info)) {
            place->second = std::move(info);
        }
    }
    return relations;
}

std::vector<Decision> decisions_in(sqlite::Database& db) {
    sqlite::Query query(db, "SELECT kind, subject, object FROM decisions ORDER BY 1, 2, 3");
    std::vector<Decision> decisions;
    while (query.step()) {
        decisions.push_back({query.text(0), query.text(1), query.text(2)});
    }
    return decisions;
}

}  // namespace newsgraph
