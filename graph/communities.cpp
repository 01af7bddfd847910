#include "graph/communities.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace newsgraph {

namespace {

using Groups = std::vector<std::size_t>;  // of each node its group

constexpr std::size_t most_rounds = 100;
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
constexpr double least_gain = 1e-9;  // less is a matter of rounding

// One level of the method: nodes that are groups of the level below. A link to itself is what is inside.
class Level {
public:
    Level(std::vector<std::vector<NodeLink>> links, std::vector<std::uint64_t> inside)
        : links_(std::move(links)), inside_(std::move(inside)), degree_(links_.size()), group_(links_.size()) {
        std::iota(group_.begin(), group_.end(), std::size_t{0});
        for (std::size_t i = 0; i < links_.size(); ++i) {
            degree_[i] = 2 * inside_[i];
            for (const NodeLink& link : links_[i]) {
                degree_[i] += link.weight;
            }
        }
        sum_ = degree_;
        whole_ = std::accumulate(degree_.begin(), degree_.end(), std::uint64_t{0});
        to_group_.resize(links_.size());
    }

    // Moves nodes until none gains by it. False if none moved at all.
    bool improve(double resolution) {
        bool moved = false;
        bool again = whole_ > 0;
        for (std::size_t round = 0; round < most_rounds && again; ++round) {
            again = false;
            for (std::size_t node = 0; node < links_.size(); ++node) {
                again = move(node, resolution) || again;
            }
            moved = moved || again;
        }
        return moved;
    }

    const Groups& groups() const { return group_; }

    // The level whose nodes are the groups, which must be numbered from 0 without gaps.
    Level above(const Groups& groups, std::size_t count) const {
        std::vector<std::map<std::size_t, std::uint64_t>> sums(count);
        std::vector<std::uint64_t> inside(count);
        for (std::size_t node = 0; node < links_.size(); ++node) {
            inside[groups[node]] += inside_[node];
            for (const NodeLink& link : links_[node]) {
                if (groups[link.node] != groups[node]) {
                    sums[groups[node]][groups[link.node]] += link.weight;
                } else if (node < link.node) {
                    inside[groups[node]] += link.weight;
                }
            }
        }
        std::vector<std::vector<NodeLink>> links(count);
        for (std::size_t i = 0; i < count; ++i) {
            for (const auto& [node, weight] : sums[i]) {
                links[i].push_back({node, weight});
            }
        }
        return {std::move(links), std::move(inside)};
    }

private:
    bool move(std::size_t node, double resolution) {
        const std::size_t home = group_[node];
        sum_[home] -= degree_[node];
        std::vector<std::size_t> near = {home};
        for (const NodeLink& link : links_[node]) {
            const std::size_t group = group_[link.node];
            if (to_group_[group] == 0 && group != home) {
                near.push_back(group);
            }
            to_group_[group] += link.weight;
        }
        std::sort(near.begin() + 1, near.end());
        const auto gain = [&](std::size_t group) {
            return static_cast<double>(to_group_[group]) - resolution * static_cast<double>(degree_[node]) *
                                                               static_cast<double>(sum_[group]) / static_cast<double>(whole_);
        };
        std::size_t best = home;
        for (const std::size_t group : near) {
            if (gain(group) > gain(best) + least_gain) {
                best = group;
            }
        }
        for (const std::size_t group : near) {
            to_group_[group] = 0;
        }
        group_[node] = best;
        sum_[best] += degree_[node];
        return best != home;
    }

