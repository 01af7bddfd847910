#include "graph/evidence_store.hpp"

#include "extract/base/error.hpp"
#include "extract/base/sha256.hpp"
#include "extract/base/utf8.hpp"
#include "graph/concepts.hpp"
#include "graph/evidence_loader.hpp"
#include "graph/fit_record.hpp"
#include "graph/kept_answer.hpp"
#include "graph/kept_graph.hpp"
#include "graph/resolution.hpp"
#include "graph/sqlite.hpp"
#include "graph/store_schema.hpp"
#include "graph/store_tables.hpp"
#include "graph/store_writer.hpp"
#include "graph/stories.hpp"

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace newsgraph {

namespace {

constexpr int documents_per_transaction = 500;

// A document's row, as far as adding looks at it.
struct Row {
    std::int64_t id = 0;
    std::string text_hash;
    std::string record_hash;
    std::string plain_hash;  // of the record without its concepts
    std::optional<std::int64_t> reading;
    std::string article_hash;

    auto record() const { return std::tie(plain_hash, record_hash); }
};

Row hashes_of(const Record& record) {
    Row row;
    row.record_hash = sha256(to_json(record));
    const bool any = std::any_of(record.entities.begin(), record.entities.end(), is_concept);
    row.plain_hash = any ? sha256(to_json(without_concepts(record))) : row.record_hash;
    row.text_hash = record.text.empty() ? row.plain_hash : sha256(record.text);
    return row;
}

}  // namespace

std::string apart_from_namesakes(const std::string& base, const std::string& text_hash) {
    constexpr std::size_t length = 12;
    return base + "#" + text_hash.substr(0, length);
}

std::string hash_of(const Article& article) {
    Sha256 hash;
    for (const std::string* part : {&article.id, &article.title, &article.date, &article.source, &article.url, &article.text}) {
        hash.update(std::to_string(part->size()) + ":");
        hash.update(*part);
    }
    return hash.finish();
}

std::uint32_t EntityEvidence::mentions() const {
    std::uint32_t sum = 0;
    for (const NameUse& name : names) {
        sum = saturated_sum(sum, name.count);
    }
    return sum;
}

struct EvidenceStore::Impl {
    Impl(const std::string& name, sqlite::Access access);
    ~Impl();
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void prepare_for_writing();
    std::vector<Row> rows_of(const std::string& base);
    AddResult add(const Record& record, const Provenance& provenance);
    std::pair<AddOutcome, std::int64_t> place(const Record& record, const Provenance& provenance);
    AddOutcome meet_again(const Row& there, Row fresh, const Record& record);
    std::int64_t write(const Record& record, const Row& row);
    bool remove(const std::string& doc);
    void begin();
    void commit();

    struct Statements {
        explicit Statements(sqlite::Database& db);
        sqlite::Query rows, insert, update, provenance, erase, name, by_article;
        StoreWriter writer;
        TextNames names;
    };

    bool in_file;
    sqlite::Database db;
    std::unique_ptr<Statements> sql;  // of a store that is written to
    std::set<std::int64_t> seen;      // rows that this run has brought
    int pending = 0;                  // documents since the last commit
};

EvidenceStore::Impl::Statements::Statements(sqlite::Database& db)
    : rows(db, "SELECT id, text_hash, record_hash, plain_hash, reading, article_hash FROM documents WHERE base = ?1 ORDER BY doc"),
      insert(db, "INSERT INTO documents (doc, base, title, date, source, url, text_hash, record_hash, plain_hash, reading,"
                 " article_hash, signature) VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"),
      update(db, "UPDATE documents SET base = ?1, title = ?2, date = ?3, source = ?4, url = ?5, text_hash = ?6,"
                 " record_hash = ?7, plain_hash = ?8, reading = ?9, article_hash = ?10, signature = ?11 WHERE id = ?12"),
      provenance(db, "UPDATE documents SET reading = ?2, article_hash = ?3 WHERE id = ?1"),
      erase(db, "DELETE FROM documents WHERE id = ?1"),
      name(db, "SELECT doc FROM documents WHERE id = ?1"),
      by_article(db, "SELECT id FROM documents WHERE article_hash = ?1"),
      writer(db),
      names(db) {}

namespace {

// What is read must be there, in this version's tables; an older store is brought up to date first, an empty one reads as
// a new one.
std::string name_for(const std::string& path, StoreAccess access) {
    if (access == StoreAccess::write) {
        return path;
    }
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        throw IoError(path + ": there is no such store", "'newsgraph add " + path + " INPUT' makes one");
    }
    sqlite::Database db(path, sqlite::Access::read);
    const std::int64_t version = version_of(db);
    if (version == 0) {
        return ":memory:";
    }
    if (version < store_version) {
        sqlite::Database older(path);
        bring_up_to_date(older);
    }
    return path;
}

// An empty store in memory has its tables yet to be made.
sqlite::Access access_to(const std::string& name, StoreAccess access) {
    return access == StoreAccess::read && name != ":memory:" ? sqlite::Access::read : sqlite::Access::write;
}

}  // namespace

