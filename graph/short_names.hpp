// Short names across documents: "Zelensky", "Captain Lund", "SBU", "Torvald" for Torvald Shipping. For resolution alone.
#pragma once

#include "graph/context.hpp"
#include "graph/proposals.hpp"

#include <vector>

namespace newsgraph::detail {

// Which proposals are there by a short name, as links from the one with the longer label. Every name is settled by itself:
// - whoever bears it and is another one in the same document cannot be meant, nor can a man by "Mrs";
// - of several bearers it is the one with the same title ("Captain"), else the one whose documents share clearly more of
//   what this document names; if there is none, nobody;
// - an organization's first word stands for it only if some document uses it so, not more documents have it alone than have
//   the longer name, and much else is shared.
std::vector<Link> short_name_links(const Proposals& proposals, Joiner& joiner, const Surroundings& surroundings,
                                   const std::vector<std::uint32_t>& kin);

// Things of one word with one label that documents take for different kinds of thing ("the frigate Skagen"), if much else
// is shared.
std::vector<Link> one_word_links(const Proposals& proposals, Joiner& joiner, const Surroundings& surroundings,
                                 const std::vector<std::uint32_t>& kin);

}  // namespace newsgraph::detail
