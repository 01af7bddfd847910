// The graph that a store keeps beside its evidence (tables graph_*, docs/store.md): what derive_graph() would make of all of
// it, without concepts, so that a question need not derive everything to look at a little. It is brought up to date when
// somebody asks and something has changed; who is who is then decided anew over all entities, but nodes and edges are made
// again only where something about them has changed. One thread. Throws as sqlite::Database does;
// FormatError where what is kept does not fit together.
#pragma once

#include "graph/decisions.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/sqlite.hpp"

namespace newsgraph {

// What the kept graph rests on besides the evidence.
struct GraphBasis {
    RelationLookup relations;
    Decisions decisions;  // united()
};

// Is what is kept the graph of the evidence, by the rules of this version?
bool is_current(sqlite::Database& db, const GraphBasis& basis);

// O(entities log entities) for who is who, then O(n log n) in what has changed. Writes at the end only, so that others may
// write meanwhile; then it fails, and nothing has happened. REQUIRES: a transaction; the caller ends it.
void bring_graph_up_to_date(sqlite::Database& db, const GraphBasis& basis);

// What is kept is no graph any more; the next bringing up to date makes it anew.
void forget_kept_graph(sqlite::Database& db);

}  // namespace newsgraph
