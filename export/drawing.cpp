#include "export/drawing.hpp"

#include "export/escape.hpp"
#include "export/palette.hpp"
#include "extract/base/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace newsgraph {

namespace {

constexpr std::size_t most_nodes_in_layers = 60;   // above it, layers are wider than a screen, and splines take minutes
constexpr std::size_t most_singles_in_layer = 12;  // more make a tower
constexpr std::size_t label_width = 22;            // code points
constexpr std::size_t longest_label = 300;
constexpr double inch = 72.0;                      // points

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

// In the size of the letters: those of DejaVu Sans, which stands for Helvetica where there is none, rounded up.
double width_of(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte >= 0xE3) {
        return 1.0;  // the first byte of wide letters
    }
    if (byte >= 0xC0) {
        return 0.66;
    }
    if (byte >= 0x80) {
        return 0.0;
    }
    if (letter == ' ') {
        return 0.33;
    }
    return letter >= 'A' && letter <= 'Z' ? 0.72 : 0.62;
}

Box size_of(std::string_view text, double font_size) {
    Box size;
    double width = 0.0;
    std::size_t lines = 1;
    for (const char letter : text) {
        width = letter == '\n' ? 0.0 : width + width_of(letter) * font_size;
        lines += letter == '\n' ? 1U : 0U;
        size.width = std::max(size.width, width);
    }
    size.height = 1.2 * font_size * static_cast<double>(lines);
    return size;
}

// As Graphviz makes room for words inside of a shape: an ellipse around their box, the polygon around that.
Box around(Box words, std::string_view shape, const NodeRoom& room) {
    const double least_width = room.width * inch;
    const double least_height = room.height * inch;
    words = {words.width + 2.0 * room.margin_x * inch, words.height + 2.0 * room.margin_y * inch};
    if (shape == "box" || shape == "note" || shape == "tab" || shape == "component" || shape == "plaintext") {
        return {std::max(least_width, words.width), std::max(least_height, words.height)};
    }
    const double share = words.height / least_height;
    if (share < 0.7071) {
        words = {words.width * std::sqrt(1.0 / (1.0 - share * share)), least_height};
    } else {
        words = {words.width * 1.4143, words.height * 1.4143};
    }
    const double corners = shape == "hexagon" ? 0.866 : shape == "octagon" ? 0.923 : shape == "diamond" ? 0.707 : 1.0;
    return {std::max(least_width, words.width / corners), std::max(least_height, words.height / corners)};
}

Box box_of(const GraphNode& node, bool single) {
    return around(size_of(label_of(node), font_size_of(node, single)), type_style(node.type).shape, room_of(single));
}

std::vector<bool> singles_of(const KnowledgeGraph& graph) {
    std::vector<bool> single(graph.nodes().size(), true);
    for (const GraphEdge& edge : graph.edges()) {
        single[edge.source] = single[edge.target] = false;
    }
    return single;
}

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

// The layer of each node, about as Graphviz will have it: one further than the nodes before it. Edges that lead back to
// a node whose successors are being looked at do not count.
class Layers {
public:
    explicit Layers(const KnowledgeGraph& graph)
        : targets_(graph.nodes().size()), forward_(targets_.size()), layer_(targets_.size()), state_(targets_.size()) {
        for (const GraphEdge& edge : graph.edges()) {
            targets_[edge.source].push_back(edge.target);
        }
        for (std::size_t node = 0; node < targets_.size(); ++node) {
            visit(node);
        }
        for (auto node = order_.rbegin(); node != order_.rend(); ++node) {
            for (const std::size_t target : forward_[*node]) {
                layer_[target] = std::max(layer_[target], layer_[*node] + 1);
            }
        }
    }

    std::size_t of(std::size_t node) const { return layer_[node]; }

private:
    enum class State { fresh, open, done };

    // No deeper than most_nodes_in_layers.
    void visit(std::size_t node) {
        if (state_[node] != State::fresh) {
            return;
        }
        state_[node] = State::open;
        for (const std::size_t target : targets_[node]) {
            if (state_[target] != State::open) {
                forward_[node].push_back(target);
                visit(target);
            }
        }
        state_[node] = State::done;
        order_.push_back(node);
    }