EvidenceStore::Impl::Impl(const std::string& name, sqlite::Access access)
    : in_file(name != ":memory:" && !name.empty()), db(name, access) {
    db.run("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;");
    if (access == sqlite::Access::write) {
        prepare_for_writing();
    }
}

EvidenceStore::Impl::~Impl() {
    if (sql && in_file) {
        sql.reset();
        db.try_run("ROLLBACK");
        db.checkpoint();
    }
}

void EvidenceStore::Impl::prepare_for_writing() {
    version_of(db);  // before anything is changed
    if (db.read_only()) {
        throw IoError(db.path() + ": cannot be written");
    }
    if (in_file) {
        db.run_patiently("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
    }
    bring_up_to_date(db);
    sql = std::make_unique<Statements>(db);
}

std::vector<Row> EvidenceStore::Impl::rows_of(const std::string& base) {
    std::vector<Row> out;
    sqlite::Query& row = sql->rows;
    row.bind(1, base);
    while (row.step()) {
        out.push_back({row.integer(0), row.text(1), row.text(2), row.text(3), row.maybe_integer(4), row.text(5)});
    }
    return out;
}

void EvidenceStore::Impl::begin() {
    assert(sql);  // opened to write
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

AddResult EvidenceStore::Impl::add(const Record& record, const Provenance& provenance) {
    if (pending >= documents_per_transaction) {
        commit();  // here, for what was added before is then not undone by what is wrong with this document
    }
    begin();
    sqlite::Savepoint all_or_nothing(db);
    if (!utf8::is_valid(to_json(record))) {
        throw FormatError(record.doc + ": the record is no valid UTF-8");
    }
    const std::optional<Record> fit = fit_record(record);
    const auto [outcome, id] = place(fit ? *fit : record, provenance);
    sql->name.bind(1, id);
    sql->name.step();
    AddResult result{outcome, sql->name.text(0)};
    sql->name.reset();
    all_or_nothing.release();
    seen.insert(id);
    ++pending;
    return result;
}

// The outcome, and the row under which the record is kept.
std::pair<AddOutcome, std::int64_t> EvidenceStore::Impl::place(const Record& record, const Provenance& provenance) {
    Row fresh = hashes_of(record);
    fresh.article_hash = provenance.article_hash;
    if (provenance.reading != nullptr) {
        fresh.reading = row_of(db, *provenance.reading);
    }
    const std::vector<Row> rows = rows_of(record.doc);
    const auto same = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.text_hash == fresh.text_hash; });
    if (same != rows.end()) {
        return {meet_again(*same, std::move(fresh), record), same->id};
    }
    bool others = false;
    for (const Row& row : rows) {
        if (seen.contains(row.id)) {
            others = true;
        } else {
            sql->erase.bind(1, row.id).run();  // a version of an earlier run
        }
    }
    const std::int64_t id = write(record, fresh);
    sql->names.settle(record.doc);
    return {others ? AddOutcome::kept_apart : rows.empty() ? AddOutcome::added : AddOutcome::replaced, id};
}

// The same text under the same id.
AddOutcome EvidenceStore::Impl::meet_again(const Row& there, Row fresh, const Record& record) {
    // Twice in one run with other metadata: the choice must not depend on which came first.
    const bool keep = there.record() == fresh.record() || (seen.contains(there.id) && there.record() < fresh.record());
    if (!keep) {
        fresh.id = there.id;
        write(record, fresh);
        return AddOutcome::replaced;
    }
    const bool same = there.reading == fresh.reading && there.article_hash == fresh.article_hash;
    if (!same && fresh.reading && there.record() == fresh.record()) {
        sql->provenance.bind(1, there.id).bind(2, fresh.reading).bind(3, fresh.article_hash).run();
    }
    return AddOutcome::unchanged;
}

