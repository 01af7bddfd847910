// How a graph is drawn by Graphviz: which lines, which words on them, and where what stands. Pure functions; the places
// depend on estimated widths of letters, for a program that only writes files knows no font.
#pragma once

#include "graph/knowledge_graph.hpp"
#include "graph/layout.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace newsgraph {

// Edges that are drawn as one line.
struct Line {
    std::vector<const GraphEdge*> edges;  // heaviest first

    const GraphEdge& first() const { return *edges.front(); }
    std::uint32_t weight() const;
};

struct Drawing {
    std::vector<bool> single;  // by node: has no edge
    std::vector<Line> lines;

    // Either Graphviz draws layers, with a line for each edge; then each of `columns` is a node with an edge and the single
    // ones that stand in its layer. Or the nodes have these places, and a line stands for all edges with the same ends,
    // status and direction.
    bool layered = false;
    std::vector<std::vector<std::size_t>> columns;
    std::vector<Point> places;
    Box size;  // of all places, in points
};

Drawing drawing_of(const KnowledgeGraph& graph);

// The node's name, broken into lines.
std::string label_of(const GraphNode& node);
double font_size_of(const GraphNode& node, bool single);

// Inches: the least size of a node's shape, and what is left free around its words.
struct NodeRoom {
    double width;
    double height;
    double margin_x;
    double margin_y;
};

NodeRoom room_of(bool single);

// "attacks (negated)".
std::string name_of(const GraphEdge& edge);

// What stands on a line: its relations, one a line, with the number of stories where there are several.
std::string label_of(const Line& line);

inline constexpr double line_font_size = 9.0;

}  // namespace newsgraph
