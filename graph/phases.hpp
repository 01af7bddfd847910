// The phases in which it is decided who is who, one after the other, and what each of them found: for resolve(), which goes
// through all of them, and for kept graphs, which keep what was found and go through them again for a part of the evidence.
#pragma once

#include "graph/context.hpp"
#include "graph/proposals.hpp"
#include "graph/resolution.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace newsgraph::detail {

// In their order.
enum class Phase : std::uint8_t {
    kin,         // one id, label or spelling, and what was decided
    variant,     // other spellings and fuller forms
    short_name,  //
    bare_id,     // bare names that are left, by id
    bare_label,  // and by label
    one_word,    // one label of one word that is of several types
};

// What is one after some phases. Each level joins groups of the one before.
enum class Level : std::uint8_t {
    kin,    // after Phase::kin
    clan,   // after Phase::variant
    tribe,  // after Phase::bare_label
    band,   // after all
};
inline constexpr std::size_t levels = 4;

// Links of a kin are always made.
struct FoundLink {
    Phase phase = Phase::kin;
    Link link;
    bool chosen = true;  // of variants: nothing else could be meant as well
    bool made = false;
};

// All that resolve() found.
struct ResolutionTrace {
    Proposals proposals;
    std::array<std::vector<std::int64_t>, levels> groups;  // by level, by proposal: the first proposal of its group
    std::vector<bool> settled;                             // by proposal: is it there by a short name?
    std::vector<bool> decided;                             // by proposal
    std::vector<FoundLink> links;
    std::size_t most_common = 0;
};

Resolution resolve(const EvidenceSet& evidence, const Decisions& decisions, ResolutionTrace& trace);

// Phase::kin but for decisions.
void join_kin(const Proposals& proposals, Joiner& joiner);

// What kin have in common.
void add_kin_keys(const Proposal& proposal, std::set<BlockKey>& keys);
inline constexpr std::string_view kin_blocks = "ls";  // of one label, of one spelling
inline constexpr char bare_block = 'b';               // of one label, of bare names
inline constexpr char id_block = 'D';                 // of all proposals; equal for ids that may become equal

// Of bare names (`bare`) or of all others, but those that are settled.
std::vector<Link> same_id_links(const Proposals& proposals, bool bare, const std::set<std::size_t>& settled = {});
std::vector<Link> bare_label_links(const Proposals& proposals, const std::set<std::size_t>& settled);

// Groups by the proposal whose id stands for them, as Joiner::heads(), to the ids of their nodes.
std::map<std::size_t, std::string> node_ids(const Proposals& proposals, const std::map<std::size_t, std::size_t>& heads, Joiner& joiner);

// What a link that was made says of the node whose id is that of `head`; nothing, with two empty ids, if both ends have one id.
Merge merge_of(const Link& link, const Proposals& proposals, std::size_t head);

// Each once, by into, from.
void tidy(std::vector<Merge>& merges);

}  // namespace newsgraph::detail
