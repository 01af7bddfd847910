// The evidence behind edges and nodes of a kept graph, as it is shown. For graph/kept_reader.hpp alone.
#pragma once

#include "graph/evidence.hpp"
#include "graph/evidence_loader.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/sqlite.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace newsgraph::detail {

class KeptStatements {
public:
    explicit KeptStatements(sqlite::Database& db);

    // Best first. In place of those that are there.
    void put_behind(std::int64_t edge_row, GraphEdge& edge);

    // By doc, entity, node; only of entities with this proposed id, if one is given.
    std::vector<NodeEvidence> evidence_of(std::int64_t node_row, const std::string& proposed = {});

private:
    const DocumentEvidence& document(std::int64_t row);
    void number(const std::vector<std::int64_t>& documents, EvidenceSet& set);

    sqlite::Query statements_, document_, entities_;
    NameReader names_;
    std::unordered_map<std::int64_t, DocumentEvidence> documents_;  // by row: what was read; never walked
};

}  // namespace newsgraph::detail
