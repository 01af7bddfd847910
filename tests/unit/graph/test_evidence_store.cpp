#include "extract/base/error.hpp"
#include "graph/evidence_store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/make_record.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/no_rights.hpp"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <memory>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

MakeRecord sample(const std::string& doc = "a.txt") {
    MakeRecord record(doc);
    record.dated("2026-01-05").from("Example", "A title", "https://example.org/a");
    record.entity("e1", "Q159", "Russia", "country", {"Russia", "Moscow"}).entity("e2", "Q212", "Ukraine", "country");
    record.says("Russia\nattacked  Ukraine.", "e1", "attacks", "e2", "attacked", 0.75);
    return record;
}

// Runs SQL on a store's file from outside.
void tamper(const std::string& file, const std::string& sql) {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
    CHECK(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(db);
}

std::string message_of(const std::string& path) {
    try {
        EvidenceStore store(path);
    } catch (const Error& error) {
        return error.what();
    }
    return "opened";
}

std::vector<std::string> docs_of(const EvidenceStore& store) {
    std::vector<std::string> docs;
    for (const DocumentEvidence& document : store.load().documents) docs.push_back(document.doc);
    return docs;
}

}  // namespace

TEST_CASE("a title stands before a name in its sentence") {
    Record record;
    record.doc = "a.txt";
    record.text = "She is in Lima. Obi left. Captain Obi stayed.";
    record.sentences = {{0, 15}, {16, 25}, {26, 45}};
    record.entities.push_back({"e1", "person:obi", "Obi", "person", {{{16, 19}, "Obi", "name"}, {{34, 37}, "Obi", "name"}}});
    EvidenceStore store;
    store.add(record);
    const auto names = store.load().entities[0].names;
    REQUIRE(names.size() == 2);
    CHECK(names[0].title.empty());
    CHECK(names[1].title == "Captain");
}

TEST_CASE("what is put into a store comes out of it") {
    MakeRecord record = sample();
    record.last().attribution = Attribution{"e2", "Kyiv"};
    record.last().date = StatementDate{"2014", "year", "in 2014"};
    record.last().what = "what";
    record.last().role = "role";
    record.last().place = "place";
    record.last().amount = "3";
    EvidenceStore store;
    const AddResult result = store.add(record);
    CHECK(result.outcome == AddOutcome::added);
    CHECK(result.doc == "a.txt");
    CHECK(store.document_count() == 1);

    const EvidenceSet evidence = store.load();
    REQUIRE(evidence.documents.size() == 1);
    CHECK(evidence.documents[0].title == "A title");
    CHECK(evidence.documents[0].date == "2026-01-05");
    CHECK(evidence.documents[0].source == "Example");
    CHECK(evidence.documents[0].url == "https://example.org/a");
    REQUIRE(evidence.entities.size() == 2);
    CHECK(evidence.entities[0].node == "Q159");
    CHECK(evidence.entities[0].type == "country");
    CHECK(evidence.entities[0].mentions() == 3);
    REQUIRE(evidence.entities[0].names.size() == 2);
    CHECK(evidence.entities[0].names[0].text == "Moscow");
    CHECK(evidence.entities[0].names[1].count == 2);
    REQUIRE(evidence.statements.size() == 1);
    const StatementEvidence& statement = evidence.statements[0];
    CHECK(evidence.entities[statement.source].label == "Russia");
    CHECK(evidence.entities[statement.target].label == "Ukraine");
    CHECK(statement.text == "Russia attacked Ukraine.");
    CHECK(statement.cue_begin == 7);
    CHECK(statement.cue_end == 15);
    CHECK(statement.attribution_label == "Ukraine");
    CHECK(statement.attribution_text == "Kyiv");
    CHECK(statement.date == "2014");
    CHECK(statement.date_precision == "year");
    CHECK(statement.date_text == "in 2014");
    CHECK(statement.what + statement.role + statement.place + statement.amount == "whatroleplace3");
    CHECK(statement.confidence == 0.75);
}

