// Which articles a store tells as one story (graph/stories.hpp), after a change anew only where it may show: tables
// graph_stories, graph_bands, graph_signatures_gone. For graph/kept_graph.hpp alone. Throws as sqlite::Database does,
// FormatError where the tables do not fit together.
#pragma once

#include "graph/sqlite.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace newsgraph::detail {

// Takes what the triggers noticed into graph_bands. O(n log n) in what has changed.
void keep_bands(sqlite::Database& db);

// Writes graph_stories around documents that have changed, and tells which documents are in another story than before.
// Throws NotByParts if more than `most` documents had to be looked at. REQUIRES: keep_bands() is yet to be called.
std::vector<std::int64_t> tell_stories_anew(sqlite::Database& db, std::size_t most);

}  // namespace newsgraph::detail
