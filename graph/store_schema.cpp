#include "graph/store_schema.hpp"

#include "extract/base/error.hpp"
#include "extract/base/sha256.hpp"

#include <vector>

namespace newsgraph {

namespace {

constexpr std::int64_t application_id = 0x6E677068;  // "ngph"

// documents: `base` is the id that the record gives, `doc` the one that tells texts under one `base` apart.
// entities, mentions, statements: `document` and `entity` are places in the record, so are `source`, `target` and
// `attribution` (-1: nobody); offsets count characters of the record's text, but for `text_cue_*`, which count from the
// start of the sentence as it stands in `text`. What a record leaves out is an empty text.
constexpr const char* first_version = R"sql(
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, doc TEXT NOT NULL, base TEXT NOT NULL, title TEXT NOT NULL, date TEXT NOT NULL,
    source TEXT NOT NULL, url TEXT NOT NULL, text_hash TEXT NOT NULL, record_hash TEXT NOT NULL,
    UNIQUE (base, text_hash)) STRICT;
CREATE INDEX documents_doc ON documents (doc);
CREATE TABLE entities (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, entity INTEGER NOT NULL, name TEXT NOT NULL,
    node TEXT NOT NULL, label TEXT NOT NULL, type TEXT NOT NULL, PRIMARY KEY (document, entity)) STRICT, WITHOUT ROWID;
CREATE TABLE mentions (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, entity INTEGER NOT NULL, mention INTEGER NOT NULL,
    begin INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
    PRIMARY KEY (document, entity, mention)) STRICT, WITHOUT ROWID;
CREATE TABLE statements (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, statement INTEGER NOT NULL,
    source INTEGER NOT NULL, target INTEGER NOT NULL, relation TEXT NOT NULL, polarity TEXT NOT NULL,
    realis TEXT NOT NULL, sentence INTEGER NOT NULL, text TEXT NOT NULL, text_cue_begin INTEGER NOT NULL,
    text_cue_end INTEGER NOT NULL, cue TEXT NOT NULL, cue_begin INTEGER NOT NULL, cue_end INTEGER NOT NULL,
    source_begin INTEGER NOT NULL, source_end INTEGER NOT NULL, target_begin INTEGER NOT NULL,
    target_end INTEGER NOT NULL, attribution INTEGER NOT NULL, attribution_text TEXT NOT NULL, date TEXT NOT NULL,
    date_precision TEXT NOT NULL, date_text TEXT NOT NULL, what TEXT NOT NULL, role TEXT NOT NULL, place TEXT NOT NULL,
    amount TEXT NOT NULL, confidence REAL NOT NULL, PRIMARY KEY (document, statement)) STRICT, WITHOUT ROWID;
)sql";

// documents: `reading` is NULL for records of others; `article_hash` is of the article as its reader found it, '' if there
// was none; `plain_hash` is record_hash without concepts; `content_hash` is of the rows (ContentHash).
// texts: what the articles say, beside the documents, whose rows stay short.
constexpr const char* second_version = R"sql(
CREATE TABLE readings (
    id INTEGER PRIMARY KEY, model TEXT NOT NULL, relations TEXT NOT NULL, options TEXT NOT NULL, program TEXT NOT NULL,
    UNIQUE (model, relations, options, program)) STRICT;
CREATE TABLE relations (
    reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE, name TEXT NOT NULL, plover TEXT NOT NULL,
    quad TEXT NOT NULL, score REAL NOT NULL, symmetric INTEGER NOT NULL, PRIMARY KEY (reading, name)) STRICT, WITHOUT ROWID;
CREATE TABLE texts (
    document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE, text TEXT NOT NULL) STRICT;
CREATE TABLE decisions (
    kind TEXT NOT NULL, subject TEXT NOT NULL, object TEXT NOT NULL,
    PRIMARY KEY (kind, subject, object)) STRICT, WITHOUT ROWID;
ALTER TABLE documents ADD COLUMN reading INTEGER REFERENCES readings;
ALTER TABLE documents ADD COLUMN article_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN plain_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN content_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN signature TEXT NOT NULL DEFAULT '';
CREATE INDEX documents_reading ON documents (reading);
CREATE INDEX documents_article ON documents (article_hash);
UPDATE documents SET plain_hash = record_hash;
)sql";

// graph_*: nodes and edges as they were derived last, without concepts, and what has changed since (graph/kept_graph.hpp).
// graph_edges: a row from a node to itself is the statements that are inside of it. graph_keys: what finds a node, and what
// its neighbours in name depend on: 'name' (label and aliases, as fold_name has them), 'words' (the same, as name_key has
// them), 'called' (names of its entities), 'proposed' (ids of its entities). graph_changed: documents that are new or
// others; graph_touched: nodes and edges that documents which are gone had a part in.
constexpr const char* third_version = R"sql(
CREATE TABLE graph_state (
    id INTEGER PRIMARY KEY CHECK (id = 1), rules TEXT NOT NULL, decisions TEXT NOT NULL) STRICT;