TEST_CASE("the same record again changes nothing") {
    EvidenceStore store;
    store.add(sample());
    CHECK(store.add(sample()).outcome == AddOutcome::unchanged);
    CHECK(store.load().statements.size() == 1);
}

TEST_CASE("two texts under one id in one run are kept apart, whichever came first") {
    const Record one = sample();
    MakeRecord other("a.txt");
    other.entity("e1", "Q142", "France", "country");
    EvidenceStore store;
    CHECK(store.add(one).outcome == AddOutcome::added);
    const AddResult second = store.add(other);
    CHECK(second.outcome == AddOutcome::kept_apart);
    CHECK(second.doc.rfind("a.txt#", 0) == 0);
    const std::vector<std::string> docs = docs_of(store);
    CHECK(docs.size() == 2);
    CHECK(docs[0].rfind("a.txt#", 0) == 0);
    CHECK(store.add(one).outcome == AddOutcome::unchanged);

    EvidenceStore reversed;
    reversed.add(other);
    reversed.add(one);
    CHECK(docs_of(reversed) == docs);

    CHECK(store.remove("a.txt"));
    CHECK(store.document_count() == 0);
}

TEST_CASE("one of two texts under one id can be removed by its own name") {
    EvidenceStore store;
    store.add(sample());
    const AddResult other = store.add(MakeRecord("a.txt"));
    CHECK(store.remove(other.doc));
    CHECK(store.document_count() == 1);
    CHECK(store.load().statements.size() == 1);
}

TEST_CASE("an id that looks like another text's is no trouble") {
    EvidenceStore store;
    store.add(sample());
    const AddResult other = store.add(MakeRecord("a.txt"));
    CHECK(store.add(MakeRecord(other.doc)).outcome == AddOutcome::added);
    CHECK(store.document_count() == 3);
}

TEST_CASE("one text with other metadata in one run: the order does not show") {
    MakeRecord later = sample();
    later.dated("2026-02-01");
    EvidenceStore one;
    one.add(sample());
    one.add(later);
    EvidenceStore two;
    two.add(later);
    two.add(sample());
    CHECK(one.load().documents[0].date == two.load().documents[0].date);
    CHECK(one.document_count() == 1);
}

TEST_CASE("removing takes a document's evidence out, and only its") {
    EvidenceStore store;
    store.add(sample("a.txt"));
    store.add(sample("b.txt"));
    CHECK(store.remove("a.txt"));
    CHECK_FALSE(store.remove("a.txt"));
    const EvidenceSet evidence = store.load();
    CHECK(docs_of(store) == std::vector<std::string>{"b.txt"});
    CHECK(evidence.entities.size() == 2);
    CHECK(evidence.statements.size() == 1);
    CHECK(store.add(sample("a.txt")).outcome == AddOutcome::added);
}

TEST_CASE("a record that does not fit together leaves the store as it was") {
    EvidenceStore store;
    store.add(sample("a.txt"));
    MakeRecord broken = sample("b.txt");
    broken.last().target = "e9";
    CHECK_THROWS(store.add(broken));
    MakeRecord changed = sample("a.txt");
    changed.dated("2020-01-01");
    changed.last().sentence = 7;
    CHECK_THROWS(store.add(changed));
    CHECK(docs_of(store) == std::vector<std::string>{"a.txt"});
    CHECK(store.load().documents[0].date == "2026-01-05");
    CHECK(store.load().statements.size() == 1);
    CHECK(store.add(sample("b.txt")).outcome == AddOutcome::added);
}

TEST_CASE("bytes that are no UTF-8 do not get into a store") {
    EvidenceStore store;
    CHECK_THROWS_AS(store.add(MakeRecord("a\xFF.txt")), FormatError);
    CHECK(store.document_count() == 0);
}

