// Which things stand together in documents: the evidence besides their names for who is who. For resolution alone.
#pragma once

#include "graph/proposals.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace newsgraph::detail {

constexpr std::size_t much_shared = 2;  // groups that two documents have in common, and few others

// A picture of the groups of proposals at one time; later joins do not change it. One thread.
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

    const std::set<std::string>& titles(std::size_t group) const { return titles_.at(group); }
    const std::set<std::uint32_t>& places(std::size_t group) const { return places_.at(group); }
    const std::vector<std::size_t>& members(std::size_t group) const { return members_.at(group); }
    const std::map<std::size_t, std::vector<std::size_t>>& groups() const { return members_; }

private:
    template <typename Visit>
    void each_shared(std::size_t a, std::size_t b, Visit visit) const;

    const Proposals& proposals_;
    std::map<std::size_t, std::set<std::uint32_t>> places_;  // group -> documents
    std::map<std::size_t, std::set<std::string>> titles_;
    std::map<std::size_t, std::vector<std::size_t>> members_;  // group -> proposals
    std::map<std::uint32_t, std::set<std::size_t>> in_;        // document -> groups
    std::size_t most_common_ = 0;
};

}  // namespace newsgraph::detail
