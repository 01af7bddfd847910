// Search for nodes by a part of their names, or by a name with a slip in it. A pure function.
#pragma once

#include "graph/knowledge_graph.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

// How a name fits what is looked for, best first.
enum class NameFit { exact, prefix, word, fuzzy };

std::string_view to_string(NameFit fit);

struct NameHit {
    std::size_t node = 0;
    std::string name;  // the label or alias that fits
    NameFit fit = NameFit::exact;
    std::size_t slips = 0;  // of a fuzzy one: edits between the two
};

// Labels and aliases, without regard to case, accents, points and a leading article (name_key), that
// - are the text; begin with it; have a word that begins with it (the text may go on over several words);
// - or are the text, or have as many words side by side as the text, with a few slips: one for texts of 3 to 5 characters,
//   two for longer ones, none for shorter ones (Elasticsearch's "AUTO") and those
//   of more than 100; see edit_distance for what is one slip.
// Each node once, by its best name: by fit, slips, mentions (most first), label, id. O(length of all names).
std::vector<NameHit> search_names(const KnowledgeGraph& graph, std::string_view text);

}  // namespace newsgraph
