// Which things stand together in documents: the evidence besides their names for who is who. For resolution alone.
#pragma once

#include "graph/proposals.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace newsgraph::detail {

constexpr std::size_t much_shared = 2;  // groups that two documents have in common, and few others

// Lists of numbers, one for each of many things, one behind the other in memory.
template <typename Number>
class Lists {
public:
    // By thing, then by number; equal pairs once.
    Lists(std::size_t things, std::vector<std::pair<std::uint32_t, Number>> pairs) : begins_(things + 1, 0) {
        std::sort(pairs.begin(), pairs.end());
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        numbers_.reserve(pairs.size());
        for (const auto& [thing, number] : pairs) {
            ++begins_[thing + 1];
            numbers_.push_back(number);
        }
        std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    }

    std::size_t size() const { return begins_.size() - 1; }  // things

    std::span<const Number> of(std::size_t thing) const {
        return std::span(numbers_).subspan(begins_[thing], begins_[thing + 1] - begins_[thing]);
    }

private:
    std::vector<std::size_t> begins_;
    std::vector<Number> numbers_;
};

// Kin are proposals that are one by id, label or spelling alone, before anybody asks what stands beside them. Which kin stand
// in which documents is a fact of the evidence that no later phase changes. Kin and documents are numbers of the maker's.
class Surroundings {
public:
    Surroundings() = default;
    Surroundings(const Surroundings&) = delete;
    Surroundings& operator=(const Surroundings&) = delete;
    virtual ~Surroundings() = default;

    // Spans are good as long as the object.
    virtual std::span<const std::uint32_t> documents_of(std::uint32_t kin) const = 0;  // sorted
    virtual std::span<const std::uint32_t> kin_in(std::uint32_t document) const = 0;   // sorted
    virtual std::size_t commonness(std::uint32_t kin) const = 0;                       // documents_of().size()
    virtual std::string name_of(std::uint32_t kin) const = 0;                          // one of its labels; "" if it has none

    // Kin in more documents than these tell nothing.
    virtual std::size_t most_common() const = 0;
};

// Of so many documents with something in them.
std::size_t most_common_of(std::size_t documents);

// What kin of so many documents tell: rare ones all, others who is acquainted with whom, the most common nothing.
enum class Commonness { rare, frequent, common };
Commonness commonness_of(std::size_t documents, std::size_t most_common);

// The surroundings of all that was gathered, at the time of making. Kin are named by their first proposal.
class AllSurroundings final : public Surroundings {
public:
    AllSurroundings(const Proposals& proposals, Joiner& joiner);

    std::span<const std::uint32_t> documents_of(std::uint32_t kin) const override { return documents_.of(kin); }
    std::span<const std::uint32_t> kin_in(std::uint32_t document) const override { return in_.of(document); }
    std::size_t commonness(std::uint32_t kin) const override { return documents_.of(kin).size(); }
    std::string name_of(std::uint32_t kin) const override;
    std::size_t most_common() const override { return most_common_; }

    const std::vector<std::uint32_t>& kin() const { return kin_; }  // by proposal

private:
    const Proposals& proposals_;
    std::vector<std::uint32_t> kin_;
    Lists<std::uint32_t> documents_;  // kin -> documents
    Lists<std::uint32_t> in_;         // document -> kin
    std::size_t most_common_ = 0;
};

// One of its labels, which does not depend on their order.
std::string name_of(const Proposal& proposal);

// What a phase is asked for: all, or what becomes of some groups, of whose keys (BlockKey) all other holders are among the
// proposals; then nothing but what concerns them is true.
struct Scope {
    std::set<std::size_t> groups = {};                             // none: all
    std::function<bool(const std::string& word)> is_country = {};  // by spelling key; none: as the labels have it
    std::function<bool(const std::string& word)> is_surname = {};  // the same

    bool covers(std::size_t group) const { return groups.empty() || groups.contains(group); }
    bool covers(std::size_t a, std::size_t b) const { return covers(a) || covers(b); }
};

// A picture of the groups of proposals at one time; later joins do not change it. A group is named by its first proposal.
// `kin` is by proposal. One thread.
class Context {
public:
    Context(const Proposals& proposals, Joiner& joiner, const Surroundings& surroundings, const std::vector<std::uint32_t>& kin);

    // In some document.
    bool together(std::size_t a, std::size_t b) const;

    // Kin that are rare and stand in a document of each, the most of any two documents; counting stops at `enough`.
    std::size_t shared(std::size_t a, std::size_t b, std::size_t enough) const;

    // Kin that stand in documents of both, however common they are; counting stops at `enough`.
    std::size_t acquainted(std::size_t a, std::size_t b, std::size_t enough) const;

    // The kin of `shared` by name: one label of each, sorted, at most five.
    std::vector<std::string> names_beside(std::size_t a, std::size_t b) const;

    // One is addressed as a man, the other as a woman.
    bool sexes_differ(std::size_t a, std::size_t b) const;

    const std::set<std::string>& titles(std::size_t group) const;
    std::span<const std::uint32_t> places(std::size_t group) const { return places_.of(group); }     // documents, sorted
    std::span<const std::uint32_t> members(std::size_t group) const { return members_.of(group); }   // proposals, sorted
    const std::vector<std::size_t>& groups() const { return groups_; }                               // sorted

private:
    template <typename Visit>
    void each_shared(std::size_t a, std::size_t b, Visit visit) const;

    const Surroundings& surroundings_;
    std::vector<std::size_t> groups_;
    std::map<std::size_t, std::set<std::string>> titles_;  // of groups that have some
    Lists<std::uint32_t> members_;                         // group -> proposals
    Lists<std::uint32_t> places_;                          // group -> documents
    Lists<std::uint32_t> kin_;                             // group -> kin
};

bool contains(std::span<const std::uint32_t> sorted, std::uint32_t number);

}  // namespace newsgraph::detail
