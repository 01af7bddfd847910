#include "cli/communities_output.hpp"

#include "cli/evidence_text.hpp"
#include "cli/json_members.hpp"
#include "export/escape.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace newsgraph::cli {

namespace {

constexpr std::size_t most_names = 10;  // of a community in text

std::string names_of(const KnowledgeGraph& graph, const Community& community) {
    std::string names;
    const std::size_t shown = std::min(community.nodes.size(), most_names);
    for (std::size_t i = 0; i < shown; ++i) names += (i == 0 ? "" : ", ") + one_line_of(graph.nodes()[community.nodes[i]].label);
    if (community.nodes.size() > shown) names += " and " + std::to_string(community.nodes.size() - shown) + " more";
    return names;
}

void write_text(const KnowledgeGraph& graph, const Communities& found, bool color, Sink& sink) {
    for (std::size_t i = 0; i < found.list.size(); ++i) {
        const Community& community = found.list[i];
        const std::size_t size = community.nodes.size();
        const std::string head = std::to_string(i + 1) + "  " + std::to_string(size) + (size == 1 ? " entity" : " entities");
        sink.write(emphasized(head, color) + "  weight " + std::to_string(community.weight) + "\n");
        sink.write("    " + names_of(graph, community) + "\n");
        for (const std::size_t index : community.edges) {
            const GraphEdge& edge = graph.edges()[index];
            sink.write("      " + edge_text(graph, edge) + "  weight " + std::to_string(edge.weight) + "\n");
        }
    }
}

void write_separated(const KnowledgeGraph& graph, const Communities& found, OutputStyle style, Sink& sink) {
    write_row({"community", "size", "id", "label", "type"}, style, sink);
    for (std::size_t i = 0; i < found.list.size(); ++i) {
        const std::string size = std::to_string(found.list[i].nodes.size());
        for (const std::size_t index : found.list[i].nodes) {
            const GraphNode& node = graph.nodes()[index];
            write_row({std::to_string(i + 1), size, node.id, node.label, node.type}, style, sink);
        }
    }
}

void community_members(const KnowledgeGraph& graph, const Community& community, JsonWriter& writer) {
    member(writer, "size", std::uint64_t{community.nodes.size()});
    member(writer, "weight", community.weight);
    objects(writer, "entities", community.nodes, [&](std::size_t node) { name_members(writer, graph.nodes()[node]); });
    objects(writer, "edges", community.edges, [&](std::size_t index) {
        const GraphEdge& edge = graph.edges()[index];
        member(writer, "source", graph.nodes()[edge.source].id);
        member(writer, "relation", edge.relation);
        member(writer, "target", graph.nodes()[edge.target].id);
        member(writer, "status", std::string(to_string(edge.status)));
        member(writer, "weight", std::uint64_t{edge.weight});
    });
}

void write_json(const KnowledgeGraph& graph, const Communities& found, Sink& sink) {
    rapidjson::StringBuffer buffer;
    JsonWriter writer(buffer);
    writer.StartObject();
    member(writer, "total", std::uint64_t{found.total});
    member(writer, "alone", std::uint64_t{found.alone});
    fraction(writer, "modularity", std::round(found.modularity * 1e6) / 1e6);
    objects(writer, "communities", found.list, [&](const Community& community) { community_members(graph, community, writer); });
    writer.EndObject();
    sink.write({buffer.GetString(), buffer.GetSize()});
    sink.write("\n");
}

}  // namespace

void write_communities(const KnowledgeGraph& graph, const Communities& found, OutputStyle style, bool color, Sink& sink) {
    switch (style) {
        case OutputStyle::text: return write_text(graph, found, color, sink);
        case OutputStyle::json: return write_json(graph, found, sink);
        case OutputStyle::csv:
        case OutputStyle::tsv: return write_separated(graph, found, style, sink);
    }
}

}  // namespace newsgraph::cli
