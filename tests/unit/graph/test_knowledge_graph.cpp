#include "graph/knowledge_graph.hpp"

#include "extract/base/error.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph;

namespace {

GraphNode node(const std::string& id) {
    GraphNode out;
    out.id = id;
    return out;
}

GraphEdge edge(std::size_t source, std::size_t target, const std::string& relation, const std::string& id = {}) {
    GraphEdge out;
    out.id = id;
    out.source = source;
    out.target = target;
    out.relation = relation;
    return out;
}

}  // namespace

TEST_CASE("parts in any order become sorted nodes and edges") {
    const KnowledgeGraph graph({node("b"), node("a"), node("c")}, {edge(0, 1, "x"), edge(1, 2, "y"), edge(0, 1, "w")}, true);
    CHECK(graph.nodes()[0].id == "a");
    CHECK(graph.nodes()[2].id == "c");
    REQUIRE(graph.edges().size() == 3);
    CHECK(graph.edges()[0].id == "a.y.c");
    CHECK(graph.edges()[1].id == "b.w.a");
    CHECK(graph.edges()[2].source == 1);
    CHECK(graph.edges()[2].target == 0);
}

TEST_CASE("nodes are found by id, edges by their ends") {
    const KnowledgeGraph graph({node("a"), node("b"), node("c")}, {edge(0, 1, "x"), edge(0, 1, "y"), edge(1, 0, "x"), edge(2, 2, "x")},
                               true);
    CHECK(graph.find("b") == 1);
    CHECK_FALSE(graph.find("bb"));
    CHECK_FALSE(graph.find(""));
    CHECK(graph.out_edges(0) == std::vector<std::size_t>{0, 1});
    CHECK(graph.in_edges(0) == std::vector<std::size_t>{2});
    CHECK(graph.out_edges(2) == graph.in_edges(2));
}

TEST_CASE("an empty graph has nothing") {
    const KnowledgeGraph graph;
    CHECK(graph.nodes().empty());
    CHECK(graph.edges().empty());
    CHECK_FALSE(graph.find("a"));
    CHECK(graph.with_statuses({EdgeStatus::asserted}).nodes().empty());
}

TEST_CASE("ids that come twice and ends that are not there are refused") {
    CHECK_THROWS_AS(KnowledgeGraph({node("a"), node("a")}, {}, true), FormatError);
    CHECK_THROWS_AS(KnowledgeGraph({node("a")}, {edge(0, 1, "x")}, true), FormatError);
    CHECK_THROWS_AS(KnowledgeGraph({node("a")}, {edge(0, 0, "x", "e"), edge(0, 0, "y", "e")}, true), FormatError);
}

TEST_CASE("statuses have names") {
    for (const EdgeStatus status : {EdgeStatus::asserted, EdgeStatus::negated, EdgeStatus::unrealized}) {
        CHECK(edge_status(to_string(status)) == status);
    }
    CHECK_FALSE(edge_status("maybe"));
    CHECK_FALSE(edge_status(""));
}
