// What a store keeps of its graph follows what happens to others: names, copies, ways of merging. That it follows everything
// else is tried with made-up records in tests/property.
#include "graph/evidence_store.hpp"
#include "graph/sqlite.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/make_record.hpp"
#include "tests/support/sample_graphs.hpp"

#include <filesystem>
#include <string>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

constexpr const char* file = "news.ngdb";

void add(const Record& record) {
    EvidenceStore store(file);
    store.add(record);
    store.commit();
}

GraphQuestion everything() {
    GraphQuestion question;
    question.statements = true;
    question.origins = true;
    question.articles = true;
    return question;
}

KnowledgeGraph asked(const GraphQuestion& question = everything()) {
    return EvidenceStore(file, StoreAccess::read).graph(question, some_relations()).graph;
}

const GraphNode& node(const KnowledgeGraph& graph, const std::string& id) {
    return graph.nodes()[graph.find(id).value()];
}

std::int64_t number(const std::string& sql) {
    sqlite::Database db(file, sqlite::Access::read);
    return db.number(sql.c_str());
}

// Called by the whole name, and then by the last one behind a title.
Record officer(const std::string& doc, const std::string& name, const std::string& title) {
    const std::string last = name.substr(name.find(' ') + 1);
    Record record;
    record.doc = doc;
    record.text = name + " spoke. " + title + " " + last + " left.";
    const auto length = static_cast<std::uint32_t>(name.size());
    const auto begin = static_cast<std::uint32_t>(record.text.rfind(last));
    Entity entity{"e1", "person:" + name, name, "person", {}};
    entity.mentions.push_back({{0, length}, name, "name"});
    entity.mentions.push_back({{begin, begin + static_cast<std::uint32_t>(last.size())}, last, "name"});
    record.entities.push_back(entity);
    return record;
}

// Words `from` to `to` of a long text, with a sentence of its own.
Record report(const std::string& doc, int from, int to, const std::string& verb) {
    MakeRecord record(doc);
    record.entity("e1", "Q159", "Russia", "country").entity("e2", "Q212", "Ukraine", "country");
    if (!verb.empty()) record.says("Russia " + verb + " Ukraine.", "e1", "attacks", "e2", verb, 0.5);
    std::string words;
    for (int i = from; i < to; ++i) words += "word" + std::to_string(i) + " ";
    return record.goes_on(words);
}

}  // namespace

TEST_CASE("an alias has its title as soon as somebody else has the name, and no longer than that") {
    Folder folder;
    add(officer("a", "Henrik Lund", "Captain"));
    CHECK(node(asked(), "person:Henrik-Lund").aliases == std::vector<std::string>{"Lund"});
    add(officer("b", "Karen Lund", "Minister"));
    CHECK(node(asked(), "person:Henrik-Lund").aliases == std::vector<std::string>{"Captain Lund"});
    {
        EvidenceStore store(file);
        store.remove("b");
        store.commit();
    }
    CHECK(node(asked(), "person:Henrik-Lund").aliases == std::vector<std::string>{"Lund"});
}

TEST_CASE("a document that says nothing makes two others one story") {
    Folder folder;
    add(report("a", 0, 100, "attacked"));
    add(report("b", 30, 130, "struck"));
    CHECK(asked().edges().front().stories == 2);
    add(report("c", 0, 130, ""));
    CHECK(asked().edges().front().stories == 1);
}

TEST_CASE("a decision that says what the rules have found is told where it stands") {
    Folder folder;
    add(MakeRecord("a").entity("e1", "person:a", "John Smith", "person"));
    add(MakeRecord("b").entity("e1", "person:b", "John Smith", "person"));
    REQUIRE(asked().nodes().size() == 1);
    CHECK(asked().nodes().front().merges.front().rule == "same label");
    {
        EvidenceStore store(file);
        store.decide({"same", "person:a", "person:b"});
        store.commit();
    }
    CHECK(asked().nodes().front().merges.front().rule == "decision");
}

TEST_CASE("a question keeps the graph, and only what has changed is written again") {
    Folder folder;
    add(report("a", 0, 100, "attacked"));
    CHECK(number("SELECT count(*) FROM graph_state") == 0);
    const GraphQuestion light;
    CHECK(asked(light).edges().size() == 1);
    CHECK(number("SELECT count(*) FROM graph_state") == 1);
    CHECK(number("SELECT count(*) FROM graph_changed") == 0);
    const std::int64_t edge = number("SELECT edge FROM graph_edges");
    add(MakeRecord("b").entity("e1", "Q142", "France", "country").entity("e2", "Q159", "Russia", "country").says(
        "France sued Russia.", "e1", "sues", "e2", "sued"));
    CHECK(number("SELECT count(*) FROM graph_changed") == 1);
    CHECK(asked(light).edges().size() == 2);
    CHECK(number("SELECT min(edge) FROM graph_edges WHERE relation = 'attacks'") == edge);
}

TEST_CASE("the graph of other rules, or of relations with other directions, is made anew") {
    Folder folder;
    add(report("a", 0, 100, "attacked"));
    asked();
    sqlite::Database(file).run("UPDATE graph_state SET rules = 'others'; UPDATE graph_nodes SET label = 'wrong'");
    CHECK(asked().nodes().front().label == "Russia");
    RelationLookup symmetric = some_relations();
    symmetric["attacks"].symmetric = true;
    CHECK(EvidenceStore(file, StoreAccess::read).graph({}, symmetric).graph.edges().front().symmetric);
}

