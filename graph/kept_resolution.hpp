// Who is who after a change of a store, decided anew only where the change may show. For graph/kept_graph.hpp alone.
#pragma once

#include "graph/decisions.hpp"
#include "graph/sqlite.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace newsgraph::detail {

// What has changed.
struct ResolutionChange {
    std::set<std::int64_t> nodes;                // rows of nodes about which something may be other than it was
    std::set<std::int64_t> documents;            // rows of documents with entities that are in another node, or that are new
    std::map<std::int64_t, std::string> ids;     // of nodes, by row: all of which entities came to be in another node
    std::map<std::int64_t, std::string> merges;  // of nodes, by row: those that may be others, as JSON
};

// A part would be too large, or what is kept does not fit; nothing is said about the tables then.
struct NotByParts {};

// Goes through all phases for what documents in graph_changed and graph_touched have to do with, and leaves the tables as
// they would be, had all been decided anew; but for nodes, which the caller writes. `most_common`: of kin (graph/context.hpp),
// now and when the tables were written. `most_loaded`: proposals. O(log n) for each proposal that shares a name with what is
// new, or stands beside what is new and not common.
// REQUIRES: the tables were written by this version's rules and with these decisions, which are united(); a savepoint.
ResolutionChange resolve_changes(sqlite::Database& db, const Decisions& decisions, std::size_t most_common, std::size_t most_loaded);

}  // namespace newsgraph::detail
