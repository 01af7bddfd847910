#include "cli/neighbors_output.hpp"

#include "tests/support/catch.hpp"

#include <string>

using namespace newsgraph;
using namespace newsgraph::cli;

namespace {

GraphNode node(const std::string& id, const std::string& label, const std::string& type) {
    GraphNode result;
    result.id = id;
    result.label = label;
    result.type = type;
    return result;
}

GraphEdge edge(std::size_t source, const std::string& relation, std::size_t target, std::uint32_t weight) {
    GraphEdge result;
    result.source = source;
    result.target = target;
    result.relation = relation;
    result.weight = weight;
    result.confidence = 0.9;
    return result;
}

KnowledgeGraph three() {
    GraphEdge attack = edge(1, "attacks", 2, 3);
    attack.first_seen = "2026-01-05";
    attack.last_seen = "2026-01-07";
    attack.confidence = 0.99875;
    EdgeEvidence sentence;
    sentence.doc = "a";
    sentence.title = "War, \"again\"";
    sentence.published = "2026-01-05";
    sentence.text = "Russia attacked\tUkraine.";
    sentence.cue = "attacked";
    sentence.cue_begin = 7;
    sentence.cue_end = 15;
    sentence.confidence = 0.9;
    attack.statements = {sentence};
    attack.evidence = sentence.text;
    attack.source_title = sentence.title;
    GraphEdge talk = edge(0, "meets", 2, 1);
    talk.symmetric = true;
    return KnowledgeGraph({node("Q142", "France", "country"), node("Q159", "Russia", "country"), node("Q212", "Ukraine", "country")},
                          {attack, talk}, true);
}

std::string printed(const NeighborView& view, const NeighborOptions& options = {}) {
    const KnowledgeGraph graph = three();
    StringSink sink;
    const std::vector<std::size_t> names = {2};
    write_neighbors(graph, names, neighbors(graph, names, options), view, sink);
    return sink.text();
}

NeighborView view(OutputStyle style, bool evidence = false) {
    NeighborView result;
    result.style = style;
    result.evidence = evidence;
    return result;
}

}  // namespace

TEST_CASE("neighbors as tables have one line an edge", "[cli]") {
    CHECK(printed(view(OutputStyle::tsv)) ==
          "id\tlabel\ttype\tdistance\trelation\tdirection\tfrom\tstatus\tweight\tconfidence\tfirst_seen\tlast_seen\n"
          "Q159\tRussia\tcountry\t1\tattacks\tin\tQ212\tasserted\t3\t0.99875\t2026-01-05\t2026-01-07\n"
          "Q142\tFrance\tcountry\t1\tmeets\tboth\tQ212\tasserted\t1\t0.9\t\t\n");
}

TEST_CASE("cells with commas and quotes are quoted in CSV, tabs are blanks in both", "[cli]") {
    NeighborOptions options;
    options.limit = 1;
    CHECK(printed(view(OutputStyle::csv, true), options) ==
          "id,label,type,distance,relation,direction,from,status,weight,confidence,first_seen,last_seen,evidence,"
          "source_title,source_url\n"
          "Q159,Russia,country,1,attacks,in,Q212,asserted,3,0.99875,2026-01-05,2026-01-07,Russia attacked Ukraine.,"
          "\"War, \"\"again\"\"\",\n");
}

TEST_CASE("neighbors as JSON say what was asked and how many there are", "[cli]") {
    NeighborOptions options;
    options.limit = 1;
    const std::string text = printed(view(OutputStyle::json, true), options);
    CHECK(text.starts_with("{\"of\":[\"Q212\"],\"total\":2,\"neighbors\":[{\"id\":\"Q159\",\"label\":\"Russia\""));
    CHECK(text.find("\"weight\":3,\"confidence\":0.99875,\"first_seen\":\"2026-01-05\"") != std::string::npos);
    CHECK(text.find("\"text\":\"Russia attacked\\tUkraine.\",\"cue\":\"attacked\"") != std::string::npos);
    CHECK(text.ends_with("}\n"));
}

TEST_CASE("text is exact in pipes, aligned and rounded on terminals", "[cli]") {
    CHECK(printed(view(OutputStyle::text)) ==
          "Russia  country  Q159\n"
          "    Russia --attacks--> Ukraine  weight 3  confidence 0.99875  2026-01-05 to 2026-01-07\n"
          "France  country  Q142\n"
          "    France <--meets--> Ukraine  weight 1  confidence 0.9\n");
    NeighborView terminal = view(OutputStyle::text, true);
    terminal.terminal = true;
    CHECK(printed(terminal) ==
          "Russia  country  Q159\n"
          "    Russia --attacks--> Ukraine  weight 3  confidence 0.99  2026-01-05 to 2026-01-07\n"
          "      \"Russia *attacked* Ukraine.\"\n"
          "        2026-01-05, War, \"again\"\n"
          "France  country  Q142\n"
          "    France <--meets--> Ukraine   weight 1  confidence 0.90\n");
    terminal.color = true;
    CHECK(printed(terminal).find("Russia \x1B[1m*attacked*\x1B[0m Ukraine.") != std::string::npos);
}

TEST_CASE("no neighbors are an empty answer in each style", "[cli]") {
    NeighborOptions options;
    options.types = {"person"};
    CHECK(printed(view(OutputStyle::text), options).empty());
    CHECK(printed(view(OutputStyle::json), options) == "{\"of\":[\"Q212\"],\"total\":0,\"neighbors\":[]}\n");
    CHECK(printed(view(OutputStyle::tsv), options).ends_with("last_seen\n"));
}
