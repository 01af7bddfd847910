// Concepts (docs/relations.md, "Who has no name") are in records, and in a graph only if asked for. Pure functions.
#pragma once

#include "extract/record.hpp"
#include "graph/knowledge_graph.hpp"

namespace newsgraph {

bool is_concept(const Entity& entity);

// The record as it would be had nobody looked for concepts. O(entities + statements).
Record without_concepts(Record record);

// The graph without its concepts and their edges. O(nodes + edges).
KnowledgeGraph without_concepts(const KnowledgeGraph& graph);

// The graph with those concepts alone that recur (two mentions or more) and stand at an edge. O(nodes + edges).
KnowledgeGraph with_recurring_concepts(const KnowledgeGraph& graph);

}  // namespace newsgraph
