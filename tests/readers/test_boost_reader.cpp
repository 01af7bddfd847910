// Boost's own GraphML reader on our files. It throws at what it does not know, so reading is most of the test. It makes
// white space one blank.
#include "graph/graphml_reader.hpp"
#include "graph/names.hpp"
#include "tests/support/catch.hpp"

#define BOOST_ALLOW_DEPRECATED_HEADERS
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

using namespace newsgraph;

namespace {

struct Node {
    std::string label;
    std::string type;
    int mentions = 0;
};

struct Edge {
    std::string relation;
    std::string evidence;
    double weight = 0.0;
    double confidence = 0.0;
    int symmetric = 0;
};

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Node, Edge>;

Graph read_with_boost(const std::filesystem::path& file) {
    Graph graph;
    // Takes what it is not told of as well, as strings.
    boost::dynamic_properties properties(boost::ignore_other_properties);
    properties.property("label", boost::get(&Node::label, graph));
    properties.property("type", boost::get(&Node::type, graph));
    properties.property("mentions", boost::get(&Node::mentions, graph));
    properties.property("relation", boost::get(&Edge::relation, graph));
    properties.property("evidence", boost::get(&Edge::evidence, graph));
    properties.property("weight", boost::get(&Edge::weight, graph));
    properties.property("confidence", boost::get(&Edge::confidence, graph));
    properties.property("symmetric", boost::get(&Edge::symmetric, graph));
    std::ifstream stream(file, std::ios::binary);
    boost::read_graphml(stream, graph, properties);
    return graph;
}

}  // namespace

TEST_CASE("Boost reads what we write, nodes in our order") {
    const std::filesystem::path folder = std::filesystem::path(NEWSGRAPH_GOLDEN_FOLDER) / "graphml";
    for (const char* name : {"ordinary", "asserted", "hostile", "strict", "empty"}) {
        const std::filesystem::path file = folder / (std::string(name) + ".graphml");
        INFO(file);
        const KnowledgeGraph ours = read_graphml(file);
        const Graph theirs = read_with_boost(file);
        REQUIRE(boost::num_vertices(theirs) == ours.nodes().size());
        REQUIRE(boost::num_edges(theirs) == ours.edges().size());
        for (std::size_t i = 0; i < ours.nodes().size(); ++i) {
            CHECK(one_line(theirs[i].label) == one_line(ours.nodes()[i].label));
            CHECK(theirs[i].type == ours.nodes()[i].type);
            CHECK(static_cast<std::uint32_t>(theirs[i].mentions) == ours.nodes()[i].mentions);
        }
        for (auto [edge, end] = boost::edges(theirs); edge != end; ++edge) {
            const auto same = std::find_if(ours.edges().begin(), ours.edges().end(), [&](const GraphEdge& e) {
                const Edge& it = theirs[*edge];
                return e.source == boost::source(*edge, theirs) && e.target == boost::target(*edge, theirs) &&
                       one_line(e.relation) == it.relation && one_line(e.evidence) == one_line(it.evidence) &&
                       e.weight == it.weight && e.confidence == it.confidence && e.symmetric == (it.symmetric == 1);
            });
            CHECK(same != ours.edges().end());
        }
    }
}
