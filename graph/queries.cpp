#include "graph/queries.hpp"

#include "extract/base/utf8.hpp"
#include "graph/names.hpp"

#include <algorithm>
#include <tuple>

namespace newsgraph {

namespace {

constexpr std::size_t most_near_names = 5;

using Nodes = std::vector<std::size_t>;

template <typename Visit>
void each_name(const GraphNode& node, Visit visit) {
    visit(node.label);
    for (const std::string& alias : node.aliases) {
        visit(alias);
    }
}

void most_mentioned_first(const KnowledgeGraph& graph, Nodes& nodes) {
    std::sort(nodes.begin(), nodes.end(), [&](std::size_t a, std::size_t b) {
        const GraphNode& x = graph.nodes()[a];
        const GraphNode& y = graph.nodes()[b];
        return x.mentions != y.mentions ? x.mentions > y.mentions : a < b;
    });
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

template <typename Test>
Nodes nodes_with(const KnowledgeGraph& graph, Test test) {
    Nodes out;
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
        if (test(graph.nodes()[i])) {
            out.push_back(i);
        }
    }
    return out;
}

bool has_alias(const GraphNode& node, std::string_view name) {
    return std::find(node.aliases.begin(), node.aliases.end(), name) != node.aliases.end();
}

bool has_words(std::string_view name, std::string_view words) {
    const std::string padded = " " + name_key(name) + " ";
    return padded.find(" " + std::string(words) + " ") != std::string::npos;
}

// The first way of matching that hits at all.
Nodes matching(const KnowledgeGraph& graph, std::string_view name, const OtherNames& other_names) {
    const std::string wanted = fold_name(name);
    Nodes nodes = nodes_with(graph, [&](const GraphNode& node) { return fold_name(node.label) == wanted; });
    if (nodes.empty()) {
        nodes = nodes_with(graph, [&](const GraphNode& node) {
            return std::any_of(node.aliases.begin(), node.aliases.end(),
                               [&](const std::string& alias) { return fold_name(alias) == wanted; });
        });
    }
    if (nodes.size() > 1) {
        Nodes exact = nodes_with(graph, [&](const GraphNode& node) { return node.label == name || has_alias(node, name); });
        exact.erase(std::remove_if(exact.begin(), exact.end(),
                                   [&](std::size_t i) { return std::find(nodes.begin(), nodes.end(), i) == nodes.end(); }),
                    exact.end());
        return exact.empty() ? nodes : exact;
    }
    if (nodes.empty() && other_names) {
        for (const std::string& id : other_names(name)) {
            if (const auto found = graph.find(id)) {
                nodes.push_back(*found);
            }
        }
    }
    if (nodes.empty()) {
        const std::string words = name_key(name);
        nodes = nodes_with(graph, [&](const GraphNode& node) {
            bool hit = false;
            each_name(node, [&](const std::string& text) { hit = hit || has_words(text, words); });
            return hit;
        });
    }
    return nodes;
}

Nodes near(const KnowledgeGraph& graph, std::string_view name) {
    const std::u32string wanted = utf8::decode(fold_name(name));
    const std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
    std::vector<std::tuple<std::size_t, std::size_t, std::size_t>> found;  // distance, fewer mentions, node
    const std::size_t many = static_cast<std::size_t>(-1);
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
        const GraphNode& node = graph.nodes()[i];
        std::size_t best = limit + 1;
        const auto compare = [&](const std::string& text) {
            best = std::min(best, edit_distance(utf8::decode(fold_name(text)), wanted, limit));
        };
        each_name(node, compare);
        // A surname with a slip is nearer to its word than to the whole name.
        const std::string key = name_key(node.label);
        for (std::size_t begin = 0; begin < key.size();) {
            const std::size_t end = std::min(key.find(' ', begin), key.size());
            compare(key.substr(begin, end - begin));
            begin = end + 1;
        }
        if (best <= limit) {
            found.emplace_back(best, many - node.mentions, i);
        }
    }
    std::sort(found.begin(), found.end());
    Nodes out;
    for (std::size_t i = 0; i < std::min(found.size(), most_near_names); ++i) {
        out.push_back(std::get<2>(found[i]));
    }
    return out;
}

// "2026" and "2026-01-05" compare by as much as the shorter one says.
bool on_or_after(const std::string& date, const std::string& since) {
    return date.compare(0, since.size(), since, 0, date.size()) >= 0;
}

bool on_or_before(const std::string& date, const std::string& until) {
    return date.compare(0, until.size(), until, 0, date.size()) <= 0;
}

bool edge_in_time(const KnowledgeGraph& graph, const GraphEdge& edge, const EdgeFilter& filter) {
    if (filter.since.empty() && filter.until.empty()) {
        return true;
    }
    if (!graph.whole_evidence()) {
        return !edge.first_seen.empty() && on_or_after(edge.last_seen, filter.since) && on_or_before(edge.first_seen, filter.until);
    }
    return std::any_of(edge.statements.begin(), edge.statements.end(), [&](const EdgeEvidence& statement) {
        return in_time(statement.date.empty() ? statement.published : statement.date, filter);
    });
}

template <typename Thing>
bool listed(const std::vector<Thing>& list, const Thing& thing) {
    return list.empty() || std::find(list.begin(), list.end(), thing) != list.end();
}

using Reached = std::vector<Neighbor>;  // by node

class Walk {
public:
    Walk(const KnowledgeGraph& graph, const NeighborOptions& options) : graph_(graph), options_(options) {}

