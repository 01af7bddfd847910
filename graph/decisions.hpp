// What a user decided about who is who. Decisions name proposed ids (of records, before anything is merged), so that they
// hold whatever else is read later; they are kept beside the evidence and travel with it. Values; their order does not count.
//
//   same A B         A and B are one, whatever the rules say
//   different A B    A and B are not one, however the rules would get there; wins over `same`
//   rename A LABEL   the node that A is in is called so
//   retype A TYPE    the node that A is in is of this type
//
// A and B are proposed ids, or ID@DOC: what one document proposes under an id ("person:john-smith@paper/12"), where two
// things have one. Whatever names nothing in the evidence does nothing.
#pragma once

#include <compare>
#include <string>
#include <utility>
#include <vector>

namespace newsgraph {

struct Decision {
    std::string kind;     // same, different, rename, retype
    std::string subject;
    std::string object;

    auto operator<=>(const Decision&) const = default;
};

using Decisions = std::vector<Decision>;

// All of them once, sorted, the two ends of `same` and `different` too: it says the same whichever comes first.
Decisions united(std::vector<Decisions> parts);

// "person:john-smith@paper/12" as its id and document; the document is "" if none is named.
std::pair<std::string, std::string> id_and_document(const std::string& term);

}  // namespace newsgraph