TEST_CASE("any text is kept, but for characters that no graph file can hold") {
    const std::string hostile("a\0b';DROP TABLE documents;--\xF0\x9F\x98\x80", 32);
    MakeRecord record(hostile);
    record.entity("e1", "x:1", hostile, "person");
    EvidenceStore store;
    store.add(record);
    CHECK(store.add(record).outcome == AddOutcome::unchanged);
    const std::string kept = "ab';DROP TABLE documents;--\xF0\x9F\x98\x80";
    CHECK(store.load().documents[0].doc == kept);
    CHECK(store.load().entities[0].label == kept);
    CHECK(store.remove(hostile));
}

TEST_CASE("a file keeps what was committed, and a later run replaces") {
    Folder folder;
    const std::string file = folder / "news.ngdb";
    {
        EvidenceStore store(file);
        store.add(sample("a.txt"));
        store.commit();
        store.add(sample("lost.txt"));
    }
    EvidenceStore store(file);
    CHECK(docs_of(store) == std::vector<std::string>{"a.txt"});
    CHECK(store.add(sample("a.txt")).outcome == AddOutcome::unchanged);

    EvidenceStore third(file);
    MakeRecord changed = sample("a.txt");
    changed.says("Russia attacked again.", "e1", "attacks", "e2", "attacked");
    store.commit();
    CHECK(third.add(changed).outcome == AddOutcome::replaced);
    third.commit();
    CHECK(third.document_count() == 1);
    CHECK(third.load().statements.size() == 2);
}

TEST_CASE("many documents are committed as they come") {
    Folder folder;
    const std::string file = folder / "news.ngdb";
    {
        EvidenceStore store(file);
        for (int i = 0; i < 1201; ++i) store.add(MakeRecord("doc" + std::to_string(i)));
    }
    CHECK(EvidenceStore(file).document_count() == 1000);
}

TEST_CASE("what is no store is refused, and left as it is") {
    Folder folder;
    folder.put("text", std::string(5000, 'x'));
    CHECK(message_of(folder / "text").find("text: file is not a database") != std::string::npos);
    CHECK(bytes_of(folder / "text") == std::string(5000, 'x'));

    tamper(folder / "other.db", "CREATE TABLE t (x)");
    CHECK(message_of(folder / "other.db").find("no store of newsgraph") != std::string::npos);
    CHECK_THROWS_AS(EvidenceStore(folder / "other.db"), FormatError);

    CHECK_THROWS_AS(EvidenceStore(folder.path().string()), IoError);
    CHECK_THROWS_AS(EvidenceStore(folder / "missing/news.ngdb"), IoError);
}

TEST_CASE("a store of another version is refused") {
    Folder folder;
    const std::string file = folder / "news.ngdb";
    EvidenceStore{file};
    tamper(file, "PRAGMA user_version = 99");
    CHECK(message_of(file).find("made by a newer newsgraph (store version 99, this one knows 4)") != std::string::npos);
}

TEST_CASE("a damaged store is an error, not a wrong graph") {
    Folder folder;
    const std::string file = folder / "news.ngdb";
    {
        EvidenceStore store(file);
        store.add(sample());
        store.commit();
    }
    tamper(file, "UPDATE statements SET target = 17");
    CHECK_THROWS_AS(EvidenceStore(file).load(), FormatError);
}

TEST_CASE("a store that cannot be written is refused at once") {
    Folder folder;
    const std::string file = folder / "news.ngdb";
    EvidenceStore{file};
    ::chmod(folder.path().c_str(), 0755);
    ::chmod(file.c_str(), 0444);
    const NoRights nobody;
    CHECK_THROWS_AS(EvidenceStore(file), IoError);
}

TEST_CASE("two programs may make one store at the same time") {
    Folder folder;
    const std::string file = folder / "news.ngdb";
    EvidenceStore one(file);
    EvidenceStore two(file);
    one.add(sample("a.txt"));
    one.commit();
    two.add(sample("b.txt"));
    two.commit();
    CHECK(one.document_count() == 2);
}
