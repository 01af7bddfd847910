// What is worked with while who is who is decided anew for a part of a store (graph/kept_resolution.hpp): what has changed, what
// follows from it, and how groups of proposals are made anew. For that alone.
#pragma once

#include "graph/decisions.hpp"
#include "graph/evidence.hpp"
#include "graph/kept_proposals.hpp"
#include "graph/kept_resolution.hpp"
#include "graph/name_memo.hpp"
#include "graph/sqlite.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace newsgraph::detail {

template <typename Container>
void add_all(Rows& rows, const Container& more) {
    rows.insert(more.begin(), more.end());
}

// Rows that are yet to be looked at, each once.
class Queue {
public:
    explicit Queue(const Rows& first) { add(first); }

    void add(std::int64_t row) {
        if (row != 0 && seen_.insert(row).second) {
            waiting_.push_back(row);
        }
    }

    template <typename Container>
    void add(const Container& rows) {
        for (const std::int64_t row : rows) {
            add(row);
        }
    }

    bool next(std::int64_t& row) {
        if (waiting_.empty()) {
            return false;
        }
        row = waiting_.back();
        waiting_.pop_back();
        return true;
    }

    const Rows& seen() const { return seen_; }

private:
    Rows seen_;
    std::vector<std::int64_t> waiting_;
};

KeptLink kept_link(Phase phase, const Link& link, const ProposalPart& part, bool chosen, bool made);

// The groups of these rows.
Scope scope_of(const Rows& rows, ProposalPart& part, std::function<bool(const std::string&)> is_country = {});

// Some proposals that are one after some phases.
struct ProposalGroup {
    std::int64_t row = 0;
    Rows members;
    std::map<std::int64_t, std::int64_t> before;  // member -> its group, if it had one
    bool altered = false;    // others are in it than before
    bool reshaped = false;   // of those who were there before, others are together
};

// One thread. Rows are of proposals where nothing else is said.
struct ChangeWork {
    ChangeWork(sqlite::Database& database, const Decisions& all_decisions, std::size_t most_common_kin, std::size_t most_loaded_proposals);

    // Throws NotByParts where too many were asked for.
    KeptProposal& at(std::int64_t row);
    bool is_gone(std::int64_t row) const { return gone_rows.contains(row); }
    Rows members_of(Level level, const Rows& groups);
    Rows groups_of(Level level, const Rows& rows);

    // Puts links that were found in the place of those that were, and notes where that makes a difference. Of others than kin
    // it is yet to be seen which of them are made.
    void replace_links(const std::vector<KeptLink>& before, const std::vector<KeptLink>& after);

    // Of these phases with an end, or the second one, in the rows; each once.
    std::vector<KeptLink> links_at(const std::set<Phase>& phases, const Rows& rows, bool second_only);

    // Compares groups as they are now with those that were, and writes them. REQUIRES: all who were in groups with those of the
    // part are in it.
    std::vector<ProposalGroup> write_groups(Level level, ProposalPart& part);

    // What is one after these phases, around what has changed.
    void regroup(Level level, const std::vector<Phase>& phases);

    // Groups about which something has changed.
    Rows changed_groups(Level level);

    // Organizations that begin with a country, as far as anybody knows.
    void note_rests(const std::set<BlockKey>& keys);

    sqlite::Database& db;
    const Decisions& decisions;
    const std::set<std::string> singles;  // single_terms()
    const std::set<std::string> decided;  // decided_terms()
    const std::size_t most_common;        // documents of kin
    const std::size_t most_loaded;        // proposals
    ProposalTable table;
    LinkTable link_table;
    KeptSurroundings surroundings;        // for use when kin are written

    // Of what documents say.
    Rows lost;                                                   // of which a document said something that it says no more, or again
    std::map<std::int64_t, std::vector<EntityEvidence>> gained;  // what documents that have changed say
    Rows touched;                                                // of which other things are said
    Rows reordered;                                              // of one document, which may be called otherwise
    std::vector<KeptProposal> gone;                              // of which nothing is said any more,
    Rows gone_rows;                                              // their rows,
    std::map<Phase, Rows> partners;                              // and what links led to or from them
    std::map<BlockKey, std::size_t> changed_blocks;              // with others in them; in how many cases
    std::set<std::string> changed_rests;                         // the same of names behind a country

    // Of kin.
    Rows touched_kin;      // rows of kin of which something has changed
    Rows shown_otherwise;  // rows of documents in which kin stand that are others for who is beside them
    Rows beside_kin;       // rows of kin in these documents

    // Of all phases.
    Rows seeds;                        // from which the next regroup() begins
    Rows relinked;                     // with links that are others
    Rows resettled;                    // that are there by a short name now, or no more
    std::array<Rows, levels> altered;  // by level: in groups that others are in

    ResolutionChange change;

private:
    void note_relinked(const KeptLink& link);
    void make_links(Phase phase, const std::vector<KeptLink>& links, ProposalPart& part);
};

// The steps, in their order (graph/kept_resolution.cpp).
void read_changed_documents(ChangeWork& work);
void join_kin_anew(ChangeWork& work);
void find_variants_anew(ChangeWork& work);
void find_short_names_anew(ChangeWork& work);
void find_bare_names_anew(ChangeWork& work);
void find_one_words_anew(ChangeWork& work);
void place_nodes_anew(ChangeWork& work);

}  // namespace newsgraph::detail
