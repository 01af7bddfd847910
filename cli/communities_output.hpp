// How communities are printed. Pure functions of what they are given.
#pragma once

#include "cli/table.hpp"
#include "graph/communities.hpp"

namespace newsgraph::cli {

// text: a line for each community, its first members and its heaviest edges below; csv, tsv: a header and a line for each
// member; json: one object with all of it.
void write_communities(const KnowledgeGraph& graph, const Communities& found, OutputStyle style, bool color, Sink& sink);

}  // namespace newsgraph::cli
