#include "graph/statements.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/small_graph.hpp"

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

KnowledgeGraph graph() {
    GraphEdge first = edge("ab", 2);
    first.statements = {statement("1", "2026-01-05"), statement("2", "2026-01-09", "2014")};
    GraphEdge back = edge("ba", 3);
    back.statements = {statement("3", "")};
    GraphEdge meeting = symmetric(edge("ac", 1, "meets"));
    meeting.statements = {statement("2", "2026-01-09", "2026-01")};
    GraphEdge denied = edge("ab", 9);
    denied.status = EdgeStatus::negated;
    denied.statements = {statement("4", "2026-01-04")};
    return {letters("abc"), {first, back, meeting, denied}, true};
}

std::string texts(const KnowledgeGraph& graph, const Statements& found) {
    std::string out;
    for (const StatementPlace& place : found.list) {
        const GraphEdge& edge = graph.edges()[place.edge];
        out += edge.relation.substr(0, 1) + edge.statements[place.statement].doc + date_of(graph, place).value + " ";
    }
    return out;
}

std::string list(std::optional<std::size_t> other, const StatementQuery& options) {
    const KnowledgeGraph whole = graph();
    return texts(whole, statements(whole, 0, other, options));
}

std::string by_date(const StatementQuery& options) {
    const KnowledgeGraph whole = graph();
    return texts(whole, timeline(whole, 0, options));
}

}  // namespace

TEST_CASE("statements come by the weight of their edge, best first") {
    CHECK(list({}, {}) == "a3 a12026-01-05 a22014 m22026-01 ");
    CHECK(list(1, {}) == "a3 a12026-01-05 a22014 ");
    CHECK(list(2, {}) == "m22026-01 ");
}

TEST_CASE("statements are filtered by edge, direction and their own time") {
    StatementQuery options;
    options.direction = Direction::out;
    CHECK(list({}, options) == "a12026-01-05 a22014 m22026-01 ");
    options.direction = Direction::in;
    CHECK(list({}, options) == "a3 m22026-01 ");
    options = {};
    options.edges.since = "2026";
    CHECK(list({}, options) == "a12026-01-05 m22026-01 ");
    options = {};
    options.edges.statuses = {EdgeStatus::negated};
    CHECK(list({}, options) == "a42026-01-04 ");
    options = {};
    options.edges.relations = {"meets"};
    CHECK(list({}, options) == "m22026-01 ");
    options = {};
    options.limit = 1;
    const KnowledgeGraph whole = graph();
    CHECK(statements(whole, 0, {}, options).list.size() == 1);
    CHECK(statements(whole, 0, {}, options).total == 4);
}

TEST_CASE("a timeline goes by own dates, then by those of articles, undated last") {
    CHECK(by_date({}) == "a22014 m22026-01 a12026-01-05 a3 ");
    const KnowledgeGraph whole = graph();
    CHECK(date_of(whole, timeline(whole, 0, {}).list[0]).own);
    CHECK_FALSE(date_of(whole, timeline(whole, 0, {}).list[2]).own);
}

TEST_CASE("an edge of one article dates the sentence that a file keeps") {
    GraphEdge one = edge("ab", 1);
    one.first_seen = one.last_seen = "2026-01-05";
    one.statements = {statement("", "")};
    GraphEdge two = edge("ba", 2);
    two.first_seen = two.last_seen = "2026-01-06";
    two.statements = {statement("", "")};
    const KnowledgeGraph kept(letters("ab"), {one, two}, false);
    CHECK(date_of(kept, {0, 0}).value == "2026-01-05");
    CHECK(date_of(kept, {1, 0}).value.empty());
    StatementQuery options;
    options.edges.until = "2026-01-06";
    CHECK(statements(kept, 0, {}, options).total == 2);
    options.edges.until = "2026-01-05";
    CHECK(statements(kept, 0, {}, options).total == 1);
}

TEST_CASE("a node's edge to itself is listed once") {
    GraphEdge self = edge("aa");
    self.statements = {statement("1", "2026")};
    const KnowledgeGraph whole({letters("a"), {self}, true});
    CHECK(statements(whole, 0, {}, {}).total == 1);
}
