// Places for the nodes of a drawing, for programs that do not lay out graphs themselves. Pure functions; the same input
// gives the same places on every processor, for only sums, products, quotients and roots are taken.
#pragma once

#include <cstddef>
#include <vector>

namespace newsgraph {

struct Point {
    double x = 0.0;
    double y = 0.0;  // upwards
};

struct Box {
    double width = 0.0;
    double height = 0.0;
};

// Two nodes with something between them, and the size of the words that stand in the middle of the line.
struct Tie {
    std::size_t from = 0;
    std::size_t to = 0;
    Box words;
};

// Centres of the boxes, in the order of `nodes`. What is tied together is near, no box lies on another one, and few lie on
// words: the largest connected part in the upper left corner, smaller ones beside and below it in rows, nodes without a tie
// in rows at the bottom. Ties of a node with itself do not count. Time and memory grow with the square of the largest part
// up to 1,500 nodes, beyond linearly.
std::vector<Point> lay_out(const std::vector<Box>& nodes, const std::vector<Tie>& ties);

}  // namespace newsgraph
