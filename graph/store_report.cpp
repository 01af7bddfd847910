#include "graph/store_report.hpp"

#include "extract/base/error.hpp"
#include "extract/base/sha256.hpp"
#include "graph/evidence.hpp"
#include "graph/store_schema.hpp"

#include <cstddef>

namespace newsgraph {

namespace {

constexpr std::size_t most_faults = 100;

class Faults {
public:
    explicit Faults(sqlite::Database& db) : db_(db) {}

    void say(const std::string& fault) {
        if (list_.size() < most_faults) {
            list_.push_back(fault);
        }
    }

    // One for each row, which begins with what its first column says, unless it says that all is sound.
    void say_rows(const std::string& sql, const std::string& end, const std::string& sound = {}) {
        sqlite::Query query(db_, sql.c_str());
        while (query.step()) {
            if (sound.empty() || query.text(0) != sound) {
                say(query.text(0) + end);
            }
        }
    }

    const std::vector<std::string>& list() const { return list_; }

private:
    sqlite::Database& db_;
    std::vector<std::string> list_;
};

class Checkup {
public:
    explicit Checkup(sqlite::Database& db) : db_(db), faults_(db) {}

    std::vector<std::string> run() {
        faults_.say_rows("PRAGMA integrity_check(100)", "", "ok");
        if (!faults_.list().empty()) {
            return faults_.list();  // rows cannot be relied on
        }
        sqlite::Query broken(db_, "PRAGMA foreign_key_check");
        while (broken.step()) {
            faults_.say("table " + broken.text(0) + ": a row belongs to " + broken.text(2) + " that are not there");
        }
        faults_.say_rows("SELECT DISTINCT doc FROM documents AS d JOIN mentions AS m ON m.document = d.id WHERE NOT EXISTS"
                 " (SELECT 1 FROM entities AS e WHERE e.document = m.document AND e.entity = m.entity)",
                 ": a mention of an entity that is not there");
        for (const std::string end : {"source", "target", "attribution"}) {
            faults_.say_rows("SELECT DISTINCT doc FROM documents AS d JOIN statements AS s ON s.document = d.id WHERE s." + end +
                         (end == "attribution" ? " <> -1 AND" : " IS NOT NULL AND") +
                         " NOT EXISTS (SELECT 1 FROM entities AS e WHERE e.document = s.document AND e.entity = s." + end + ")",
                     ": a statement whose " + end + " is not there");
        }
        check_names();
        check_hashes();
        return faults_.list();
    }

private:
    // One text has its id, several have ids of their own.
    void check_names() {
        sqlite::Query query(db_, "SELECT doc, base, text_hash, (SELECT count(*) FROM documents AS o WHERE o.base = d.base)"
                                 " FROM documents AS d ORDER BY doc");
        while (query.step()) {
            const std::string base = query.text(1);
            if (query.text(0) != (query.integer(3) == 1 ? base : apart_from_namesakes(base, query.text(2)))) {
                faults_.say(query.text(0) + ": is not called as it should be");
            }
        }
    }

    void check_hashes() {
        ContentHash content(db_);
        sqlite::Query query(db_, "SELECT id, doc, content_hash, text_hash, text FROM documents LEFT JOIN texts"
                                 " ON texts.document = documents.id ORDER BY doc");
        while (query.step()) {
            if (content.of(query.integer(0)) != query.text(2)) {
                faults_.say(query.text(1) + ": its evidence is not what was written");
            }
            if (!query.is_null(4) && sha256(query.text(4)) != query.text(3)) {
                faults_.say(query.text(1) + ": its text is not what was written");
            }
        }
    }

