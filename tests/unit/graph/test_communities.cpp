#include "graph/communities.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_graph.hpp"

#include <random>
#include <set>

using namespace newsgraph;
using namespace newsgraph::test;
using Catch::Detail::Approx;

namespace {

// Two triangles with a bridge, and one who is alone.
KnowledgeGraph triangles() {
    return {letters("abcdefg"), {edge("ab", 2), edge("bc"), edge("ca"), edge("cd"), edge("de"), edge("ef"), edge("fd")}, true};
}

std::string groups(const KnowledgeGraph& graph, double resolution) {
    CommunityOptions options;
    options.resolution = resolution;
    std::string out;
    for (const Community& community : communities(graph, options).list) {
        out += ids(graph, community.nodes) + std::to_string(community.weight) + " ";
    }
    return out;
}

}  // namespace

TEST_CASE("triangles are communities") {
    const KnowledgeGraph graph = triangles();
    CHECK(groups(graph, 1.0) == "abc4 def3 ");
    const Communities found = communities(graph, {});
    CHECK(found.alone == 1);
    CHECK(found.total == 2);
    // Of 8 links 7 are inside; the groups have 9 and 7 of 16 ends.
    CHECK(found.modularity == Approx(7.0 / 8 - (81.0 + 49.0) / 256));
    REQUIRE(found.list[0].edges.size() == 3);
    CHECK(graph.edges()[found.list[0].edges[0]].weight == 2);
}

TEST_CASE("resolution makes communities larger or smaller") {
    CHECK(groups(triangles(), 0.1) == "abcdef8 ");
    CHECK(groups(triangles(), 20.0) == "a0 b0 c0 d0 e0 f0 ");
}

TEST_CASE("the limit cuts the list of communities") {
    CommunityOptions options;
    options.limit = 1;
    const Communities found = communities(triangles(), options);
    CHECK(found.list.size() == 1);
    CHECK(found.total == 2);
    CHECK(communities({}, {}).list.empty());
    CHECK(communities({letters("ab"), {edge("aa")}, true}, {}).alone == 2);
}

TEST_CASE("every community is connected") {
    std::mt19937 random(11);
    for (int round = 0; round < 40; ++round) {
        const std::string names = "abcdefghijklmnopqrstuvwxyz";
        std::vector<GraphEdge> edges;
        std::set<std::string> there;
        for (int i = 0; i < 45; ++i) {
            const std::string ends = {names[random() % names.size()], names[random() % names.size()]};
            if (there.insert(ends).second) {
                edges.push_back(edge(ends, static_cast<std::uint32_t>(1 + random() % 4)));
            }
        }
        const KnowledgeGraph graph(letters(names), edges, true);
        const Links links(graph, {}, Direction::both);
        const std::vector<std::size_t> group = louvain(links, 0.8);
        std::size_t joined = 0;  // nodes that a walk inside its group from the first node reaches
        std::set<std::size_t> seen;
        for (std::size_t first = 0; first < group.size(); ++first) {
            if (!seen.insert(group[first]).second) {
                continue;
            }
            std::set<std::size_t> reached = {first};
            std::vector<std::size_t> open = {first};
            while (!open.empty()) {
                const std::size_t node = open.back();
                open.pop_back();
                for (const NodeLink& link : links.of(node)) {
                    if (group[link.node] == group[first] && reached.insert(link.node).second) {
                        open.push_back(link.node);
                    }
                }
            }
            joined += reached.size();
        }
        CHECK(joined == names.size());
    }
}
