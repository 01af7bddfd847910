// What stands behind nodes and edges, where a graph comes without it: a large one is written piece by piece, and its sentences
// need not all be there at once.
#pragma once

#include "graph/knowledge_graph.hpp"

namespace newsgraph {

// Reads as the graph was when it was read, whatever others write meanwhile. One thread. Throws IoError, and FormatError where
// what it reads does not fit together.
class EvidenceReader {
public:
    virtual ~EvidenceReader() = default;

    // Puts the statements behind an edge, best first.
    virtual void complete(GraphEdge& edge) = 0;

    // Puts evidence and merges to a node, and what is inside of it.
    virtual void complete(GraphNode& node) = 0;
};

// Nodes or edges with what stands behind them, one after the other.
template <typename Thing>
class Whole {
public:
    // Without a reader they are as they are.
    explicit Whole(EvidenceReader* reader) : reader_(reader) {}

    // Until the next call, or as long as the thing lives.
    const Thing& of(const Thing& thing) {
        if (reader_ == nullptr) {
            return thing;
        }
        whole_ = thing;
        reader_->complete(whole_);
        return whole_;
    }

private:
    EvidenceReader* reader_;
    Thing whole_;
};

}  // namespace newsgraph
