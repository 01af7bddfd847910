// The evidence behind a kept graph, read when it is wanted. For graph/kept_answer.hpp alone.
#pragma once

#include "graph/evidence_reader.hpp"
#include "graph/kept_statements.hpp"
#include "graph/sqlite.hpp"

#include <string>

namespace newsgraph::detail {

// Has a connection of its own, and sees one state of the store for as long as it lives. The nodes and edges that it completes
// are those of a graph that was read by this connection.
class KeptEvidence : public EvidenceReader {
public:
    explicit KeptEvidence(const std::string& path);

    sqlite::Database& database() { return db_; }

    void complete(GraphEdge& edge) override;
    void complete(GraphNode& node) override;

private:
    sqlite::Database db_;
    sqlite::Savepoint one_state_;
    KeptStatements statements_;
    sqlite::Query merges_, inside_;
};

}  // namespace newsgraph::detail
