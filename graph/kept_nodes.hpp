// The nodes of a kept graph: labels, names, counts, and how they came about. For graph/kept_graph.hpp alone.
#pragma once

#include "graph/kept_work.hpp"
#include "graph/node_derivation.hpp"
#include "graph/sqlite.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace newsgraph::detail {

// What is told of nodes besides what their entities say, by row.
struct NodesTold {
    std::map<std::int64_t, std::string> merges;                   // of nodes that have some: JSON
    bool all_merges = true;                                       // of nodes that are not there: none; else what is written stays
    std::map<std::int64_t, std::vector<NodeDecision>> decisions;  // of all nodes that have some
};

// Puts the entities of marked nodes into parts that are there already.
using Gather = std::function<void(const Marks& marks, std::map<std::int64_t, NodeParts>& nodes)>;

class KeptNodes {
public:
    KeptNodes(const KeptWork& work, NodesTold told, Gather gather);

    // Something about this node has changed.
    void touch(std::int64_t node) { touched_.add(node); }

    // Writes the nodes about which something has changed, and those whose names others have now or have no more; nodes
    // without an entity go.
    void write();

private:
    void touch_told();
    void gather(const Marks& marks);
    std::string merges_of(std::int64_t row);
    int bearers_of(const std::string& name);
    void replace_names();
    void write(std::int64_t row, const NodeParts& parts);

    const KeptWork& work_;
    const NodesTold told_;
    const Gather gather_;
    Marks touched_;
    std::map<std::int64_t, NodeParts> nodes_;  // those to be written
    sqlite::Query merges_, called_, bearers_, forget_called_, forget_keys_, key_, others_, write_, erase_;
};

}  // namespace newsgraph::detail
