#include "graph/graphml_reader.hpp"

#include "extract/base/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

std::string graphml(const std::string& inside, const std::string& head = {}) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + head +
           "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n" + inside + "</graphml>\n";
}

KnowledgeGraph parsed(const std::string& inside) {
    return parse_graphml(graphml(inside), "test.graphml");
}

std::string message_of(const std::string& xml) {
    try {
        parse_graphml(xml, "test.graphml");
    } catch (const FormatError& error) {
        return error.what();
    }
    return "accepted";
}

}  // namespace

TEST_CASE("GraphML of other programs: what it says is read, the rest has defaults") {
    const KnowledgeGraph graph = parsed(
        "<key id='d0' for='node' attr.name='label' attr.type='string'/>"
        "<key id='d1' for='edge' attr.name='weight' attr.type='double'><default>4</default></key>"
        "<key id='d2' for='all' attr.name='type' attr.type='string'><default>place</default></key>"
        "<key id='d3' attr.name='confidence' attr.type='double'/>"
        "<key id='y' for='node' yfiles.type='nodegraphics'/>"
        "<graph edgedefault='undirected'><desc>of no interest</desc>"
        "<node id='n 1'><data key='d0'>A &amp; &lt;B&gt;<![CDATA[ & c]]></data><data key='y'><deep>x</deep></data></node>"
        "<node id='n2'><port name='p'/></node><node id='n3'/>"
        "<edge source='n 1' target='n2' label='knows'/>"
        "<edge source='n2' target='n3' directed='true'><data key='d1'> +2.4 </data></edge>"
        "<edge id='edge-1' source='n2' target='n3'><data key='d3'>0.25</data></edge>"
        "<hyperedge><endpoint node='n2'/></hyperedge></graph>");
    REQUIRE(graph.nodes().size() == 3);
    CHECK(graph.nodes()[0].id == "n 1");
    CHECK(graph.nodes()[0].label == "A & <B> & c");
    CHECK(graph.nodes()[0].type == "place");
    CHECK(graph.nodes()[1].label == "n2");
    CHECK_FALSE(graph.whole_evidence());
    REQUIRE(graph.edges().size() == 3);
    const GraphEdge& given = graph.edges()[0];
    const GraphEdge& first = graph.edges()[1];
    const GraphEdge& second = graph.edges()[2];
    CHECK(given.id == "edge-1");
    CHECK(given.confidence == 0.25);
    CHECK(first.id == "edge-1-");
    CHECK(first.relation == "knows");
    CHECK(first.symmetric);
    CHECK(first.weight == 4);
    CHECK(first.stories == 4);
    CHECK(first.confidence == 1.0);
    CHECK(first.statements.empty());
    CHECK(second.id == "edge-2");
    CHECK_FALSE(second.symmetric);
    CHECK(second.weight == 2);
}

TEST_CASE("a cue is marked in its sentence where it comes once") {
    const auto statement = [](const std::string& evidence, const std::string& cue) {
        const KnowledgeGraph graph = parsed(
            "<key id='e' for='edge' attr.name='evidence' attr.type='string'/>"
            "<key id='c' for='edge' attr.name='cue' attr.type='string'/><graph><node id='a'/><node id='b'/>"
            "<edge source='a' target='b'><data key='e'>" + evidence + "</data><data key='c'>" + cue + "</data></edge></graph>");
        return graph.edges().at(0).statements.at(0);
    };
    CHECK(statement("They met with Rome.", "met\n  with").cue_end == 13);
    const EdgeEvidence marked = statement("L\xC3\xBCtke visited Rome.", "visited");
    CHECK(marked.cue_begin == 6);
    CHECK(marked.cue_end == 13);
    const EdgeEvidence twice = statement("A visited B, who visited C.", "visited");
    CHECK(twice.cue_begin == twice.cue_end);
    const EdgeEvidence nowhere = statement("A met B.", "visited");
    CHECK(nowhere.cue_begin == nowhere.cue_end);
}

TEST_CASE("a graph inside a node is read as if it stood beside it") {
    const KnowledgeGraph graph = parsed(
        "<key id='label' for='node' attr.name='label' attr.type='string'/><graph edgedefault='directed'>"
        "<node id='a'><data key='label'>Outer</data><graph edgedefault='directed'><node id='b'/><edge source='a' target='b'/></graph></node>"
        "<node id='c'/></graph>");
    REQUIRE(graph.nodes().size() == 3);
    CHECK(graph.nodes()[0].label == "Outer");
    CHECK(graph.edges().size() == 1);
}

TEST_CASE("other encodings are read") {
    const KnowledgeGraph graph = parse_graphml(
        "<?xml version='1.0' encoding='ISO-8859-1'?><graphml xmlns='http://graphml.graphdrawing.org/xmlns'><graph>"
        "<node id='caf\xE9'/></graph></graphml>", "x");
    CHECK(graph.nodes()[0].id == "caf\xC3\xA9");
}

