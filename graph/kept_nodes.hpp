// The nodes of a kept graph: labels, names, counts, and how they came about. For graph/kept_graph.hpp alone.
#pragma once

#include "graph/kept_work.hpp"
#include "graph/name_memo.hpp"
#include "graph/node_derivation.hpp"
#include "graph/sqlite.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace newsgraph::detail {

class KeptNodes {
public:
    explicit KeptNodes(const KeptWork& work);

    // Something about this node has changed.
    void touch(std::int64_t node) { touched_.add(node); }

    // Writes the nodes about which something has changed, and those whose names others have now or have no more; nodes
    // without an entity go.
    void write();

private:
    void touch_told();
    void gather(const Marks& marks);
    int bearers_of(const std::string& name);
    void replace_names();
    void write(std::int64_t row, const NodeParts& parts);

    const KeptWork& work_;
    NameMemo fold_;
    Marks touched_;
    std::map<std::int64_t, NodeParts> nodes_;                       // those to be written
    std::map<std::int64_t, std::string> merges_;                    // of nodes that have some: JSON
    std::map<std::int64_t, std::vector<NodeDecision>> decisions_;   // of nodes that have some
    sqlite::Query called_, bearers_, forget_called_, forget_keys_, key_, others_, write_, erase_;
};

}  // namespace newsgraph::detail
