// Graph files back into evidence, so that graphs and articles can be merged: merging is a union of evidence, and the nodes
// and edges are derived anew. Pure functions.
#pragma once

#include "graph/evidence.hpp"
#include "graph/knowledge_graph.hpp"

#include <string>
#include <vector>

namespace newsgraph {

// GraphML does not, nor JSON of versions before 0.1.
bool keeps_evidence(const KnowledgeGraph& graph);

// The evidence that a graph keeps. Of a graph that does not keep it whole, its nodes and edges as summaries of one document
// named `name`, which must be the same for the same graph and no other; articles that such graphs share with other inputs
// are counted twice, for nobody can tell. Throws FormatError for statements whose document or ends are not there.
EvidenceSet evidence_of(const KnowledgeGraph& graph, const std::string& name);

// All of it together. A document that several sets have counts once. `fresh` was read now: it replaces what `kept` has under
// the same id, whatever text that was made of. Two texts under one id in `kept` stay apart, as do two in one run: each id
// gets an end made from its text's hash. The result does not depend on the order in `kept`. O(n log n).
EvidenceSet unite(EvidenceSet fresh, std::vector<EvidenceSet> kept);

// Relations of the graph's edges, put into `found`. Where graphs disagree the same one stays, whichever came first.
void gather_relations(const KnowledgeGraph& graph, RelationLookup& found);

}  // namespace newsgraph
