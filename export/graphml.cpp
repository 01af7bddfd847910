#include "export/graphml.hpp"

#include "export/escape.hpp"
#include "export/palette.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>

namespace newsgraph {

namespace {

// One <key>, and how its value is taken from a node or an edge; "" is left out. Only the types that every reader knows
// (int, double, string); ids are lower case and unique, for Gephi makes columns of them.
template <typename Thing>
struct Column {
    std::string_view id;
    std::string_view name;
    std::string_view type;
    std::string (*value)(const Thing& thing);
};

// Readers have no common list type.
std::string joined(const std::vector<std::string>& list) {
    std::string out;
    for (std::string item : list) {
        for (char& c : item) {
            c = c == '|' ? '/' : c;
        }
        out += (out.empty() ? "" : " | ") + item;
    }
    return out;
}

// The type int has 32 bits and a sign in every reader.
std::uint32_t bounded(std::uint32_t count) {
    return std::min(count, 2147483647U);
}

std::string count_text(std::uint32_t count) {
    return std::to_string(bounded(count));
}

// Area grows with the mentions; one decimal, so that the last bit of the logarithm cannot show.
std::string node_size(const GraphNode& node) {
    return number_text(std::round((10.0 + 6.0 * std::log2(1.0 + bounded(node.mentions))) * 10.0) / 10.0);
}

constexpr std::array<Column<GraphNode>, 11> node_columns = {{
    {"label", "label", "string", [](const GraphNode& n) { return n.label; }},
    {"name", "name", "string", [](const GraphNode& n) { return n.label; }},
    {"ntype", "type", "string", [](const GraphNode& n) { return n.type; }},
    {"aliases", "aliases", "string", [](const GraphNode& n) { return joined(n.aliases); }},
    {"wikidata", "wikidata", "string", [](const GraphNode& n) { return n.wikidata; }},
    {"nmentions", "mentions", "int", [](const GraphNode& n) { return count_text(n.mentions); }},
    {"ndocuments", "documents", "int", [](const GraphNode& n) { return count_text(n.documents); }},
    {"nfirst_seen", "first_seen", "string", [](const GraphNode& n) { return n.first_seen; }},
    {"nlast_seen", "last_seen", "string", [](const GraphNode& n) { return n.last_seen; }},
    {"color", "color", "string", [](const GraphNode& n) { return std::string(type_style(n.type).color); }},
    {"size", "size", "double", node_size},
}};

// The words of the sentence that say so; of a graph that was read back, those that stood there.
std::string cue_of(const GraphEdge& edge) {
    return edge.statements.empty() ? "" : edge.statements.front().cue;
}

constexpr std::array<Column<GraphEdge>, 19> edge_columns = {{
    {"elabel", "label", "string", [](const GraphEdge& e) { return e.relation; }},
    {"relation", "relation", "string", [](const GraphEdge& e) { return e.relation; }},
    {"interaction", "interaction", "string", [](const GraphEdge& e) { return e.relation; }},
    {"status", "status", "string", [](const GraphEdge& e) { return std::string(to_string(e.status)); }},
    {"weight", "weight", "double", [](const GraphEdge& e) { return std::to_string(e.weight); }},
    {"confidence", "confidence", "double", [](const GraphEdge& e) { return number_text(e.confidence); }},
    {"mentions", "mentions", "int", [](const GraphEdge& e) { return count_text(e.mentions); }},
    {"documents", "documents", "int", [](const GraphEdge& e) { return count_text(e.documents); }},
    {"stories", "stories", "int", [](const GraphEdge& e) { return count_text(e.stories); }},
    {"symmetric", "symmetric", "int", [](const GraphEdge& e) { return std::string(e.symmetric ? "1" : "0"); }},
    {"first_seen", "first_seen", "string", [](const GraphEdge& e) { return e.first_seen; }},
    {"last_seen", "last_seen", "string", [](const GraphEdge& e) { return e.last_seen; }},
    {"plover", "plover", "string", [](const GraphEdge& e) { return e.plover; }},
    {"quad", "quad", "string", [](const GraphEdge& e) { return e.quad; }},
    {"score", "score", "double", [](const GraphEdge& e) { return number_text(e.score); }},
    {"evidence", "evidence", "string", [](const GraphEdge& e) { return e.evidence; }},
    {"cue", "cue", "string", cue_of},
    {"source_title", "source_title", "string", [](const GraphEdge& e) { return e.source_title; }},
    {"source_url", "source_url", "string", [](const GraphEdge& e) { return e.source_url; }},
}};

template <typename Columns>
void write_keys(const Columns& columns, std::string_view kind, Sink& sink) {
    for (const auto& column : columns) {
        sink.write("  <key id=" + xml_attribute(column.id) + " for=" + xml_attribute(kind) +
                   " attr.name=" + xml_attribute(column.name) + " attr.type=" + xml_attribute(column.type) + "/>\n");
    }
}

template <typename Columns, typename Thing>
std::string data_of(const Columns& columns, const Thing& thing) {
    std::string out;
    for (const auto& column : columns) {
        const std::string value = xml_text(column.value(thing));
        if (!value.empty()) {
            out.append("      <data key=\"").append(column.id).append("\">").append(value).append("</data>\n");
        }
    }
    return out;
}

// Neo4j's APOC takes it for the node's labels: ":Person".
std::string labels_of(const GraphNode& node) {
    std::string type = node.type;
    if (!type.empty() && type[0] >= 'a' && type[0] <= 'z') {
        type[0] = static_cast<char>(type[0] - 'a' + 'A');
    }
    return ":" + type;
}

// Gephi takes the XML attribute for the edge's kind, and merges edges of one kind.
std::string kind_of(const GraphEdge& edge) {
    std::string kind = edge.relation;
    if (edge.status != EdgeStatus::asserted) {
        kind.append(" (").append(to_string(edge.status)).append(")");
    }
    return kind;
}

}  // namespace

void write_graphml(const KnowledgeGraph& graph, const WriteOptions& options, Sink& sink) {
    sink.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
               " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
               " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
               " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");
    write_keys(node_columns, "node", sink);
    write_keys(edge_columns, "edge", sink);
    sink.write("  <graph id=\"newsgraph\" edgedefault=\"directed\">\n");
    for (const GraphNode& node : graph.nodes()) {
        const std::string labels = options.strict || node.type.empty() ? "" : " labels=" + xml_attribute(labels_of(node));
        sink.write("    <node id=" + xml_attribute(node.id) + labels + ">\n" + data_of(node_columns, node) + "    </node>\n");
    }
    Whole<GraphEdge> whole(options.reader);
    for (const GraphEdge& light : graph.edges()) {
        const GraphEdge& edge = whole.of(light);
        std::string tag = "    <edge id=" + xml_attribute(edge.id) +
                          " source=" + xml_attribute(graph.nodes()[edge.source].id) +
                          " target=" + xml_attribute(graph.nodes()[edge.target].id);
        tag += options.undirected_symmetric && edge.symmetric ? " directed=\"false\"" : "";
        tag += options.strict ? "" : " label=" + xml_attribute(kind_of(edge));
        sink.write(tag + ">\n" + data_of(edge_columns, edge) + "    </edge>\n");
    }
    sink.write("  </graph>\n</graphml>\n");
}

}  // namespace newsgraph
