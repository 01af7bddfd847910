// Pronouns, plain nominals and plurals ("she", "its", "the bank", "both countries": plurals.hpp) and the names that they stand for, by
// agreement in number, sex and type and by salience: how near the name is and which part its phrase plays in its sentence
// (after Lappin and Leass 1994, An algorithm for pronominal anaphora resolution, with weights of our own). Then the
// speakers of quotations ("I", speakers.hpp). Pure functions.
#pragma once

#include "extract/clauses/tree.hpp"
#include "extract/names/gazetteer.hpp"
#include "extract/names/names.hpp"

namespace newsgraph {

namespace detail {
struct RankedPair;
}

// The names of a document with the mentions that are no names added. Tokens of the title are left as they are. Linear in
// the document for texts whose sentences are of ordinary length.
Names with_coreference(const Tree& tree, const NameWords& words, const Forenames& forenames, Names names,
                       const Layout& layout, std::vector<detail::RankedPair>* pairs = nullptr);

}  // namespace newsgraph
