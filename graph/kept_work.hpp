// What bringing a kept graph up to date knows of the evidence and of who is who (graph/kept_graph.hpp). For that alone.
#pragma once

#include "extract/base/error.hpp"
#include "graph/evidence_loader.hpp"
#include "graph/kept_graph.hpp"
#include "graph/marks.hpp"
#include "graph/resolution.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
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

    std::unordered_map<std::int64_t, std::size_t> document_of;  // row -> index; never walked

    const EvidenceSet& evidence() const { return set.evidence; }

    std::size_t document_at(std::int64_t row) const {
        const auto found = document_of.find(row);
        if (found == document_of.end()) {
            throw FormatError(db.path() + ": the store is damaged: an article of its graph is missing");
        }
        return found->second;
    }
};

}  // namespace newsgraph::detail