    // Breadth first from all the names at once.
    Reached from(const Nodes& names) const {
        std::vector<bool> left(graph_.nodes().size(), false);  // known at a smaller distance
        std::vector<std::uint32_t> place(left.size(), none);   // in `reached`
        Reached reached;
        Nodes front;
        for (const std::size_t name : names) {
            if (!left[name]) {
                left[name] = true;
                front.push_back(name);
            }
        }
        for (std::size_t distance = 1; distance <= options_.depth && !front.empty(); ++distance) {
            Nodes next;
            for (const std::size_t node : front) {
                for (const Hop& hop : hops(node)) {
                    const GraphEdge& edge = graph_.edges()[hop.edge];
                    const std::size_t other = edge.source == node ? edge.target : edge.source;
                    if (left[other]) {
                        continue;
                    }
                    if (place[other] == none) {
                        place[other] = static_cast<std::uint32_t>(reached.size());
                        reached.push_back({other, distance, {}});
                        next.push_back(other);
                    }
                    reached[place[other]].hops.push_back(hop);
                }
            }
            for (const std::size_t node : next) {
                left[node] = true;
            }
            front = std::move(next);
        }
        std::sort(reached.begin(), reached.end(), [](const Neighbor& a, const Neighbor& b) { return a.node < b.node; });
        return reached;
    }

private:
    std::vector<Hop> hops(std::size_t node) const {
        std::vector<Hop> out;
        const auto collect = [&](const std::vector<std::size_t>& edges, bool outgoing) {
            for (const std::size_t index : edges) {
                const GraphEdge& edge = graph_.edges()[index];
                const bool this_way = options_.direction == Direction::both ||
                                      (options_.direction == Direction::out) == outgoing;
                if ((this_way || edge.symmetric) && passes(graph_, edge, options_.edges)) {
                    out.push_back({index, node, outgoing});
                }
            }
        };
        collect(graph_.out_edges(node), true);
        collect(graph_.in_edges(node), false);
        return out;
    }

    static constexpr std::uint32_t none = UINT32_MAX;

    const KnowledgeGraph& graph_;
    const NeighborOptions& options_;
};

// Keeps what both have, with the hops of both and the larger distance.
void keep_common(Reached& all, const Reached& more) {
    Reached both;
    auto other = more.begin();
    for (Neighbor& neighbor : all) {
        other = std::find_if(other, more.end(), [&](const Neighbor& one) { return one.node >= neighbor.node; });
        if (other == more.end() || other->node != neighbor.node) {
            continue;
        }
        neighbor.distance = std::max(neighbor.distance, other->distance);
        neighbor.hops.insert(neighbor.hops.end(), other->hops.begin(), other->hops.end());
        both.push_back(std::move(neighbor));
    }
    all = std::move(both);
}

Reached next_to_all(const KnowledgeGraph& graph, const Nodes& names, const NeighborOptions& options) {
    const Walk walk(graph, options);
    Reached reached;
    for (std::size_t i = 0; i < names.size(); ++i) {
        Reached one = walk.from({names[i]});
        if (i == 0) {
            reached = std::move(one);
        } else {
            keep_common(reached, one);
        }
    }
    std::erase_if(reached, [&](const Neighbor& one) { return std::find(names.begin(), names.end(), one.node) != names.end(); });
    return reached;
}

// Heaviest first; ways from several names may have an edge in common.
void sort_hops(const KnowledgeGraph& graph, std::vector<Hop>& hops) {
    if (hops.size() < 2) {
        return;
    }
    const auto key = [&](const Hop& hop) {
        return std::tuple(-static_cast<std::int64_t>(graph.edges()[hop.edge].weight), hop.edge, hop.outgoing);
    };
    std::sort(hops.begin(), hops.end(), [&](const Hop& a, const Hop& b) { return key(a) < key(b); });
    hops.erase(std::unique(hops.begin(), hops.end(), [&](const Hop& a, const Hop& b) { return key(a) == key(b); }), hops.end());
}

// Nodes that articles propose this id for: those with most of them.
Nodes with_proposed_id(const KnowledgeGraph& graph, std::string_view id) {
    std::ptrdiff_t most = 1;
    Nodes out;
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
        const auto& evidence = graph.nodes()[i].evidence;
        const auto count = std::count_if(evidence.begin(), evidence.end(), [&](const NodeEvidence& one) { return one.node == id; });
        if (count > most) {
            out.clear();
            most = count;
        }
        if (count == most) {
            out.push_back(i);
        }
    }
    return out;
}

}  // namespace

