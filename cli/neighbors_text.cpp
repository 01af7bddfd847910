#include "cli/neighbors_text.hpp"

#include "export/escape.hpp"
#include "extract/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace newsgraph::cli {

namespace {

constexpr std::string_view bold = "\x1B[1m";
constexpr std::string_view plain = "\x1B[0m";

// Edges with long names stand out to the right and do not push all others there.
constexpr std::size_t widest_column = 72;

std::string emphasized(const std::string& text, const NeighborView& view) {
    return view.color ? std::string(bold) + text + std::string(plain) : text;
}

std::string_view status_mark(EdgeStatus status) {
    switch (status) {
        case EdgeStatus::asserted: return "";
        case EdgeStatus::negated: return " (negated)";
        case EdgeStatus::unrealized: return " (unrealized)";
    }
    return "";
}

std::string edge_text(const KnowledgeGraph& graph, const GraphEdge& edge) {
    const std::string source = one_line_of(graph.nodes()[edge.source].label);
    const std::string target = one_line_of(graph.nodes()[edge.target].label);
    const std::string_view tail = edge.symmetric ? " <--" : " --";
    return source + std::string(tail) + edge.relation + std::string(status_mark(edge.status)) + "--> " + target;
}

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

// The sentence with stars around its cue; the words beside it tell a star of the text from one of these.
std::string sentence_with_cue(const EdgeEvidence& statement, const NeighborView& view) {
    if (statement.cue_begin >= statement.cue_end) return one_line_of(statement.text);
    std::string before;
    std::string cue;
    std::string after;
    std::uint32_t position = 0;
    for (std::size_t offset = 0; offset < statement.text.size(); ++position) {
        const std::size_t begin = offset;
        utf8::next(statement.text, offset);
        std::string& part = position < statement.cue_begin ? before : position < statement.cue_end ? cue : after;
        part.append(statement.text, begin, offset - begin);
    }
    if (cue.empty()) return one_line_of(statement.text);
    return one_line_of(before) + emphasized("*" + one_line_of(cue) + "*", view) + one_line_of(after);
}

// "2026-01-07, The Continental Dispatch: Zelensky signs declaration, https://..."
std::string origin_text(const EdgeEvidence& statement) {
    std::string origin = one_line_of(statement.published);
    const auto add = [&](std::string_view between, const std::string& part) {
        if (part.empty()) return;
        if (!origin.empty()) origin += between;
        origin += one_line_of(part);
    };
    add(", ", statement.outlet);
    add(statement.outlet.empty() ? ", " : ": ", statement.title);
    add(", ", statement.url);
    return origin.empty() ? one_line_of(statement.doc) : origin;
}

void write_evidence(const GraphEdge& edge, const NeighborView& view, Sink& sink) {
    for (const EdgeEvidence& statement : edge.statements) {
        sink.write("      \"" + sentence_with_cue(statement, view) + "\"\n");
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
        sink.write(emphasized(one_line_of(node.label), view) + "  " + one_line_of(node.type) + "  " + one_line_of(node.id));
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
