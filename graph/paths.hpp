// The shortest chains of relations between two nodes. A pure function; nodes and edges are named by their index.
#pragma once

#include "graph/queries.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace newsgraph {

struct PathOptions {
    EdgeFilter edges;
    bool directed = false;           // only along edges; symmetric ones lead both ways
    std::vector<std::string> types;  // of the nodes on the way; empty: any
    std::size_t max_steps = 0;       // 0: as many as it takes
    std::size_t count = 3;           // so many chains at most
};

struct Path {
    std::vector<std::size_t> nodes;  // from one end to the other; none comes twice
    std::uint64_t weight = 0;        // sum of the weights of all its edges
    // Of each step all edges that pass and join its two nodes in the direction that counts, heaviest first, then by id.
    std::vector<std::vector<std::size_t>> edges;
};

// Chains with fewer steps come first; of as many steps those of greater weight; then by the ids of the nodes in order. Two
// chains differ in a node: parallel edges are one step. Empty where no way leads there, and where both ends are one node.
// J. Y. Yen, "Finding the k shortest loopless paths in a network", Management Science 17 (1971), with the saving of
// E. L. Lawler (1972), who looks only behind the place where a chain left an earlier one. O(count * steps * (nodes + edges)).
std::vector<Path> shortest_paths(const KnowledgeGraph& graph, std::size_t from, std::size_t to, const PathOptions& options);

}  // namespace newsgraph
