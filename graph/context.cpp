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

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

constexpr std::uint32_t small(std::size_t index) {
    return static_cast<std::uint32_t>(index);
}

Pairs members_by_group(const Proposals& proposals, Joiner& joiner) {
    Pairs pairs;
    pairs.reserve(proposals.list.size());
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        pairs.emplace_back(small(joiner.group_of(i)), small(i));
    }
    return pairs;
}

Pairs places_by_group(const Proposals& proposals, Joiner& joiner) {
    Pairs pairs;
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        const std::uint32_t group = small(joiner.group_of(i));
        for (const std::uint32_t place : proposals.list[i].places) {
            pairs.emplace_back(group, place);
        }
    }
    return pairs;
}

Pairs groups_by_place(const Proposals& proposals, Joiner& joiner) {
    Pairs pairs = places_by_group(proposals, joiner);
    for (auto& [group, place] : pairs) {
        std::swap(group, place);
    }
    return pairs;
}

std::size_t document_count(const Proposals& proposals) {
    std::size_t count = 0;
    for (const Proposal& proposal : proposals.list) {
        count = proposal.places.empty() ? count : std::max(count, std::size_t{*proposal.places.rbegin()} + 1);
    }
    return count;
}

}  // namespace

bool contains(std::span<const std::uint32_t> sorted, std::uint32_t number) {
    return std::binary_search(sorted.begin(), sorted.end(), number);
}

Context::Context(const Proposals& proposals, Joiner& joiner)
    : proposals_(proposals),
      members_(proposals.list.size(), members_by_group(proposals, joiner)),
      places_(proposals.list.size(), places_by_group(proposals, joiner)),
      in_(document_count(proposals), groups_by_place(proposals, joiner)) {
    std::size_t documents = 0;  // with something in them
    for (std::size_t place = 0; place < in_.size(); ++place) {
        documents += in_.of(place).empty() ? 0U : 1U;
    }
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        const std::size_t group = joiner.group_of(i);
        if (group == i) {
            groups_.push_back(i);
        }
        if (!proposals.list[i].titles.empty()) {
            titles_[group].insert(proposals.list[i].titles.begin(), proposals.list[i].titles.end());
        }
    }
    most_common_ = std::clamp(documents / common_share, always_rare, never_rare);
}

const std::set<std::string>& Context::titles(std::size_t group) const {
    static const std::set<std::string> none;
    const auto found = titles_.find(group);
    return found == titles_.end() ? none : found->second;
}

bool Context::together(std::size_t a, std::size_t b) const {
    const auto x = places(a);
    const auto y = places(b);
    const auto fewer = x.size() < y.size() ? x : y;
    const auto more = x.size() < y.size() ? y : x;
    return std::any_of(fewer.begin(), fewer.end(), [&](std::uint32_t place) { return contains(more, place); });
}

// Visits (document of a, rare group there, document of b with it) until the visitor returns false.
template <typename Visit>
void Context::each_shared(std::size_t a, std::size_t b, Visit visit) const {
    const auto of_b = places(b);
    for (const std::uint32_t x : places(a)) {
        for (const std::size_t group : in_.of(x)) {
            const auto where = places(group);
            if (group == a || group == b || where.size() > most_common_) {
                continue;
            }
            for (const std::uint32_t y : where) {
                if (y != x && contains(of_b, y) && !visit(x, group, y)) {
                    return;
                }
            }
        }
    }
}

std::size_t Context::shared(std::size_t a, std::size_t b, std::size_t enough) const {
    // The result is the same either way; the walk is along the documents of the first.
    if (places(b).size() < places(a).size()) {
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
    for (const std::uint32_t place : places(a)) {
        for (const std::size_t group : in_.of(place)) {
            const bool other = group != a && group != b && places(group).size() <= walked;
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
        const auto& labels = proposals_.list[members(group).front()].labels;
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
    const auto& x = titles(a);
    const auto& y = titles(b);
    return (any_is(x, is_mans_title) && any_is(y, is_womans_title) && !any_is(x, is_womans_title) && !any_is(y, is_mans_title)) ||
           (any_is(x, is_womans_title) && any_is(y, is_mans_title) && !any_is(x, is_mans_title) && !any_is(y, is_womans_title));
}

}  // namespace newsgraph::detail
