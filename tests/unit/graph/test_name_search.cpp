#include "graph/name_search.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_graph.hpp"

#include <string>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

KnowledgeGraph people() {
    std::vector<GraphNode> nodes = letters("abcdef");
    const std::vector<std::string> labels = {"Lind", "Linda Berg", "Anna Lind", "Jan Kr\xC3\xB3l", "The Lindt Company", "Port Elsa"};
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        nodes[i].label = labels[i];
    }
    nodes[2].mentions = 5;
    nodes[5].aliases = {"Linz", "PE"};
    return {nodes, {}, true};
}

std::string hits(const std::string& text) {
    const KnowledgeGraph graph = people();
    std::string out;
    for (const NameHit& hit : search_names(graph, text)) {
        out += graph.nodes()[hit.node].id + ":" + std::string(to_string(hit.fit)) + std::to_string(hit.slips) + " ";
    }
    return out;
}

}  // namespace

TEST_CASE("names are found exactly, by their beginning, by a word and with a slip, in this order") {
    CHECK(hits("lind") == "a:exact0 b:prefix0 e:prefix0 c:word0 f:fuzzy1 ");
    CHECK(search_names(people(), "lind").back().name == "Linz");
    CHECK(hits("KROL") == "d:word0 ");
    CHECK(hits("ana lind") == "c:fuzzy1 ");
    CHECK(hits("Elsa, Port") == "");
}

TEST_CASE("short texts may have no slip, long ones two") {
    CHECK(hits("pf").empty());
    CHECK(hits("pe") == "f:exact0 ");
    CHECK(hits("linda brg") == "b:fuzzy1 ");
    CHECK(hits("linta brg") == "b:fuzzy2 ");
    CHECK(hits("lintx brg").empty());
    CHECK(hits("").empty());
    std::vector<GraphNode> nodes = letters("a");
    nodes[0].label = std::string(101, 'x');
    const KnowledgeGraph graph(nodes, {}, true);
    CHECK(search_names(graph, std::string(100, 'x') + "y").empty());
    CHECK(search_names(graph, std::string(99, 'x') + "y").size() == 1);
    CHECK(hits(" .").empty());
}

TEST_CASE("more mentions go first among names that fit alike") {
    std::vector<GraphNode> nodes = letters("abc");
    for (GraphNode& node : nodes) node.label = "Same " + node.id;
    nodes[1].mentions = 9;
    const auto found = search_names({nodes, {}, true}, "same");
    CHECK(found[0].node == 1);
    CHECK(found[1].node == 0);
}