// Into the row, or into a new one if it has no number yet.
std::int64_t EvidenceStore::Impl::write(const Record& record, const Row& row) {
    sqlite::Query& query = row.id == 0 ? sql->insert : sql->update;
    query.bind(1, record.doc).bind(2, record.title).bind(3, record.date).bind(4, record.source).bind(5, record.url);
    query.bind(6, row.text_hash).bind(7, row.record_hash).bind(8, row.plain_hash).bind(9, row.reading);
    const std::string signature = story_signature(record.text);
    query.bind(10, row.article_hash).bind(11, signature);
    if (row.id != 0) {
        query.bind(12, row.id);
    }
    query.run();
    const std::int64_t id = row.id == 0 ? db.last_id() : row.id;
    sql->writer.replace(id, record);
    return id;
}

bool EvidenceStore::Impl::remove(const std::string& doc) {
    begin();
    sqlite::Query query(db, "SELECT id, base FROM documents WHERE base = ?1 OR doc = ?1");
    std::vector<std::pair<std::int64_t, std::string>> gone;
    const std::string kept = utf8::clean(doc);  // the query does not copy it
    query.bind(1, kept);
    while (query.step()) {
        gone.emplace_back(query.integer(0), query.text(1));
    }
    sqlite::Savepoint all_or_nothing(db);
    for (const auto& [id, base] : gone) {
        sql->erase.bind(1, id).run();
        sql->names.settle(base);
    }
    all_or_nothing.release();
    for (const auto& [id, base] : gone) {
        seen.erase(id);
    }
    return !gone.empty();
}

EvidenceStore::EvidenceStore(const std::string& path, StoreAccess access) {
    const std::string name = name_for(path, access);
    impl_ = std::make_unique<Impl>(name, access_to(name, access));
}

EvidenceStore::~EvidenceStore() = default;
EvidenceStore::EvidenceStore(EvidenceStore&&) noexcept = default;
EvidenceStore& EvidenceStore::operator=(EvidenceStore&&) noexcept = default;

AddResult EvidenceStore::add(const Record& record, const Provenance& provenance) {
    return impl_->add(record, provenance);
}

bool EvidenceStore::remove(const std::string& doc) {
    return impl_->remove(doc);
}

MergeCounts EvidenceStore::merge(const std::string& other) {
    impl_->commit();
    const std::string name = name_for(other, StoreAccess::read);
    if (name == ":memory:") {
        return {};
    }
    return merge_store(impl_->db, sqlite::Database(name, sqlite::Access::read));
}

void EvidenceStore::commit() {
    impl_->commit();
}

std::vector<std::string> EvidenceStore::contested_ids() const {
    sqlite::Query query(impl_->db, "SELECT base FROM documents GROUP BY base HAVING count(*) > 1 ORDER BY base");
    std::vector<std::string> ids;
    while (query.step()) {
        ids.push_back(query.text(0));
    }
    return ids;
}

std::size_t EvidenceStore::document_count() const {
    return static_cast<std::size_t>(impl_->db.number("SELECT count(*) FROM documents"));
}

EvidenceSet EvidenceStore::load(Concepts concepts) const {
    sqlite::Savepoint one_state(impl_->db);  // whatever another program writes meanwhile
    EvidenceSet evidence = load_evidence(impl_->db, concepts == Concepts::kept);
    one_state.release();
    return evidence;
}

KnowledgeGraph EvidenceStore::derive(Concepts concepts, const RelationLookup& others) const {
    sqlite::Savepoint one_state(impl_->db);
    const GraphBasis basis = basis_of(impl_->db, others);
    const EvidenceSet evidence = load_evidence(impl_->db, concepts == Concepts::kept);
    KnowledgeGraph graph = derive_graph(evidence, resolve(evidence, basis.decisions), basis.relations, basis.decisions);
    one_state.release();
    return graph;
}

GraphAnswer EvidenceStore::graph(const GraphQuestion& question, const RelationLookup& others) const {
    std::optional<GraphAnswer> kept;
    if (impl_->in_file) {
        kept = answer_from_kept_graph(impl_->db, question, others);
    }
    if (kept) {
        return std::move(*kept);
    }
    GraphAnswer answer;
    answer.graph = derive(Concepts::left_out, others);
    return answer;
}

