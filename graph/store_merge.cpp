#include "graph/store_merge.hpp"

#include "extract/base/error.hpp"
#include "graph/store_tables.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace newsgraph {

namespace {

struct Text {
    std::int64_t id = 0;
    std::string base;
    std::string hash;
    std::pair<std::string, std::string> record;  // the smaller one stays
};

// Takes the other database away again, whatever happens.
class Attached {
public:
    Attached(sqlite::Database& db, const sqlite::Database& other) : db_(db) { db.attach(other, "other"); }
    ~Attached() { db_.try_run("DETACH other"); }
    Attached(const Attached&) = delete;
    Attached& operator=(const Attached&) = delete;

private:
    sqlite::Database& db_;
};

constexpr const char* copy_readings = R"sql(
INSERT OR IGNORE INTO main.readings (model, relations, options, program)
    SELECT model, relations, options, program FROM other.readings;
INSERT OR IGNORE INTO main.relations
    SELECT mine.id, r.name, r.plover, r.quad, r.score, r.symmetric
    FROM other.relations AS r JOIN other.readings AS theirs ON theirs.id = r.reading
    JOIN main.readings AS mine USING (model, relations, options, program);
)sql";

constexpr const char* columns = "doc, base, title, date, source, url, text_hash, record_hash, reading, article_hash,"
                                " plain_hash, content_hash, signature";

// The other store's row, with this store's number for its reading.
constexpr const char* their_columns = "d.doc, d.base, d.title, d.date, d.source, d.url, d.text_hash, d.record_hash,"
                                      " (SELECT mine.id FROM other.readings AS theirs JOIN main.readings AS mine"
                                      " USING (model, relations, options, program) WHERE theirs.id = d.reading),"
                                      " d.article_hash, d.plain_hash, d.content_hash, d.signature";

class Merger {
public:
    explicit Merger(sqlite::Database& db)
        : db_(db),
          names_(db),
          mine_(db, "SELECT id, plain_hash, record_hash FROM main.documents WHERE base = ?1 AND text_hash = ?2"),
          insert_(db, (std::string("INSERT INTO main.documents (") + columns + ") SELECT " + their_columns +
                       " FROM other.documents AS d WHERE d.id = ?1").c_str()),
          erase_(db, "DELETE FROM main.documents WHERE id = ?1"),
          entities_(db, "INSERT INTO main.entities SELECT ?2, entity, name, node, label, type FROM other.entities"
                        " WHERE document = ?1"),
          mentions_(db, "INSERT INTO main.mentions SELECT ?2, entity, mention, begin, end, text, kind, title"
                        " FROM other.mentions WHERE document = ?1"),
          statements_(db, "INSERT INTO main.statements SELECT ?2, statement, source, target, relation, polarity, realis,"
                          " sentence, text, text_cue_begin, text_cue_end, cue, cue_begin, cue_end, source_begin,"
                          " source_end, target_begin, target_end, attribution, attribution_text, date, date_precision,"
                          " date_text, what, role, place, amount, confidence FROM other.statements WHERE document = ?1"),
          text_(db, "INSERT INTO main.texts SELECT ?2, text FROM other.texts WHERE document = ?1"),
          reading_(db, "UPDATE main.documents SET (reading, article_hash) = (SELECT (SELECT mine.id FROM other.readings AS"
                       " theirs JOIN main.readings AS mine USING (model, relations, options, program)"
                       " WHERE theirs.id = d.reading), d.article_hash FROM other.documents AS d WHERE d.id = ?1)"
                       " WHERE id = ?2 AND reading IS NULL") {}

    MergeCounts run() {
        db_.run(copy_readings);
        std::set<std::string> bases;
        sqlite::Query theirs(db_, "SELECT id, base, text_hash, plain_hash, record_hash FROM other.documents");
        while (theirs.step()) {
            const Text text{theirs.integer(0), theirs.text(1), theirs.text(2), {theirs.text(3), theirs.text(4)}};
            if (take(text)) {
                bases.insert(text.base);
            }
        }
        for (const std::string& base : bases) {
            names_.settle(base);
        }
        const std::int64_t before = db_.number("SELECT count(*) FROM main.decisions");
        db_.run("INSERT OR IGNORE INTO main.decisions SELECT kind, subject, object FROM other.decisions");
        counts_.decisions = static_cast<std::size_t>(db_.number("SELECT count(*) FROM main.decisions") - before);
        return counts_;
    }

private:
    // Whether anything was put in.
    bool take(const Text& theirs) {
        const std::optional<Text> mine = namesake(theirs);
        if (mine && mine->record <= theirs.record) {
            if (mine->record == theirs.record) {
                reading_.bind(1, theirs.id).bind(2, mine->id).run();  // one of them may not know it
            }
            ++counts_.unchanged;
            return false;
        }
        if (mine) {
            erase_.bind(1, mine->id).run();
        }
        ++(mine ? counts_.replaced : counts_.added);
        insert_.bind(1, theirs.id).run();
        const std::int64_t id = db_.last_id();
        for (sqlite::Query* copy : {&entities_, &mentions_, &statements_, &text_}) {
            copy->bind(1, theirs.id).bind(2, id).run();
        }
        return true;
    }

    std::optional<Text> namesake(const Text& theirs) {
        mine_.bind(1, theirs.base).bind(2, theirs.hash);
        if (!mine_.step()) {
            return {};
        }
        Text mine{mine_.integer(0), theirs.base, theirs.hash, {mine_.text(1), mine_.text(2)}};
        mine_.reset();
        return mine;
    }

    sqlite::Database& db_;
    TextNames names_;
    sqlite::Query mine_, insert_, erase_, entities_, mentions_, statements_, text_, reading_;
    MergeCounts counts_;
};

void add_difference(std::string& list, const std::vector<Reading>& readings, const char* what, std::string Reading::*part) {
    std::set<std::string> values;
    for (const Reading& reading : readings) {
        values.insert(reading.*part);
    }
    if (values.size() < 2) {
        return;
    }
    std::string all;
    for (const std::string& value : values) {
        all += (all.empty() ? "" : " / ") + (value.empty() ? "none" : value);
    }
    list += (list.empty() ? "" : ", ") + std::string(what) + " (" + all + ")";
}

}  // namespace

std::string differences(std::vector<Reading> readings) {
    constexpr std::size_t enough = 12;  // digits of a sum
    for (Reading& reading : readings) {
        reading.relations = reading.relations.substr(0, enough);
    }
    std::string list;
    add_difference(list, readings, "language model", &Reading::model);
    add_difference(list, readings, "relation table", &Reading::relations);
    add_difference(list, readings, "options", &Reading::options);
    add_difference(list, readings, "program", &Reading::program);
    return list;
}

MergeCounts merge_store(sqlite::Database& db, const sqlite::Database& other) {
    const Attached attached(db, other);
    db.run("BEGIN IMMEDIATE");
    sqlite::Transaction all_or_nothing(db);
    std::vector<Reading> readings = readings_in(db);
    for (Reading& theirs : readings_in(db, "other")) {
        readings.push_back(std::move(theirs));
    }
    if (const std::string different = differences(readings); !different.empty()) {
        throw Error(other.path() + " and " + db.path() + " were read with different settings: " + different,
                    "'newsgraph add STORE --refresh' reads a store's articles again");
    }
    const MergeCounts counts = Merger(db).run();
    all_or_nothing.commit();
    return counts;
}

}  // namespace newsgraph
