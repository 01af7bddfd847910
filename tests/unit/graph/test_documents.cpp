#include "graph/documents.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_graph.hpp"

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

GraphArticle article(const std::string& doc, const std::string& title, const std::string& date) {
    GraphArticle out;
    out.doc = doc;
    out.title = title;
    out.date = date;
    return out;
}

KnowledgeGraph graph() {
    GraphEdge attack = edge("ab", 2);
    attack.statements = {statement("x", "2026-01-05"), statement("x", "2026-01-05"), statement("y", "")};
    GraphEdge meeting = symmetric(edge("bc", 1, "meets"));
    meeting.statements = {statement("x", "2026-01-05")};
    std::vector<GraphNode> nodes = letters("abc");
    nodes[2].inner = {{"supports", statement("y", "")}};
    return {nodes, {attack, meeting}, true, {article("x", "X", "2026-01-05"), article("y", "Y", ""), article("z", "Z", "2025-12-31")}};
}

std::string list(std::optional<std::size_t> node, const DocumentOptions& options = {}) {
    std::string out;
    for (const DocumentUse& use : documents(graph(), node, options).list) {
        out += use.article.title + std::to_string(use.statements) + " ";
    }
    return out;
}

}  // namespace

TEST_CASE("all articles of a graph come by date, those of a node as far as they say something") {
    CHECK(list({}) == "Z0 X3 Y2 ");
    CHECK(list(0) == "X2 Y1 ");
    CHECK(list(2) == "X1 Y1 ");
}

TEST_CASE("articles are filtered by date and limited") {
    DocumentOptions options;
    options.since = "2026";
    CHECK(list({}, options) == "X3 ");
    options = {};
    options.until = "2025";
    CHECK(list({}, options) == "Z0 ");
    options = {};
    options.limit = 1;
    CHECK(list({}, options) == "Z0 ");
    CHECK(documents(graph(), {}, options).total == 3);
}

TEST_CASE("of a file without articles those of its sentences are known") {
    GraphEdge one = edge("ab");
    one.statements = {statement("", "")};
    one.statements[0].title = "A";
    GraphEdge two = edge("ba");
    two.statements = {statement("", "")};
    const Documents found = documents({letters("ab"), {one, two}, false}, {}, {});
    REQUIRE(found.list.size() == 1);
    CHECK(found.list[0].article.title == "A");
    CHECK_FALSE(found.all_known);
}
