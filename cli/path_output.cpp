#include "cli/path_output.hpp"

#include "cli/evidence_text.hpp"
#include "cli/json_members.hpp"
#include "export/escape.hpp"

#include <string>

namespace newsgraph::cli {

namespace {

std::string counted_steps(std::size_t steps) {
    return std::to_string(steps) + (steps == 1 ? " step" : " steps");
}

// As seen by who goes this way.
const char* direction_of(const GraphEdge& edge, std::size_t from) {
    return edge.symmetric ? "both" : edge.source == from ? "out" : "in";
}

void write_text(const KnowledgeGraph& graph, const std::vector<Path>& paths, bool color, Sink& sink) {
    for (const Path& path : paths) {
        std::string names;
        for (const std::size_t node : path.nodes) names += (names.empty() ? "" : " - ") + one_line_of(graph.nodes()[node].label);
        sink.write(emphasized(names, color) + "  " + counted_steps(path.edges.size()) + "  weight " + std::to_string(path.weight) + "\n");
        for (std::size_t step = 0; step < path.edges.size(); ++step) {
            const std::string number = std::to_string(step + 1);
            std::string head = "    " + number + "  ";
            for (const std::size_t index : path.edges[step]) {
                const GraphEdge& edge = graph.edges()[index];
                sink.write(head + edge_text(graph, edge) + "  weight " + std::to_string(edge.weight) + "\n");
                head.assign(head.size(), ' ');
            }
        }
    }
}

void write_separated(const KnowledgeGraph& graph, const std::vector<Path>& paths, OutputStyle style, Sink& sink) {
    write_row({"path", "step", "from", "from_label", "to", "to_label", "relation", "direction", "status", "weight", "confidence"}, style,
              sink);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        for (std::size_t step = 0; step < paths[i].edges.size(); ++step) {
            const GraphNode& from = graph.nodes()[paths[i].nodes[step]];
            const GraphNode& to = graph.nodes()[paths[i].nodes[step + 1]];
            for (const std::size_t index : paths[i].edges[step]) {
                const GraphEdge& edge = graph.edges()[index];
                write_row({std::to_string(i + 1), std::to_string(step + 1), from.id, from.label, to.id, to.label, edge.relation,
                           direction_of(edge, paths[i].nodes[step]), std::string(to_string(edge.status)),
                           std::to_string(edge.weight), number_text(edge.confidence)},
                          style, sink);
            }
        }
    }
}

void write_edge(const GraphEdge& edge, std::size_t from, JsonWriter& writer) {
    writer.StartObject();
    member(writer, "id", edge.id);
    member(writer, "relation", edge.relation);
    member(writer, "direction", std::string(direction_of(edge, from)));
    member(writer, "status", std::string(to_string(edge.status)));
    member(writer, "weight", std::uint64_t{edge.weight});
    fraction(writer, "confidence", edge.confidence);
    writer.EndObject();
}

void write_path(const KnowledgeGraph& graph, const Path& path, JsonWriter& writer) {
    writer.StartObject();
    member(writer, "weight", path.weight);
    objects(writer, "nodes", path.nodes, [&](std::size_t node) { name_members(writer, graph.nodes()[node]); });
    writer.Key("steps");
    writer.StartArray();
    for (std::size_t step = 0; step < path.edges.size(); ++step) {
        writer.StartArray();
        for (const std::size_t edge : path.edges[step]) write_edge(graph.edges()[edge], path.nodes[step], writer);
        writer.EndArray();
    }
    writer.EndArray();
    writer.EndObject();
}

void write_json(const KnowledgeGraph& graph, const std::vector<Path>& paths, Sink& sink) {
    rapidjson::StringBuffer buffer;
    JsonWriter writer(buffer);
    writer.StartObject();
    member(writer, "total", std::uint64_t{paths.size()});
    writer.Key("paths");
    writer.StartArray();
    for (const Path& path : paths) write_path(graph, path, writer);
    writer.EndArray();
    writer.EndObject();
    sink.write({buffer.GetString(), buffer.GetSize()});
    sink.write("\n");
}

}  // namespace

void write_paths(const KnowledgeGraph& graph, const std::vector<Path>& paths, OutputStyle style, bool color, Sink& sink) {
    switch (style) {
        case OutputStyle::text: return write_text(graph, paths, color, sink);
        case OutputStyle::json: return write_json(graph, paths, sink);
        case OutputStyle::csv:
        case OutputStyle::tsv: return write_separated(graph, paths, style, sink);
    }
}

}  // namespace newsgraph::cli
