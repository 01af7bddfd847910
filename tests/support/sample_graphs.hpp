// The graphs that writers are tested with: an ordinary one, made from records; one whose every text is out to break a
// file format; one with more nodes than fit on a screen. Constant.
#pragma once

#include "tests/support/make_record.hpp"

#include <string>
#include <vector>

namespace newsgraph::test {

inline KnowledgeGraph ordinary_graph() {
    MakeRecord a("a.txt");
    a.dated("2026-01-05").from("Example Times", "Talks in Kyiv", "https://example.org/a?x=1&y=2");
    a.entity("e1", "Q159", "Russia", "country", {"Moscow", "Kremlin"}, "metonym").entity("e2", "Q212", "Ukraine", "country");
    a.entity("e3", "person:volodymyr-zelensky", "Volodymyr Zelensky", "person", {"Zelensky"});
    a.entity("e4", "organization:security-service-of-ukraine", "Security Service of Ukraine", "organization", {"SBU"});
    a.says("Russia attacked Ukraine \"again\" on Monday.", "e1", "attacks", "e2", "attacked", 0.8);
    a.says("Zelensky dismissed the head of the SBU.", "e3", "dismisses", "e4", "dismissed", 0.6);
    a.says("Ukraine will not meet Russia.", "e2", "meets", "e1", "meet", 0.7).but("negated", "planned");
    a.says("Zelensky met Ukraine's neighbours.", "e3", "meets", "e2", "met", 0.4);
    MakeRecord b("b.txt");
    b.dated("2026-01-07").from("Daily Example", "War goes on");
    b.entity("e1", "Q159", "Russia", "country").entity("e2", "Q212", "Ukraine", "country", {"Kyiv"}, "metonym");
    b.entity("e3", "person:zelensky", "Zelensky", "person");
    b.says("Russian forces shelled Kyiv.", "e1", "attacks", "e2", "shelled", 0.5);
    b.says("Russia denied attacking Ukraine.", "e1", "attacks", "e2", "attacking", 0.5).but("negated");
    b.says("Zelensky leads Ukraine.", "e3", "leads", "e2", "leads", 0.9);
    return graph_of({a, b});
}

inline std::vector<std::string> hostile_texts() {
    std::string long_text;  // 20 KB
    while (long_text.size() < 20000) {
        long_text += "a \"long\" text & \xC3\xA9\xE2\x82\xAC ";
    }
    return {"node",
            "Graph",
            "edge",
            "subgraph",
            "strict",
            "trailing \\",
            "\\N \\G \\E \\T \\H \\L \\l \\r",
            "]]>",
            "<![CDATA[ <b>bold</b> <!-- -->",
            "&amp; &lt; &#65; &nbsp; &",
            "form\ffeed",
            std::string("nul\0nul", 7),
            "\xF0\x9F\x98\x80 \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7",
            "\"double\" 'single' `back`",
            "line\nbreak\r\nand\ttab",
            "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE2\x80\xAE right to left \xE2\x80\xAC \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85",
            "bad UTF-8 \xFF\xC3(\xED\xA0\x80 cut \xF0\x9F\x98",
            "\xEF\xBF\xBE\xEF\xBF\xBF noncharacters",
            "| pipes | in a | name",
            "{ record | <f0> } -> [x=1];",
            "// comment # /* */",
            "e\xCC\x81\xCC\x80\xCC\x82 combining",
            "INF",
            "%s %d {0} $HOME",
            "javascript:alert(1)",
            "=1+2",
            long_text};
}

// Each hostile text is a label, an alias, a sentence, a title, an address and (as far as an XML attribute can hold it) an
// id and a relation; numbers are extreme.
inline KnowledgeGraph hostile_graph() {
    const std::vector<std::string> texts = hostile_texts();
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        GraphNode node;
        node.id = i < 9 ? texts[i] : "n" + std::to_string(100 + i);
        node.label = texts[i];
        node.type = i % 3 == 0 ? "person" : i % 3 == 1 ? "organization" : "spaceship";
        node.aliases = {texts[i], "other"};
        node.mentions = i == 0 ? 4294967295U : static_cast<std::uint32_t>(i);
        node.documents = 1;
        nodes.push_back(node);
        GraphEdge edge;
        edge.source = i;
        edge.target = (i + 1) % texts.size();
        edge.relation = i < 9 ? texts[i] : "attacks";
        edge.id = "e" + std::to_string(100 + i);
        edge.status = i % 2 == 0 ? EdgeStatus::asserted : EdgeStatus::negated;
        edge.symmetric = i % 5 == 0;
        edge.mentions = edge.documents = edge.stories = edge.weight = i == 1 ? 1000000 : 1;
        edge.confidence = i == 2 ? 1e-9 : 1.0 / static_cast<double>(i + 1);
        edge.score = i == 3 ? -1e300 : -2.5;
        edge.quad = "MX";
        edge.evidence = texts[i];
        edge.source_title = texts[i];
        edge.source_url = (i % 2 == 0 ? "https://example.org/?q=" : "") + texts[i];
        edges.push_back(edge);
    }
    return {std::move(nodes), std::move(edges), false};
}

inline KnowledgeGraph crowded_graph() {
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
    constexpr std::size_t count = 70;
    for (std::size_t i = 0; i < count; ++i) {
        GraphNode node;
        node.id = "person:" + std::to_string(100 + i);
        node.label = "Person " + std::to_string(i);
        node.type = "person";
        node.mentions = node.documents = 1;
        nodes.push_back(node);
        for (const char* relation : {"attacks", "meets"}) {
            GraphEdge edge;
            edge.source = i;
            edge.target = (i * 7 + 3) % count;
            edge.relation = relation;
            edge.symmetric = relation[0] == 'm';
            edge.weight = edge.stories = static_cast<std::uint32_t>(1 + i % 3);
            if (edge.source != edge.target) {
                edges.push_back(edge);
            }
            if (i % 10 == 0 && !edge.symmetric) {
                edge.relation = "criticizes";
                edges.push_back(edge);
            }
        }
    }
    return {std::move(nodes), std::move(edges), true};
}

}  // namespace newsgraph::test
