// What bringing a kept graph up to date knows of the evidence and of who is who (graph/kept_graph.hpp). For that alone.
#pragma once

#include "graph/evidence_loader.hpp"
#include "graph/kept_graph.hpp"
#include "graph/resolution.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace newsgraph::detail {

struct KeptWork {
    sqlite::Database& db;
    const GraphBasis& basis;
    EntitySet set;
    Resolution resolution;
    std::vector<std::size_t> first_entity;  // by document, and one behind them all
    std::vector<std::size_t> node_of;       // by entity: the row in graph_nodes
    std::vector<std::string> node_ids;      // by row in graph_nodes
    std::vector<std::uint32_t> story;       // by document: the first document of its story

    const EvidenceSet& evidence() const { return set.evidence; }
};

// A row number of a table as an index, and back.
constexpr std::size_t index_of(std::int64_t row) {
    return static_cast<std::size_t>(row);
}
constexpr std::int64_t row_of(std::size_t index) {
    return static_cast<std::int64_t>(index);
}

// Row numbers that are marked, each once, in their order.
class Marks {
public:
    void add(std::int64_t row) {
        const std::size_t index = index_of(row);
        if (index >= marked_.size()) {
            marked_.resize(index + index / 2 + 1, false);
        }
        marked_[index] = true;
    }

    bool has(std::int64_t row) const { return index_of(row) < marked_.size() && marked_[index_of(row)]; }

    template <typename Visit>
    void each(Visit visit) const {
        for (std::size_t i = 0; i < marked_.size(); ++i) {
            if (marked_[i]) {
                visit(row_of(i));
            }
        }
    }

private:
    std::vector<bool> marked_;
};

}  // namespace newsgraph::detail
