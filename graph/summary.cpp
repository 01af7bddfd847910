#include "graph/summary.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace newsgraph {

namespace {

std::vector<std::size_t> degrees(const KnowledgeGraph& graph) {
    std::vector<std::size_t> degrees(graph.nodes().size());
    for (const GraphEdge& edge : graph.edges()) {
        ++degrees[edge.source];
        if (edge.target != edge.source) {
            ++degrees[edge.target];
        }
    }
    return degrees;
}

// Of each part the number of its nodes; nodes without an edge are parts of one.
std::vector<std::size_t> part_sizes(const KnowledgeGraph& graph) {
    std::vector<std::size_t> parent(graph.nodes().size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    const auto root = [&](std::size_t node) {
        while (parent[node] != node) {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        return node;
    };
    for (const GraphEdge& edge : graph.edges()) {
        const std::size_t a = root(edge.source);
        const std::size_t b = root(edge.target);
        parent[std::max(a, b)] = std::min(a, b);
    }
    std::map<std::size_t, std::size_t> sizes;
    for (std::size_t i = 0; i < parent.size(); ++i) {
        ++sizes[root(i)];
    }
    std::vector<std::size_t> out;
    for (const auto& [first, size] : sizes) {
        out.push_back(size);
    }
    return out;
}

void note_date(GraphSummary& out, const std::string& first, const std::string& last) {
    if (!first.empty() && (out.first_date.empty() || first < out.first_date)) {
        out.first_date = first;
    }
    out.last_date = std::max(out.last_date, last);
}

void count_articles(const KnowledgeGraph& graph, GraphSummary& out) {
    if (graph.articles().empty()) {
        for (const GraphNode& node : graph.nodes()) {
            note_date(out, node.first_seen, node.last_seen);
        }
        return;
    }
    out.articles = graph.articles().size();
    for (const GraphArticle& article : graph.articles()) {
        out.dated_articles += article.date.empty() ? 0U : 1U;
        note_date(out, article.date, article.date);
    }
}

}  // namespace

Entities entities(const KnowledgeGraph& graph, const EntityOptions& options) {
    const std::vector<std::size_t> degree = degrees(graph);
    Entities out;
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
        const GraphNode& node = graph.nodes()[i];
        const bool of_type = options.types.empty() ||
                             std::find(options.types.begin(), options.types.end(), node.type) != options.types.end();
        if (of_type && node.mentions >= options.min_mentions) {
            out.list.push_back({i, degree[i]});
        }
    }
    const auto rank = [&](const Entity& entity) {
        switch (options.order) {
        case EntityOrder::mentions:
            return std::size_t{graph.nodes()[entity.node].mentions};
        case EntityOrder::degree:
            return entity.degree;
        case EntityOrder::label:
            break;
        }
        return std::size_t{0};
    };
    std::sort(out.list.begin(), out.list.end(), [&](const Entity& a, const Entity& b) {
        const std::size_t rank_a = rank(a);
        const std::size_t rank_b = rank(b);
        return std::tie(rank_b, graph.nodes()[a.node].label, a.node) < std::tie(rank_a, graph.nodes()[b.node].label, b.node);
    });
    out.total = out.list.size();
    if (options.limit != 0 && out.list.size() > options.limit) {
        out.list.resize(options.limit);
    }
    return out;
}

std::vector<RelationSummary> relation_summaries(const KnowledgeGraph& graph) {
    std::map<std::string, RelationSummary> found;
    std::map<std::string, std::set<std::string>> documents;
    for (const GraphEdge& edge : graph.edges()) {
        RelationSummary& relation = found[edge.relation];
        if (relation.edges == 0) {
            relation.relation = edge.relation;
            relation.symmetric = edge.symmetric;
            relation.plover = edge.plover;
            relation.quad = edge.quad;
            relation.score = edge.score;
        }
        ++relation.edges;
        relation.negated += edge.status == EdgeStatus::negated ? 1U : 0U;
        relation.unrealized += edge.status == EdgeStatus::unrealized ? 1U : 0U;
        relation.statements += edge.mentions;
        for (const EdgeEvidence& statement : edge.statements) {
            documents[edge.relation].insert(statement.doc);
        }
    }
    std::vector<RelationSummary> out;
    for (auto& [name, relation] : found) {
        if (graph.whole_evidence()) {
            relation.documents = documents[name].size();
        }
        out.push_back(std::move(relation));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const RelationSummary& a, const RelationSummary& b) { return a.edges > b.edges; });
    return out;
}

GraphSummary summary(const KnowledgeGraph& graph) {
    GraphSummary out;
    out.nodes = graph.nodes().size();
    for (const GraphNode& node : graph.nodes()) {
        ++out.nodes_by_type[node.type];
    }
    out.edges = graph.edges().size();
    for (const GraphEdge& edge : graph.edges()) {
        ++out.edges_by_status[edge.status];
        ++out.edges_by_quad[edge.quad];
        out.statements += edge.mentions;
    }
    count_articles(graph, out);
    const std::vector<std::size_t> sizes = part_sizes(graph);
    const std::vector<std::size_t> degree = degrees(graph);
    out.isolated = static_cast<std::size_t>(std::count(degree.begin(), degree.end(), std::size_t{0}));
    out.components = static_cast<std::size_t>(std::count_if(sizes.begin(), sizes.end(), [](auto size) { return size > 1; }));
    for (const std::size_t size : sizes) {
        out.largest_component = size > 1 ? std::max(out.largest_component, size) : out.largest_component;
    }
    return out;
}

}  // namespace newsgraph
