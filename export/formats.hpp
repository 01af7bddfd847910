// The table of graph formats. Pure functions; the table is constant.
#pragma once

#include "export/sink.hpp"
#include "graph/evidence_reader.hpp"
#include "graph/knowledge_graph.hpp"

#include <span>
#include <string_view>

namespace newsgraph {

struct WriteOptions {
    bool undirected_symmetric = false;  // symmetric edges as undirected ones; Gephi reads them, networkx and Boost do not
    EvidenceReader* reader = nullptr;   // of a graph that was read without its evidence
    bool strict = false;                // GraphML: only what its schema knows (Gephi then merges parallel edges)
};

struct GraphFormat {
    std::string_view name;         // of -f
    std::string_view suffix;       // ".graphml"
    std::string_view description;  // one line for help
    void (*write)(const KnowledgeGraph& graph, const WriteOptions& options, Sink& sink);
};

std::span<const GraphFormat> graph_formats();

// nullptr if there is none.
const GraphFormat* format_named(std::string_view name);
const GraphFormat* format_of_file(std::string_view path);  // by suffix, without regard to case

}  // namespace newsgraph
