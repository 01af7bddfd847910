// Who is who across articles: which entities of which documents are one node. A pure function of the evidence: it looks
// at the entities as a set, so neither their order nor the order of reading matters. Values.
#pragma once

#include "graph/evidence.hpp"

#include <string>
#include <vector>

namespace newsgraph {

// One step that made two proposed nodes one.
struct Merge {
    std::string from;    // proposed node ids
    std::string into;
    std::string rule;    // "same label", "short name"
    std::string detail;  // what the rule saw: the name that they share, normalised
    std::string node;    // the node that came of it
};

struct Resolution {
    std::vector<std::string> nodes;  // for each entity of the input, the id of its node
    std::vector<bool> short_names;   // for each entity: is it there by a short name, whose label stands behind others?
    std::vector<Merge> merges;       // by into, from
};

// Rules, in this order:
// - the same proposed id;
// - the same label after normalisation (name_key) and the same type, unless that would join two Wikidata ids; a label of
//   several words is also one for people, organizations, products and works alike;
// - people, and organizations whose label is an acronym: a label that elsewhere is a mention, or a person's last word, of
//   things with a longer label, if all of these are one thing ("Zelensky", while no article has a second Zelensky).
// A node's id is its Wikidata id, else the proposed id with most documents (ties: the smaller one) and no short name; characters that ids
// of graph files cannot hold become '-'; ids that are very long, or would then be the same, get an end from the hash of
// the proposed one. O(n log n).
Resolution resolve(const EvidenceSet& evidence);

}  // namespace newsgraph
