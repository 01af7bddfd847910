// Which things stand together in documents: the evidence besides their names for who is who. For resolution alone.
#pragma once

#include "graph/proposals.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
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

// A picture of the groups of proposals at one time; later joins do not change it. A group is named by its first proposal.
// One thread.
class Context {
public:
    Context(const Proposals& proposals, Joiner& joiner);

    // In some document.
    bool together(std::size_t a, std::size_t b) const;

    // Groups that are rare and stand in a document of each, the most of any two documents; counting stops at `enough`.
    std::size_t shared(std::size_t a, std::size_t b, std::size_t enough) const;

    // Groups that stand in documents of both, however common they are; counting stops at `enough`.
    std::size_t acquainted(std::size_t a, std::size_t b, std::size_t enough) const;

    // The groups of `shared` by name: one label of each, sorted, at most five.
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

    const Proposals& proposals_;
    std::vector<std::size_t> groups_;
    std::map<std::size_t, std::set<std::string>> titles_;  // of groups that have some
    Lists<std::uint32_t> members_;                         // group -> proposals
    Lists<std::uint32_t> places_;                          // group -> documents
    Lists<std::uint32_t> in_;                              // document -> groups
    std::size_t most_common_ = 0;
};

bool contains(std::span<const std::uint32_t> sorted, std::uint32_t number);

}  // namespace newsgraph::detail