    std::vector<std::vector<NodeLink>> links_;
    std::vector<std::uint64_t> inside_;
    std::vector<std::uint64_t> degree_;
    Groups group_;
    std::vector<std::uint64_t> sum_;  // degrees of a group's nodes
    std::uint64_t whole_ = 0;         // of all degrees
    std::vector<std::uint64_t> to_group_;  // scratch: weight of links to each group
};

// Numbers groups from 0 in the order of their first nodes; how many there are.
std::size_t renumber(Groups& groups) {
    std::map<std::size_t, std::size_t> numbers;
    for (std::size_t& group : groups) {
        group = numbers.try_emplace(group, numbers.size()).first->second;
    }
    return numbers.size();
}

// Parts of a group that no link inside joins become groups.
Groups connected_parts(const Links& links, const Groups& groups) {
    Groups parts(groups.size(), nowhere);
    for (std::size_t first = 0; first < groups.size(); ++first) {
        if (parts[first] != nowhere) {
            continue;
        }
        parts[first] = first;
        std::vector<std::size_t> open = {first};
        while (!open.empty()) {
            const std::size_t node = open.back();
            open.pop_back();
            for (const NodeLink& link : links.of(node)) {
                if (parts[link.node] == nowhere && groups[link.node] == groups[node]) {
                    parts[link.node] = first;
                    open.push_back(link.node);
                }
            }
        }
    }
    return parts;
}

// Of each group the sum of degrees and the weight inside, both counted at both ends.
double modularity(const Links& links, const Groups& groups, double resolution) {
    std::vector<std::uint64_t> degrees(groups.size());
    std::uint64_t inside = 0;
    std::uint64_t whole = 0;
    for (std::size_t node = 0; node < groups.size(); ++node) {
        for (const NodeLink& link : links.of(node)) {
            degrees[groups[node]] += link.weight;
            inside += groups[link.node] == groups[node] ? link.weight : 0;
            whole += link.weight;
        }
    }
    if (whole == 0) {
        return 0.0;
    }
    double expected = 0.0;
    for (const std::uint64_t degree : degrees) {
        const double share = static_cast<double>(degree) / static_cast<double>(whole);
        expected += share * share;
    }
    return static_cast<double>(inside) / static_cast<double>(whole) - resolution * expected;
}

void sort_members(Community& community, const Links& links, const Groups& groups) {
    std::map<std::size_t, std::uint64_t> inside;
    for (const std::size_t node : community.nodes) {
        for (const NodeLink& link : links.of(node)) {
            inside[node] += groups[link.node] == groups[node] ? link.weight : 0;
        }
        community.weight += inside[node];
    }
    community.weight /= 2;
    std::sort(community.nodes.begin(), community.nodes.end(), [&](std::size_t a, std::size_t b) {
        return inside[a] != inside[b] ? inside[a] > inside[b] : a < b;
    });
}

// The heaviest edges inside each group.
void add_edges(const KnowledgeGraph& graph, const Groups& groups, const CommunityOptions& options, std::vector<Community>& list) {
    for (std::size_t i = 0; i < graph.edges().size(); ++i) {
        const GraphEdge& edge = graph.edges()[i];
        if (edge.source != edge.target && groups[edge.source] == groups[edge.target] && passes(graph, edge, options.edges)) {
            list[groups[edge.source]].edges.push_back(i);
        }
    }
    for (Community& community : list) {
        std::stable_sort(community.edges.begin(), community.edges.end(),
                         [&](std::size_t a, std::size_t b) { return graph.edges()[a].weight > graph.edges()[b].weight; });
        community.edges.resize(std::min(community.edges.size(), options.strongest_edges));
    }
}

}  // namespace

std::vector<std::size_t> louvain(const Links& links, double resolution) {
    std::vector<std::vector<NodeLink>> lists;
    for (std::size_t i = 0; i < links.size(); ++i) {
        lists.emplace_back(links.of(i).begin(), links.of(i).end());
    }
    Level level(std::move(lists), std::vector<std::uint64_t>(links.size()));
    Groups groups(links.size());
    std::iota(groups.begin(), groups.end(), std::size_t{0});
    while (level.improve(resolution)) {
        Groups upper = level.groups();
        const std::size_t count = renumber(upper);
        for (std::size_t& group : groups) {
            group = upper[group];
        }
        level = level.above(upper, count);
    }
    groups = connected_parts(links, groups);
    renumber(groups);
    return groups;
}

Communities communities(const KnowledgeGraph& graph, const CommunityOptions& options) {
    const Links links(graph, options.edges, Direction::both);
    const Groups groups = louvain(links, options.resolution);
    Communities out;
    out.modularity = modularity(links, groups, options.resolution);
    std::vector<Community> list(groups.empty() ? 0 : *std::max_element(groups.begin(), groups.end()) + 1);
    for (std::size_t node = 0; node < groups.size(); ++node) {
        list[groups[node]].nodes.push_back(node);
        out.alone += links.of(node).empty() ? 1U : 0U;
    }
    add_edges(graph, groups, options, list);
    for (Community& community : list) {
        if (!links.of(community.nodes.front()).empty()) {
            sort_members(community, links, groups);
            out.list.push_back(std::move(community));
        }
    }
    std::sort(out.list.begin(), out.list.end(), [](const Community& a, const Community& b) {
        const std::size_t size_a = a.nodes.size();
        const std::size_t size_b = b.nodes.size();
        return std::tie(size_b, b.weight, a.nodes) < std::tie(size_a, a.weight, b.nodes);
    });
    out.total = out.list.size();
    if (options.limit != 0 && out.list.size() > options.limit) {
        out.list.resize(options.limit);
    }
    return out;
}

}  // namespace newsgraph
