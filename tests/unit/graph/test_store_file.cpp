// What a store is as a file: versions, merging, what it says of itself.
#include "extract/base/error.hpp"
#include "graph/concepts.hpp"
#include "graph/evidence_store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/make_record.hpp"
#include "tests/support/no_rights.hpp"

#include <sqlite3.h>
#include <sys/stat.h>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

MakeRecord sample(const std::string& doc, const std::string& name = "Varland") {
    MakeRecord record(doc);
    record.dated("2026-01-05").from("Example", "A title", "https://example.org/" + doc);
    record.entity("e1", "country:" + name, name, "country").entity("e2", "country:ostmark", "Ostmark", "country");
    record.says(name + " attacked Ostmark.", "e1", "attacks", "e2", "attacked", 0.75);
    return record;
}

// Runs SQL on a file from outside.
void run_sql(const std::string& file, const std::string& sql) {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
    char* message = nullptr;
    CAPTURE(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &message));
    CHECK(std::string(message == nullptr ? "" : message).empty());
    sqlite3_free(message);
    sqlite3_close(db);
}

void make_store(const std::string& file, const std::vector<Record>& records, const Reading* reading = nullptr) {
    EvidenceStore store(file);
    if (reading != nullptr) store.keep(*reading, {{"attacks", {"ASSAULT", "MX", -9.0, false}}});
    for (const Record& record : records) store.add(record, {reading, "hash of " + record.doc});
    store.commit();
}

template <typename Work>
std::string message_of(Work work) {
    try {
        work();
    } catch (const Error& error) {
        return error.hint().empty() ? error.what() : error.what() + ("; " + error.hint());
    }
    return "done";
}

std::vector<std::string> docs_of(const EvidenceStore& store) {
    std::vector<std::string> docs;
    for (const DocumentEvidence& document : store.load().documents) docs.push_back(document.doc);
    return docs;
}

// The tables of version 1 with one document, as that version wrote them.
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
INSERT INTO documents VALUES (1, 'a.txt', 'a.txt', 'A title', '2026-01-05', 'Example', '', 'texthash', 'recordhash');
INSERT INTO entities VALUES (1, 0, 'e1', 'country:varland', 'Varland', 'country');
INSERT INTO entities VALUES (1, 1, 'e2', 'country:ostmark', 'Ostmark', 'country');
INSERT INTO mentions VALUES (1, 0, 0, 0, 7, 'Varland', 'name', '');
INSERT INTO mentions VALUES (1, 0, 1, 30, 37, 'Varland', 'name', '');
INSERT INTO mentions VALUES (1, 1, 0, 17, 24, 'Ostmark', 'name', '');
INSERT INTO statements VALUES (1, 0, 0, 1, 'attacks', 'asserted', 'actual', 0, 'Varland attacked Ostmark.', 8, 16, 'attacked',
    8, 16, 0, 7, 17, 24, -1, '', '', '', '', '', '', '', '', 0.75);
PRAGMA application_id = 1852272744;
PRAGMA user_version = 1;
)sql";

}  // namespace

TEST_CASE("a store of version 1 is brought up to date, with all that it holds") {
    Folder folder;
    const std::string file = folder / "old.ngdb";
    run_sql(file, first_version);
    const bool by_reading = GENERATE(true, false);
    EvidenceStore store(file, by_reading ? StoreAccess::read : StoreAccess::write);
    CHECK(store.info().version == 4);
    CHECK(store.faults().empty());
    const EvidenceSet evidence = store.load();
    REQUIRE(evidence.statements.size() == 1);
    CHECK(evidence.statements[0].text == "Varland attacked Ostmark.");
    CHECK(evidence.entities[0].mentions() == 2);
    CHECK(evidence.documents[0].record_hash == "recordhash");
    CHECK(store.load(Concepts::left_out).documents[0].record_hash == "recordhash");
    CHECK(store.readings().empty());
}

TEST_CASE("a store of version 1 that cannot be brought up to date stays what it was") {
    Folder folder;
    const std::string file = folder / "old.ngdb";
    run_sql(file, first_version);
    run_sql(file, "CREATE TABLE decisions (x)");  // in the way
    CHECK_THROWS_AS(EvidenceStore(file), IoError);
    run_sql(file, "DROP TABLE decisions");
    CHECK(EvidenceStore(file).info().documents == 1);
}

