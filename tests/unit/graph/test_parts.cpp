#include "graph/parts.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_graph.hpp"

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

KnowledgeGraph line() {
    return {letters("abcde"), {edge("ba"), edge("bc"), edge("cd"), edge("ac", 1, "meets")}, true};
}

}  // namespace

TEST_CASE("nodes around a node are those of so many steps, whichever way edges lead") {
    const KnowledgeGraph graph = line();
    CHECK(ids(graph, nodes_around(graph, 0, 0)) == "a");
    CHECK(ids(graph, nodes_around(graph, 0, 1)) == "abc");
    CHECK(ids(graph, nodes_around(graph, 3, 2)) == "abcd");
    CHECK(ids(graph, nodes_around(graph, 4, 9)) == "e");
    CHECK(ids(graph, nodes_with_edges(graph)) == "abcd");
}

TEST_CASE("a part has the edges among its nodes") {
    const KnowledgeGraph graph = line();
    const KnowledgeGraph part = part_of(graph, {2, 1, 4});
    REQUIRE(part.nodes().size() == 3);
    REQUIRE(part.edges().size() == 1);
    CHECK(part.edges()[0].id == "b.attacks.c");
    CHECK(part.nodes()[part.edges()[0].target].id == "c");
    CHECK(part_of(graph, {}).nodes().empty());
}