GraphSummary EvidenceStore::summary(const RelationLookup& others) const {
    std::optional<GraphSummary> kept;
    if (impl_->in_file) {
        kept = summary_from_kept_graph(impl_->db, others);
    }
    return kept ? std::move(*kept) : newsgraph::summary(derive(Concepts::left_out, others));
}

std::vector<RelationSummary> EvidenceStore::relation_summaries(const RelationLookup& others) const {
    std::optional<std::vector<RelationSummary>> kept;
    if (impl_->in_file) {
        kept = relations_from_kept_graph(impl_->db, others);
    }
    return kept ? std::move(*kept) : newsgraph::relation_summaries(derive(Concepts::left_out, others));
}

void EvidenceStore::keep(const Reading& reading, const RelationLookup& relations) {
    impl_->begin();
    sqlite::Savepoint all_or_nothing(impl_->db);
    keep_reading(impl_->db, reading, relations);
    all_or_nothing.release();
}

std::vector<Reading> EvidenceStore::readings() const {
    return readings_in(impl_->db);
}

RelationLookup EvidenceStore::relations() const {
    return relations_in(impl_->db);
}

bool EvidenceStore::has_read(const std::string& article_hash, const Reading& reading) const {
    const auto row = row_of(impl_->db, reading);
    sqlite::Query query(impl_->db, "SELECT 1 FROM documents WHERE article_hash = ?1 AND reading = ?2");
    query.bind(1, article_hash).bind(2, row);
    return query.step();
}

bool EvidenceStore::see(const std::string& article_hash) {
    sqlite::Query& query = impl_->sql->by_article;
    query.bind(1, article_hash);
    bool found = false;
    while (query.step()) {
        impl_->seen.insert(query.integer(0));
        found = true;
    }
    return found;
}

std::vector<std::int64_t> EvidenceStore::outdated(const Reading& reading) const {
    const auto row = row_of(impl_->db, reading);
    sqlite::Query query(impl_->db, "SELECT documents.id FROM documents JOIN texts ON texts.document = documents.id"
                                   " WHERE documents.reading IS NOT ?1 ORDER BY documents.doc");
    query.bind(1, row ? *row : std::int64_t{-1});
    std::vector<std::int64_t> rows;
    while (query.step()) {
        rows.push_back(query.integer(0));
    }
    return rows;
}

Article EvidenceStore::article(std::int64_t row) const {
    sqlite::Query query(impl_->db, "SELECT base, title, text, date, source, url, doc FROM documents JOIN texts"
                                   " ON texts.document = documents.id WHERE documents.id = ?1");
    query.bind(1, row);
    if (!query.step()) {
        throw FormatError(impl_->db.path() + ": an article is gone");
    }
    return {query.text(0), query.text(1), query.text(2), query.text(3), query.text(4), query.text(5),
            impl_->db.path() + ": " + query.text(6)};
}

std::vector<Decision> EvidenceStore::decisions() const {
    return decisions_in(impl_->db);
}

std::vector<Decision> EvidenceStore::decisions_to_change() {
    impl_->begin();
    return decisions_in(impl_->db);
}

void EvidenceStore::decide(const Decision& decision) {
    impl_->begin();
    sqlite::Query query(impl_->db, "INSERT OR IGNORE INTO decisions VALUES (?1, ?2, ?3)");
    query.bind(1, decision.kind).bind(2, decision.subject).bind(3, decision.object).run();
}

bool EvidenceStore::withdraw(const Decision& decision) {
    impl_->begin();
    sqlite::Query query(impl_->db, "DELETE FROM decisions WHERE kind = ?1 AND subject = ?2 AND object = ?3");
    query.bind(1, decision.kind).bind(2, decision.subject).bind(3, decision.object).run();
    return impl_->db.changes() > 0;
}

StoreInfo EvidenceStore::info() const {
    sqlite::Savepoint one_state(impl_->db);
    StoreInfo info = store_info(impl_->db);
    one_state.release();
    return info;
}

std::vector<std::string> EvidenceStore::faults() const {
    return store_faults(impl_->db);
}

std::vector<std::string> EvidenceStore::graph_faults() const {
    return newsgraph::graph_faults(impl_->db);
}

void EvidenceStore::forget_graph() {
    impl_->begin();
    forget_kept_graph(impl_->db);
    impl_->commit();
}

}  // namespace newsgraph
