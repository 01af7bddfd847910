// How statements become an edge. For the derivation of graphs alone; pure functions.
#pragma once

#include "graph/evidence.hpp"
#include "graph/knowledge_graph.hpp"

#include <cstdint>
#include <vector>

namespace newsgraph::detail {

using Statements = std::vector<const StatementEvidence*>;

// Best first. A total order but for statements that are the same in all that is shown; documents are numbered by their ids.
void sort_statements(Statements& statements);

// A statement as it stands behind an edge. The set has its document and its ends.
EdgeEvidence shown(StatementEvidence statement, const EvidenceSet& evidence);

// For each document the first one of its story.
std::vector<std::uint32_t> stories_of(const std::vector<DocumentEvidence>& documents);

// Counts the edge's statements, documents and stories, joins the confidence of the best statement of each story, and
// tells when it was seen. Looks at the documents, confidences and sentences of statements; at sentences only where
// several documents are no copies. REQUIRES: statements best first.
void weigh(const Statements& statements, const std::vector<DocumentEvidence>& documents, const std::vector<std::uint32_t>& story,
           GraphEdge& edge);

// What its relation is, by the table.
void describe(const RelationInfo& relation, GraphEdge& edge);

// Puts statements behind their edge. REQUIRES: best first.
void show(const Statements& statements, const EvidenceSet& evidence, GraphEdge& edge);

// Statements that are inside of a node, in their order.
void sort_inner(GraphNode& node);

}  // namespace newsgraph::detail
