// Takes boxes of a drawing, and the words on its lines, off each other. Pure functions.
#pragma once

#include "graph/layout.hpp"

#include <vector>

namespace newsgraph {

// Where the words of a tie stand: in the middle of what is seen of the line between its two boxes.
Point words_place(const Tie& tie, const std::vector<Box>& nodes, const std::vector<Point>& places);

// Moves the boxes so that none lies on another one, and, as far as a bounded number of rounds and pairs gets, none on words and no
// words on others. What lies free stays near its place.
void separate(const std::vector<Box>& nodes, const std::vector<Tie>& ties, std::vector<Point>& places);

struct Extent {
    Point low;
    Point high;
};

// Around all boxes and words; 0 for none.
Extent extent_of(const std::vector<Box>& nodes, const std::vector<Tie>& ties, const std::vector<Point>& places);

}  // namespace newsgraph
