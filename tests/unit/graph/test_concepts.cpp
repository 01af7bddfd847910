#include "graph/concepts.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/make_record.hpp"

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

std::vector<std::string> ids(const KnowledgeGraph& graph) {
    std::vector<std::string> out;
    for (const GraphNode& node : graph.nodes()) out.push_back(node.id);
    return out;
}

MakeRecord strike() {
    MakeRecord record("a");
    record.entity("e1", "Q1", "Acme", "organization");
    record.entity("e2", "concept:workers", "workers", "concept", {"workers"}, "nominal");
    record.entity("e3", "concept:guards", "guards", "concept", {}, "nominal");
    record.entity("e4", "concept:crowd", "crowd", "concept", {"crowd"}, "nominal");
    record.says("Workers criticized Acme.", "e2", "criticizes", "e1", "criticized");
    record.says("Workers criticized guards.", "e2", "criticizes", "e3", "criticized");
    record.says("Acme praised itself.", "e1", "praises", "e1", "praised");
    return record;
}

}  // namespace

TEST_CASE("a record without concepts is as if nobody had looked for them", "[concepts]") {
    const Record record = without_concepts(strike());
    REQUIRE(record.entities.size() == 1);
    CHECK(record.entities[0].label == "Acme");
    REQUIRE(record.statements.size() == 1);
    CHECK(record.statements[0].relation == "praises");
}

TEST_CASE("a graph has concepts that recur and stand at an edge, or none", "[concepts]") {
    const KnowledgeGraph graph = graph_of({strike()});
    REQUIRE(graph.nodes().size() == 4);
    const KnowledgeGraph recurring = with_recurring_concepts(graph);
    CHECK(ids(recurring) == std::vector<std::string>{"Q1", "concept:workers"});
    REQUIRE(recurring.edges().size() == 1);
    CHECK(recurring.nodes()[recurring.edges()[0].source].id == "concept:workers");
    CHECK(ids(without_concepts(graph)) == std::vector<std::string>{"Q1"});
    CHECK(without_concepts(graph).edges().empty());
}
