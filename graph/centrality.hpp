// How much a node matters, by its place among the links. Pure functions: sums are made in one order, so that the numbers are
// the same everywhere.
#pragma once

#include "graph/links.hpp"
#include "graph/queries.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace newsgraph {

struct PageRankOptions {
    double damping = 0.85;            // how often the surfer follows a link, else it starts anew anywhere
    double tolerance = 1e-10;         // ends when all changes of a round together are smaller
    std::size_t most_rounds = 200;
};

// PageRank (Brin and Page 1998) of links of Direction::out: a node passes its rank on by the links' weights, one without
// links to all nodes alike. The sum is 1. O(rounds * (nodes + links)).
std::vector<double> pagerank(const Links& links, const PageRankOptions& options = {});

struct Betweenness {
    std::vector<double> values;  // of each node, in how many of the pairs of others it lies between the two
    bool sampled = false;        // estimated from the ways of some nodes
};

// Links of Direction::both; ways are measured in steps, and several shortest ones share their pair. U. Brandes, "A faster
// algorithm for betweenness centrality", J. Math. Sociology 25 (2001). Exact for up to `exact_nodes` nodes with a link; of
// larger graphs from `samples` nodes drawn once without replacement, with a generator of fixed seed, and extrapolated
// (Brandes and Pich 2007). O(min(nodes, samples) * (nodes + links)).
Betweenness betweenness(const Links& links, std::size_t exact_nodes = 2000, std::size_t samples = 500);

enum class Measure { pagerank, degree, betweenness, mentions };

struct TopOptions {
    Measure measure = Measure::pagerank;
    EdgeFilter edges;                // of which the measure is taken; of no effect on mentions
    std::vector<std::string> types;  // of the nodes that are listed; empty: all
    std::size_t limit = 0;           // 0: none
};

struct RankedNode {
    std::size_t node = 0;
    double value = 0.0;  // degree: edges; mentions: mentions; else as above, rounded to 9 digits behind the point
};

struct Top {
    std::vector<RankedNode> list;  // greatest first; equal ones by label, then id
    std::size_t total = 0;         // how many there are without the limit
    bool sampled = false;
};

Top top(const KnowledgeGraph& graph, const TopOptions& options);

}  // namespace newsgraph
