#include "graph/paths.hpp"

#include "graph/links.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

namespace newsgraph {

namespace {

using Nodes = std::vector<std::size_t>;

constexpr std::size_t unreached = std::numeric_limits<std::size_t>::max();

// A chain in the making, in the order in which chains are answered.
struct Candidate {
    Nodes nodes;
    std::uint64_t weight = 0;
    std::size_t left_at = 0;  // where it leaves the chain that it was made from

    bool operator<(const Candidate& other) const {
        return std::forward_as_tuple(nodes.size(), other.weight, nodes) <
               std::forward_as_tuple(other.nodes.size(), weight, other.nodes);
    }
};

std::vector<bool> allowed_nodes(const KnowledgeGraph& graph, const std::vector<std::string>& types) {
    std::vector<bool> allowed(graph.nodes().size(), true);
    for (std::size_t i = 0; i < allowed.size() && !types.empty(); ++i) {
        allowed[i] = std::find(types.begin(), types.end(), graph.nodes()[i].type) != types.end();
    }
    return allowed;
}

// The best way from one node to the target that goes round what is barred.
class Search {
public:
    Search(const KnowledgeGraph& graph, std::size_t target, const PathOptions& options)
        : out_(graph, options.edges, options.directed ? Direction::out : Direction::both),
          in_(graph, options.edges, options.directed ? Direction::in : Direction::both),
          allowed_(allowed_nodes(graph, options.types)),
          target_(target) {}

    // Appends the way to `path`, whose last node it starts from and whose others it does not touch. False if there is none
    // of so many steps at most.
    bool extend(Candidate& path, const std::set<std::size_t>& barred_steps, std::size_t most_steps) {
        const std::size_t start = path.nodes.back();
        measure(path.nodes, barred_steps, most_steps);
        if (steps_[start] == unreached) {
            return false;
        }
        for (std::size_t node = start; node != target_;) {
            const auto links = out_.of(node);
            // Links are sorted: of equally good ones the first leads to the smallest id.
            const auto best = std::find_if(links.begin(), links.end(), [&](const NodeLink& link) {
                return steps_[link.node] != unreached && steps_[link.node] + 1 == steps_[node] &&
                       weights_[link.node] + link.weight == weights_[node] &&
                       (node != start || !barred_steps.contains(link.node));
            });
            path.weight += best->weight;
            path.nodes.push_back(node = best->node);
        }
        return true;
    }

    std::uint64_t weight(std::size_t from, std::size_t to) const {
        const auto links = out_.of(from);
        return std::lower_bound(links.begin(), links.end(), to, [](const NodeLink& link, std::size_t node) { return link.node < node; })
            ->weight;
    }

private:
    // Breadth first from the target against the links: steps to it, and the greatest weight of a way of so many steps.
    void measure(const Nodes& root, const std::set<std::size_t>& barred_steps, std::size_t most_steps) {
        steps_.assign(out_.size(), unreached);
        weights_.assign(out_.size(), 0);
        std::vector<bool> open = allowed_;
        for (const std::size_t node : root) {
            open[node] = false;
        }
        const std::size_t start = root.back();
        open[start] = true;
        steps_[target_] = 0;
        Nodes layer = {target_};
        for (std::size_t steps = 1; steps <= most_steps && !layer.empty() && steps_[start] == unreached; ++steps) {
            Nodes next;
            for (const std::size_t node : layer) {
                for (const NodeLink& link : in_.of(node)) {
                    const std::size_t before = link.node;
                    if (!open[before] || steps_[before] < steps || (before == start && barred_steps.contains(node))) {
                        continue;
                    }
                    if (steps_[before] == unreached) {
                        steps_[before] = steps;
                        next.push_back(before);
                    }
                    weights_[before] = std::max(weights_[before], weights_[node] + link.weight);
                }
            }
            layer = std::move(next);
        }
    }

    Links out_;
    Links in_;
    std::vector<bool> allowed_;
    std::size_t target_;
    std::vector<std::size_t> steps_;
    std::vector<std::uint64_t> weights_;
};

// Steps that chains found already take behind the same first nodes.
std::set<std::size_t> taken_steps(const std::vector<Candidate>& found, const Nodes& root) {
    std::set<std::size_t> taken;
    for (const Candidate& path : found) {
        if (path.nodes.size() > root.size() && std::equal(root.begin(), root.end(), path.nodes.begin())) {
            taken.insert(path.nodes[root.size()]);
        }
    }
    return taken;
}

std::vector<Candidate> best_paths(Search& search, std::size_t from, const PathOptions& options) {
    const std::size_t most = options.max_steps == 0 ? unreached - 1 : options.max_steps;
    std::vector<Candidate> found;
    std::set<Candidate> candidates;
    Candidate first{{from}, 0, 0};
    if (options.count > 0 && search.extend(first, {}, most)) {
        candidates.insert(std::move(first));
    }
    while (!candidates.empty()) {
        found.push_back(std::move(candidates.extract(candidates.begin()).value()));
        if (found.size() == options.count) {
            break;
        }
        const Candidate last = found.back();
        Candidate root;
        for (std::size_t i = 0; i + 1 < last.nodes.size(); ++i) {
            root.nodes.push_back(last.nodes[i]);
            root.weight += i == 0 ? 0 : search.weight(last.nodes[i - 1], last.nodes[i]);
            if (i < last.left_at || i >= most) {
                continue;
            }
            Candidate path = root;
            path.left_at = i;
            if (search.extend(path, taken_steps(found, root.nodes), most - i)) {
                candidates.insert(std::move(path));
            }
        }
    }
    return found;
}

std::vector<std::size_t> edges_between(const KnowledgeGraph& graph, std::size_t from, std::size_t to, const PathOptions& options) {
    std::vector<std::size_t> edges;
    const auto collect = [&](const std::vector<std::size_t>& list, bool along) {
        for (const std::size_t index : list) {
            const GraphEdge& edge = graph.edges()[index];
            const bool there = along ? edge.target == to : edge.source == to;
            if (there && (along || !options.directed || edge.symmetric) && passes(graph, edge, options.edges)) {
                edges.push_back(index);
            }
        }
    };
    collect(graph.out_edges(from), true);
    collect(graph.in_edges(from), false);
    std::sort(edges.begin(), edges.end(), [&](std::size_t a, std::size_t b) {
        return std::tie(graph.edges()[b].weight, a) < std::tie(graph.edges()[a].weight, b);
    });
    return edges;
}

}  // namespace

std::vector<Path> shortest_paths(const KnowledgeGraph& graph, std::size_t from, std::size_t to, const PathOptions& options) {
    if (from == to) {
        return {};
    }
    Search search(graph, to, options);
    std::vector<Path> paths;
    for (Candidate& found : best_paths(search, from, options)) {
        Path& path = paths.emplace_back();
        path.weight = found.weight;
        for (std::size_t i = 0; i + 1 < found.nodes.size(); ++i) {
            path.edges.push_back(edges_between(graph, found.nodes[i], found.nodes[i + 1], options));
        }
        path.nodes = std::move(found.nodes);
    }
    return paths;
}

}  // namespace newsgraph