    std::vector<std::vector<std::size_t>> targets_;
    std::vector<std::vector<std::size_t>> forward_;
    std::vector<std::size_t> layer_;
    std::vector<State> state_;
    std::vector<std::size_t> order_;
};

// Nodes without an edge would all stand in the first layer; here they fill the shortest ones.
std::vector<std::vector<std::size_t>> columns_of(const KnowledgeGraph& graph, const std::vector<bool>& single) {
    const Layers layers(graph);
    std::map<std::size_t, std::vector<std::size_t>> columns;  // the first of each has an edge
    std::map<std::size_t, std::size_t> heights;
    for (std::size_t node = 0; node < single.size(); ++node) {
        if (single[node]) {
            continue;
        }
        auto& column = columns[layers.of(node)];
        if (column.empty()) {
            column.push_back(node);
        }
        ++heights[layers.of(node)];
    }
    for (std::size_t node = 0; node < single.size(); ++node) {
        if (!single[node]) {
            continue;
        }
        const auto shortest = std::min_element(heights.begin(), heights.end(),
                                               [](const auto& a, const auto& b) { return a.second < b.second; });
        columns[shortest->first].push_back(node);
        ++shortest->second;
    }
    std::vector<std::vector<std::size_t>> found;
    for (auto& [layer, column] : columns) {
        if (column.size() > 1) {
            found.push_back(std::move(column));
        }
    }
    return found;
}

void place(const KnowledgeGraph& graph, Drawing& drawing) {
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
        boxes.push_back(box_of(graph.nodes()[i], drawing.single[i]));
    }
    std::vector<Tie> ties;
    for (const Line& line : drawing.lines) {
        ties.push_back({line.first().source, line.first().target, size_of(label_of(line), line_font_size)});
    }
    drawing.places = lay_out(boxes, ties);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        drawing.size.width = std::max(drawing.size.width, drawing.places[i].x + boxes[i].width / 2.0);
        drawing.size.height = std::max(drawing.size.height, boxes[i].height / 2.0 - drawing.places[i].y);
    }
}

}  // namespace

std::uint32_t Line::weight() const {
    std::uint32_t sum = 0;
    for (const GraphEdge* edge : edges) {
        sum += edge->weight;
    }
    return sum;
}

std::string label_of(const GraphNode& node) {
    return wrapped(node.label);
}

double font_size_of(const GraphNode& node, bool single) {
    return single ? 8.0 : std::round((10.0 + std::min(8.0, std::log2(1.0 + node.mentions))) * 10.0) / 10.0;
}

NodeRoom room_of(bool single) {
    return single ? NodeRoom{0.3, 0.22, 0.05, 0.02} : NodeRoom{0.6, 0.42, 0.12, 0.06};
}

std::string name_of(const GraphEdge& edge) {
    std::string out = edge.relation;
    std::replace(out.begin(), out.end(), '_', ' ');
    if (edge.status != EdgeStatus::asserted) {
        out.append(" (").append(to_string(edge.status)).append(")");
    }
    return out;
}

std::string label_of(const Line& line) {
    std::string label;
    for (const GraphEdge* edge : line.edges) {
        label += (label.empty() ? "" : "\n") + name_of(*edge);
        label += edge->weight > 1 ? " (" + std::to_string(edge->weight) + ")" : "";
    }
    return label;
}

Drawing drawing_of(const KnowledgeGraph& graph) {
    Drawing drawing;
    drawing.single = singles_of(graph);
    const auto tied = static_cast<std::size_t>(std::count(drawing.single.begin(), drawing.single.end(), false));
    if (tied > 0 && tied <= most_nodes_in_layers) {
        drawing.columns = columns_of(graph, drawing.single);
        drawing.layered = std::all_of(drawing.columns.begin(), drawing.columns.end(),
                                      [](const auto& column) { return column.size() <= most_singles_in_layer + 1; });
    }
    drawing.lines = lines_of(graph, !drawing.layered);
    if (!drawing.layered) {
        drawing.columns.clear();
        place(graph, drawing);
    }
    return drawing;
}

}  // namespace newsgraph
