#include "graph/knowledge_graph.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/make_record.hpp"

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

MakeRecord two_countries(const std::string& doc, const std::string& date = {}) {
    MakeRecord record(doc);
    record.dated(date).entity("e1", "Q159", "Russia", "country").entity("e2", "Q212", "Ukraine", "country");
    return record;
}

const GraphEdge& only_edge(const KnowledgeGraph& graph) {
    REQUIRE(graph.edges().size() == 1);
    return graph.edges().front();
}

}  // namespace

TEST_CASE("a node has the label of most documents, and the other names as aliases") {
    MakeRecord a("a");
    a.dated("2026-01-05").entity("e1", "Q159", "Russia", "country", {"Moscow", "RUSSIA", "Kremlin", "Kremlin"});
    MakeRecord b("b");
    b.dated("2026-01-02").entity("e1", "Q159", "Russian Federation", "country");
    MakeRecord c("c");
    c.entity("e1", "Q159", "Russia", "country", {"it", "the country"}, "pronoun");
    const KnowledgeGraph graph = graph_of({a, b, c});
    REQUIRE(graph.nodes().size() == 1);
    const GraphNode& node = graph.nodes().front();
    CHECK(node.id == "Q159");
    CHECK(node.label == "Russia");
    CHECK(node.type == "country");
    CHECK(node.aliases == std::vector<std::string>{"Kremlin", "Moscow", "Russian Federation"});
    CHECK(node.mentions == 9);
    CHECK(node.documents == 3);
    CHECK(node.first_seen == "2026-01-02");
    CHECK(node.last_seen == "2026-01-05");
    CHECK(node.wikidata == "Q159");
}

TEST_CASE("votes of equal weight go to the smaller text") {
    MakeRecord a("a");
    a.entity("e1", "Q1", "Beta", "place");
    MakeRecord b("b");
    b.entity("e1", "Q1", "Alpha", "country");
    const GraphNode node = graph_of({a, b}).nodes().front();
    CHECK(node.label == "Alpha");
    CHECK(node.type == "country");
}

TEST_CASE("a node without a name is called by its id, and dates are not guessed") {
    MakeRecord a("a");
    a.entity("e1", "person:x", " ", "person");
    const GraphNode node = graph_of({a}).nodes().front();
    CHECK(node.label == "person:x");
    CHECK(node.first_seen.empty());
    CHECK(node.last_seen.empty());
    CHECK(node.wikidata.empty());
}

TEST_CASE("realis comes before polarity in an edge's status") {
    const auto status = [](const std::string& polarity, const std::string& realis) {
        MakeRecord record = two_countries("a");
        record.says("Russia attacked Ukraine.", "e1", "attacks", "e2", "attacked").but(polarity, realis);
        return only_edge(graph_of({record})).status;
    };
    CHECK(status("asserted", "actual") == EdgeStatus::asserted);
    CHECK(status("negated", "actual") == EdgeStatus::negated);
    for (const char* realis : {"planned", "possible", "conditional", "demanded"}) {
        CHECK(status("asserted", realis) == EdgeStatus::unrealized);
        CHECK(status("negated", realis) == EdgeStatus::unrealized);
    }
}

TEST_CASE("edges part by relation, direction and status") {
    MakeRecord record = two_countries("a");
    record.says("One attacked.", "e1", "attacks", "e2", "attacked");
    record.says("Two attacked.", "e2", "attacks", "e1", "attacked");
    record.says("Three did not attack.", "e1", "attacks", "e2", "attack").but("negated");
    record.says("Four will attack.", "e1", "attacks", "e2", "attack").but("asserted", "planned");
    record.says("Five met.", "e1", "meets", "e2", "met");
    const KnowledgeGraph graph = graph_of({record});
    std::vector<std::string> ids;
    for (const GraphEdge& edge : graph.edges()) ids.push_back(edge.id);
    CHECK(ids == std::vector<std::string>{"Q159.attacks.Q212", "Q159.attacks.Q212.negated", "Q159.attacks.Q212.unrealized",
                                          "Q159.meets.Q212", "Q212.attacks.Q159"});
    CHECK(graph.with_statuses({EdgeStatus::asserted}).edges().size() == 3);
    CHECK(graph.with_statuses({EdgeStatus::negated, EdgeStatus::unrealized}).edges().size() == 2);
    CHECK(graph.with_statuses({}).nodes().size() == 2);
}

