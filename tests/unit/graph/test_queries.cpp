#include "graph/queries.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>

using namespace newsgraph;

namespace {

GraphNode node(const std::string& id, const std::string& label, std::vector<std::string> aliases = {}, std::uint32_t mentions = 1,
               const std::string& type = "person") {
    GraphNode out;
    out.id = id;
    out.label = label;
    out.aliases = std::move(aliases);
    out.mentions = mentions;
    out.type = type;
    return out;
}

GraphEdge edge(std::size_t source, const std::string& relation, std::size_t target, std::uint32_t weight = 1) {
    GraphEdge out;
    out.source = source;
    out.target = target;
    out.relation = relation;
    out.weight = weight;
    out.confidence = 0.5;
    return out;
}

GraphEdge symmetric(std::size_t source, const std::string& relation, std::size_t target) {
    GraphEdge out = edge(source, relation, target);
    out.symmetric = true;
    return out;
}

KnowledgeGraph people() {
    return {{node("person:emmanuel-macron", "Emmanuel Macron", {"Macron", "Mr Macron"}, 9),
             node("person:brigitte-macron", "Brigitte Macron", {}, 3),
             node("person:volodymyr-zelensky", "Volodymyr Zelensky", {"Zelenskyy"}, 5),
             node("Q159", "Russia", {"Moscow", "russian"}, 20, "country"),
             node("Q649", "Moscow", {}, 2, "place"),
             node("person:us", "us", {}, 1),
             node("Q30", "US", {"United States"}, 30, "country"),
             node("person:bjork", "Bj\xC3\xB6rk", {}, 1)},
            {}, true};
}

std::vector<std::string> found(const KnowledgeGraph& graph, const std::string& name, Found what, const OtherNames& others = {}) {
    const NameMatch match = find_node(graph, name, others);
    CHECK(match.found == what);
    std::vector<std::string> ids;
    for (const std::size_t index : match.nodes) ids.push_back(graph.nodes()[index].id);
    return ids;
}

using Ids = std::vector<std::string>;

// a -x-> b -x-> c -x-> d, a -y-> c, s: a ~ e; all of weight 1 but b -> c.
KnowledgeGraph chain() {
    return {{node("a", "A"), node("b", "B", {}, 1, "place"), node("c", "C"), node("d", "D"), node("e", "E")},
            {edge(0, "x", 1), edge(1, "x", 2, 5), edge(2, "x", 3), edge(0, "y", 2), symmetric(0, "s", 4)}, true};
}

Ids next_to(const KnowledgeGraph& graph, const Ids& names, const NeighborOptions& options) {
    std::vector<std::size_t> indexes;
    for (const std::string& name : names) indexes.push_back(*graph.find(name));
    Ids ids;
    for (const Neighbor& neighbor : neighbors(graph, indexes, options).list) {
        ids.push_back(graph.nodes()[neighbor.node].id + std::to_string(neighbor.distance));
    }
    return ids;
}

}  // namespace

TEST_CASE("a name is an id, else a label, else an alias") {
    const KnowledgeGraph graph = people();
    CHECK(found(graph, "Q159", Found::one) == Ids{"Q159"});
    CHECK(found(graph, "Moscow", Found::one) == Ids{"Q649"});
    CHECK(found(graph, "united STATES", Found::one) == Ids{"Q30"});
    CHECK(found(graph, "zelenskyy", Found::one) == Ids{"person:volodymyr-zelensky"});
    CHECK(found(graph, "bjork", Found::one) == Ids{"person:bjork"});
    CHECK(found(graph, " Emmanuel\n macron ", Found::one) == Ids{"person:emmanuel-macron"});
}

TEST_CASE("of several spelt alike, the one spelt exactly so wins") {
    const KnowledgeGraph graph = people();
    CHECK(found(graph, "US", Found::one) == Ids{"Q30"});
    CHECK(found(graph, "us", Found::one) == Ids{"person:us"});
    CHECK(found(graph, "Us", Found::several) == Ids{"Q30", "person:us"});
}

TEST_CASE("other knowledge of names comes before parts of names") {
    const KnowledgeGraph graph = people();
    const OtherNames others = [](std::string_view name) {
        return name == "Volodymyr" ? Ids{"Q159", "Q404"} : Ids{};
    };
    CHECK(found(graph, "Volodymyr", Found::one, others) == Ids{"Q159"});
    CHECK(found(graph, "Volodymyr", Found::one) == Ids{"person:volodymyr-zelensky"});
    CHECK(found(graph, "Moscow", Found::one, [](std::string_view) { return Ids{"Q159"}; }) == Ids{"Q649"});
}

TEST_CASE("words of a name may stand for it, if for one alone") {
    const KnowledgeGraph graph = people();
    CHECK(found(graph, "Zelensky", Found::one) == Ids{"person:volodymyr-zelensky"});
    CHECK(found(graph, "Brigitte", Found::one) == Ids{"person:brigitte-macron"});
    CHECK(found(graph, "Mr", Found::one) == Ids{"person:emmanuel-macron"});
    CHECK(found(graph, "States United", Found::none) == Ids{});
    CHECK(found(graph, "Zel", Found::none).empty());
}

