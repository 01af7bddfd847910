#include "graph/context.hpp"

#include "graph/name_variants.hpp"

#include <algorithm>

namespace newsgraph::detail {

namespace {

constexpr std::size_t common_share = 10;  // a group in more than a tenth of the documents tells nothing,
constexpr std::size_t always_rare = 10;   // but one in so few always does,
constexpr std::size_t never_rare = 100;   // and one in more never; it bounds the work, too
constexpr std::size_t walked = 1000;      // documents of a group that are looked through for acquaintances
constexpr std::size_t names_shown = 5;

bool any_is(const std::set<std::string>& titles, bool (*is)(const std::string&)) {
    return std::any_of(titles.begin(), titles.end(), is);
}

}  // namespace

Context::Context(const Proposals& proposals, Joiner& joiner) : proposals_(proposals) {
    std::set<std::uint32_t> all;
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        const Proposal& proposal = proposals.list[i];
        const std::size_t group = joiner.group_of(i);
        members_[group].push_back(i);
        places_[group].insert(proposal.places.begin(), proposal.places.end());
        titles_[group].insert(proposal.titles.begin(), proposal.titles.end());
        for (const std::uint32_t place : proposal.places) {
            in_[place].insert(group);
        }
        all.insert(proposal.places.begin(), proposal.places.end());
    }
    most_common_ = std::clamp(all.size() / common_share, always_rare, never_rare);
}

bool Context::together(std::size_t a, std::size_t b) const {
    const auto& x = places_.at(a);
    const auto& y = places_.at(b);
    const auto& fewer = x.size() < y.size() ? x : y;
    const auto& more = x.size() < y.size() ? y : x;
    return std::any_of(fewer.begin(), fewer.end(), [&](std::uint32_t place) { return more.contains(place); });
}

// Visits (document of a, rare group there, document of b with it) until the visitor returns false.
template <typename Visit>
void Context::each_shared(std::size_t a, std::size_t b, Visit visit) const {
    const auto& of_b = places_.at(b);
    for (const std::uint32_t x : places_.at(a)) {
        for (const std::size_t group : in_.at(x)) {
            const auto& where = places_.at(group);
            if (group == a || group == b || where.size() > most_common_) {
                continue;
            }
            for (const std::uint32_t y : where) {
                if (y != x && of_b.contains(y) && !visit(x, group, y)) {
                    return;
                }
            }
        }
    }
}

std::size_t Context::shared(std::size_t a, std::size_t b, std::size_t enough) const {
    // The result is the same either way; the walk is along the documents of the first.
    if (places_.at(b).size() < places_.at(a).size()) {
        std::swap(a, b);
    }
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> counts;  // two documents -> groups that they share
    std::size_t most = 0;
    each_shared(a, b, [&](std::uint32_t x, std::size_t, std::uint32_t y) {
        most = std::max(most, ++counts[{x, y}]);
        return most < enough;
    });
    return most;
}

std::size_t Context::acquainted(std::size_t a, std::size_t b, std::size_t enough) const {
    std::set<std::size_t> found;
    for (const std::uint32_t place : places_.at(a)) {
        for (const std::size_t group : in_.at(place)) {
            const bool other = group != a && group != b && places_.at(group).size() <= walked;
            if (other && together(group, b) && found.insert(group).second && found.size() >= enough) {
                return found.size();
            }
        }
    }
    return found.size();
}

std::vector<std::string> Context::names_beside(std::size_t a, std::size_t b) const {
    std::set<std::string> names;
    each_shared(a, b, [&](std::uint32_t, std::size_t group, std::uint32_t) {
        const auto& labels = proposals_.list[members_.at(group).front()].labels;
        if (!labels.empty()) {
            names.insert(labels.begin()->second);
        }
        return true;
    });
    std::vector<std::string> out(names.begin(), names.end());
    out.resize(std::min(out.size(), names_shown));
    return out;
}

bool Context::sexes_differ(std::size_t a, std::size_t b) const {
    const auto& x = titles_.at(a);
    const auto& y = titles_.at(b);
    return (any_is(x, is_mans_title) && any_is(y, is_womans_title) && !any_is(x, is_womans_title) && !any_is(y, is_mans_title)) ||
           (any_is(x, is_womans_title) && any_is(y, is_mans_title) && !any_is(x, is_mans_title) && !any_is(y, is_womans_title));
}

}  // namespace newsgraph::detail
