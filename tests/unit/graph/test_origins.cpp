#include "graph/origins.hpp"

#include "graph/queries.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/named_documents.hpp"

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

KnowledgeGraph graph_of(const std::vector<std::vector<Name>>& documents, const Decisions& decisions = {}) {
    const EvidenceSet evidence = evidence_of(documents);
    return derive_graph(evidence, resolve(evidence, decisions), {}, decisions);
}

const Name gulf{"Gulf of Guinea", "", "place", ""};
const std::vector<std::vector<Name>> lunds = {
    {{"Karen Lund", "", "person", "Lund"}, gulf}, {{"Karen Lund"}}, {{"Lund", "Captain"}, gulf}, {{"Anna Torvald"}}};

}  // namespace

TEST_CASE("a node says what was read under which id, and by which names") {
    const KnowledgeGraph graph = graph_of(lunds);
    const NodeOrigins origins = origins_of(graph, *graph.find("person:Karen-Lund"));
    REQUIRE(origins.read.size() == 2);
    CHECK(origins.read[0].id == "person:Karen-Lund");
    CHECK(origins.read[0].documents == std::vector<std::string>{"doc0", "doc1"});
    CHECK(origins.read[0].names == std::map<std::string, std::uint32_t>{{"Karen Lund", 2}, {"Lund", 1}});
    CHECK(origins.read[1].id == "person:Lund");
    CHECK(origins.read[1].names == std::map<std::string, std::uint32_t>{{"Captain Lund", 1}});
    REQUIRE(origins.merges.size() == 1);
    CHECK(origins.merges[0].rule == "short name");
}

TEST_CASE("a node says what was decided about it alone") {
    const Decisions decisions = {{"different", "person:Anna-Torvald", "person:Lund"}, {"rename", "person:Anna-Torvald", "person:Lund"},
                                 {"same", "person:Karen-Lund@doc1", "person:x"}};
    const KnowledgeGraph graph = graph_of(lunds, decisions);
    const NodeOrigins origins = origins_of(graph, *graph.find("person:Karen-Lund"));
    REQUIRE(origins.decisions.size() == 2);
    CHECK(origins.decisions[0].kind == "different");
    CHECK(origins.decisions[1].kind == "same");
}

TEST_CASE("an id that became part of a node finds it") {
    const KnowledgeGraph graph = graph_of(lunds);
    const NameMatch match = find_node(graph, "person:Lund");
    REQUIRE(match.found == Found::one);
    CHECK(graph.nodes()[match.nodes[0]].id == "person:Karen-Lund");
}

TEST_CASE("an id that several nodes have finds the one that most articles mean by it") {
    const std::vector<Name> both = {{"Karen Lund", "Minister"}, {"Henrik Lund", "Captain"}};
    const KnowledgeGraph graph = graph_of({both, {{"Lund", "Captain"}}, {{"Lund", "Captain"}}, {{"Lund", "Minister"}}});
    const NameMatch match = find_node(graph, "person:Lund");
    REQUIRE(match.found == Found::one);
    CHECK(graph.nodes()[match.nodes[0]].id == "person:Henrik-Lund");
    const KnowledgeGraph even = graph_of({both, {{"Lund", "Captain"}}, {{"Lund", "Minister"}}});
    CHECK(find_node(even, "person:Lund").found == Found::several);
}

TEST_CASE("a decision names the id that is meant, by id, by name or by node") {
    const KnowledgeGraph graph = graph_of({{{"Karen Lund"}}, {{"Karen Lund"}}, {{"Karen Birgit Lund"}, {"Karen Lund"}}});
    const std::size_t node = *graph.find("person:Karen-Lund");
    REQUIRE(graph.nodes().size() == 1);
    CHECK(id_for_decision(graph, node, "person:Karen-Birgit-Lund") == "person:Karen-Birgit-Lund");
    CHECK(id_for_decision(graph, node, "karen birgit lund") == "person:Karen-Birgit-Lund");
    CHECK(id_for_decision(graph, node, "Karen Lund") == "person:Karen-Lund");
    CHECK(id_for_decision(graph, node, "Lund") == "person:Karen-Lund");
}

TEST_CASE("a decision about a bare surname names the articles that have it") {
    const KnowledgeGraph graph = graph_of(lunds);
    const std::size_t karen = *graph.find("person:Karen-Lund");
    using Terms = std::vector<std::string>;
    CHECK(terms_for_decision(graph, karen, "Karen Lund") == Terms{"person:Karen-Lund"});
    CHECK(terms_for_decision(graph, karen, "person:Lund") == Terms{"person:Lund@doc2"});
    CHECK(lasting_term(graph, karen, "person:Lund") == "person:Karen-Lund");
}

TEST_CASE("a decision about an id that is two nodes names the articles of one") {
    const std::vector<Name> name = {{"Karen Lund"}};
    const KnowledgeGraph graph = graph_of({name, name, name}, {{"different", "person:Karen-Lund", "person:Karen-Lund@doc2"}});
    const std::size_t two = *holder_of(graph, "person:Karen-Lund");
    const std::size_t one = *holder_of(graph, "person:Karen-Lund@doc2");
    CHECK(one != two);
    CHECK(terms_for_decision(graph, two, "person:Karen-Lund") == std::vector<std::string>{"person:Karen-Lund@doc0", "person:Karen-Lund@doc1"});
    CHECK(lasting_term(graph, one, "Karen Lund") == "person:Karen-Lund@doc2");
    CHECK_FALSE(holder_of(graph, "person:Karen-Lund@doc7"));
}