TEST_CASE("what a store is asked of itself") {
    Folder folder;
    const Reading reading{"en 1", "abc", "", "1.0"};
    EvidenceStore store(folder / "news.ngdb");
    CHECK(store.info().first_date.empty());
    store.keep(reading, {{"attacks", {"ASSAULT", "MX", -9.0, false}}});
    CHECK(store.readings().empty());
    CHECK(store.relations().empty());
    MakeRecord later = sample("b");
    later.dated("2026-03-01");
    store.add(sample("a"), {&reading, "hash"});
    store.add(later);
    store.decide({"same", "x", "y"});
    store.commit();
    const StoreInfo info = store.info();
    CHECK(info.documents == 2);
    CHECK(info.texts == 2);
    CHECK(info.entities == 4);
    CHECK(info.statements == 2);
    CHECK(info.decisions == 1);
    CHECK(info.first_date == "2026-01-05");
    CHECK(info.last_date == "2026-03-01");
    REQUIRE(info.readings.size() == 2);
    CHECK(info.readings[0].first == Reading{});
    CHECK(info.readings[1].first == reading);
    CHECK(store.readings() == std::vector<Reading>{reading});
    CHECK(store.relations().at("attacks").score == -9.0);
    CHECK(store.faults().empty());
}

TEST_CASE("articles are known again by their hash and their reading") {
    const Reading one{"en 1", "abc", "", "1.0"};
    const Reading two{"en 2", "abc", "", "1.0"};
    EvidenceStore store;
    store.keep(one, {});
    store.add(sample("a"), {&one, "hash a"});
    store.add(sample("b"));
    CHECK(store.has_read("hash a", one));
    CHECK_FALSE(store.has_read("hash b", one));
    CHECK_FALSE(store.has_read("hash a", two));
    CHECK(store.see("hash a"));
    CHECK_FALSE(store.see("hash b"));
    CHECK(store.outdated(one).size() == 1);
    CHECK(store.outdated(two).size() == 2);
    const Article article = store.article(store.outdated(one)[0]);
    CHECK(article.id == "b");
    CHECK(article.text == Record(sample("b")).text);
    CHECK(article.date == "2026-01-05");
    // The same record, of which it is now known how it was read.
    CHECK(store.add(sample("b"), {&one, "hash b"}).outcome == AddOutcome::unchanged);
    CHECK(store.see("hash b"));
    CHECK(store.outdated(one).empty());
}

TEST_CASE("of two texts under one id the one that is left has its id again") {
    EvidenceStore store;
    store.add(sample("a"));
    const AddResult other = store.add(sample("a", "Soland"));
    CHECK(other.outcome == AddOutcome::kept_apart);
    CHECK(store.remove(other.doc));
    CHECK(docs_of(store) == std::vector<std::string>{"a"});
    CHECK(store.faults().empty());
}

TEST_CASE("without concepts a store is what it were had nobody looked for them") {
    MakeRecord record = sample("a");
    record.entity("e3", "concept:crowd", "crowd", "concept", {"crowd"}, "nominal");
    record.says("The crowd attacked Varland.", "e3", "attacks", "e1", "attacked");
    record.says("Varland attacked Ostmark again.", "e1", "attacks", "e2", "attacked");
    record.last().attribution = Attribution{"e3", "the crowd"};
    EvidenceStore whole;
    whole.add(record);
    EvidenceStore plain;
    plain.add(without_concepts(record));
    const EvidenceSet left = whole.load(Concepts::left_out);
    const EvidenceSet wanted = plain.load();
    CHECK(left.entities.size() == 2);
    REQUIRE(left.statements.size() == 2);
    CHECK(left.statements[1].speaker() == "the crowd");
    CHECK(wanted.statements[1].speaker() == "the crowd");
    CHECK(left.documents[0].record_hash == wanted.documents[0].record_hash);
    CHECK(left.documents[0].text_hash == wanted.documents[0].text_hash);
    CHECK(whole.load().entities.size() == 3);
}

TEST_CASE("decisions are kept once, sorted, and can be withdrawn") {
    EvidenceStore store;
    store.decide({"same", "b", "c"});
    store.decide({"different", "x", "y"});
    store.decide({"same", "b", "c"});
    CHECK(store.decisions() == std::vector<Decision>{{"different", "x", "y"}, {"same", "b", "c"}});
    CHECK(store.withdraw({"same", "b", "c"}));
    CHECK_FALSE(store.withdraw({"same", "b", "c"}));
    CHECK(store.decisions().size() == 1);
}

