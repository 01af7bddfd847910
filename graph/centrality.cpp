#include "graph/centrality.hpp"

#include "graph/random.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace newsgraph {

namespace {

// Ranks that are the same but for the order of sums must not be told apart by it.
constexpr double finest = 1e9;

std::vector<std::size_t> linked_nodes(const Links& links) {
    std::vector<std::size_t> nodes;
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (!links.of(i).empty()) {
            nodes.push_back(i);
        }
    }
    return nodes;
}

// The first `count` of the nodes shuffled, in their order.
std::vector<std::size_t> sample(std::vector<std::size_t> nodes, std::size_t count) {
    Random random;
    for (std::size_t i = 0; i < count; ++i) {
        std::swap(nodes[i], nodes[i + random.below(nodes.size() - i)]);
    }
    nodes.resize(count);
    std::sort(nodes.begin(), nodes.end());
    return nodes;
}

// The ways from one node to all others: Brandes' accumulation.
class Ways {
public:
    explicit Ways(const Links& links) : links_(links), steps_(links.size()), ways_(links.size()), share_(links.size()) {}

    // Adds to each node what it has of the ways from `start`.
    void add(std::size_t start, std::vector<double>& values) {
        walk(start);
        for (auto node = order_.rbegin(); node != order_.rend(); ++node) {
            for (const NodeLink& link : links_.of(*node)) {
                if (steps_[link.node] == steps_[*node] + 1) {
                    share_[*node] += ways_[*node] / ways_[link.node] * (1.0 + share_[link.node]);
                }
            }
            if (*node != start) {
                values[*node] += share_[*node];
            }
        }
    }

private:
    // Breadth first: steps from the start, and the number of shortest ways.
    void walk(std::size_t start) {
        for (const std::size_t node : order_) {
            steps_[node] = 0;
            ways_[node] = share_[node] = 0.0;
        }
        order_ = {start};
        steps_[start] = 1;  // 0 is not reached
        ways_[start] = 1.0;
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const std::size_t node = order_[i];
            for (const NodeLink& link : links_.of(node)) {
                if (steps_[link.node] == 0) {
                    steps_[link.node] = steps_[node] + 1;
                    order_.push_back(link.node);
                }
                if (steps_[link.node] == steps_[node] + 1) {
                    ways_[link.node] += ways_[node];
                }
            }
        }
    }

    const Links& links_;
    std::vector<std::size_t> steps_;
    std::vector<double> ways_;
    std::vector<double> share_;
    std::vector<std::size_t> order_;  // as they were reached
};

std::vector<double> degrees(const KnowledgeGraph& graph, const EdgeFilter& filter) {
    std::vector<double> values(graph.nodes().size());
    for (const GraphEdge& edge : graph.edges()) {
        if (passes(graph, edge, filter)) {
            values[edge.source] += 1.0;
            values[edge.target] += edge.source == edge.target ? 0.0 : 1.0;
        }
    }
    return values;
}

std::vector<double> mentions(const KnowledgeGraph& graph) {
    std::vector<double> values;
    for (const GraphNode& node : graph.nodes()) {
        values.push_back(node.mentions);
    }
    return values;
}

Betweenness measured(const KnowledgeGraph& graph, const TopOptions& options) {
    switch (options.measure) {
    case Measure::pagerank:
        return {pagerank(Links(graph, options.edges, Direction::out)), false};
    case Measure::betweenness:
        return betweenness(Links(graph, options.edges, Direction::both));
    case Measure::degree:
        return {degrees(graph, options.edges), false};
    case Measure::mentions:
        break;
    }
    return {mentions(graph), false};
}

}  // namespace

std::vector<double> pagerank(const Links& links, const PageRankOptions& options) {
    const std::size_t nodes = links.size();
    std::vector<double> out_weight(nodes);
    for (std::size_t i = 0; i < nodes; ++i) {
        for (const NodeLink& link : links.of(i)) {
            out_weight[i] += static_cast<double>(link.weight);
        }
    }
    const double all = static_cast<double>(std::max<std::size_t>(nodes, 1));
    std::vector<double> rank(nodes, 1.0 / all);
    double change = 1.0;
    for (std::size_t round = 0; round < options.most_rounds && change >= options.tolerance; ++round) {
        double stuck = 0.0;  // rank of nodes that lead nowhere
        std::vector<double> next(nodes);
        for (std::size_t i = 0; i < nodes; ++i) {
            stuck += links.of(i).empty() ? rank[i] : 0.0;
            for (const NodeLink& link : links.of(i)) {
                next[link.node] += rank[i] * (static_cast<double>(link.weight) / out_weight[i]);
            }
        }
        change = 0.0;
        for (std::size_t i = 0; i < nodes; ++i) {
            next[i] = (1.0 - options.damping + options.damping * stuck) / all + options.damping * next[i];
            change += std::abs(next[i] - rank[i]);
        }
        rank = std::move(next);
    }
    return rank;
}

Betweenness betweenness(const Links& links, std::size_t exact_nodes, std::size_t samples) {
    Betweenness out{std::vector<double>(links.size()), false};
    std::vector<std::size_t> starts = linked_nodes(links);
    const auto all = static_cast<double>(starts.size());
    if (starts.size() > std::max(exact_nodes, samples)) {
        out.sampled = true;
        starts = sample(std::move(starts), samples);
    }
    Ways ways(links);
    for (const std::size_t start : starts) {
        ways.add(start, out.values);
    }
    // Each pair was seen from both its ends.
    const double scale = starts.empty() ? 0.0 : 0.5 * all / static_cast<double>(starts.size());
    for (double& value : out.values) {
        value *= scale;
    }
    return out;
}

Top top(const KnowledgeGraph& graph, const TopOptions& options) {
    const Betweenness found = measured(graph, options);
    Top out;
    out.sampled = found.sampled;
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
        const std::string& type = graph.nodes()[i].type;
        if (options.types.empty() || std::find(options.types.begin(), options.types.end(), type) != options.types.end()) {
            out.list.push_back({i, std::round(found.values[i] * finest) / finest});
        }
    }
    std::sort(out.list.begin(), out.list.end(), [&](const RankedNode& a, const RankedNode& b) {
        return std::tie(b.value, graph.nodes()[a.node].label, a.node) < std::tie(a.value, graph.nodes()[b.node].label, b.node);
    });
    out.total = out.list.size();
    if (options.limit != 0 && out.list.size() > options.limit) {
        out.list.resize(options.limit);
    }
    return out;
}

}  // namespace newsgraph
