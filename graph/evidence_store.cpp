#include "graph/evidence_store.hpp"

#include "extract/base/error.hpp"
#include "extract/base/sha256.hpp"
#include "extract/base/utf8.hpp"
#include "graph/evidence_loader.hpp"
#include "graph/fit_record.hpp"
#include "graph/names.hpp"
#include "graph/shown_sentence.hpp"
#include "graph/sqlite.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace newsgraph {

namespace {

constexpr std::int64_t application_id = 0x6E677068;  // "ngph"
constexpr std::int64_t schema_version = 1;
constexpr int documents_per_transaction = 500;

// documents: `base` is the id that the record gives, `doc` the one that tells texts under one `base` apart.
// entities, mentions, statements: `document` and `entity` are places in the record, so are `source`, `target` and
// `attribution` (-1: nobody); offsets count characters of the record's text, but for `text_cue_*`, which count from the
// start of the sentence as it stands in `text`. What a record leaves out is an empty text.
constexpr const char* schema = R"sql(
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

constexpr const char* insert_statement = R"sql(
INSERT INTO statements VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
    ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28))sql";

struct Row {
    std::int64_t id = 0;
    std::string doc;
    std::string text_hash;
    std::string record_hash;
};

}  // namespace

std::string apart_from_namesakes(const std::string& base, const std::string& text_hash) {
    constexpr std::size_t length = 12;
    return base + "#" + text_hash.substr(0, length);
}

std::uint32_t EntityEvidence::mentions() const {
    std::uint32_t sum = 0;
    for (const NameUse& name : names) {
        sum = saturated_sum(sum, name.count);
    }
    return sum;
}

struct EvidenceStore::Impl {
    explicit Impl(const std::string& path) : db(path) { prepare_file(path == ":memory:" || path.empty()); }

    void prepare_file(bool in_memory);
    void check_version();
    std::vector<Row> rows_of(const std::string& base);
    AddResult add(const Record& record);
    std::pair<AddResult, std::int64_t> place(const Record& record);
    std::int64_t write_document(std::int64_t id, const std::string& doc, const Record& record, const Row& hashes);
    bool remove(const std::string& doc);
    void write_evidence(std::int64_t id, const Record& record);
    void write_statements(std::int64_t id, const Record& record, const std::u32string& text,
                          const std::map<std::string, std::int64_t>& places);
    void begin();
    void commit();

    struct Statements {
        explicit Statements(sqlite::Database& db);
        sqlite::Query rows, insert, update, rename, erase, erase_entities, erase_mentions, erase_statements, entity,
            mention, statement;
    };

    sqlite::Database db;
    std::unique_ptr<Statements> sql;
    std::set<std::int64_t> seen;  // rows that this run has brought
    int pending = 0;              // documents since the last commit
};

