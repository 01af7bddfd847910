#include "graph/paths.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_graph.hpp"

#include <algorithm>
#include <random>
#include <tuple>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

// a-b is told four times, in two relations; c is a place.
KnowledgeGraph net() {
    std::vector<GraphNode> nodes = letters("abcdef");
    nodes[2].type = "place";
    return {nodes,
            {edge("ab", 1), edge("ab", 3, "meets"), edge("bd", 1), edge("ac", 2), edge("cd", 2), edge("bc", 1), edge("de", 1)},
            true};
}

std::string found(const KnowledgeGraph& graph, const std::string& ends, const PathOptions& options) {
    std::string out;
    for (const Path& path : shortest_paths(graph, *graph.find(ends.substr(0, 1)), *graph.find(ends.substr(1)), options)) {
        out += ids(graph, path.nodes) + std::to_string(path.weight) + " ";
    }
    return out;
}

PathOptions up_to(std::size_t count) {
    PathOptions options;
    options.count = count;
    return options;
}

// All chains without a node twice, the slow way.
void walk(const KnowledgeGraph& graph, std::size_t to, bool directed, std::vector<std::size_t>& nodes,
          std::vector<std::vector<std::size_t>>& all) {
    if (nodes.back() == to) {
        all.push_back(nodes);
        return;
    }
    for (std::size_t next = 0; next < graph.nodes().size(); ++next) {
        const bool linked = std::any_of(graph.edges().begin(), graph.edges().end(), [&](const GraphEdge& edge) {
            const bool along = edge.source == nodes.back() && edge.target == next;
            const bool against = edge.target == nodes.back() && edge.source == next;
            return along || (against && !directed);
        });
        if (linked && std::find(nodes.begin(), nodes.end(), next) == nodes.end()) {
            nodes.push_back(next);
            walk(graph, to, directed, nodes, all);
            nodes.pop_back();
        }
    }
}

std::uint64_t weight_of(const KnowledgeGraph& graph, const std::vector<std::size_t>& nodes, bool directed) {
    std::uint64_t weight = 0;
    for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
        for (const GraphEdge& edge : graph.edges()) {
            const bool along = edge.source == nodes[i] && edge.target == nodes[i + 1];
            const bool against = edge.target == nodes[i] && edge.source == nodes[i + 1];
            weight += along || (against && !directed) ? edge.weight : 0;
        }
    }
    return weight;
}

}  // namespace

TEST_CASE("paths come by steps, weight and ids") {
    CHECK(found(net(), "ad", up_to(10)) == "abd5 acd4 abcd7 acbd4 ");
    CHECK(found(net(), "ad", up_to(3)) == "abd5 acd4 abcd7 ");
    CHECK(found(net(), "ad", up_to(0)).empty());
    CHECK(found(net(), "da", up_to(1)) == "dba5 ");
    CHECK(found(net(), "af", up_to(3)).empty());
    CHECK(found(net(), "aa", up_to(3)).empty());
    const KnowledgeGraph even(letters("abcd"), {edge("ac"), edge("cd"), edge("ab"), edge("bd")}, true);
    CHECK(found(even, "ad", up_to(3)) == "abd2 acd2 ");
}

TEST_CASE("paths go along edges where that is asked") {
    PathOptions options = up_to(10);
    options.directed = true;
    CHECK(found(net(), "ad", options) == "abd5 acd4 abcd7 ");
    CHECK(found(net(), "da", options).empty());
    const KnowledgeGraph meetings(letters("ab"), {symmetric(edge("ab"))}, true);
    CHECK(found(meetings, "ba", options) == "ba1 ");
}

TEST_CASE("paths are limited in steps, relations and types on the way") {
    PathOptions options = up_to(10);
    options.max_steps = 2;
    CHECK(found(net(), "ad", options) == "abd5 acd4 ");
    options.max_steps = 1;
    CHECK(found(net(), "ad", options).empty());
    options.max_steps = 0;
    options.types = {"place"};
    CHECK(found(net(), "ad", options) == "acd4 ");
    CHECK(found(net(), "ac", options) == "ac2 ");
    options.types.clear();
    options.edges.relations = {"attacks"};
    CHECK(found(net(), "ad", options) == "acd4 abd2 abcd4 acbd4 ");
}

TEST_CASE("a step has all its edges, heaviest first") {
    const KnowledgeGraph graph = net();
    const Path path = shortest_paths(graph, 3, 0, up_to(1)).at(0);
    REQUIRE(path.edges.size() == 2);
    REQUIRE(path.edges[1].size() == 2);
    CHECK(graph.edges()[path.edges[1][0]].relation == "meets");
    CHECK(graph.edges()[path.edges[1][1]].relation == "attacks");
    PathOptions along = up_to(1);
    along.directed = true;
    CHECK(shortest_paths(graph, 0, 3, along).at(0).edges[0].size() == 2);
}

TEST_CASE("paths are those that trying all ways finds") {
    std::mt19937 random(7);  // its numbers are the same everywhere
    for (int round = 0; round < 60; ++round) {
        std::vector<GraphEdge> edges;
        for (const std::string from : {"a", "b", "c", "d", "e", "f"}) {
            for (const std::string to : {"a", "b", "c", "d", "e", "f"}) {
                if (from != to && random() % 3 == 0) {
                    edges.push_back(edge(from + to, static_cast<std::uint32_t>(1 + random() % 3)));
                }
            }
        }
        const KnowledgeGraph graph(letters("abcdef"), edges, true);
        PathOptions options = up_to(1 + random() % 40);
        options.directed = random() % 2 == 0;
        std::vector<std::vector<std::size_t>> all;
        std::vector<std::size_t> start = {0};
        walk(graph, 5, options.directed, start, all);
        std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) {
            return std::tuple(a.size(), weight_of(graph, b, options.directed), a) <
                   std::tuple(b.size(), weight_of(graph, a, options.directed), b);
        });
        all.resize(std::min(all.size(), options.count));
        std::vector<std::vector<std::size_t>> quick;
        for (const Path& path : shortest_paths(graph, 0, 5, options)) {
            quick.push_back(path.nodes);
            CHECK(path.weight == weight_of(graph, path.nodes, options.directed));
        }
        CHECK(quick == all);
    }
}
