// Other spellings and fuller forms of one name across documents: "Mo Cheeks" for Maurice Cheeks, "Selenskyj", "J. Obi", the
// misprint "Duncan Raite", the FBI and the Federal Bureau of Investigation. For resolution alone.
#pragma once

#include "graph/context.hpp"
#include "graph/proposals.hpp"

#include <vector>

namespace newsgraph::detail {

// Pairs of groups whose names differ but may be one, if the documents say enough for it. Names are compared within blocks
// (one surname and forename by sound, one beginning, one set of initials); a block of more groups than `largest_block` tells
// nothing and is passed over, which bounds the work: O(names) blocks, each of bounded size.
// Nothing cascades: two groups become one only if every name of one fits every name of the other; who fits two people that
// are not one is the one beside whom clearly more is shared, or nobody.
std::vector<Link> variant_links(const Proposals& proposals, Joiner& joiner, const Surroundings& surroundings,
                                const std::vector<std::uint32_t>& kin);

}  // namespace newsgraph::detail