EvidenceStore::Impl::Statements::Statements(sqlite::Database& db)
    : rows(db, "SELECT id, doc, text_hash, record_hash FROM documents WHERE base = ?1 ORDER BY doc"),
      insert(db, "INSERT INTO documents (doc, base, title, date, source, url, text_hash, record_hash)"
                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"),
      update(db, "UPDATE documents SET doc = ?1, base = ?2, title = ?3, date = ?4, source = ?5, url = ?6, text_hash = ?7,"
                 " record_hash = ?8 WHERE id = ?9"),
      rename(db, "UPDATE documents SET doc = ?1 WHERE id = ?2"),
      erase(db, "DELETE FROM documents WHERE id = ?1"),
      erase_entities(db, "DELETE FROM entities WHERE document = ?1"),
      erase_mentions(db, "DELETE FROM mentions WHERE document = ?1"),
      erase_statements(db, "DELETE FROM statements WHERE document = ?1"),
      entity(db, "INSERT INTO entities VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
      mention(db, "INSERT INTO mentions VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"),
      statement(db, insert_statement) {}

void EvidenceStore::Impl::prepare_file(bool in_memory) {
    db.run("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;");
    const auto is_new = [this] { return db.number("SELECT count(*) FROM sqlite_schema") == 0; };
    const bool was_new = is_new();
    if (!was_new) {
        check_version();
    }
    if (db.read_only()) {
        throw IoError(db.path() + ": cannot be written");
    }
    if (!in_memory) {
        db.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
    }
    if (was_new) {
        db.run("BEGIN IMMEDIATE");
        if (is_new()) {  // another program may have been quicker
            db.run(schema);
            db.run(("PRAGMA application_id = " + std::to_string(application_id) +
                    "; PRAGMA user_version = " + std::to_string(schema_version)).c_str());
        }
        db.run("COMMIT");
        check_version();
    }
    sql = std::make_unique<Statements>(db);
}

void EvidenceStore::Impl::check_version() {
    if (db.number("PRAGMA application_id") != application_id) {
        throw FormatError(db.path() + ": a database, but no store of newsgraph");
    }
    const std::int64_t version = db.number("PRAGMA user_version");
    if (version != schema_version) {
        throw FormatError(db.path() + ": made by " + (version > schema_version ? "a newer" : "another") +
                          " newsgraph (store version " + std::to_string(version) + ", this one knows " +
                          std::to_string(schema_version) + ")");
    }
}

std::vector<Row> EvidenceStore::Impl::rows_of(const std::string& base) {
    std::vector<Row> out;
    sql->rows.bind(1, base);
    while (sql->rows.step()) {
        out.push_back({sql->rows.integer(0), sql->rows.text(1), sql->rows.text(2), sql->rows.text(3)});
    }
    return out;
}

void EvidenceStore::Impl::begin() {
    if (!db.in_transaction()) {
        db.run("BEGIN IMMEDIATE");
    }
}

void EvidenceStore::Impl::commit() {
    if (db.in_transaction()) {
        db.run("COMMIT");
    }
    pending = 0;
}

AddResult EvidenceStore::Impl::add(const Record& record) {
    if (pending >= documents_per_transaction) {
        commit();  // here, for what was added before is then not undone by what is wrong with this document
    }
    begin();
    sqlite::Savepoint all_or_nothing(db);
    if (!utf8::is_valid(to_json(record))) {
        throw FormatError(record.doc + ": the record is no valid UTF-8");
    }
    const std::optional<Record> fit = fit_record(record);
    auto [result, id] = place(fit ? *fit : record);
    all_or_nothing.release();
    seen.insert(id);
    ++pending;
    return std::move(result);
}

// The outcome, and the row under which the record is kept.
std::pair<AddResult, std::int64_t> EvidenceStore::Impl::place(const Record& record) {
    Row fresh;
    fresh.record_hash = sha256(to_json(record));
    fresh.text_hash = record.text.empty() ? fresh.record_hash : sha256(record.text);
    const auto apart = [&record](const std::string& hash) { return apart_from_namesakes(record.doc, hash); };

    const std::vector<Row> rows = rows_of(record.doc);
    const auto same = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.text_hash == fresh.text_hash; });
    if (same != rows.end()) {
        // Twice in one run with other metadata: the choice must not depend on which came first.
        const bool keep = same->record_hash == fresh.record_hash ||
                          (seen.count(same->id) != 0 && same->record_hash < fresh.record_hash);
        if (!keep) {
            write_document(same->id, same->doc, record, fresh);
        }
        return {{keep ? AddOutcome::unchanged : AddOutcome::replaced, same->doc}, same->id};
    }

    bool others = false;
    for (const Row& row : rows) {
        if (seen.count(row.id) == 0) {
            sql->erase.bind(1, row.id).run();  // a version of an earlier run
            continue;
        }
        others = true;
        if (row.doc == record.doc) {
            sql->rename.bind(1, apart(row.text_hash)).bind(2, row.id).run();
        }
    }
    const std::string doc = others ? apart(fresh.text_hash) : record.doc;
    const std::int64_t id = write_document(0, doc, record, fresh);
    return {{others ? AddOutcome::kept_apart : rows.empty() ? AddOutcome::added : AddOutcome::replaced, doc}, id};
}

std::int64_t EvidenceStore::Impl::write_document(std::int64_t id, const std::string& doc, const Record& record,
                                                 const Row& hashes) {
    sqlite::Query& query = id == 0 ? sql->insert : sql->update;
    query.bind(1, doc).bind(2, record.doc).bind(3, record.title).bind(4, record.date).bind(5, record.source);
    query.bind(6, record.url).bind(7, hashes.text_hash).bind(8, hashes.record_hash);
    if (id != 0) {
        query.bind(9, id);
    }
    query.run();
    if (id == 0) {
        id = db.last_id();
    } else {
        sql->erase_entities.bind(1, id).run();
        sql->erase_mentions.bind(1, id).run();
        sql->erase_statements.bind(1, id).run();
    }
    write_evidence(id, record);
    return id;
}

