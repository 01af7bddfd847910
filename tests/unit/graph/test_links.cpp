#include "graph/links.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_graph.hpp"

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

std::string links_of(const Links& links, std::size_t node) {
    std::string out;
    for (const NodeLink& link : links.of(node)) {
        out += std::string(1, static_cast<char>('a' + link.node)) + std::to_string(link.weight) + " ";
    }
    return out;
}

}  // namespace

TEST_CASE("links join parallel edges and have a direction") {
    const KnowledgeGraph graph(letters("abcd"), {edge("ab", 2), edge("ab", 3, "meets"), edge("ba", 4), symmetric(edge("ac", 1)), edge("aa", 9)},
                               true);
    const Links both(graph, {}, Direction::both);
    CHECK(links_of(both, 0) == "b9 c1 ");
    CHECK(links_of(both, 1) == "a9 ");
    CHECK(links_of(both, 2) == "a1 ");
    CHECK(links_of(both, 3).empty());
    CHECK(both.size() == 4);
    CHECK(both.count() == 4);
    const Links out(graph, {}, Direction::out);
    CHECK(links_of(out, 0) == "b5 c1 ");
    CHECK(links_of(out, 1) == "a4 ");
    CHECK(links_of(out, 2) == "a1 ");
    const Links in(graph, {}, Direction::in);
    CHECK(links_of(in, 0) == "b4 c1 ");
    CHECK(links_of(in, 1) == "a5 ");
}

TEST_CASE("links are made of the edges that pass") {
    GraphEdge negated = edge("ab", 2);
    negated.status = EdgeStatus::negated;
    const KnowledgeGraph graph(letters("ab"), {negated, edge("ab", 0, "meets")}, true);
    CHECK(links_of(Links(graph, {}, Direction::out), 0) == "b1 ");
    EdgeFilter all;
    all.statuses = {};
    CHECK(links_of(Links(graph, all, Direction::out), 0) == "b3 ");
}