TEST_CASE("an ambiguous name lists its candidates, most mentioned first") {
    const KnowledgeGraph graph({node("a", "Anna Smith", {}, 2), node("b", "Bob Smith", {}, 7), node("c", "Smithers", {}, 9)}, {}, true);
    CHECK(found(graph, "Smith", Found::several) == Ids{"b", "a"});
}

TEST_CASE("an unknown name lists names like it, nearest first") {
    const KnowledgeGraph graph = people();
    CHECK(found(graph, "Zelenski", Found::none).front() == "person:volodymyr-zelensky");
    CHECK(found(graph, "Rusia", Found::none) == Ids{"Q159"});
    CHECK(found(graph, "Qwertyuiop", Found::none).empty());
    CHECK(found(graph, "", Found::none).empty());
    CHECK(found(graph, " \t", Found::none).empty());

    std::vector<GraphNode> many;
    for (char c = 'a'; c < 'k'; ++c) many.push_back(node(std::string("n") + c, std::string("Some name ") + c));
    CHECK(found(KnowledgeGraph(many, {}, true), "Some name", Found::several).size() == 10);
    CHECK(found(KnowledgeGraph(many, {}, true), "Same nama a", Found::none).size() == 5);
}

TEST_CASE("neighbors are reached step by step, whatever the direction") {
    const KnowledgeGraph graph = chain();
    NeighborOptions options;
    CHECK(next_to(graph, {"a"}, options) == Ids{"b1", "c1", "e1"});
    CHECK(next_to(graph, {"c"}, options) == Ids{"b1", "a1", "d1"});
    options.depth = 2;
    CHECK(next_to(graph, {"a"}, options) == Ids{"b1", "c1", "e1", "d2"});
    options.depth = 99;
    CHECK(next_to(graph, {"d"}, options) == Ids{"c1", "b2", "a2", "e3"});
    options.depth = 0;
    CHECK(next_to(graph, {"a"}, options).empty());
}

TEST_CASE("a direction keeps the edges that leave or enter, and all that are symmetric") {
    const KnowledgeGraph graph = chain();
    NeighborOptions options;
    options.direction = Direction::out;
    CHECK(next_to(graph, {"a"}, options) == Ids{"b1", "c1", "e1"});
    CHECK(next_to(graph, {"e"}, options) == Ids{"a1"});
    options.direction = Direction::in;
    CHECK(next_to(graph, {"a"}, options) == Ids{"e1"});
    CHECK(next_to(graph, {"c"}, options) == Ids{"b1", "a1"});
    options.depth = 2;
    CHECK(next_to(graph, {"d"}, options) == Ids{"c1", "b2", "a2"});
}

TEST_CASE("hops tell the edges, heaviest first, and their direction") {
    const KnowledgeGraph graph({node("a", "A"), node("b", "B")}, {edge(0, "x", 1), edge(0, "y", 1, 3), edge(1, "x", 0, 2)}, true);
    const Neighbors list = neighbors(graph, {0}, {});
    REQUIRE(list.list.size() == 1);
    REQUIRE(list.list[0].hops.size() == 3);
    CHECK(graph.edges()[list.list[0].hops[0].edge].id == "a.y.b");
    CHECK(graph.edges()[list.list[0].hops[1].edge].id == "b.x.a");
    CHECK_FALSE(list.list[0].hops[1].outgoing);
    CHECK(list.list[0].hops[2].outgoing);
    CHECK(list.list[0].hops[2].from == 0);
}

TEST_CASE("several names: the union, or what is next to all of them") {
    const KnowledgeGraph graph = chain();
    NeighborOptions options;
    CHECK(next_to(graph, {"a", "d"}, options) == Ids{"c1", "b1", "e1"});
    CHECK(next_to(graph, {"a", "a"}, options) == Ids{"b1", "c1", "e1"});
    options.common = true;
    CHECK(next_to(graph, {"a", "d"}, options) == Ids{"c1"});
    CHECK(next_to(graph, {"a", "c"}, options) == Ids{"b1"});
    CHECK(next_to(graph, {"e", "d"}, options).empty());
    CHECK(next_to(graph, {"a", "a"}, options) == Ids{"b1", "c1", "e1"});
    options.depth = 2;
    CHECK(next_to(graph, {"e", "d"}, options) == Ids{"b2", "a2", "c2"});
    CHECK(next_to(graph, {}, options).empty());
}

TEST_CASE("ways that several names have in common are told once") {
    const KnowledgeGraph graph({node("a", "A"), node("b", "B"), node("m", "M"), node("z", "Z")},
                               {edge(0, "x", 2), edge(1, "x", 2), edge(2, "x", 3)}, true);
    NeighborOptions options;
    options.common = true;
    options.depth = 2;
    const Neighbors list = neighbors(graph, {0, 1}, options);
    REQUIRE(list.list.size() == 2);
    CHECK(list.list[0].hops.size() == 2);
    CHECK(list.list[1].hops.size() == 1);
}

