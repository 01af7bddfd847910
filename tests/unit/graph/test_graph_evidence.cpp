#include "graph/graph_evidence.hpp"
#include "graph/fit_record.hpp"
#include "graph/graphml_reader.hpp"
#include "graph/json_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/make_record.hpp"

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

KnowledgeGraph graph_of(const std::string& edge) {
    return parse_graph_json(R"({"nodes": [{"id": "a"}, {"id": "b"}], "edges": [{"source": "a", "target": "b", )" + edge + "}]}", "x");
}

KnowledgeGraph merged(const KnowledgeGraph& one, const KnowledgeGraph& other) {
    const EvidenceSet evidence = unite({}, {evidence_of(one, "1"), evidence_of(other, "2")});
    return derive_graph(evidence, resolve(evidence), {});
}

}  // namespace

TEST_CASE("summaries add up and join their confidence") {
    const KnowledgeGraph graph = merged(graph_of(R"("relation": "r", "mentions": 3, "documents": 2, "stories": 2, "confidence": 0.5)"),
                                        graph_of(R"("relation": "r", "mentions": 4, "documents": 1, "stories": 1, "confidence": 0.2)"));
    REQUIRE(graph.edges().size() == 1);
    const GraphEdge& edge = graph.edges()[0];
    CHECK(edge.mentions == 7);
    CHECK(edge.documents == 3);
    CHECK(edge.stories == 3);
    CHECK(edge.confidence == Approx(0.6));
    CHECK_FALSE(graph.whole_evidence());
}

TEST_CASE("sums of a file's counts stop at the largest, a confidence stays between 0 and 1") {
    const std::string most = R"("relation": "r", "mentions": 4294967295, "documents": 4294967295, "stories": 4294967295, "confidence": )";
    const KnowledgeGraph graph = merged(graph_of(most + "7"), graph_of(most + "-3"));
    REQUIRE(graph.edges().size() == 1);
    CHECK(graph.edges()[0].mentions == 4294967295U);
    CHECK(graph.edges()[0].documents == 4294967295U);
    CHECK(graph.edges()[0].weight == 4294967295U);
    CHECK(graph.edges()[0].confidence == 1.0);
}

TEST_CASE("files that disagree about a relation give the same one in any order") {
    const KnowledgeGraph one = graph_of(R"("relation": "r", "plover": "AID", "quad": "MC", "score": 7)");
    const KnowledgeGraph other = graph_of(R"("relation": "r", "plover": "FIGHT", "symmetric": 1)");
    RelationLookup forth;
    gather_relations(one, forth);
    gather_relations(other, forth);
    RelationLookup back;
    gather_relations(other, back);
    gather_relations(one, back);
    CHECK(forth.at("r").plover == back.at("r").plover);
    CHECK(forth.at("r").symmetric == back.at("r").symmetric);
    CHECK(forth.at("r").score == back.at("r").score);
}

TEST_CASE("a file without signatures takes none away, whichever comes first") {
    const auto file = [](const std::string& signature) {
        return evidence_of(parse_graph_json(R"({"nodes": [{"id": "a", "label": "A", "evidence": [{"doc": "d", "entity": "e1"}]}], "edges": [],
            "articles": [{"doc": "d", "text_hash": "00", "record_hash": "11")" + signature + "}]}", "x.json"), "x.json");
    };
    const EvidenceSet older = file("");
    const EvidenceSet newer = file(R"(, "signature": "1:70:A")");
    REQUIRE(newer.documents.front().signature == "1:70:A");
    CHECK(unite({}, {older, newer}).documents.front().signature == "1:70:A");
    CHECK(unite({}, {newer, older}).documents.front().signature == "1:70:A");
}

TEST_CASE("what a graph file cannot hold is taken out of a record, and entities stay apart") {
    MakeRecord made("a\x01.txt");
    made.entity("e1", "person:a", "A\x02", "person").entity("e1\x01", "person:b", "B", "person");
    made.says("A met B.", "e1\x01", "meets", "e1", "met");
    const Record record = made;
    const std::optional<Record> fit = fit_record(record);
    REQUIRE(fit);
    CHECK(fit->doc == "a.txt");
    CHECK(fit->text == record.text);
    CHECK(fit->entities[0].label == "A");
    CHECK(fit->entities[1].id == "e1-2");
    CHECK(fit->statements[0].source == "e1-2");
    CHECK(fit->statements[0].target == "e1");
    CHECK_FALSE(fit_record(MakeRecord("a\n.txt")));
}
