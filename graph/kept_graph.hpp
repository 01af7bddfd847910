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

// What may be decided by itself; where a change is larger, or has to do with more, all is decided anew, which is quicker then.
struct LargestPart {
    double documents = 0.003;  // share of all documents that have changed; ten always
    double proposals = 0.25;   // share of all that is kept of who is who; a thousand always
};

// O(log n) for what has to do with the change (graph/kept_resolution.hpp), and for the statements of edges and the entities of
// nodes that it concerns; else O(entities log entities). Where another program is writing it fails, and nothing has happened.
// True if only a part was decided. REQUIRES: a transaction, which the caller ends, and in which nothing else was written than
// forget_kept_graph() writes: where a part has to be given up another one takes its place.
bool bring_graph_up_to_date(sqlite::Database& db, const GraphBasis& basis, const LargestPart& largest = {});

// What is kept is no graph any more; the next bringing up to date makes it anew.
void forget_kept_graph(sqlite::Database& db);

}  // namespace newsgraph
