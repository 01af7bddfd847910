#include "graph/centrality.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_graph.hpp"

using namespace newsgraph;
using namespace newsgraph::test;
using Catch::Detail::Approx;

namespace {

std::vector<double> ranks(const KnowledgeGraph& graph) {
    return pagerank(Links(graph, {}, Direction::out));
}

std::vector<double> between(const KnowledgeGraph& graph) {
    return betweenness(Links(graph, {}, Direction::both)).values;
}

KnowledgeGraph star(std::size_t leaves) {
    std::vector<GraphEdge> edges;
    for (std::size_t i = 1; i <= leaves; ++i) {
        edges.push_back(edge(std::string("a") + static_cast<char>('a' + i)));
    }
    return {letters(std::string("abcdefghijklmnopqrstuvwxyz").substr(0, leaves + 1)), edges, true};
}

std::string order(const KnowledgeGraph& graph, const TopOptions& options) {
    std::string out;
    for (const RankedNode& ranked : top(graph, options).list) {
        out += graph.nodes()[ranked.node].id;
    }
    return out;
}

}  // namespace

TEST_CASE("pagerank follows links by weight") {
    // a = .15/3 + .85 (b + c), b = .15/3 + .85 * 3/4 a, c = .15/3 + .85 * 1/4 a
    const std::vector<double> found = ranks({letters("abc"), {edge("ab", 3), edge("ac", 1), edge("ba"), edge("ca")}, true});
    CHECK(found[0] == Approx(0.9 / 1.85).margin(1e-8));
    CHECK(found[1] == Approx(0.05 + 0.6375 * 0.9 / 1.85).margin(1e-8));
    CHECK(found[2] == Approx(0.05 + 0.2125 * 0.9 / 1.85).margin(1e-8));
}

TEST_CASE("a node that leads nowhere passes its rank on to all") {
    // a = (.15 + .85 b) / 2, a + b = 1
    const std::vector<double> found = ranks({letters("ab"), {edge("ab")}, true});
    CHECK(found[0] == Approx(1 / 2.85).margin(1e-8));
    CHECK(found[0] + found[1] == Approx(1));
    CHECK(ranks({letters("ab"), {symmetric(edge("ab"))}, true})[0] == Approx(0.5));
    CHECK(ranks({letters("ab"), {}, true})[0] == Approx(0.5));
    CHECK(ranks({}).empty());
}

TEST_CASE("betweenness counts pairs of others") {
    const KnowledgeGraph line(letters("abcd"), {edge("ab"), edge("cb", 5), edge("cd")}, true);
    CHECK(between(line) == std::vector<double>{0, 2, 2, 0});
    // Two ways share a pair.
    const KnowledgeGraph square(letters("abcd"), {edge("ab"), edge("ab", 1, "meets"), edge("bd"), edge("ac"), edge("cd")}, true);
    CHECK(between(square) == std::vector<double>{0.5, 0.5, 0.5, 0.5});
    CHECK(between(star(10))[0] == 45);
}

TEST_CASE("betweenness of large graphs is estimated, always alike") {
    const KnowledgeGraph graph = star(10);
    const Links links(graph, {}, Direction::both);
    const Betweenness all = betweenness(links, 11, 5);
    CHECK_FALSE(all.sampled);
    const Betweenness some = betweenness(links, 10, 5);
    CHECK(some.sampled);
    // Each of five starts stands for 11/5, and each leaf sees the middle before nine others.
    const bool with_middle = some.values[0] == Approx(0.5 * 11 / 5 * 9 * 4);
    CHECK((with_middle || some.values[0] == Approx(0.5 * 11 / 5 * 9 * 5)));
    CHECK(betweenness(links, 10, 5).values == some.values);
}

TEST_CASE("top ranks nodes by a measure") {
    std::vector<GraphNode> nodes = letters("abcd");
    nodes[3].mentions = 7;
    nodes[0].type = "place";
    const KnowledgeGraph graph(nodes, {edge("ab"), edge("ab", 1, "meets"), edge("bc"), edge("bb", 1, "leads")}, true);
    TopOptions options;
    options.measure = Measure::degree;
    CHECK(order(graph, options) == "bacd");
    CHECK(top(graph, options).list.front().value == 4);
    options.edges.relations = {"meets"};
    CHECK(order(graph, options) == "abcd");
    options.edges = {};
    options.measure = Measure::mentions;
    CHECK(order(graph, options) == "dabc");
    options.measure = Measure::betweenness;
    CHECK(order(graph, options) == "bacd");
    options.measure = Measure::pagerank;
    CHECK(order(graph, options) == "cbad");
    options.types = {"person"};
    options.limit = 2;
    CHECK(order(graph, options) == "cb");
    CHECK(top(graph, options).total == 3);
}