TEST_CASE("what is no GraphML is refused, with the line") {
    CHECK(message_of("") .find("test.graphml:") == 0);
    CHECK(message_of("no xml").find("test.graphml:1:") == 0);
    CHECK(message_of("<html/>").find("the root element is 'html'") != std::string::npos);
    CHECK(message_of(graphml("")).find("no graph element") != std::string::npos);
    CHECK(message_of(graphml("<graph><node id='a'/>")).find("test.graphml:3:") == 0);
    CHECK(message_of(graphml("<graph>\n<node/></graph>")) == "test.graphml:4: a node without an id");
    CHECK(message_of(graphml("<graph><node id='a'/><node id='a'/></graph>")).find("node 'a' comes twice") != std::string::npos);
    CHECK(message_of(graphml("<graph><node id='a'/>\n<edge source='a' target='b'/></graph>")) ==
          "test.graphml:4: edge 'edge-1' leads to a node that is not there: 'b'");
    CHECK(message_of(graphml("<graph><node id='a\x01'/></graph>")).find("test.graphml:3:") == 0);
    CHECK(message_of(graphml("<graph><node id='\xFF'/></graph>")).find("test.graphml:3:") == 0);
    const std::string whole = graphml("<graph><node id='a'/></graph>");
    for (std::size_t cut = 0; cut + 1 < whole.size(); ++cut) {
        CHECK(message_of(whole.substr(0, cut)) != "accepted");
    }
}

TEST_CASE("numbers that are none are refused, with the line") {
    for (const char* bad : {"many", "1e999", "nan", "inf", "1,5", "0x10", "1 2"}) {
        const std::string xml = graphml("<key id='w' for='edge' attr.name='weight' attr.type='double'/><graph><node id='a'/>\n"
                                        "<edge source='a' target='a'><data key='w'>" + std::string(bad) + "</data></edge></graph>");
        CHECK(message_of(xml) == std::string("test.graphml:4: 'weight' is no number: '") + bad + "'");
    }
    const auto weight = [](const std::string& text) {
        return parsed("<key id='w' for='edge' attr.name='weight' attr.type='double'/><graph><node id='a'/>"
                      "<edge source='a' target='a'><data key='w'>" + text + "</data></edge></graph>").edges()[0].weight;
    };
    CHECK(weight("0") == 1);
    CHECK(weight("-7") == 1);
    CHECK(weight("1e30") == 4294967295U);
    CHECK(weight("") == 1);
}

TEST_CASE("an unknown status is refused") {
    CHECK(message_of(graphml("<key id='s' for='edge' attr.name='status' attr.type='string'/><graph><node id='a'/>"
                             "<edge id='e' source='a' target='a'><data key='s'>maybe</data></edge></graph>"))
              .find("unknown status 'maybe'") != std::string::npos);
}

TEST_CASE("document types are refused, and so are entities") {
    Folder folder;
    folder.put("secret", "secret");
    const std::string external = "<!DOCTYPE graphml [<!ENTITY e SYSTEM 'file://" + (folder / "secret") + "'>]>\n";
    CHECK(message_of(graphml("<graph><node id='a'><data key='label'>&e;</data></node></graph>", external))
              .find("a document type is not allowed in a graph file") != std::string::npos);

    std::string laughs = "<!DOCTYPE graphml [<!ENTITY l0 'ha'>";
    for (int i = 1; i < 40; ++i) {
        laughs += "<!ENTITY l" + std::to_string(i) + " '&l" + std::to_string(i - 1) + ";&l" + std::to_string(i - 1) + ";'>";
    }
    laughs += "]>\n";
    CHECK(message_of(graphml("<graph><node id='&l39;'/></graph>", laughs)).find("entity reference loop") != std::string::npos);
    CHECK(message_of(graphml("<graph><node id='a'><data key='label'>&nothing;</data></node></graph>")).find("nothing") !=
          std::string::npos);
}

TEST_CASE("deep nesting ends in an error") {
    std::string deep = "<graph>";
    for (int i = 0; i < 100000; ++i) deep += "<node id='n" + std::to_string(i) + "'><graph>";
    CHECK(message_of(graphml(deep)).find("depth") != std::string::npos);
}

TEST_CASE("files: missing ones and folders are named, large ones are read") {
    Folder folder;
    CHECK_THROWS_AS(read_graphml(folder / "missing.graphml"), IoError);
    CHECK_THROWS_AS(read_graphml(folder.path()), IoError);

    std::string large = "<key id='label' for='node' attr.name='label' attr.type='string'/><graph edgedefault='directed'>";
    const std::string filler(300, 'x');
    constexpr std::size_t count = 60000;
    for (std::size_t i = 0; i < count; ++i) {
        large += "<node id='a rather long name of a node " + std::to_string(i) + "'><data key='label'>" + filler + "</data></node>\n";
    }
    folder.put("large.graphml", graphml(large + "</graph>"));
    CHECK(read_graphml(folder / "large.graphml").nodes().size() == count);
}
