#include "cli/neighbors_text.hpp"

#include "cli/evidence_text.hpp"
#include "export/escape.hpp"
#include "extract/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace newsgraph::cli {

namespace {

// Edges with long names stand out to the right and do not push all others there.
constexpr std::size_t widest_column = 72;

std::string confidence_text(double confidence, const NeighborView& view) {
    if (!view.terminal) return number_text(confidence);
    // What is not quite sure must not look so.
    const double shown = confidence < 1.0 ? std::min(confidence, 0.99) : confidence;
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), shown, std::chars_format::fixed, 2);
    return {digits.data(), end.ptr};
}

std::string seen_text(const GraphEdge& edge) {
    if (edge.first_seen.empty()) return {};
    return "  " + edge.first_seen + (edge.last_seen == edge.first_seen ? "" : " to " + edge.last_seen);
}

std::size_t column_width(const KnowledgeGraph& graph, const Neighbors& found) {
    std::size_t width = 0;
    for (const Neighbor& neighbor : found.list) {
        for (const Hop& hop : neighbor.hops) {
            width = std::max(width, utf8::length(edge_text(graph, graph.edges()[hop.edge])));
        }
    }
    return std::min(width, widest_column);
}

void write_evidence(const GraphEdge& edge, const NeighborView& view, Sink& sink) {
    for (const EdgeEvidence& statement : edge.statements) {
        sink.write("      \"" + sentence_with_cue(statement, view.color) + "\"\n");
        const std::string origin = origin_text(statement);
        if (!statement.attribution.empty()) sink.write("        says " + one_line_of(statement.attribution) + "\n");
        if (!origin.empty()) sink.write("        " + origin + "\n");
    }
}

}  // namespace

void write_neighbors_text(const KnowledgeGraph& graph, const Neighbors& found, const NeighborView& view, Sink& sink) {
    const std::size_t width = view.terminal ? column_width(graph, found) : 0;
    for (const Neighbor& neighbor : found.list) {
        const GraphNode& node = graph.nodes()[neighbor.node];
        sink.write(emphasized(one_line_of(node.label), view.color) + "  " + one_line_of(node.type) + "  " + one_line_of(node.id));
        sink.write(neighbor.distance > 1 ? "  distance " + std::to_string(neighbor.distance) + "\n" : "\n");
        for (const Hop& hop : neighbor.hops) {
            const GraphEdge& edge = graph.edges()[hop.edge];
            std::string line = edge_text(graph, edge);
            const std::size_t length = utf8::length(line);
            if (length < width) line.append(width - length, ' ');
            sink.write("    " + line + "  weight " + std::to_string(edge.weight) + "  confidence " +
                       confidence_text(edge.confidence, view) + seen_text(edge) + "\n");
            if (view.evidence) write_evidence(edge, view, sink);
        }
    }
}

}  // namespace newsgraph::cli
