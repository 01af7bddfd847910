// The edges of a graph that pass a filter as weighted links between pairs of nodes, for algorithms that ask who is next to
// whom and how strongly: parallel edges are one link, edges from a node to itself are none. An immutable value; nodes are
// named by their index in the graph. Built in O(nodes + edges log edges), and what the filter looks at in statements.
#pragma once

#include "graph/queries.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace newsgraph {

struct NodeLink {
    std::size_t node = 0;      // the other end
    std::uint64_t weight = 0;  // sum of the edges' weights, each 1 at least
};

class Links {
public:
    // out: from source to target; in: the other way; both: either way. Symmetric edges lead both ways always.
    Links(const KnowledgeGraph& graph, const EdgeFilter& filter, Direction direction);

    // From parts: of each node its links, by node.
    explicit Links(const std::vector<std::vector<NodeLink>>& links);

    std::size_t size() const { return begins_.size() - 1; }  // nodes
    std::size_t count() const { return links_.size(); }      // links; of `both` each counts at both its ends

    // By node.
    std::span<const NodeLink> of(std::size_t node) const {
        return std::span(links_).subspan(begins_[node], begins_[node + 1] - begins_[node]);
    }

private:
    std::vector<std::size_t> begins_;
    std::vector<NodeLink> links_;
};

}  // namespace newsgraph
