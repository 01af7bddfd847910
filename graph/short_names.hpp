// Short names across documents: "Zelensky", "Captain Lund", "SBU", "Torvald" for Torvald Shipping. For resolution alone.
#pragma once

#include "graph/context.hpp"
#include "graph/proposals.hpp"

#include <set>
#include <string>
#include <vector>

namespace newsgraph::detail {

// Which proposals are there by a short name, as links from the one with the longer label. Every name is settled by itself:
// - whoever bears it and is another one in the same document cannot be meant, nor can a man by "Mrs";
// - of several bearers it is the one with the same title ("Captain"), else the one whose documents share clearly more of
//   what this document names; if there is none, nobody;
// - an organization's first word stands for it only if some document uses it so, not more documents have it alone than have
//   the longer name, and much else is shared.
std::vector<Link> short_name_links(const Proposals& proposals, Joiner& joiner, const Surroundings& surroundings,
                                   const std::vector<std::uint32_t>& kin, const Scope& scope = {});

// Things of one word with one label that documents take for different kinds of thing ("the frigate Skagen"), if much else
// is shared.
std::vector<Link> one_word_links(const Proposals& proposals, Joiner& joiner, const Surroundings& surroundings,
                                 const std::vector<std::uint32_t>& kin, const Scope& scope = {});

// Names by which a proposal is called, short or not: what short_name_links() compares. And its labels that one_word_links()
// compares.
void add_short_name_keys(const Proposal& proposal, std::set<BlockKey>& keys);

inline constexpr char name_block = 'N';
inline constexpr char one_word_block = 'W';     // of things
inline constexpr char lone_person_block = 'V';  // of bare names of people; meets 'W', but for surnames
inline constexpr char surname_block = 'Y';      // last words of longer names of people

// Under which names short_name_links() looks for who is meant by a label: as it is, and of a surname as it sounds.
std::vector<TypedName> looked_up(const TypedName& label);

// The key of a name in 'N'. Only people and organizations have some.
BlockKey name_key_of(const TypedName& name);
bool has_short_names(const std::string& type);

}  // namespace newsgraph::detail
