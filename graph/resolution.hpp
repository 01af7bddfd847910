// Who is who across articles: which entities of which documents are one node. A pure function of the evidence: it looks
// at the entities as a set, so neither their order nor the order of reading matters. Values.
#pragma once

#include "graph/decisions.hpp"
#include "graph/evidence.hpp"

#include <string>
#include <vector>

namespace newsgraph {

// One step that made two proposed nodes one.
struct Merge {
    std::string from;    // proposed node ids
    std::string into;
    std::string rule;    // "same label", "short name", "nickname"
    std::string detail;  // what the rule saw: the name that they share, normalised, or both names
    std::vector<std::string> beside;  // names that stand beside both, if the rule asked for them
    std::string node;    // the node that came of it
};

struct Resolution {
    std::vector<std::string> nodes;  // for each entity of the input, the id of its node
    std::vector<bool> short_names;   // for each entity: is it there by a short name, whose label stands behind others?
    std::vector<Merge> merges;       // by into, from
};

// Rules, in this order; docs/evidence.md has them with their reasons and numbers:
// - the same proposed id, but for bare names, whose bearers each article introduces anew;
// - the same label after normalisation (name_key) and the same type, unless that would join two Wikidata ids; a label of
//   several words is also one for people, organizations, products and works alike;
// - the same but for spellings of words and the legal forms of firms (spelling_key);
// - other spellings and fuller forms that the documents speak for (graph/variants.hpp);
// - people known by a short name only, and acronyms of organizations: the one thing with a longer label that bears the
//   name. Of several: the one with the same title, else the one beside which clearly more of the same names stand, else the
//   one whom it usually means; nobody of another sex, and nobody who is somebody else in the same article;
// - an organization's first word, or what articles call it again and again, where they share other names with it;
// - bare names that are still by themselves: by id and label; those of one word that articles take for an organization, a
//   product or a work: where other names are shared.
// A node's id is its Wikidata id, else the proposed id with most documents (ties: the smaller one) and no short name;
// characters that ids of graph files cannot hold become '-'; ids that are very long, or would then be the same, or mean
// another node in most documents that propose them, get an end from the hash of the proposed one.
// Before all of them come the decisions: what is the same is one, and no rule joins what is different, by however many steps.
// O(n log n); for each bare name that several may bear, also the names beside it times at most 100.
Resolution resolve(const EvidenceSet& evidence, const Decisions& decisions = {});

}  // namespace newsgraph