NameMatch find_node(const KnowledgeGraph& graph, std::string_view name, const OtherNames& other_names) {
    if (const auto found = graph.find(name)) {
        return {Found::one, {*found}};
    }
    if (fold_name(name).empty()) {
        return {};
    }
    Nodes nodes = with_proposed_id(graph, name);
    if (nodes.empty()) {
        nodes = matching(graph, name, other_names);
    }
    if (nodes.empty()) {
        return {Found::none, near(graph, name)};
    }
    most_mentioned_first(graph, nodes);
    return {nodes.size() == 1 ? Found::one : Found::several, nodes};
}

bool in_time(const std::string& date, const EdgeFilter& filter) {
    if (filter.since.empty() && filter.until.empty()) {
        return true;
    }
    return !date.empty() && on_or_after(date, filter.since) && on_or_before(date, filter.until);
}

bool passes_at_any_time(const GraphEdge& edge, const EdgeFilter& filter) {
    return listed(filter.relations, edge.relation) && (filter.statuses.empty() || filter.statuses.count(edge.status) != 0) &&
           edge.weight >= filter.min_weight && edge.confidence >= filter.min_confidence;
}

bool passes(const KnowledgeGraph& graph, const GraphEdge& edge, const EdgeFilter& filter) {
    return passes_at_any_time(edge, filter) && edge_in_time(graph, edge, filter);
}

KnowledgeGraph filtered(const KnowledgeGraph& graph, const GraphFilter& filter) {
    std::vector<char> linked(graph.nodes().size(), 0);
    const auto of_type = [&](std::size_t node) { return listed(filter.types, graph.nodes()[node].type); };
    Nodes edges;
    for (std::size_t i = 0; i < graph.edges().size(); ++i) {
        const GraphEdge& edge = graph.edges()[i];
        if (of_type(edge.source) && of_type(edge.target) && passes(graph, edge, filter.edges)) {
            linked[edge.source] = linked[edge.target] = 1;
            edges.push_back(i);
        }
    }
    Nodes nodes;
    for (std::size_t i = 0; i < linked.size(); ++i) {
        if (linked[i] != 0 || (filter.isolated && of_type(i))) {
            nodes.push_back(i);
        }
    }
    if (nodes.size() == graph.nodes().size() && edges.size() == graph.edges().size()) {
        return graph;  // shares all its data
    }
    std::vector<std::size_t> place(graph.nodes().size());
    std::vector<GraphNode> kept_nodes;
    kept_nodes.reserve(nodes.size());
    for (const std::size_t node : nodes) {
        place[node] = kept_nodes.size();
        kept_nodes.push_back(graph.nodes()[node]);
    }
    std::vector<GraphEdge> kept_edges;
    kept_edges.reserve(edges.size());
    for (const std::size_t edge : edges) {
        GraphEdge& kept = kept_edges.emplace_back(graph.edges()[edge]);
        kept.source = place[kept.source];
        kept.target = place[kept.target];
    }
    return {std::move(kept_nodes), std::move(kept_edges), graph.whole_evidence(), graph.articles(), graph.decisions()};
}

Neighbors neighbors(const KnowledgeGraph& graph, const std::vector<std::size_t>& names, const NeighborOptions& options) {
    Reached reached = options.common ? next_to_all(graph, names, options) : Walk(graph, options).from(names);

    // Distance, less weight, label, id: nodes are in the order of their ids.
    using Rank = std::tuple<std::size_t, std::uint64_t, std::string_view, std::size_t>;
    std::vector<std::pair<Rank, Neighbor*>> ranks;
    for (Neighbor& neighbor : reached) {
        const GraphNode& node = graph.nodes()[neighbor.node];
        if (listed(options.types, node.type)) {
            sort_hops(graph, neighbor.hops);
            std::uint64_t weight = 0;
            for (const Hop& hop : neighbor.hops) {
                weight += graph.edges()[hop.edge].weight;
            }
            ranks.emplace_back(Rank(neighbor.distance, UINT64_MAX - weight, node.label, neighbor.node), &neighbor);
        }
    }
    std::sort(ranks.begin(), ranks.end());
    Neighbors out;
    out.list.reserve(ranks.size());
    for (const auto& [rank, neighbor] : ranks) {
        out.list.push_back(std::move(*neighbor));
    }
    out.total = out.list.size();
    if (options.limit != 0 && out.list.size() > options.limit) {
        out.list.resize(options.limit);
    }
    return out;
}

}  // namespace newsgraph