    sqlite::Database& db_;
    Faults faults_;
};

}  // namespace

StoreInfo store_info(sqlite::Database& db) {
    StoreInfo info;
    info.version = db.number("PRAGMA user_version");
    info.bytes = db.number("PRAGMA page_count") * db.number("PRAGMA page_size");
    info.documents = db.number("SELECT count(*) FROM documents");
    info.texts = db.number("SELECT count(*) FROM texts");
    info.entities = db.number("SELECT count(*) FROM entities");
    info.mentions = db.number("SELECT count(*) FROM mentions");
    info.statements = db.number("SELECT count(*) FROM statements");
    info.decisions = db.number("SELECT count(*) FROM decisions");
    sqlite::Query dates(db, "SELECT min(date), max(date) FROM documents WHERE date <> ''");
    if (dates.step()) {
        info.first_date = dates.text(0);
        info.last_date = dates.text(1);
    }
    sqlite::Query readings(db, "SELECT model, relations, options, program, count(*) FROM documents LEFT JOIN readings"
                               " ON readings.id = documents.reading GROUP BY documents.reading ORDER BY 1, 2, 3, 4");
    while (readings.step()) {
        info.readings.push_back({{readings.text(0), readings.text(1), readings.text(2), readings.text(3)}, readings.integer(4)});
    }
    return info;
}

std::vector<std::string> store_faults(sqlite::Database& db) {
    try {
        return Checkup(db).run();
    } catch (const FormatError& error) {
        return {error.what()};  // too damaged to be asked
    }
}

std::vector<std::string> graph_faults(sqlite::Database& db) {
    if (db.number("SELECT count(*) FROM graph_state") == 0 ||
        db.number("SELECT EXISTS (SELECT 1 FROM graph_changed) OR EXISTS (SELECT 1 FROM graph_touched)") != 0) {
        return {};
    }
    Faults faults(db);
    faults.say_rows("SELECT doc FROM documents AS d JOIN entities AS e ON e.document = d.id WHERE e.type <> 'concept' AND NOT EXISTS"
                    " (SELECT 1 FROM graph_members AS m JOIN graph_nodes AS n ON n.node = m.node"
                    " WHERE m.document = e.document AND m.entity = e.entity) GROUP BY d.id ORDER BY doc",
                    ": an entity is in no node of the kept graph");
    faults.say_rows("SELECT doc FROM documents AS d JOIN graph_members AS m ON m.document = d.id WHERE NOT EXISTS (SELECT 1 FROM"
                    " graph_proposals AS p WHERE p.proposal = m.proposal AND p.node = m.node) GROUP BY d.id ORDER BY doc",
                    ": an entity is in another node than what it was found to be one with");
    faults.say_rows("SELECT id FROM graph_nodes AS n WHERE (mentions, documents) <> (SELECT count(*), count(DISTINCT m.document)"
                    " FROM graph_members AS m JOIN mentions USING (document, entity) WHERE m.node = n.node) ORDER BY id",
                    ": the kept graph counts other mentions than there are");
    faults.say_rows("SELECT doc FROM documents AS d JOIN statements AS s ON s.document = d.id JOIN graph_members AS a ON"
                    " a.document = s.document AND a.entity = s.source JOIN graph_members AS b ON b.document = s.document AND"
                    " b.entity = s.target WHERE NOT EXISTS (SELECT 1 FROM graph_statements AS g JOIN graph_edges AS e ON"
                    " e.edge = g.edge WHERE g.document = s.document AND g.statement = s.statement AND e.relation = s.relation"
                    " AND (e.source, e.target) IN ((a.node, b.node), (b.node, a.node))) GROUP BY d.id ORDER BY doc",
                    ": a statement is behind no edge of the kept graph");
    faults.say_rows("SELECT e.relation || ' of ' || ifnull(n.id, 'nobody') FROM graph_edges AS e LEFT JOIN graph_nodes AS n ON"
                    " n.node = e.source WHERE (e.mentions, e.documents) <> (SELECT count(*), count(DISTINCT document) FROM"
                    " graph_statements AS g WHERE g.edge = e.edge) ORDER BY 1",
                    ": the kept graph counts other statements than there are");
    faults.say_rows("SELECT e.relation || ' of ' || ifnull(n.id, 'nobody') FROM graph_edges AS e LEFT JOIN graph_nodes AS n ON"
                    " n.node = e.source WHERE n.node IS NULL OR e.target NOT IN (SELECT node FROM graph_nodes) ORDER BY 1",
                    ": an end is no node of the kept graph");
    // How many stories the articles are is not told by their texts alone, but never more than they tell.
    faults.say_rows("SELECT e.relation || ' of ' || ifnull(n.id, 'nobody') FROM graph_edges AS e LEFT JOIN graph_nodes AS n ON"
                    " n.node = e.source JOIN (SELECT g.edge AS edge, count(DISTINCT story) AS most, ifnull(min(nullif(d.date, '')), '') AS"
                    " first, max(d.date) AS last FROM graph_statements AS g JOIN graph_stories AS t USING (document) JOIN documents AS d"
                    " ON d.id = g.document GROUP BY g.edge) AS told USING (edge) WHERE e.stories NOT BETWEEN 1 AND told.most OR"
                    " (e.first_seen, e.last_seen) <> (told.first, told.last) ORDER BY 1",
                    ": the kept graph has other stories or dates than its articles");
    faults.say_rows("SELECT id FROM graph_nodes AS n JOIN (SELECT m.node AS node, ifnull(min(nullif(d.date, '')), '') AS first, max(d.date)"
                    " AS last FROM graph_members AS m JOIN documents AS d ON d.id = m.document GROUP BY m.node) AS told USING (node)"
                    " WHERE (n.first_seen, n.last_seen) <> (told.first, told.last) ORDER BY id",
                    ": the kept graph has other dates than its articles");
    faults.say_rows("SELECT id FROM graph_nodes AS n WHERE decided NOT LIKE '%rename%' AND NOT EXISTS (SELECT 1 FROM graph_members AS m"
                    " JOIN entities AS e USING (document, entity) WHERE m.node = n.node AND e.label = n.label) ORDER BY id",
                    ": no article calls the node of the kept graph so");
    faults.say_rows("SELECT id FROM graph_nodes AS n WHERE NOT EXISTS (SELECT 1 FROM graph_keys AS k WHERE k.node = n.node AND"
                    " k.kind = 'name') ORDER BY id",
                    ": the node of the kept graph is found by no name");
    faults.say_rows("SELECT id FROM graph_nodes WHERE NOT json_valid(aliases) OR NOT json_valid(merges) ORDER BY id",
                    ": the kept graph has a list that is none");
    return faults.list();
}

}  // namespace newsgraph