TEST_CASE("a symmetric relation is stored once, from the smaller id") {
    MakeRecord record = two_countries("a");
    record.says("Ukraine met Russia.", "e2", "meets", "e1", "met");
    record.says("Russia met Ukraine.", "e1", "meets", "e2", "met");
    const KnowledgeGraph graph = graph_of({record});
    const GraphEdge& edge = only_edge(graph);
    CHECK(edge.symmetric);
    CHECK(edge.id == "Q159.meets.Q212");
    CHECK(graph.nodes()[edge.source].id == "Q159");
    CHECK(edge.mentions == 2);
    CHECK(edge.plover == "CONSULT");
    CHECK(edge.quad == "VC");
    CHECK(edge.score == 1.0);
}

TEST_CASE("what is known of no relation is left empty") {
    MakeRecord record = two_countries("a");
    record.says("Russia foos Ukraine.", "e2", "foos", "e1", "foos");
    const KnowledgeGraph graph = graph_of({record});
    const GraphEdge& edge = only_edge(graph);
    CHECK(edge.id == "Q212.foos.Q159");
    CHECK_FALSE(edge.symmetric);
    CHECK(edge.plover.empty());
    CHECK(edge.score == 0.0);
}

TEST_CASE("confidence joins stories, and copies of a sentence are one story") {
    MakeRecord a = two_countries("a", "2026-01-05");
    a.from("Example", "Title A", "https://a.example").says("Russia attacked Ukraine on Monday.", "e1", "attacks", "e2", "attacked", 0.5);
    a.says("Russia attacked again.", "e1", "attacks", "e2", "attacked", 0.4);
    MakeRecord copy = two_countries("b", "2026-01-07");
    copy.says("RUSSIA attacked  Ukraine on Monday", "e1", "attacks", "e2", "attacked", 0.6);
    MakeRecord other = two_countries("c", "2026-01-06");
    other.says("Moscow's army struck.", "e1", "attacks", "e2", "struck", 0.8);
    const KnowledgeGraph graph = graph_of({a, copy, other});
    const GraphEdge& edge = only_edge(graph);
    CHECK(edge.mentions == 4);
    CHECK(edge.documents == 3);
    CHECK(edge.stories == 2);
    CHECK(edge.weight == 2);
    CHECK(edge.confidence == 0.92);  // 1 - (1 - 0.8)(1 - 0.6), not with 0.5 and 0.4 of the same story
    CHECK(edge.first_seen == "2026-01-05");
    CHECK(edge.last_seen == "2026-01-07");
    CHECK(edge.evidence == "Moscow's army struck.");
    REQUIRE(edge.statements.size() == 4);
    CHECK(edge.statements[1].confidence == 0.6);
    CHECK(edge.statements[2].title == "Title A");
    CHECK(edge.statements[2].published == "2026-01-05");
    CHECK(edge.statements[2].url == "https://a.example");
}

TEST_CASE("copies hang together through a document between them") {
    MakeRecord a = two_countries("a");
    a.says("First sentence attacked.", "e1", "attacks", "e2", "attacked", 0.5);
    MakeRecord b = two_countries("b");
    b.says("First sentence attacked.", "e1", "attacks", "e2", "attacked", 0.5);
    b.says("Second sentence attacked.", "e1", "attacks", "e2", "attacked", 0.5);
    MakeRecord c = two_countries("c");
    c.says("Second sentence attacked.", "e1", "attacks", "e2", "attacked", 0.5);
    CHECK(only_edge(graph_of({a, b, c})).stories == 1);
    CHECK(only_edge(graph_of({a, c})).stories == 2);
}

TEST_CASE("one sentence is one story for a few days only") {
    const auto on = [](const std::string& date) {
        MakeRecord record = two_countries(date.empty() ? "undated" : date);
        record.dated(date).says("Russia attacked Ukraine.", "e1", "attacks", "e2", "attacked", 0.5);
        return record;
    };
    CHECK(only_edge(graph_of({on("2026-02-28"), on("2026-03-02")})).stories == 1);
    CHECK(only_edge(graph_of({on("2026-02-28"), on("2026-03-03")})).stories == 2);
    CHECK(only_edge(graph_of({on("2026-02-28"), on("2026-03-02"), on("2026-03-04"), on("2027-03-04")})).stories == 2);
    CHECK(only_edge(graph_of({on(""), on("2026-02-28"), on("2027-03-04")})).stories == 2);
    CHECK(only_edge(graph_of({on("2026"), on("2026-02-31")})).stories == 1);  // no days
}

