// Parts of the graph that a store keeps (graph/kept_graph.hpp), as graphs that answer a question as the whole one would.
// Throws as sqlite::Database does; FormatError where the tables do not fit together.
#pragma once

#include "graph/evidence_reader.hpp"
#include "graph/kept_graph.hpp"
#include "graph/queries.hpp"
#include "graph/sqlite.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace newsgraph {

// What a question looks at.
struct GraphQuestion {
    std::vector<std::string> names;  // that it is about; none: the whole graph
    OtherNames other_names;          // as in find_node()
    std::size_t depth = 0;           // edges are there of nodes that are fewer steps than this from the names
    bool among_names = false;        // of these only the edges between two of the names
    bool statements = false;         // edges have their statements, not only their numbers; nodes what is inside of them
    bool vocabulary = false;         // where names or `edges` are given
    bool origins = false;            // nodes have their evidence and merges; where names are given, those of the names
    bool articles = false;           // the graph lists its articles
    bool degrees = false;            // no edges, but how many each node has; not where names are given
    bool uses = false;               // no edges, but how many statements there are of each article; of names, of their edges
    bool reader = false;             // what is left out can be read later
    std::optional<EdgeFilter> edges; // only edges that pass; steps are taken along these. With `reader` only: else their
                                     // statements tell, to whoever asks, what time they are of
};

// What there is to filter by, and how much of it.
struct GraphVocabulary {
    std::set<std::string> relations;
    std::set<std::string> statuses;
    std::set<std::string> types;
    std::size_t nodes = 0;
    std::size_t edges = 0;
};

struct GraphAnswer {
    KnowledgeGraph graph;
    std::optional<GraphVocabulary> vocabulary;  // of the whole graph, if `graph` is a part and it was asked for
    std::optional<std::vector<std::size_t>> degrees;          // by node, and
    std::optional<std::map<std::string, std::size_t>> uses;   // by article, if they were asked for and `graph` has no edges
    std::shared_ptr<EvidenceReader> reader = nullptr;  // if it was asked for, and `graph` does not hold everything itself;
                                                       // then, and only then, edges were chosen as the question says
};

// With names: the nodes that find_node() needs to find in it what it finds in the whole graph, the edges that were asked for
// and their ends. A name that means several nodes or none has no edges. O(log n) for each row that is read;
// a name that no node has as its own is looked for among the words of all names.
// REQUIRES: the kept graph is current, and stays so: a transaction.
GraphAnswer read_kept_graph(sqlite::Database& db, const GraphBasis& basis, const GraphQuestion& question);

}  // namespace newsgraph
