#include "graph/context.hpp"

#include "graph/name_variants.hpp"

#include <algorithm>

namespace newsgraph::detail {

namespace {

constexpr std::size_t common_share = 10;  // kin in more than a tenth of the documents tells nothing,
constexpr std::size_t always_rare = 10;   // but one in so few always does,
constexpr std::size_t never_rare = 100;   // and one in more never; it bounds the work, too
constexpr std::size_t walked = 1000;      // documents of kin that are looked through for acquaintances
constexpr std::size_t names_shown = 5;

bool any_is(const std::set<std::string>& titles, bool (*is)(const std::string&)) {
    return std::any_of(titles.begin(), titles.end(), is);
}

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

constexpr std::uint32_t small(std::size_t index) {
    return static_cast<std::uint32_t>(index);
}

Pairs swapped(Pairs pairs) {
    for (auto& [one, other] : pairs) {
        std::swap(one, other);
    }
    return pairs;
}

std::vector<std::uint32_t> groups_of(const Proposals& proposals, Joiner& joiner) {
    std::vector<std::uint32_t> groups;
    groups.reserve(proposals.list.size());
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        groups.push_back(small(joiner.group_of(i)));
    }
    return groups;
}

// (group, member), with what `member` says of each proposal.
template <typename Member>
Pairs by_group(const std::vector<std::uint32_t>& groups, Member member) {
    Pairs pairs;
    pairs.reserve(groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
        pairs.emplace_back(groups[i], member(i));
    }
    return pairs;
}

Pairs places_by_group(const Proposals& proposals, const std::vector<std::uint32_t>& groups) {
    Pairs pairs;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        for (const std::uint32_t place : proposals.list[i].places) {
            pairs.emplace_back(groups[i], place);
        }
    }
    return pairs;
}

std::size_t document_count(const Proposals& proposals) {
    std::size_t count = 0;
    for (const Proposal& proposal : proposals.list) {
        count = proposal.places.empty() ? count : std::max(count, std::size_t{proposal.places.back()} + 1);
    }
    return count;
}

}  // namespace

bool contains(std::span<const std::uint32_t> sorted, std::uint32_t number) {
    return std::binary_search(sorted.begin(), sorted.end(), number);
}

std::size_t most_common_of(std::size_t documents) {
    return std::clamp(documents / common_share, always_rare, never_rare);
}

Commonness commonness_of(std::size_t documents, std::size_t most_common) {
    return documents <= most_common ? Commonness::rare : documents <= walked ? Commonness::frequent : Commonness::common;
}

std::string name_of(const Proposal& proposal) {
    return proposal.labels.empty() ? std::string() : proposal.labels.begin()->second;
}

AllSurroundings::AllSurroundings(const Proposals& proposals, Joiner& joiner)
    : proposals_(proposals),
      kin_(groups_of(proposals, joiner)),
      documents_(proposals.list.size(), places_by_group(proposals, kin_)),
      in_(document_count(proposals), swapped(places_by_group(proposals, kin_))) {
    std::size_t documents = 0;  // with something in them
    for (std::size_t place = 0; place < in_.size(); ++place) {
        documents += in_.of(place).empty() ? 0U : 1U;
    }
    most_common_ = most_common_of(documents);
}

std::string AllSurroundings::name_of(std::uint32_t kin) const {
    return detail::name_of(proposals_.list[kin]);
}

Context::Context(const Proposals& proposals, Joiner& joiner, const Surroundings& surroundings, const std::vector<std::uint32_t>& kin)
    : surroundings_(surroundings),
      members_(proposals.list.size(), by_group(groups_of(proposals, joiner), small)),
      places_(proposals.list.size(), places_by_group(proposals, groups_of(proposals, joiner))),
      kin_(proposals.list.size(), by_group(groups_of(proposals, joiner), [&](std::size_t i) { return kin[i]; })) {
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        const std::size_t group = joiner.group_of(i);
        if (group == i) {
            groups_.push_back(i);
        }
        if (!proposals.list[i].titles.empty()) {
            titles_[group].insert(proposals.list[i].titles.begin(), proposals.list[i].titles.end());
        }
    }
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

// Visits (document of a, rare kin there, document of b with it) until the visitor returns false.
template <typename Visit>
void Context::each_shared(std::size_t a, std::size_t b, Visit visit) const {
    const auto of_b = places(b);
    for (const std::uint32_t x : places(a)) {
        for (const std::uint32_t kin : surroundings_.kin_in(x)) {
            if (contains(kin_.of(a), kin) || contains(kin_.of(b), kin) ||
                surroundings_.commonness(kin) > surroundings_.most_common()) {
                continue;
            }
            for (const std::uint32_t y : surroundings_.documents_of(kin)) {
                if (y != x && contains(of_b, y) && !visit(x, kin, y)) {
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
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> counts;  // two documents -> kin that they share
    std::size_t most = 0;
    each_shared(a, b, [&](std::uint32_t x, std::uint32_t, std::uint32_t y) {
        most = std::max(most, ++counts[{x, y}]);
        return most < enough;
    });
    return most;
}

std::size_t Context::acquainted(std::size_t a, std::size_t b, std::size_t enough) const {
    std::set<std::uint32_t> found;
    const auto of_b = places(b);
    const auto stands_in_b = [&](std::uint32_t kin) {
        const auto where = surroundings_.documents_of(kin);
        return std::any_of(where.begin(), where.end(), [&](std::uint32_t place) { return contains(of_b, place); });
    };
    for (const std::uint32_t place : places(a)) {
        for (const std::uint32_t kin : surroundings_.kin_in(place)) {
            const bool other = !contains(kin_.of(a), kin) && !contains(kin_.of(b), kin) && surroundings_.commonness(kin) <= walked;
            if (other && !found.contains(kin) && stands_in_b(kin) && found.insert(kin).second && found.size() >= enough) {
                return found.size();
            }
        }
    }
    return found.size();
}

std::vector<std::string> Context::names_beside(std::size_t a, std::size_t b) const {
    std::set<std::string> names;
    each_shared(a, b, [&](std::uint32_t, std::uint32_t kin, std::uint32_t) {
        if (std::string name = surroundings_.name_of(kin); !name.empty()) {
            names.insert(std::move(name));
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