TEST_CASE("where the graph cannot be kept it is derived for once") {
    Folder folder;
    add(report("a", 0, 100, "attacked"));
    sqlite::Database writer(file);
    writer.run("BEGIN IMMEDIATE");
    CHECK(asked({}).edges().size() == 1);
    writer.run("ROLLBACK");
    CHECK(number("SELECT count(*) FROM graph_state") == 0);
}

TEST_CASE("a kept graph that does not fit the evidence is found out") {
    Folder folder;
    add(report("a", 0, 100, "attacked"));
    asked();
    const auto faults = [] { return EvidenceStore(file, StoreAccess::read).graph_faults(); };
    CHECK(faults().empty());
    const auto [change, fault] = GENERATE(table<std::string, std::string>({
        {"UPDATE graph_nodes SET mentions = 7 WHERE id = 'Q159'", "Q159: the kept graph counts other mentions than there are"},
        {"UPDATE graph_edges SET documents = 7", "attacks of Q159: the kept graph counts other statements than there are"},
        {"DELETE FROM graph_members WHERE entity = 0", "a: an entity is in no node of the kept graph"},
        {"UPDATE graph_edges SET relation = 'sues'", "a: a statement is behind no edge of the kept graph"},
        {"UPDATE graph_proposals SET node = 9 WHERE id = 'Q159'", "a: an entity is in another node than what it was found to be one with"},
        {"DELETE FROM graph_statements", "a: a statement is behind no edge of the kept graph"},
        {"UPDATE graph_edges SET target = 77", "a: a statement is behind no edge of the kept graph"},
        {"UPDATE graph_nodes SET merges = '[' WHERE id = 'Q159'", "Q159: the kept graph has a list that is none"},
    }));
    sqlite::Database(file).run(change.c_str());
    REQUIRE_FALSE(faults().empty());
    CHECK(faults().front() == fault);
    EvidenceStore(file).forget_graph();
    CHECK(faults().empty());
    asked();
    CHECK(faults().empty());
}

TEST_CASE("a kept graph that is damaged is made anew, and nobody sees it") {
    Folder folder;
    add(report("a", 0, 100, "attacked"));
    asked();
    const bool changed = GENERATE(false, true);
    const auto damage = GENERATE(as<std::string>{}, "UPDATE graph_nodes SET aliases = 'x'",
                                 "UPDATE graph_nodes SET node = -5 WHERE id = 'Q159'", "UPDATE graph_members SET node = -3",
                                 "UPDATE graph_nodes SET node = 4000000000000000 WHERE id = 'Q159'", "DELETE FROM graph_nodes",
                                 "INSERT INTO graph_touched VALUES ('node', 9000000000000000)",
                                 "UPDATE graph_proposals SET node = 4000000000000000", "DELETE FROM graph_proposals",
                                 "UPDATE graph_proposals SET kin = 77", "UPDATE graph_proposals SET facts = '[\"label\"]'",
                                 "INSERT INTO graph_links VALUES (1, 1, 1, 77, '', '', '', '[]', 1, 1)",
                                 "INSERT INTO graph_links VALUES (1, 99, 1, 2, '', '', '', 'x', 1, 1)",
                                 "UPDATE graph_edges SET target = 77", "PRAGMA foreign_keys = OFF; INSERT INTO graph_members VALUES (99, 0, 1, 1)");
    sqlite::Database(file).run(damage.c_str());
    if (changed) add(report("b", 30, 130, "struck"));
    INFO(damage);
    for (int i = 0; i < 2; ++i) {
        const KnowledgeGraph graph = asked();
        REQUIRE(graph.edges().size() == 1);
        CHECK(graph.edges().front().stories == (changed ? 2 : 1));
        CHECK(graph.nodes()[graph.edges().front().target].label == "Ukraine");
    }
    CHECK(number("SELECT count(*) FROM graph_state") == 1);
}

TEST_CASE("an edge without the statements that it counts is made anew when they are asked for") {
    Folder folder;
    add(report("a", 0, 100, "attacked"));
    asked();
    sqlite::Database(file).run("DELETE FROM graph_statements");
    CHECK(asked().edges().front().statements.size() == 1);
    CHECK(EvidenceStore(file, StoreAccess::read).graph_faults().empty());
}

TEST_CASE("what stands behind an edge can be read later, as it was when the edge was read") {
    Folder folder;
    add(report("a", 0, 100, "attacked"));
    GraphQuestion question;
    question.reader = true;
    const GraphAnswer answer = EvidenceStore(file, StoreAccess::read).graph(question, some_relations());
    REQUIRE(answer.reader);
    REQUIRE(answer.graph.edges().size() == 1);
    {
        EvidenceStore store(file);
        store.remove("a");
        store.commit();
    }
    GraphEdge edge = answer.graph.edges().front();
    CHECK(edge.statements.empty());
    answer.reader->complete(edge);
    CHECK(edge.statements.size() == 1);
    CHECK(edge.evidence == edge.statements.front().text);
    GraphNode node = answer.graph.nodes().front();
    answer.reader->complete(node);
    CHECK(node.evidence.size() == 1);
}

TEST_CASE("what is read later is known to be there") {
    Folder folder;
    add(report("a", 0, 100, "attacked"));
    asked();
    sqlite::Database(file).run("DELETE FROM graph_statements");
    GraphQuestion question;
    question.reader = true;
    const GraphAnswer answer = EvidenceStore(file, StoreAccess::read).graph(question, some_relations());
    REQUIRE(answer.reader);
    GraphEdge edge = answer.graph.edges().front();
    answer.reader->complete(edge);
    CHECK(edge.statements.size() == 1);
}
