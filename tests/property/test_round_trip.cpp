#include "export/formats.hpp"
#include "extract/base/error.hpp"
#include "graph/graphml_reader.hpp"
#include "graph/json_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/random_records.hpp"
#include "tests/support/sample_graphs.hpp"

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

constexpr std::uint32_t seed = 20260106;

std::string written(const KnowledgeGraph& graph, std::string_view format) {
    StringSink sink;
    format_named(format)->write(graph, {}, sink);
    return sink.text();
}

std::string graphml(const KnowledgeGraph& graph) {
    return written(graph, "graphml");
}

void check_same(const GraphNode& a, const GraphNode& b) {
    REQUIRE(a.id == b.id);
    REQUIRE(a.label == b.label);
    REQUIRE(a.type == b.type);
    REQUIRE(a.aliases == b.aliases);
    REQUIRE(a.mentions == b.mentions);
    REQUIRE(a.documents == b.documents);
    REQUIRE(a.first_seen == b.first_seen);
    REQUIRE(a.last_seen == b.last_seen);
    REQUIRE(a.wikidata == b.wikidata);
}

void check_same(const GraphEdge& a, const GraphEdge& b) {
    REQUIRE(a.id == b.id);
    REQUIRE(a.source == b.source);
    REQUIRE(a.target == b.target);
    REQUIRE(a.relation == b.relation);
    REQUIRE(a.status == b.status);
    REQUIRE(a.symmetric == b.symmetric);
    REQUIRE(a.mentions == b.mentions);
    REQUIRE(a.documents == b.documents);
    REQUIRE(a.stories == b.stories);
    REQUIRE(a.weight == b.weight);
    REQUIRE(a.confidence == b.confidence);
    REQUIRE(a.first_seen == b.first_seen);
    REQUIRE(a.last_seen == b.last_seen);
    REQUIRE(a.plover == b.plover);
    REQUIRE(a.quad == b.quad);
    REQUIRE(a.score == b.score);
    REQUIRE(a.evidence == b.evidence);
    REQUIRE(a.source_title == b.source_title);
    REQUIRE(a.source_url == b.source_url);
    REQUIRE((a.statements.empty() ? "" : a.statements[0].cue) == (b.statements.empty() ? "" : b.statements[0].cue));
}

void check_same(const KnowledgeGraph& a, const KnowledgeGraph& b) {
    REQUIRE(a.nodes().size() == b.nodes().size());
    REQUIRE(a.edges().size() == b.edges().size());
    for (std::size_t i = 0; i < a.nodes().size(); ++i) {
        check_same(a.nodes()[i], b.nodes()[i]);
    }
    for (std::size_t i = 0; i < a.edges().size(); ++i) {
        check_same(a.edges()[i], b.edges()[i]);
    }
}

// JSON keeps all statements and articles too.
void check_same_evidence(const KnowledgeGraph& a, const KnowledgeGraph& b) {
    check_same(a, b);
    REQUIRE(a.whole_evidence() == b.whole_evidence());
    REQUIRE(a.articles() == b.articles());
    for (std::size_t i = 0; i < a.edges().size(); ++i) {
        REQUIRE(a.edges()[i].statements == b.edges()[i].statements);
    }
}

// A text of characters that XML can hold; tabs, line breaks and blanks at the ends among them.
std::string random_text(Dice& dice) {
    const std::vector<std::string> pieces = {"a", "B ", " ", "\n", "\t", "\r", "&", "<", ">", "\"", "'", "]]>", "\\", "\xC3\xA9",
                                             "\xF0\x9F\x98\x80", "\xE2\x80\xAE", "\xC2\x85", "\x7F", "&#10;", "\xE2\x80\xA8"};
    std::string out = "x";
    for (std::size_t i = dice.below(12); i > 0; --i) {
        out += dice.of(pieces);
    }
    return out;
}