CREATE TABLE graph_nodes (
    node INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL, type TEXT NOT NULL, aliases TEXT NOT NULL,
    mentions INTEGER NOT NULL, documents INTEGER NOT NULL, first_seen TEXT NOT NULL, last_seen TEXT NOT NULL,
    merges TEXT NOT NULL, decided TEXT NOT NULL) STRICT;
CREATE TABLE graph_edges (
    edge INTEGER PRIMARY KEY, source INTEGER NOT NULL, target INTEGER NOT NULL, relation TEXT NOT NULL,
    status TEXT NOT NULL, mentions INTEGER NOT NULL, documents INTEGER NOT NULL, stories INTEGER NOT NULL,
    confidence REAL NOT NULL, first_seen TEXT NOT NULL, last_seen TEXT NOT NULL,
    UNIQUE (source, target, relation, status)) STRICT;
CREATE INDEX graph_edges_target ON graph_edges (target);
CREATE TABLE graph_members (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, entity INTEGER NOT NULL, node INTEGER NOT NULL,
    PRIMARY KEY (document, entity)) STRICT, WITHOUT ROWID;
CREATE INDEX graph_members_node ON graph_members (node);
CREATE TABLE graph_statements (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, statement INTEGER NOT NULL, edge INTEGER NOT NULL,
    PRIMARY KEY (document, statement)) STRICT, WITHOUT ROWID;
CREATE INDEX graph_statements_edge ON graph_statements (edge);
CREATE TABLE graph_stories (
    document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE, story INTEGER NOT NULL) STRICT;
CREATE TABLE graph_keys (
    kind TEXT NOT NULL, text TEXT NOT NULL, node INTEGER NOT NULL, PRIMARY KEY (kind, text, node)) STRICT, WITHOUT ROWID;
CREATE INDEX graph_keys_node ON graph_keys (node);
CREATE TABLE graph_changed (document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE) STRICT;
CREATE TABLE graph_touched (
    kind TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (kind, number)) STRICT, WITHOUT ROWID;
CREATE TRIGGER graph_document_added AFTER INSERT ON documents BEGIN
    INSERT OR IGNORE INTO graph_changed VALUES (new.id);
END;
CREATE TRIGGER graph_document_changed AFTER UPDATE OF doc, title, date, source, url, content_hash, signature ON documents BEGIN
    INSERT OR IGNORE INTO graph_changed VALUES (new.id);
END;
CREATE TRIGGER graph_document_gone BEFORE DELETE ON documents BEGIN
    INSERT OR IGNORE INTO graph_touched VALUES ('document', old.id);
    INSERT OR IGNORE INTO graph_touched SELECT 'node', node FROM graph_members WHERE document = old.id;
    INSERT OR IGNORE INTO graph_touched SELECT 'edge', edge FROM graph_statements WHERE document = old.id;
END;
INSERT INTO graph_changed SELECT id FROM documents;
)sql";

// graph_members: `proposal` is of graph_proposals. graph_proposals: what is one in all documents, or in one (`document`, else
// 0), before anybody compares names; `facts` are its labels and names as JSON; kin, clan, tribe and band are what is one after
// some phases (graph/phases.hpp), by the number of one of it. graph_kins: in how many documents kin are, and one name of them.
// graph_blocks: hashes of what proposals have in common. graph_links: what the phases found, made or not. graph_bands: parts of
// signatures, by which copies are found; graph_signatures_gone: of documents that are gone or have another one.
constexpr const char* fourth_version = R"sql(
CREATE TABLE graph_proposals (
    proposal INTEGER PRIMARY KEY, id TEXT NOT NULL, document INTEGER NOT NULL, documents INTEGER NOT NULL,
    bare INTEGER NOT NULL, decided INTEGER NOT NULL, settled INTEGER NOT NULL, facts TEXT NOT NULL, kin INTEGER NOT NULL,
    clan INTEGER NOT NULL, tribe INTEGER NOT NULL, band INTEGER NOT NULL, node INTEGER NOT NULL, UNIQUE (id, document)) STRICT;
CREATE INDEX graph_proposals_kin ON graph_proposals (kin);
CREATE INDEX graph_proposals_clan ON graph_proposals (clan);
CREATE INDEX graph_proposals_tribe ON graph_proposals (tribe);
CREATE INDEX graph_proposals_band ON graph_proposals (band);
CREATE INDEX graph_proposals_node ON graph_proposals (node);
CREATE TABLE graph_kins (kin INTEGER PRIMARY KEY, documents INTEGER NOT NULL, name TEXT NOT NULL) STRICT;
CREATE TABLE graph_blocks (key INTEGER NOT NULL, proposal INTEGER NOT NULL, PRIMARY KEY (key, proposal)) STRICT, WITHOUT ROWID;
CREATE TABLE graph_links (
    link INTEGER PRIMARY KEY, phase INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL, rule TEXT NOT NULL,
    type TEXT NOT NULL, detail TEXT NOT NULL, beside TEXT NOT NULL, chosen INTEGER NOT NULL, made INTEGER NOT NULL) STRICT;
