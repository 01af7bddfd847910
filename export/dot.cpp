#include "export/dot.hpp"

#include "export/drawing.hpp"
#include "export/escape.hpp"
#include "export/palette.hpp"
#include "extract/base/sha256.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace newsgraph {

namespace {

constexpr std::size_t longest_tooltip = 1000;
constexpr std::string_view font = ", fontname=\"Helvetica\"";

// Of ids that are too long for Graphviz, a beginning and a hash: cut alone, two could become one.
std::string id_of(const GraphNode& node) {
    constexpr std::size_t longest = 1000;  // bytes
    const std::string id = clean_text(node.id);
    return dot_string(id.size() <= longest ? id : cut_text(id, longest / 4) + sha256(node.id));
}

std::string counted(std::uint32_t count, const std::string& thing) {
    return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

std::string tooltip_of(const GraphNode& node) {
    std::string out = node.label + "\n" + node.type + ", " + counted(node.mentions, "mention") + " in " +
                      counted(node.documents, "document");
    for (std::size_t i = 0; i < node.aliases.size(); ++i) {
        out += (i == 0 ? "\nalso: " : ", ") + node.aliases[i];
    }
    return out;
}

std::string source_of(const GraphEdge& edge) {
    std::string out = edge.source_title;
    if (!edge.last_seen.empty()) {
        const std::string dates = edge.first_seen == edge.last_seen ? edge.last_seen : edge.first_seen + " to " + edge.last_seen;
        out += (out.empty() ? "" : ", ") + dates;
    }
    return out.empty() ? out : "\n(" + out + ")";
}

// Whole points are enough for a picture.
std::string place_text(const Point& place) {
    return number_text(std::round(place.x)) + "," + number_text(std::round(place.y));
}

// A node without an edge is there, but no part of the picture's story: small, grey, without an outline.
void write_node(const GraphNode& node, bool single, const Point* place, Sink& sink) {
    const TypeStyle& style = type_style(node.type);
    const NodeRoom room = room_of(single);
    const std::string_view look = style.shape == "box" ? "filled,rounded" : "filled";
    sink.write("  " + id_of(node) + " [label=" + dot_string(label_of(node)) +
               ", shape=" + std::string(style.shape == "plaintext" ? "box" : style.shape) + ", style=\"" + std::string(look) +
               "\", fillcolor=\"" + std::string(style.fill) + "\", penwidth=" + (single ? "0, fontcolor=gray30" : "0.6") +
               ", width=" + number_text(room.width) + ", height=" + number_text(room.height) + ", margin=\"" +
               number_text(room.margin_x) + "," + number_text(room.margin_y) + "\"" + std::string(font) +
               ", fontsize=" + number_text(font_size_of(node, single)) + ", tooltip=" + dot_string(tooltip_of(node), longest_tooltip));
    if (place != nullptr) {
        sink.write(", pos=\"" + place_text(*place) + "\"");
    }
    if (!node.wikidata.empty()) {
        sink.write(", URL=" + dot_string("https://www.wikidata.org/wiki/" + node.wikidata) + ", target=\"_blank\"");
    }
    sink.write("];\n");
}

// Can be a link in a drawing: no script, no blanks, not so long that it would be cut.
bool is_web_address(std::string_view url) {
    constexpr std::size_t longest = 2000;
    const bool is_web = url.rfind("http://", 0) == 0 || url.rfind("https://", 0) == 0;
    return is_web && url.size() <= longest &&
           std::none_of(url.begin(), url.end(), [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7F; });
}

std::string tooltip_of(const KnowledgeGraph& graph, const Line& line, Whole<GraphEdge>& whole) {
    std::string tooltip;
    for (const GraphEdge* light : line.edges) {
        const GraphEdge& edge = whole.of(*light);
        const std::string quote = "\"" + cut_text(edge.evidence, longest_tooltip / 2) + "\"" + source_of(edge);
        tooltip += (tooltip.empty() ? "" : "\n\n") + graph.nodes()[edge.source].label + " " + name_of(edge) + " " +
                   graph.nodes()[edge.target].label + "\n" + quote;
    }
    return tooltip;
}

void write_line(const KnowledgeGraph& graph, const Drawing& drawing, const Line& line, Whole<GraphEdge>& whole, Sink& sink) {
    const std::string hint = dot_string(tooltip_of(graph, line, whole), longest_tooltip);
    const GraphEdge& first = whole.of(line.first());
    const std::string color(quad_color(first.quad));
    const std::string text_color(quad_text_color(first.quad));
    const double width = std::round((1.0 + std::min(5.0, std::log2(std::max(1U, line.weight())))) * 100.0) / 100.0;
    sink.write("  " + id_of(graph.nodes()[first.source]) + " -> " + id_of(graph.nodes()[first.target]) +
               " [label=" + dot_string(label_of(line)) + ", color=" + color + ", fontcolor=" + text_color + std::string(font) +
               ", fontsize=" + number_text(line_font_size) + ", arrowsize=0.7, penwidth=" + number_text(width));
    // Lines that stand for several relations have no weight of their own; then no line has one, or readers would take
    // the rest for 1.
    if (drawing.layered) {
        sink.write(", weight=" + std::to_string(first.weight));
    }
    sink.write(first.symmetric ? ", dir=none" : "");
    if (first.status != EdgeStatus::asserted) {
        sink.write(first.status == EdgeStatus::negated ? ", style=dashed" : ", style=dotted");
    }
    sink.write(", tooltip=" + hint + ", labeltooltip=" + hint);
    if (is_web_address(first.source_url)) {
        sink.write(", URL=" + dot_string(first.source_url) + ", target=\"_blank\"");
    }
    sink.write("];\n");
}

// What the colours mean, as the drawing's caption; for the types that are there.
std::string legend(const KnowledgeGraph& graph) {
    std::map<std::string, std::size_t> counts;
    for (const GraphNode& node : graph.nodes()) {
        ++counts[type_style(node.type).type == node.type ? node.type : "other"];
    }
    std::string cells;
    for (const auto& [type, count] : counts) {
        cells += "<TD BGCOLOR=\"" + std::string(type_style(type).fill) + "\">" + type + " " + std::to_string(count) + "</TD>";
    }
    return "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"4\" CELLPADDING=\"4\"><TR>" + cells + "</TR></TABLE>>";
}

// Single nodes in the layer of another one; Graphviz would put all of them into the first layer.
void write_columns(const KnowledgeGraph& graph, const Drawing& drawing, Sink& sink) {
    for (const auto& column : drawing.columns) {
        std::string nodes;
        for (const std::size_t node : column) {
            nodes += " " + id_of(graph.nodes()[node]) + ";";
        }
        sink.write("  {rank=same;" + nodes + "}\n");
    }
}

// Places that are given ("nop" takes them as they are) are drawn in a moment by each of Graphviz' programs, however large
// the graph is; its own ways to draw large graphs take minutes, or strew single nodes all over the picture.
std::string layout_of(const Drawing& drawing) {
    if (drawing.layered) {
        return "layout=dot, rankdir=LR, splines=true, ranksep=0.9, nodesep=0.25";
    }
    // Inches; for pixels beyond 32,767 there is no PNG.
    constexpr double largest = 300.0;
    const bool huge = std::max(drawing.size.width, drawing.size.height) > largest * 72.0;
    return std::string("layout=nop, overlap=true, splines=line, outputorder=edgesfirst") +
           (huge ? ", size=\"" + number_text(largest) + "," + number_text(largest) + "\"" : "");
}

}  // namespace

void write_dot(const KnowledgeGraph& graph, const WriteOptions& options, Sink& sink) {
    Whole<GraphEdge> whole(options.reader);
    const Drawing drawing = drawing_of(graph);
    sink.write("digraph \"newsgraph\" {\n");
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
        write_node(graph.nodes()[i], drawing.single[i], drawing.layered ? nullptr : &drawing.places[i], sink);
    }
    for (const Line& line : drawing.lines) {
        write_line(graph, drawing, line, whole, sink);
    }
    write_columns(graph, drawing, sink);
    // Last, for Gephi finds no nodes behind such a statement; Graphviz does not mind where it stands. No node or edge
    // defaults, for the same reason.
    sink.write("  graph [" + layout_of(drawing));
    if (!graph.nodes().empty()) {
        // Letters that can be read where the whole drawing is seen.
        const double size = std::round(std::max(10.0, drawing.size.width / 150.0));
        sink.write(", fontname=\"Helvetica\", fontsize=" + number_text(size) + ", labelloc=b, labeljust=l, label=" + legend(graph));
    }
    sink.write("];\n}\n");
}

}  // namespace newsgraph