bool EvidenceStore::Impl::remove(const std::string& doc) {
    begin();
    sqlite::Query query(db, "SELECT id FROM documents WHERE base = ?1 OR doc = ?1");
    std::vector<std::int64_t> ids;
    const std::string kept = utf8::clean(doc);  // the query does not copy it
    query.bind(1, kept);
    while (query.step()) {
        ids.push_back(query.integer(0));
    }
    sqlite::Savepoint all_or_nothing(db);
    for (const std::int64_t id : ids) {
        sql->erase.bind(1, id).run();
    }
    all_or_nothing.release();
    for (const std::int64_t id : ids) {
        seen.erase(id);
    }
    return !ids.empty();
}

void EvidenceStore::Impl::write_evidence(std::int64_t id, const Record& record) {
    std::map<std::string, std::int64_t> places;
    std::int64_t place = 0;
    const std::u32string article = utf8::decode(record.text);
    for (const Entity& entity : record.entities) {
        places.emplace(entity.id, place);
        const std::string label = one_line(entity.label);
        sql->entity.bind(1, id).bind(2, place).bind(3, entity.id).bind(4, entity.node).bind(5, label).bind(6, entity.type).run();
        std::int64_t number = 0;
        for (const Mention& mention : entity.mentions) {
            const std::string text = one_line(mention.text);
            sql->mention.bind(1, id).bind(2, place).bind(3, number++);
            sql->mention.bind(4, static_cast<std::int64_t>(mention.span.begin)).bind(5, static_cast<std::int64_t>(mention.span.end));
            const bool person = entity.type == "person" && mention.kind == "name";
            sql->mention.bind(6, text).bind(7, mention.kind);
            sql->mention.bind(8, person ? title_before(article, mention.span.begin) : std::string()).run();
        }
        ++place;
    }
    write_statements(id, record, article, places);
}

void EvidenceStore::Impl::write_statements(std::int64_t id, const Record& record, const std::u32string& text,
                                           const std::map<std::string, std::int64_t>& places) {
    const auto whole = [](std::uint32_t value) { return static_cast<std::int64_t>(value); };
    const Attribution nobody;
    const StatementDate never;
    std::int64_t number = 0;
    for (const Statement& statement : record.statements) {
        const ShownSentence shown = show_sentence(text, record.sentences.at(statement.sentence), statement.cue.span);
        const Attribution& attribution = statement.attribution ? *statement.attribution : nobody;
        const StatementDate& date = statement.date ? *statement.date : never;
        sqlite::Query& query = sql->statement;
        query.bind(1, id).bind(2, number++).bind(3, places.at(statement.source)).bind(4, places.at(statement.target));
        query.bind(5, statement.relation).bind(6, statement.polarity).bind(7, statement.realis);
        query.bind(8, whole(statement.sentence)).bind(9, shown.text);
        query.bind(10, whole(shown.cue.begin)).bind(11, whole(shown.cue.end)).bind(12, statement.cue.text);
        query.bind(13, whole(statement.cue.span.begin)).bind(14, whole(statement.cue.span.end));
        query.bind(15, whole(statement.source_span.begin)).bind(16, whole(statement.source_span.end));
        query.bind(17, whole(statement.target_span.begin)).bind(18, whole(statement.target_span.end));
        query.bind(19, attribution.entity.empty() ? std::int64_t{-1} : places.at(attribution.entity));
        query.bind(20, attribution.text).bind(21, date.value).bind(22, date.precision).bind(23, date.text);
        query.bind(24, statement.what).bind(25, statement.role).bind(26, statement.place).bind(27, statement.amount);
        query.bind(28, statement.confidence).run();
    }
}

EvidenceStore::EvidenceStore(const std::string& path) : impl_(std::make_unique<Impl>(path)) {}
EvidenceStore::~EvidenceStore() = default;
EvidenceStore::EvidenceStore(EvidenceStore&&) noexcept = default;
EvidenceStore& EvidenceStore::operator=(EvidenceStore&&) noexcept = default;

AddResult EvidenceStore::add(const Record& record) {
    return impl_->add(record);
}

bool EvidenceStore::remove(const std::string& doc) {
    return impl_->remove(doc);
}

void EvidenceStore::commit() {
    impl_->commit();
}

std::size_t EvidenceStore::document_count() const {
    return static_cast<std::size_t>(impl_->db.number("SELECT count(*) FROM documents"));
}

EvidenceSet EvidenceStore::load() const {
    sqlite::Savepoint one_state(impl_->db);  // whatever another program writes meanwhile
    EvidenceSet evidence = load_evidence(impl_->db);
    one_state.release();
    return evidence;
}

}  // namespace newsgraph
