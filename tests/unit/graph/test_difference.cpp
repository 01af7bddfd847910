#include "graph/difference.hpp"

#include "extract/base/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/make_record.hpp"
#include "tests/support/small_graph.hpp"

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

KnowledgeGraph two_days() {
    MakeRecord first("a");
    first.dated("2026-01-05").entity("e1", "Q1", "Alpha", "country").entity("e2", "Q2", "Beta", "country");
    first.says("Alpha attacked Beta.", "e1", "attacks", "e2", "attacked");
    MakeRecord second("b");
    second.dated("2026-01-07").entity("e1", "Q1", "Alpha", "country").entity("e2", "Q2", "Beta", "country");
    second.entity("e3", "Q3", "Gamma", "country");
    second.says("Alpha shelled Beta.", "e1", "attacks", "e2", "shelled").says("Gamma met Beta.", "e3", "meets", "e2", "met");
    MakeRecord undated("c");
    undated.entity("e1", "Q1", "Alpha", "country").entity("e4", "Q4", "Delta", "country");
    undated.says("Alpha met Delta.", "e1", "meets", "e4", "met");
    return graph_of({first, second, undated});
}

// "+b" came, "-b" went, "~b" changed.
std::string marked(const std::vector<Change>& changes, const KnowledgeGraph& before, const KnowledgeGraph& after, bool nodes) {
    std::string out;
    for (const Change& change : changes) {
        const KnowledgeGraph& graph = change.after ? after : before;
        const std::size_t index = change.after ? *change.after : *change.before;
        out += !change.before ? "+" : !change.after ? "-" : "~";
        out += (nodes ? graph.nodes()[index].id : graph.edges()[index].id) + " ";
    }
    return out;
}

}  // namespace

TEST_CASE("nodes and edges come, go and change") {
    std::vector<GraphNode> more = letters("abd");
    more[0].mentions = 2;
    const KnowledgeGraph before(letters("abc"), {edge("ab", 1), edge("bc"), edge("ac", 4)}, true);
    GraphEdge same = edge("ab", 4);
    const KnowledgeGraph after(more, {same, edge("ab", 1, "meets")}, true);
    const Difference found = difference(before, after, {});
    CHECK(marked(found.nodes, before, after, true) == "+d -c ~a ");
    CHECK(marked(found.edges, before, after, false) == "+a.meets.b -a.attacks.c -b.attacks.c ~a.attacks.b ");
    EdgeFilter heavy;
    heavy.min_weight = 2;
    CHECK(marked(difference(before, after, heavy).edges, before, after, false) == "+a.attacks.b -a.attacks.c ");
    const Difference none = difference(before, before, {});
    CHECK(none.nodes.empty());
    CHECK(none.edges.empty());
}

TEST_CASE("a graph on a date is that of the articles until then") {
    const KnowledgeGraph whole = two_days();
    const KnowledgeGraph before = graph_on(whole, "2026-01-06");
    const KnowledgeGraph after = graph_on(whole, "2026-01");
    CHECK(before.articles().size() == 2);
    CHECK(after.nodes().size() == whole.nodes().size());
    CHECK(after.edges().size() == whole.edges().size());
    const Difference found = difference(before, after, {});
    CHECK(marked(found.nodes, before, after, true) == "+Q3 ~Q1 ~Q2 ");
    CHECK(marked(found.edges, before, after, false) == "+Q2.meets.Q3 ~Q1.attacks.Q2 ");
    CHECK(graph_on(whole, "2025").edges().size() == 1);
}

TEST_CASE("without evidence nobody knows what a graph was") {
    CHECK_THROWS_AS(graph_on({letters("ab"), {edge("ab")}, false}, "2026"), FormatError);
}
