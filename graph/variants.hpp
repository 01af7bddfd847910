// Other spellings and fuller forms of one name across documents: "Mo Cheeks" for Maurice Cheeks, "Selenskyj", "J. Obi", the
// misprint "Duncan Raite", the FBI and the Federal Bureau of Investigation. For resolution alone.
#pragma once

#include "graph/context.hpp"
#include "graph/proposals.hpp"

#include <set>
#include <string_view>
#include <vector>

namespace newsgraph::detail {

// Two groups that may be one for all that stands beside them.
struct Variant {
    Link link;
    bool chosen = false;  // nothing else could be meant as well
};

// Pairs of groups whose names differ but may be one, if the documents say enough for it. Names are compared within blocks
// (one surname and forename by sound, one beginning, one set of initials); a block of more groups than `largest_block` tells
// nothing and is passed over, which bounds the work: O(names) blocks, each of bounded size.
// Nothing cascades: two groups become one only if every name of one fits every name of the other; who fits two people that
// are not one is the one beside whom clearly more is shared, or nobody.
std::vector<Variant> variants(const Proposals& proposals, Joiner& joiner, const Surroundings& surroundings,
                              const std::vector<std::uint32_t>& kin, const Scope& scope = {});

constexpr std::size_t largest_block = 64;  // groups

// The blocks in which variants() compares a proposal. Of kinds in `capped_blocks` one of more groups than largest_block is
// passed over.
void add_variant_keys(const Proposal& proposal, std::set<BlockKey>& keys);

inline constexpr std::string_view capped_blocks = "PSI";    // people, slips, initials
inline constexpr char acronym_block = 'A';                  // meets 'I'
inline constexpr char country_rest_block = 'R';             // an organization's name without its first word, if that is a country
inline constexpr char plain_block = 'L';                    // meets 'R'
inline constexpr char person_block = 'p';                   // one label of people
inline constexpr char place_block = 'q';                    // meets 'p'
inline constexpr char country_block = 'C';                  // a country's label
inline constexpr char first_word_block = 'F';               // meets 'C': of what is in 'R'

}  // namespace newsgraph::detail