TEST_CASE("articles that are copies are one story even where they word the statement differently") {
    std::string report;
    for (int i = 0; i < 80; ++i) {
        report += "word" + std::to_string(i) + " ";
    }
    MakeRecord a = two_countries("a");
    a.says("Russia attacked Ukraine.", "e1", "attacks", "e2", "attacked", 0.5).goes_on(report);
    MakeRecord edited = two_countries("b");
    edited.says("Ukraine was hit by Russia.", "e1", "attacks", "e2", "hit", 0.6).goes_on(report);
    MakeRecord other = two_countries("c");
    other.says("Russia struck Ukraine.", "e1", "attacks", "e2", "struck", 0.4);
    const KnowledgeGraph graph = graph_of({a, edited, other});
    const GraphEdge& edge = only_edge(graph);
    CHECK(edge.documents == 3);
    CHECK(edge.stories == 2);
    CHECK(edge.weight == 2);
    CHECK(edge.confidence == 0.76);  // 1 - (1 - 0.6)(1 - 0.4)
    REQUIRE(graph.articles().size() == 3);
    CHECK(graph.articles()[0].signature.starts_with("1:"));
    CHECK(graph.articles()[2].signature.empty());
}

TEST_CASE("certain statements make a certain edge, and rounding is clean") {
    MakeRecord a = two_countries("a");
    a.says("Russia attacked.", "e1", "attacks", "e2", "attacked", 1.0);
    CHECK(only_edge(graph_of({a})).confidence == 1.0);
    MakeRecord b = two_countries("b");
    b.says("Russia attacked.", "e1", "attacks", "e2", "attacked", 0.1 + 0.2);
    CHECK(only_edge(graph_of({b})).confidence == 0.3);
}

TEST_CASE("of equal statements the evidence is that of the smaller document") {
    MakeRecord b = two_countries("b");
    b.says("B attacked.", "e1", "attacks", "e2", "attacked", 0.5);
    MakeRecord a = two_countries("a");
    a.says("Z attacked.", "e1", "attacks", "e2", "attacked", 0.5);
    CHECK(only_edge(graph_of({b, a})).evidence == "Z attacked.");
}

TEST_CASE("a statement whose ends turn out to be one makes no edge") {
    MakeRecord record("a");
    record.entity("e1", "person:a", "Jane Doe", "person").entity("e2", "person:b", "Jane Doe", "person");
    record.says("She met herself.", "e1", "meets", "e2", "met");
    const KnowledgeGraph graph = graph_of({record});
    CHECK(graph.nodes().size() == 1);
    CHECK(graph.edges().empty());
}

TEST_CASE("who says so is the entity's label, else the words") {
    MakeRecord record = two_countries("a");
    record.says("Russia attacked, Kyiv said.", "e1", "attacks", "e2", "attacked", 0.9);
    record.last().attribution = Attribution{"e2", "Kyiv"};
    record.says("Russia attacked, people said.", "e1", "attacks", "e2", "attacked", 0.5);
    record.last().attribution = Attribution{"", "people"};
    const KnowledgeGraph graph = graph_of({record});
    CHECK(only_edge(graph).statements[0].attribution == "Ukraine");
    CHECK(only_edge(graph).statements[1].attribution == "people");
}

TEST_CASE("whatever a record calls its relations, edges have ids of their own") {
    MakeRecord record("a");
    record.entity("e1", "x", "X", "person").entity("e2", "negated", "N", "person").entity("e3", "t", "T", "person");
    record.says("One.", "e1", "r.t", "e2", "One");
    record.says("Two.", "e1", "r", "e3", "Two").but("negated");
    record.says("Three.", "e1", "r%2Et", "e2", "Three");
    record.says("Four.", "e1", "r t\n", "e2", "Four");
    CHECK(graph_of({record}).edges().size() == 4);
}
