#include "extract/base/error.hpp"
#include "graph/json_reader.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph;

namespace {

std::string refusal(std::string_view json) {
    try {
        parse_graph_json(json, "g.json");
    } catch (const FormatError& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("JSON that is no graph is refused by place and reason") {
    CHECK(refusal("{") == "g.json: byte 2: Missing a name for object member");
    CHECK(refusal("[]") == "g.json: not a graph: an object with 'nodes' and 'edges' is wanted");
    CHECK(refusal(R"({"nodes": 1, "edges": []})") == "g.json: 'nodes' is no list");
    CHECK(refusal(R"({"nodes": [1], "edges": []})") == "g.json: nodes[0]: no object");
    CHECK(refusal(R"({"nodes": [{"label": "A"}], "edges": []})") == "g.json: nodes[0]: no 'id'");
    CHECK(refusal(R"({"nodes": [{"id": "a"}, {"id": "a"}], "edges": []})") == "g.json: node 'a' comes twice");
    CHECK(refusal(R"({"nodes": [{"id": "a"}], "edges": [{"source": "a", "target": "b"}]})") ==
          "g.json: edges[0]: 'target' names no node: 'b'");
    CHECK(refusal(R"({"nodes": [{"id": "a"}], "edges": [{"source": "a", "target": "a", "status": "so"}]})") ==
          "g.json: edges[0]: unknown status 'so'");
    CHECK(refusal(R"({"nodes": [{"id": "a"}], "edges": [{"source": "a", "target": "a", "statements": [{"text": 3}]}]})") ==
          "g.json: edges[0], statements[0]: 'text' is no text");
    CHECK(refusal(R"({"meta": {"version": 2}, "nodes": [], "edges": []})") ==
          "g.json: made by a newer newsgraph (graph version 2, this one knows 1)");
    CHECK(refusal(std::string(100000, '[')) != "");
}

TEST_CASE("a graph by other hands needs ids alone") {
    const KnowledgeGraph graph =
        parse_graph_json(R"({"nodes": [{"id": "a"}, {"id": "b"}], "edges": [{"source": "a", "target": "b", "relation": "meets"}]})", "x");
    REQUIRE(graph.edges().size() == 1);
    CHECK(graph.edges()[0].id == "a.meets.b");
    CHECK(graph.edges()[0].status == EdgeStatus::asserted);
}
