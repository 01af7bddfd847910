#include "export/dot.hpp"

#include "export/escape.hpp"
#include "export/palette.hpp"
#include "extract/base/sha256.hpp"
#include "extract/base/utf8.hpp"
#include "graph/groups.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace newsgraph {

namespace {

constexpr std::size_t most_nodes_for_dot = 60;  // above it, layers are wider than a screen, and splines take minutes
constexpr std::size_t most_fitted_components = 2500;
constexpr std::size_t label_width = 22;         // code points
constexpr std::size_t longest_label = 300;
constexpr std::size_t longest_tooltip = 1000;
constexpr std::string_view font = ", fontname=\"Helvetica\"";

// Broken at blanks; words that are longer than a line stay whole.
std::string wrapped(std::string_view text) {
    const std::string cut = cut_text(text, longest_label);
    std::string out;
    std::size_t width = 0;
    for (std::size_t begin = 0; begin < cut.size();) {
        const std::size_t end = std::min(cut.find(' ', begin), cut.size());
        const std::size_t length = utf8::length(std::string_view(cut).substr(begin, end - begin));
        if (!out.empty()) {
            out += width + 1 + length > label_width ? '\n' : ' ';
            width = out.back() == '\n' ? 0 : width + 1;
        }
        out.append(cut, begin, end - begin);
        width += length;
        begin = end + 1;
    }
    return out;
}

// Of ids that are too long for Graphviz, a beginning and a hash: cut alone, two could become one.
std::string id_of(const GraphNode& node) {
    constexpr std::size_t longest = 1000;  // bytes
    const std::string id = clean_text(node.id);
    return dot_string(id.size() <= longest ? id : cut_text(id, longest / 4) + sha256(node.id));
}

std::string spaced(std::string relation) {
    std::replace(relation.begin(), relation.end(), '_', ' ');
    return relation;
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

std::string name_of(const GraphEdge& edge) {
    std::string out = spaced(edge.relation);
    if (edge.status != EdgeStatus::asserted) {
        out.append(" (").append(to_string(edge.status)).append(")");
    }
    return out;
}

// Edges that are drawn as one line.
struct Line {
    std::vector<const GraphEdge*> edges;  // heaviest first

    std::uint32_t weight() const {
        std::uint32_t sum = 0;
        for (const GraphEdge* edge : edges) {
            sum += edge->weight;
        }
        return sum;
    }
};

// With few nodes every edge is a line of its own; else one line for each pair of nodes, status and direction.
std::vector<Line> lines_of(const KnowledgeGraph& graph, bool merge) {
    std::vector<Line> lines;
    std::map<std::tuple<std::size_t, std::size_t, EdgeStatus, bool>, std::size_t> places;
    for (const GraphEdge& edge : graph.edges()) {
        const auto [place, fresh] = places.emplace(std::tuple(edge.source, edge.target, edge.status, edge.symmetric), lines.size());
        if (fresh || !merge) {
            lines.emplace_back();
        }
        lines[merge ? place->second : lines.size() - 1].edges.push_back(&edge);
    }
    for (Line& line : lines) {
        std::stable_sort(line.edges.begin(), line.edges.end(),
                         [](const GraphEdge* a, const GraphEdge* b) { return a->weight > b->weight; });
    }
    return lines;
}

void write_node(const GraphNode& node, Sink& sink) {
    const TypeStyle& style = type_style(node.type);
    const double size = std::round((10.0 + std::min(8.0, std::log2(1.0 + node.mentions))) * 10.0) / 10.0;
    const std::string_view look = style.shape == "box" ? "filled,rounded" : "filled";
    sink.write("  " + id_of(node) + " [label=" + dot_string(wrapped(node.label)) +
               ", shape=" + std::string(style.shape == "plaintext" ? "box" : style.shape) + ", style=\"" + std::string(look) +
               "\", fillcolor=\"" + std::string(style.fill) + "\", penwidth=0.6, margin=\"0.12,0.06\"" + std::string(font) +
               ", fontsize=" + number_text(size) + ", tooltip=" + dot_string(tooltip_of(node), longest_tooltip));
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

void write_line(const KnowledgeGraph& graph, const Line& line, bool merged, Sink& sink) {
    const GraphEdge& first = *line.edges.front();
    std::string label;
    std::string tooltip;
    for (const GraphEdge* edge : line.edges) {
        const std::string count = edge->weight > 1 ? " (" + std::to_string(edge->weight) + ")" : "";
        label += (label.empty() ? "" : "\n") + name_of(*edge) + count;
        const std::string quote = "\"" + cut_text(edge->evidence, longest_tooltip / 2) + "\"" + source_of(*edge);
        tooltip += (tooltip.empty() ? "" : "\n\n") + graph.nodes()[edge->source].label + " " + name_of(*edge) + " " +
                   graph.nodes()[edge->target].label + "\n" + quote;
    }
    const std::string color(quad_color(first.quad));
    const std::string hint = dot_string(tooltip, longest_tooltip);
    const double width = std::round((1.0 + std::min(5.0, std::log2(std::max(1U, line.weight())))) * 100.0) / 100.0;
    sink.write("  " + id_of(graph.nodes()[first.source]) + " -> " + id_of(graph.nodes()[first.target]) +
               " [label=" + dot_string(label) + ", color=" + color + ", fontcolor=" + color + std::string(font) +
               ", fontsize=9, arrowsize=0.7, penwidth=" + number_text(width));
    // Lines that stand for several relations have no weight of their own; then no line has one, or readers would take
    // the rest for 1.
    if (!merged) {
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

// Parts without an edge between them, single nodes too.
std::size_t component_count(const KnowledgeGraph& graph) {
    Groups groups(graph.nodes().size());
    std::size_t count = graph.nodes().size();
    for (const GraphEdge& edge : graph.edges()) {
        count -= static_cast<std::size_t>(groups.join(edge.source, edge.target));
    }
    return count;
}

// dot draws layers from left to right, and puts every node without edges on top of the first one; its own remedy,
// pack=true, loses the labels of edges (Graphviz 2.42). sfdp fits the parts of a graph into each other, which takes time
// with the square of their number (20 s for 2,500); beyond, they stand in columns, the largest first.
std::string layout_of(const KnowledgeGraph& graph) {
    std::set<std::size_t> connected;
    for (const GraphEdge& edge : graph.edges()) {
        connected.insert(edge.source);
        connected.insert(edge.target);
    }
    const bool large = graph.nodes().size() > most_nodes_for_dot;
    if (!large && 2 * connected.size() >= graph.nodes().size()) {
        return "layout=dot, rankdir=LR, splines=true, ranksep=0.9, nodesep=0.3";
    }
    const std::size_t components = component_count(graph);
    const auto rows = static_cast<std::size_t>(std::sqrt(2.0 * static_cast<double>(components)));
    return std::string("layout=sfdp, overlap=prism, sep=\"+24,+12\", splines=") + (large ? "line" : "true") +
           ", outputorder=edgesfirst, K=0.8, " +
           (components > most_fitted_components ? "pack=12, packmode=array_c" + std::to_string(rows) : "pack=false");
}

}  // namespace

void write_dot(const KnowledgeGraph& graph, const WriteOptions&, Sink& sink) {
    const bool merged = graph.nodes().size() > most_nodes_for_dot;
    sink.write("digraph \"newsgraph\" {\n");
    for (const GraphNode& node : graph.nodes()) {
        write_node(node, sink);
    }
    for (const Line& line : lines_of(graph, merged)) {
        write_line(graph, line, merged, sink);
    }
    // Last, for Gephi finds no nodes behind such a statement; Graphviz does not mind where it stands. No node or edge
    // defaults, for the same reason.
    sink.write("  graph [" + layout_of(graph));
    if (!graph.nodes().empty()) {
        sink.write(", fontname=\"Helvetica\", fontsize=10, labelloc=b, labeljust=l, label=" + legend(graph));
    }
    sink.write("];\n}\n");
}

}  // namespace newsgraph
