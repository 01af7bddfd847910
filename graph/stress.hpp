// Distances in a graph made distances on a plane. Stress majorization by stochastic gradient descent: Zheng, Pawar,
// Goodman, "Graph Drawing by Stochastic Gradient Descent" (IEEE TVCG 2019), with distances to pivots alone where a graph
// is large. Pure; the random order comes from a fixed seed.
#pragma once

#include "graph/layout.hpp"

#include <cstddef>
#include <vector>

namespace newsgraph {

struct Link {
    std::size_t to = 0;
    double length = 1.0;  // wished for; above 0
};

// `links` has for every node its neighbours; both directions of an edge must be there, and the graph must be connected.
std::vector<Point> spread(const std::vector<std::vector<Link>>& links);

}  // namespace newsgraph
