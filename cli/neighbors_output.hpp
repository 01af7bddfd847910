// How the answer of `neighbors` is printed. Pure functions of what they are given.
#pragma once

#include "cli/table.hpp"
#include "export/sink.hpp"
#include "graph/queries.hpp"

#include <cstddef>
#include <vector>

namespace newsgraph::cli {

struct NeighborView {
    OutputStyle style = OutputStyle::text;
    bool evidence = false;
    bool color = false;     // of text
    bool terminal = false;  // text for eyes: aligned and rounded
};

// text: a line for each neighbor with its edges below; csv, tsv: a header and a line for each edge; json: one object.
void write_neighbors(const KnowledgeGraph& graph, const std::vector<std::size_t>& names, const Neighbors& found,
                     const NeighborView& view, Sink& sink);

}  // namespace newsgraph::cli
