#include "export/dot.hpp"
#include "export/drawing.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

using namespace newsgraph;

namespace {

// So many nodes, the first `tied` of them in a ring.
KnowledgeGraph ring(std::size_t count, std::size_t tied) {
    std::vector<GraphNode> nodes(count);
    for (std::size_t i = 0; i < count; ++i) {
        nodes[i].id = nodes[i].label = "n" + std::to_string(1000 + i);
        nodes[i].type = "person";
        nodes[i].mentions = 1;
    }
    std::vector<GraphEdge> edges(tied);
    for (std::size_t i = 0; i < tied; ++i) {
        edges[i].source = i;
        edges[i].target = (i + 1) % tied;
        edges[i].relation = "meets";
        edges[i].id = nodes[i].id + ".meets." + nodes[(i + 1) % tied].id;
        edges[i].weight = 1;
    }
    return KnowledgeGraph(nodes, edges, true);
}

std::string drawn(const KnowledgeGraph& graph) {
    StringSink sink;
    write_dot(graph, {}, sink);
    return sink.text();
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("Graphviz draws small graphs in layers, larger ones have places") {
    const std::string small = drawn(ring(60, 60));
    CHECK(small.find("layout=dot") != std::string::npos);
    CHECK(small.find("pos=") == std::string::npos);
    const std::string large = drawn(ring(61, 61));
    CHECK(large.find("layout=nop") != std::string::npos);
    CHECK(count_of(large, ", pos=\"") == 61);
}

TEST_CASE("nodes without an edge fill the layers evenly") {
    const Drawing drawing = drawing_of(ring(30, 5));
    REQUIRE(drawing.layered);
    CHECK(std::count(drawing.single.begin(), drawing.single.end(), true) == 25);
    REQUIRE(drawing.columns.size() == 5);
    for (const auto& column : drawing.columns) {
        CHECK(column.size() == 6);
        CHECK(!drawing.single[column[0]]);
    }
    CHECK(count_of(drawn(ring(30, 5)), "{rank=same;") == 5);
}

TEST_CASE("too many nodes without an edge stand in rows below") {
    CHECK(drawing_of(ring(65, 5)).layered);
    const Drawing drawing = drawing_of(ring(66, 5));
    CHECK(!drawing.layered);
    CHECK(drawing.columns.empty());
    for (std::size_t node = 5; node < 66; ++node) {
        CHECK(drawing.places[node].y < drawing.places[0].y);
    }
}

TEST_CASE("a graph without edges is drawn") {
    CHECK(count_of(drawn(ring(3, 0)), "pos=") == 3);
    CHECK(drawn(ring(0, 0)).find("layout=nop") != std::string::npos);
}

TEST_CASE("drawings too large for pixels are made smaller") {
    CHECK(drawn(ring(2000, 0)).find(", size=") == std::string::npos);
    CHECK(drawn(ring(200000, 0)).find(", size=\"300,300\"") != std::string::npos);
}
