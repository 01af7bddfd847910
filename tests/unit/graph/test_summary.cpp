#include "graph/summary.hpp"

#include "tests/support/catch.hpp"

using namespace newsgraph;

namespace {

GraphNode node(const std::string& id, const std::string& label, const std::string& type, std::uint32_t mentions) {
    GraphNode out;
    out.id = id;
    out.label = label;
    out.type = type;
    out.mentions = mentions;
    return out;
}

GraphEdge edge(std::size_t source, const std::string& relation, std::size_t target, EdgeStatus status,
               const std::vector<std::string>& documents) {
    GraphEdge out;
    out.source = source;
    out.target = target;
    out.relation = relation;
    out.status = status;
    out.quad = relation == "meets" ? "VC" : "";
    out.mentions = static_cast<std::uint32_t>(documents.size());
    for (const std::string& doc : documents) {
        out.statements.emplace_back().doc = doc;
    }
    return out;
}

// b - a - c, d - e, f alone.
KnowledgeGraph graph(bool whole = true, const std::vector<GraphArticle>& articles = {}) {
    return {{node("a", "Zoe", "person", 3), node("b", "Bo", "person", 5), node("c", "Cy", "place", 3), node("d", "Di", "person", 1),
             node("e", "Ed", "place", 1), node("f", "Flo", "person", 0)},
            {edge(0, "meets", 1, EdgeStatus::asserted, {"1", "2"}), edge(0, "meets", 1, EdgeStatus::negated, {"2"}),
             edge(0, "visits", 2, EdgeStatus::asserted, {"1"}), edge(3, "visits", 4, EdgeStatus::unrealized, {"3"}),
             edge(4, "meets", 3, EdgeStatus::asserted, {"1"})},
            whole, articles};
}

std::string ids(const EntityOptions& options, std::size_t total) {
    const KnowledgeGraph whole = graph();
    const Entities found = entities(whole, degrees(whole), options);
    CHECK(found.total == total);
    std::string text;
    for (const ListedEntity& entity : found.list) text += whole.nodes()[entity.node].id + std::to_string(entity.degree) + " ";
    return text;
}

}  // namespace

TEST_CASE("entities come by mentions, label or degree") {
    EntityOptions options;
    CHECK(ids(options, 6) == "b2 c1 a3 d2 e2 f0 ");
    options.order = EntityOrder::label;
    CHECK(ids(options, 6) == "b2 c1 d2 e2 f0 a3 ");
    options.order = EntityOrder::degree;
    CHECK(ids(options, 6) == "a3 b2 d2 e2 c1 f0 ");
}

TEST_CASE("entities can be chosen, and cut off") {
    EntityOptions options;
    options.types = {"person"};
    options.min_mentions = 1;
    CHECK(ids(options, 3) == "b2 a3 d2 ");
    options.limit = 2;
    CHECK(ids(options, 3) == "b2 a3 ");
    options.types = {"ship"};
    CHECK(ids(options, 0).empty());
}

TEST_CASE("relations count edges, statements and documents") {
    const auto relations = relation_summaries(graph());
    REQUIRE(relations.size() == 2);
    CHECK(relations[0].relation == "meets");
    CHECK(relations[0].edges == 3);
    CHECK(relations[0].negated == 1);
    CHECK(relations[0].unrealized == 0);
    CHECK(relations[0].statements == 4);
    CHECK(relations[0].documents == 2);
    CHECK(relations[0].quad == "VC");
    CHECK(relations[1].relation == "visits");
    CHECK(relations[1].unrealized == 1);
    CHECK_FALSE(relation_summaries(graph(false))[0].documents.has_value());
    CHECK(relation_summaries({}).empty());
}

TEST_CASE("a summary counts nodes, edges and parts") {
    const GraphSummary found = summary(graph());
    CHECK(found.nodes == 6);
    CHECK(found.nodes_by_type == std::map<std::string, std::size_t>{{"person", 4}, {"place", 2}});
    CHECK(found.edges == 5);
    CHECK(found.edges_by_status.at(EdgeStatus::asserted) == 3);
    CHECK(found.edges_by_quad == std::map<std::string, std::size_t>{{"", 2}, {"VC", 3}});
    CHECK(found.statements == 6);
    CHECK(found.components == 2);
    CHECK(found.largest_component == 3);
    CHECK(found.isolated == 1);
    CHECK_FALSE(found.articles.has_value());
    CHECK(found.first_date.empty());
}

TEST_CASE("a summary takes dates from the articles, else from the nodes") {
    const auto article = [](const char* doc, const char* date) { return GraphArticle{doc, "", date, "", "", "", "", "", ""}; };
    const GraphSummary found = summary(graph(true, {article("1", "2026-02-01"), article("2", ""), article("3", "2025-12-31")}));
    CHECK(found.articles == 3);
    CHECK(found.dated_articles == 2);
    CHECK(found.first_date == "2025-12-31");
    CHECK(found.last_date == "2026-02-01");
    GraphNode dated = node("a", "A", "person", 1);
    dated.first_seen = "2026-01-01";
    dated.last_seen = "2026-01-03";
    const GraphSummary other = summary({{dated, node("b", "B", "person", 1)}, {}, false});
    CHECK(other.first_date == "2026-01-01");
    CHECK(other.last_date == "2026-01-03");
}

TEST_CASE("a summary of nothing") {
    const GraphSummary found = summary({});
    CHECK(found.nodes == 0);
    CHECK(found.components == 0);
    CHECK(found.largest_component == 0);
}