TEST_CASE("merging is a union of evidence and decisions") {
    Folder folder;
    const Reading reading{"en 1", "abc", "", "1.0"};
    make_store("one.ngdb", {sample("a"), sample("b")}, &reading);
    make_store("two.ngdb", {sample("b"), sample("c"), sample("a", "Soland")}, &reading);
    {
        EvidenceStore two("two.ngdb");
        two.decide({"same", "x", "y"});
        two.commit();
    }
    EvidenceStore one("one.ngdb");
    const MergeCounts counts = one.merge("two.ngdb");
    CHECK(counts.added == 2);
    CHECK(counts.unchanged == 1);
    CHECK(counts.replaced == 0);
    CHECK(counts.decisions == 1);
    CHECK(docs_of(one).size() == 4);
    CHECK(docs_of(one)[0].starts_with("a#"));
    CHECK(one.decisions().size() == 1);
    CHECK(one.info().readings.size() == 1);
    CHECK(one.info().texts == 4);
    CHECK(one.faults().empty());
    CHECK(one.see("hash of c"));
    const MergeCounts again = one.merge("two.ngdb");
    CHECK(again.added + again.replaced + again.decisions == 0);
    CHECK(one.merge("one.ngdb").unchanged == 4);
    CHECK(EvidenceStore("two.ngdb", StoreAccess::read).document_count() == 3);
}

TEST_CASE("stores that were read with different settings are not merged") {
    Folder folder;
    const Reading one{"en 1", "abc", "", "1.0"};
    const Reading two{"en 1", "abc", "open", "1.1"};
    make_store("one.ngdb", {sample("a")}, &one);
    make_store("two.ngdb", {sample("b")}, &two);
    make_store("records.ngdb", {sample("c")});
    EvidenceStore store("one.ngdb");
    CHECK(message_of([&] { store.merge("two.ngdb"); }) ==
          "two.ngdb and one.ngdb were read with different settings: options (none / open), program (1.0 / 1.1); "
          "'newsgraph add STORE --refresh' reads a store's articles again");
    CHECK(store.document_count() == 1);
    CHECK(store.merge("records.ngdb").added == 1);
    CHECK(message_of([&] { store.merge("missing.ngdb"); }).starts_with("missing.ngdb: there is no such store"));
    CHECK(store.document_count() == 2);
}

TEST_CASE("what is damaged is found and named") {
    Folder folder;
    make_store("news.ngdb", {sample("a"), sample("b")});
    const auto faults = [] { return EvidenceStore("news.ngdb", StoreAccess::read).faults(); };
    CHECK(faults().empty());
    run_sql("news.ngdb", "UPDATE statements SET text = 'x' WHERE document = 2");
    CHECK(faults() == std::vector<std::string>{"b: its evidence is not what was written"});
    run_sql("news.ngdb", "UPDATE texts SET text = 'x' WHERE document = 1");
    CHECK(faults().front() == "a: its text is not what was written");
    run_sql("news.ngdb", "UPDATE statements SET target = 17; UPDATE documents SET doc = 'z' WHERE id = 1");
    CHECK(faults().size() == 6);
    run_sql("news.ngdb", "PRAGMA foreign_keys = OFF; DELETE FROM documents");
    CHECK_FALSE(faults().empty());
}

TEST_CASE("a store is read while another program writes to it") {
    Folder folder;
    make_store("news.ngdb", {sample("a")});
    EvidenceStore writer("news.ngdb");
    writer.add(sample("b"));
    EvidenceStore reader("news.ngdb", StoreAccess::read);
    CHECK(docs_of(reader) == std::vector<std::string>{"a"});
    writer.commit();
    CHECK(docs_of(reader).size() == 2);
}

TEST_CASE("a second writer waits, then says so") {
    Folder folder;
    make_store("news.ngdb", {sample("a")});
    EvidenceStore one("news.ngdb");
    EvidenceStore two("news.ngdb");
    one.add(sample("b"));
    CHECK(message_of([&] { two.add(sample("c")); }) ==
          "news.ngdb: another program is writing to it; try again when it is done");
    one.commit();
    CHECK(two.add(sample("c")).outcome == AddOutcome::added);
}

TEST_CASE("a store is read where nothing may be written, and an empty file is an empty store") {
    Folder folder;
    make_store("news.ngdb", {sample("a")});
    folder.put("empty.ngdb", "");
    CHECK_FALSE(std::filesystem::exists("news.ngdb-wal"));
    ::chmod("news.ngdb", 0444);
    ::chmod(folder.path().c_str(), 0555);
    {
        const NoRights nobody;
        CHECK(docs_of(EvidenceStore("news.ngdb", StoreAccess::read)).size() == 1);
        CHECK(EvidenceStore("empty.ngdb", StoreAccess::read).document_count() == 0);
        CHECK(message_of([] { EvidenceStore("news.ngdb"); }) == "news.ngdb: cannot be written");
        CHECK(message_of([] { EvidenceStore("new.ngdb"); }) == "new.ngdb: cannot be opened: Permission denied");
    }
    ::chmod(folder.path().c_str(), 0755);
    CHECK(bytes_of("empty.ngdb").empty());
}