CREATE INDEX graph_links_a ON graph_links (a);
CREATE INDEX graph_links_b ON graph_links (b);
DELETE FROM graph_state;
ALTER TABLE graph_state ADD COLUMN most_common INTEGER NOT NULL DEFAULT 0;
DELETE FROM graph_members;
ALTER TABLE graph_members ADD COLUMN proposal INTEGER NOT NULL DEFAULT 0;
CREATE INDEX graph_members_proposal ON graph_members (proposal);
CREATE TABLE graph_bands (band INTEGER NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (band, document)) STRICT, WITHOUT ROWID;
CREATE TABLE graph_signatures_gone (
    document INTEGER NOT NULL, signature TEXT NOT NULL, PRIMARY KEY (document, signature)) STRICT, WITHOUT ROWID;
CREATE INDEX graph_nodes_decided ON graph_nodes (node) WHERE decided <> '[]';
DROP TRIGGER graph_document_gone;
CREATE TRIGGER graph_document_gone BEFORE DELETE ON documents BEGIN
    INSERT OR IGNORE INTO graph_touched VALUES ('document', old.id);
    INSERT OR IGNORE INTO graph_touched SELECT 'node', node FROM graph_members WHERE document = old.id;
    INSERT OR IGNORE INTO graph_touched SELECT 'proposal', proposal FROM graph_members WHERE document = old.id;
    INSERT OR IGNORE INTO graph_touched SELECT 'edge', edge FROM graph_statements WHERE document = old.id;
    INSERT OR IGNORE INTO graph_signatures_gone SELECT old.id, old.signature WHERE old.signature <> '';
END;
CREATE TRIGGER graph_signature_changed AFTER UPDATE OF signature ON documents WHEN old.signature <> new.signature AND old.signature <> '' BEGIN
    INSERT OR IGNORE INTO graph_signatures_gone VALUES (old.id, old.signature);
END;
)sql";

void hash_all_contents(sqlite::Database& db) {
    std::vector<std::int64_t> documents;
    sqlite::Query ids(db, "SELECT id FROM documents");
    while (ids.step()) {
        documents.push_back(ids.integer(0));
    }
    ContentHash content(db);
    sqlite::Query update(db, "UPDATE documents SET content_hash = ?2 WHERE id = ?1");
    for (const std::int64_t document : documents) {
        const std::string hash = content.of(document);
        update.bind(1, document).bind(2, hash).run();
    }
}

void feed(Sha256& hash, sqlite::Query& rows, std::int64_t document) {
    rows.bind(1, document);
    while (rows.step()) {
        for (int column = 0; column < rows.columns(); ++column) {
            const std::string text = rows.text(column);
            hash.update(std::to_string(text.size()) + ":");
            hash.update(text);
        }
    }
    hash.update(";");
}

}  // namespace

std::int64_t version_of(sqlite::Database& db) {
    if (db.number("SELECT count(*) FROM sqlite_schema") == 0) {
        return 0;
    }
    if (db.number("PRAGMA application_id") != application_id) {
        throw FormatError(db.path() + ": a database, but no store of newsgraph");
    }
    const std::int64_t version = db.number("PRAGMA user_version");
    if (version < 1 || version > store_version) {
        throw FormatError(db.path() + ": made by " + (version > store_version ? "a newer" : "another") +
                          " newsgraph (store version " + std::to_string(version) + ", this one knows " +
                          std::to_string(store_version) + ")");
    }
    return version;
}

void bring_up_to_date(sqlite::Database& db) {
    if (version_of(db) == store_version) {
        return;
    }
    db.run("BEGIN IMMEDIATE");
    sqlite::Transaction all_or_nothing(db);
    const std::int64_t version = version_of(db);  // again: another program may have been quicker
    if (version < 1) {
        db.run(first_version);
        db.run(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
    }
    if (version < 2) {
        db.run(second_version);
        hash_all_contents(db);
    }
    if (version < 3) {
        db.run(third_version);
    }
    if (version < 4) {
        db.run(fourth_version);
    }
    db.run(("PRAGMA user_version = " + std::to_string(store_version)).c_str());
    all_or_nothing.commit();
}

ContentHash::ContentHash(sqlite::Database& db)
    : entities_(db, "SELECT entity, name, node, label, type FROM entities WHERE document = ?1 ORDER BY entity"),
      mentions_(db, "SELECT entity, mention, begin, end, text, kind, title FROM mentions WHERE document = ?1"
                    " ORDER BY entity, mention"),
      statements_(db, "SELECT statement, source, target, relation, polarity, realis, sentence, text, text_cue_begin,"
                      " text_cue_end, cue, cue_begin, cue_end, source_begin, source_end, target_begin, target_end,"
                      " attribution, attribution_text, date, date_precision, date_text, what, role, place, amount,"
                      " CAST(round(confidence * 1000000000) AS INTEGER) FROM statements WHERE document = ?1"
                      " ORDER BY statement") {}

std::string ContentHash::of(std::int64_t document) {
    Sha256 hash;
    feed(hash, entities_, document);
    feed(hash, mentions_, document);
    feed(hash, statements_, document);
    return hash.finish();
}

}  // namespace newsgraph
