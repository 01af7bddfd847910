// What records propose to be one node, over all documents, and the joining of proposals. For resolution alone.
#pragma once

#include "graph/decisions.hpp"
#include "graph/evidence.hpp"
#include "graph/groups.hpp"
#include "graph/name_memo.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace newsgraph::detail {

using TypedName = std::pair<std::string, std::string>;  // type, name_key

// All entities with one proposed id, but for bare names: who "Lund" or "Torvald" is each document says anew. What a
// decision names as ID@DOC is a proposal of its own, too.
struct Proposal {
    std::string id;
    bool alone = false;              // of one document only,
    std::string document;            // of this one
    bool bare = false;               // a person or organization of one word, not known by a Wikidata id, in one document
    std::uint32_t documents = 0;     // a summary counts for several
    std::vector<std::uint32_t> places;  // documents, sorted
    std::set<TypedName> labels;
    std::map<TypedName, std::uint32_t> names;  // mentions by name: how many entities are called so
    std::set<TypedName> acronyms;    // labels that are one
    std::set<std::string> titles;
};

struct Proposals {
    std::vector<Proposal> list;   // by id, those of one document behind the others, by document
    std::vector<std::size_t> of;  // for each entity, the index of its proposal
};

Proposals gather(const EvidenceSet& evidence, const Decisions& decisions);

// A person or organization of one word that is not known by a Wikidata id: who that is each document says anew.
bool is_bare(const std::string& id, const std::string& type, const std::string& label);

// What decisions name in one document.
std::set<std::string> single_terms(const Decisions& decisions);

// What an entity adds to what is said of its proposal, but for `documents` and `places`. `key`: of name_key.
void add_entity(const EntityEvidence& entity, NameMemo& key, Proposal& proposal);

// What proposals have in common that some rule compares; the kind tells the rules apart.
struct BlockKey {
    char kind = ' ';
    std::string text;

    auto operator<=>(const BlockKey&) const = default;
};

// Two proposals that a rule holds for one. Links are made in their order, so what a refused link blocks is the same
// however the evidence came.
struct Link {
    std::string rule;
    std::string type;
    std::string detail;
    std::size_t a = 0;
    std::size_t b = 0;
    std::vector<std::string> beside = {};  // names that speak for it, if they were asked

    auto key() const { return std::tie(rule, type, detail, a, b); }
};

// Joins proposals, but never two with different Wikidata ids, nor what was decided to be different.
class Joiner {
public:
    explicit Joiner(const Proposals& proposals);

    // Goes before everything else: what is different is kept apart, then what is the same is joined.
    void decide(const Decisions& decisions);

    void apply(std::vector<Link> links);

    // Brings the links into the order in which they are made, each once; true for those that joined two groups.
    std::vector<bool> apply_each(std::vector<Link>& links);

    // The first half of decide().
    void keep_apart(const Decisions& decisions);

    // What has one number is one.
    void assume(const std::vector<std::int64_t>& groups);
    void assume_decided(std::size_t proposal) { decided_[proposal] = true; }

    // The proposal whose id stands for each group, by group; not one that is there by a short name.
    std::map<std::size_t, std::size_t> heads(const std::vector<bool>& short_names);

    std::size_t group_of(std::size_t proposal) { return groups_.of(proposal); }
    bool is_known(std::size_t proposal) { return !wikidata_[groups_.of(proposal)].empty(); }
    bool is_decided(std::size_t proposal) const { return decided_[proposal]; }  // by `same`
    const std::vector<Link>& made() const { return made_; }

private:
    bool better(std::size_t a, std::size_t b) const;
    void join(std::size_t a, std::size_t b);
    std::vector<std::size_t> named(const std::string& term) const;

    const Proposals& proposals_;
    Groups groups_;
    std::vector<std::string> wikidata_;  // by group: its Wikidata id, if it has one
    std::map<std::size_t, std::set<std::size_t>> apart_;  // group -> groups that it must not be joined with
    std::vector<bool> decided_;          // by proposal
    std::vector<Link> made_;
};

}  // namespace newsgraph::detail