KnowledgeGraph random_graph(Dice& dice) {
    std::vector<GraphNode> nodes(1 + dice.below(8));
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        nodes[i].id = random_text(dice) + std::to_string(i);
        nodes[i].label = random_text(dice);
        nodes[i].type = random_text(dice);
        nodes[i].wikidata = random_text(dice);
        nodes[i].first_seen = random_text(dice);
        for (std::size_t n = dice.below(3); n > 0; --n) nodes[i].aliases.push_back(random_text(dice));
        nodes[i].mentions = static_cast<std::uint32_t>(dice.below(2147483648));
        nodes[i].documents = static_cast<std::uint32_t>(dice.below(100));
    }
    std::vector<GraphEdge> edges(dice.below(12));
    for (std::size_t i = 0; i < edges.size(); ++i) {
        edges[i].id = random_text(dice) + std::to_string(i);
        edges[i].source = dice.below(nodes.size());
        edges[i].target = dice.below(nodes.size());
        edges[i].relation = random_text(dice);
        edges[i].status = static_cast<EdgeStatus>(dice.below(3));
        edges[i].symmetric = dice.once_in(2);
        edges[i].mentions = static_cast<std::uint32_t>(dice.below(2147483648));
        edges[i].documents = static_cast<std::uint32_t>(dice.below(9));
        edges[i].stories = edges[i].weight = static_cast<std::uint32_t>(1 + dice.below(2147483647));
        edges[i].confidence = static_cast<double>(dice.below(1000001)) / 1000000.0;
        edges[i].score = static_cast<double>(dice.below(1000)) / 7.0 - 50.0;
        edges[i].evidence = random_text(dice);
        edges[i].statements.resize(1);
        edges[i].statements[0].text = edges[i].evidence;
        edges[i].statements[0].cue = random_text(dice);
        edges[i].source_url = random_text(dice);
        edges[i].quad = dice.of({"", "VC"});
    }
    return {std::move(nodes), std::move(edges), false};
}

}  // namespace

TEST_CASE("GraphML: what was written reads back as the same graph") {
    Dice dice(seed);
    for (int round = 0; round < 200; ++round) {
        const KnowledgeGraph graph = random_graph(dice);
        check_same(parse_graphml(graphml(graph), "x"), graph);
    }
    for (int round = 0; round < 50; ++round) {
        const KnowledgeGraph graph = graph_of(random_records(dice, 10));
        check_same(parse_graphml(graphml(graph), "x"), graph);
    }
    check_same(parse_graphml(graphml(ordinary_graph()), "x"), ordinary_graph());
    check_same(parse_graphml(graphml(KnowledgeGraph()), "x"), KnowledgeGraph());
}

TEST_CASE("JSON: what was written reads back as the same graph, evidence and all") {
    Dice dice(seed + 2);
    for (int round = 0; round < 200; ++round) {
        const KnowledgeGraph graph = random_graph(dice);
        check_same_evidence(parse_graph_json(written(graph, "json"), "x"), graph);
    }
    for (int round = 0; round < 50; ++round) {
        const KnowledgeGraph graph = graph_of(random_records(dice, 10));
        check_same_evidence(parse_graph_json(written(graph, "json"), "x"), graph);
    }
    check_same_evidence(parse_graph_json(written(ordinary_graph(), "json"), "x"), ordinary_graph());
    check_same_evidence(parse_graph_json(written(KnowledgeGraph(), "json"), "x"), KnowledgeGraph());
}

TEST_CASE("JSON that is damaged anywhere is read or refused, never worse") {
    Dice dice(seed + 3);
    const std::string sound = written(ordinary_graph(), "json");
    int refused = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string damaged = sound;
        for (std::size_t n = 1 + dice.below(3); n > 0; --n) {
            damaged[dice.below(damaged.size())] = static_cast<char>(dice.below(256));
        }
        try {
            parse_graph_json(damaged, "x");
        } catch (const FormatError&) {
            ++refused;
        }
    }
    CHECK(refused > 1000);
}

TEST_CASE("GraphML that is damaged anywhere is read or refused, never worse") {
    Dice dice(seed + 1);
    const std::string sound = graphml(ordinary_graph());
    int refused = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string damaged = sound;
        for (std::size_t n = 1 + dice.below(3); n > 0; --n) {
            const std::size_t at = dice.below(damaged.size());
            switch (dice.below(3)) {
            case 0:
                damaged[at] = static_cast<char>(dice.below(256));
                break;
            case 1:
                damaged.erase(at, 1 + dice.below(20));
                break;
            default:
                damaged.insert(at, damaged.substr(dice.below(damaged.size()), dice.below(40)));
            }
        }
        try {
            parse_graphml(damaged, "x");
        } catch (const std::exception&) {
            ++refused;
        }
    }
    CHECK(refused > 1000);
}
