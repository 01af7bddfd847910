// Groups of entities that have more to do with each other than with others. A pure function; the same on every machine.
#pragma once

#include "graph/links.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace newsgraph {

struct CommunityOptions {
    EdgeFilter edges;
    double resolution = 1.0;         // greater: more and smaller groups (Reichardt and Bornholdt 2006)
    std::size_t strongest_edges = 3; // that are named of each group
    std::size_t limit = 0;           // 0: all groups
};

struct Community {
    std::vector<std::size_t> nodes;  // greatest weight of links inside the group first, then by id
    std::vector<std::size_t> edges;  // the heaviest ones inside, then by id
    std::uint64_t weight = 0;        // of all links inside
};

struct Communities {
    std::vector<Community> list;  // largest first, equal ones by weight, then by their first node
    std::size_t total = 0;        // how many there are without the limit
    std::size_t alone = 0;        // nodes without a link, which are in no group
    double modularity = 0.0;      // of the whole partition, at this resolution
};

// Louvain: V. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, "Fast unfolding of communities in large networks", J. Stat.
// Mech. P10008 (2008). Links have no direction; nodes move in the order of their ids to the best group, of equally good ones to
// that of the smallest id, and nothing is drawn by chance. A group that ends up in parts without a link between them, which
// Louvain allows, is taken apart. O(nodes + links) for each of at most 100 rounds on each level, of which there are few.
Communities communities(const KnowledgeGraph& graph, const CommunityOptions& options);

// The partition alone: of each node the number of its group, counted from 0 in the order of their first nodes.
std::vector<std::size_t> louvain(const Links& links, double resolution);

}  // namespace newsgraph