TEST_CASE("filters: relation, type, weight, confidence, limit") {
    const KnowledgeGraph graph = chain();
    NeighborOptions options;
    options.edges.relations = {"x", "s"};
    CHECK(next_to(graph, {"a"}, options) == Ids{"b1", "e1"});
    options = {};
    options.depth = 2;
    options.types = {"person"};
    options.edges.relations = {"x"};
    CHECK(next_to(graph, {"a"}, options) == Ids{"c2"});  // through b, which is no person
    options = {};
    options.edges.min_weight = 5;
    CHECK(next_to(graph, {"c"}, options) == Ids{"b1"});
    options = {};
    options.edges.min_confidence = 0.51;
    CHECK(next_to(graph, {"c"}, options).empty());
    options.edges.min_confidence = 0.5;
    CHECK(next_to(graph, {"c"}, options).size() == 3);
    options.limit = 2;
    CHECK(next_to(graph, {"c"}, options) == Ids{"b1", "a1"});
    CHECK(neighbors(graph, {*graph.find("c")}, options).total == 3);
}

TEST_CASE("only asserted edges count unless others are asked for") {
    GraphEdge negated = edge(0, "x", 1);
    negated.status = EdgeStatus::negated;
    const KnowledgeGraph graph({node("a", "A"), node("b", "B")}, {negated}, true);
    NeighborOptions options;
    CHECK(next_to(graph, {"a"}, options).empty());
    options.edges.statuses = {EdgeStatus::negated};
    CHECK(next_to(graph, {"a"}, options) == Ids{"b1"});
    options.edges.statuses = {};
    CHECK(next_to(graph, {"a"}, options) == Ids{"b1"});
}

TEST_CASE("time goes by a statement's own date, else by its document's") {
    GraphEdge told = edge(0, "x", 1);
    EdgeEvidence statement;
    statement.published = "2026-01-05";
    statement.date = "2014";
    told.statements = {statement};
    told.first_seen = told.last_seen = "2026-01-05";
    const auto inside = [&](const std::string& since, const std::string& until, bool whole) {
        const KnowledgeGraph graph({node("a", "A"), node("b", "B")}, {told}, whole);
        EdgeFilter filter;
        filter.since = since;
        filter.until = until;
        return passes(graph, graph.edges()[0], filter);
    };
    CHECK(inside("2014-05", "2014-06", true));  // "2014" may be May
    CHECK_FALSE(inside("2015", "", true));
    CHECK_FALSE(inside("", "2013-12-31", true));
    // A file with one sentence an edge knows publication dates alone.
    CHECK(inside("2026", "2026", false));
    CHECK(inside("2026-01-05", "2026-01-05", false));
    CHECK_FALSE(inside("2026-01-06", "", false));
    CHECK_FALSE(inside("", "2026-01-04", false));

    told.last_seen = "2026-01-09";
    CHECK(inside("2026-01-07", "", false));
    CHECK(inside("", "2026-01-06", false));
    CHECK_FALSE(inside("2026-01-10", "", false));

    told.statements[0].date = "";
    CHECK(inside("2026-01", "2026-01", true));
    told.statements[0].published = "";
    CHECK_FALSE(inside("1900", "", true));
    CHECK(inside("", "", true));
}

TEST_CASE("a node is not its own neighbor") {
    const KnowledgeGraph graph({node("a", "A")}, {edge(0, "x", 0)}, true);
    CHECK(neighbors(graph, {0}, {}).list.empty());
}

TEST_CASE("a part of a graph has the edges that pass, and the nodes at their ends") {
    const auto kept = [](const GraphFilter& filter) {
        const KnowledgeGraph part = filtered(chain(), filter);
        Ids ids;
        for (const GraphNode& node : part.nodes()) ids.push_back(node.id);
        for (const GraphEdge& edge : part.edges()) ids.push_back(edge.id);
        return ids;
    };
    GraphFilter filter;
    CHECK(kept(filter) == Ids{"a", "b", "c", "d", "e", "a.s.e", "a.x.b", "a.y.c", "b.x.c", "c.x.d"});
    filter.edges.relations = {"y", "s"};
    CHECK(kept(filter) == Ids{"a", "b", "c", "d", "e", "a.s.e", "a.y.c"});
    filter.isolated = false;
    CHECK(kept(filter) == Ids{"a", "c", "e", "a.s.e", "a.y.c"});
    filter.edges.relations.clear();
    filter.types = {"person"};
    CHECK(kept(filter) == Ids{"a", "c", "d", "e", "a.s.e", "a.y.c", "c.x.d"});
    filter.edges.min_weight = 5;
    CHECK(kept(filter).empty());
    filter.isolated = true;
    CHECK(kept(filter) == Ids{"a", "c", "d", "e"});
}

TEST_CASE("a part of a graph keeps the articles, and whether evidence is whole") {
    const KnowledgeGraph graph({node("a", "A")}, {}, false, {{"doc", "Title", "", "", "", "", "", "", ""}});
    const KnowledgeGraph part = filtered(graph, {});
    CHECK(part.articles() == graph.articles());
    CHECK_FALSE(part.whole_evidence());
}
