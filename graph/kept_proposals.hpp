// What a store keeps of who is who (tables graph_proposals, graph_kins, graph_blocks, graph_links; docs/store.md): proposals,
// what they have in common, and what each phase found. For graph/kept_graph.hpp alone. One thread; throws as sqlite::Database
// does, FormatError where the tables do not fit together.
#pragma once

#include "graph/phases.hpp"
#include "graph/sqlite.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace newsgraph::detail {

using Rows = std::set<std::int64_t>;

struct KeptProposal {
    std::int64_t row = 0;
    std::int64_t document = 0;  // row of the only one that it is of, else 0
    Proposal facts;             // without places
    std::string base;           // of the document; with its id and its text's hash they order proposals of one id
    std::string text_hash;
    std::array<std::int64_t, levels> groups{};  // the row of the group's oldest proposal; 0: none yet
    std::int64_t node = 0;                      // 0: none yet
    bool settled = false;
    bool decided = false;

    std::int64_t group(Level level) const { return groups[static_cast<std::size_t>(level)]; }
    bool is_short() const { return settled || (decided && facts.bare); }
};

// Proposal ids, or ID@DOC, of which somebody decided that they are the same or different.
std::set<std::string> decided_terms(const Decisions& decisions);

inline constexpr char decided_block = 'X';  // all that is in decided_terms()

// All keys by which others are found that some rule might compare with a proposal.
std::set<BlockKey> block_keys(const Proposal& proposal, const std::set<std::string>& decided_terms);

// Proposals that were asked for are kept in memory.
class ProposalTable {
public:
    explicit ProposalTable(sqlite::Database& db);

    KeptProposal& at(std::int64_t row);
    std::optional<std::int64_t> find(const std::string& id, std::int64_t document);
    KeptProposal& create(const std::string& id, std::int64_t document);
    void save(const KeptProposal& proposal);
    void erase(std::int64_t row);
    std::size_t loaded() const { return known_.size(); }

    std::vector<std::int64_t> members(Level level, std::int64_t group);
    std::vector<std::int64_t> bands_of_node(std::int64_t node);

    void add_key(const BlockKey& key, std::int64_t row);
    void remove_key(const BlockKey& key, std::int64_t row);
    std::vector<std::int64_t> holders(const BlockKey& key);
    std::vector<std::int64_t> kin_of_holders(const BlockKey& key, std::int64_t limit = -1);
    std::vector<std::uint32_t> documents(std::int64_t row);  // sorted

private:
    std::vector<std::int64_t> rows(sqlite::Query& query);

    sqlite::Database& db_;
    sqlite::Query read_, find_, write_, erase_, of_kin_, of_clan_, of_tribe_, of_band_, of_node_, add_key_, remove_key_, holders_,
        kin_of_holders_, documents_;
    std::int64_t last_ = 0;
    std::unordered_map<std::int64_t, std::unique_ptr<KeptProposal>> known_;  // never walked
};

// By id, those of one document behind the others, by document: as gather() has them.
bool stands_before(const KeptProposal& a, const KeptProposal& b);

// Some of the proposals as if there were no others.
struct ProposalPart {
    ProposalPart(ProposalTable& table, const Rows& rows, bool with_places);
    ProposalPart(const ProposalPart&) = delete;
    ProposalPart& operator=(const ProposalPart&) = delete;

    std::size_t index_of(std::int64_t row) const { return indexes.at(row); }

    // What is one, and what was decided, is taken as it is kept.
    void assume(Level level);
    std::vector<std::uint32_t> kin() const;

    std::vector<KeptProposal*> kept;  // in their order
    Proposals proposals;
    std::unordered_map<std::int64_t, std::size_t> indexes;  // row -> index; never walked
    Joiner joiner;
};

// Which kin stand where, read when somebody asks. REQUIRES: the tables do not change.
class KeptSurroundings final : public Surroundings {
public:
    KeptSurroundings(sqlite::Database& db, std::size_t most_common);

    std::span<const std::uint32_t> documents_of(std::uint32_t kin) const override;
    std::span<const std::uint32_t> kin_in(std::uint32_t document) const override;
    std::size_t commonness(std::uint32_t kin) const override;
    std::string name_of(std::uint32_t kin) const override;
    std::size_t most_common() const override { return most_common_; }

private:
    using Numbers = std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>;  // never walked

    static std::span<const std::uint32_t> asked(Numbers& known, sqlite::Query& query, std::uint32_t number);

    std::size_t most_common_;
    mutable sqlite::Query documents_, kin_, facts_;
    mutable Numbers documents_of_, kin_in_;
    mutable std::unordered_map<std::uint32_t, std::size_t> commonness_;  // never walked
};

// A link between two rows.
struct KeptLink {
    std::int64_t row = 0;  // of the link
    std::int64_t a = 0;
    std::int64_t b = 0;
    FoundLink found;       // whose link's ends mean nothing

    bool says_the_same(const KeptLink& other) const;
};

class LinkTable {
public:
    explicit LinkTable(sqlite::Database& db);

    std::vector<KeptLink> from(std::int64_t proposal);  // whose `a` it is
    std::vector<KeptLink> to(std::int64_t proposal);    // whose `b` it is
    void add(const KeptLink& link);
    void erase(const KeptLink& link);
    void set_made(const KeptLink& link, bool made);

private:
    static std::vector<KeptLink> read(sqlite::Query& query, std::int64_t proposal);

    sqlite::Query from_, to_, add_, erase_, set_made_;
};

// Writes all that resolve() found, in place of what was there. Proposals have the rows 1 and so on, in their order.
// `documents`: the rows of documents. `nodes`: by entity.
void keep_trace(sqlite::Database& db, const ResolutionTrace& trace, const Decisions& decisions, const std::vector<std::int64_t>& documents,
                const std::vector<std::size_t>& nodes);

}  // namespace newsgraph::detail
