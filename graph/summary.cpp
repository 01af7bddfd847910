#include "graph/summary.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace newsgraph {

namespace detail {

Connections::Connections(std::size_t nodes) : parent_(nodes), linked_(nodes, false) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
}

void Connections::add(std::size_t source, std::size_t target) {
    linked_[source] = linked_[target] = true;
    const std::size_t a = root(source);
    const std::size_t b = root(target);
    parent_[std::max(a, b)] = std::min(a, b);
}

std::size_t Connections::root(std::size_t node) {
    while (parent_[node] != node) {
        parent_[node] = parent_[parent_[node]];
        node = parent_[node];
    }
    return node;
}

void Connections::summarize(GraphSummary& out) {
    std::vector<std::size_t> sizes(parent_.size(), 0);
    for (std::size_t i = 0; i < parent_.size(); ++i) {
        ++sizes[root(i)];
    }
    out.isolated = static_cast<std::size_t>(std::count(linked_.begin(), linked_.end(), false));
    out.components = static_cast<std::size_t>(std::count_if(sizes.begin(), sizes.end(), [](auto size) { return size > 1; }));
    for (const std::size_t size : sizes) {
        out.largest_component = size > 1 ? std::max(out.largest_component, size) : out.largest_component;
    }
}

void sort_relations(std::vector<RelationSummary>& relations) {
    std::stable_sort(relations.begin(), relations.end(),
                     [](const RelationSummary& a, const RelationSummary& b) { return a.edges > b.edges; });
}

}  // namespace detail

namespace {

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

Entities entities(const KnowledgeGraph& graph, const std::vector<std::size_t>& degrees, const EntityOptions& options) {
    Entities out;
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
        const GraphNode& node = graph.nodes()[i];
        const bool of_type = options.types.empty() ||
                             std::find(options.types.begin(), options.types.end(), node.type) != options.types.end();
        if (of_type && node.mentions >= options.min_mentions) {
            out.list.push_back({i, degrees[i]});
        }
    }
    const auto rank = [&](const ListedEntity& entity) {
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
    std::sort(out.list.begin(), out.list.end(), [&](const ListedEntity& a, const ListedEntity& b) {
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
    detail::sort_relations(out);
    return out;
}

GraphSummary summary(const KnowledgeGraph& graph) {
    GraphSummary out;
    out.nodes = graph.nodes().size();
    for (const GraphNode& node : graph.nodes()) {
        ++out.nodes_by_type[node.type];
    }
    out.edges = graph.edges().size();
    detail::Connections connections(out.nodes);
    for (const GraphEdge& edge : graph.edges()) {
        ++out.edges_by_status[edge.status];
        ++out.edges_by_quad[edge.quad];
        out.statements += edge.mentions;
        connections.add(edge.source, edge.target);
    }
    count_articles(graph, out);
    connections.summarize(out);
    return out;
}

}  // namespace newsgraph
