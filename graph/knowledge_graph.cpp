#include "graph/knowledge_graph.hpp"

#include "extract/base/error.hpp"

// Boost 1.74's own graph headers include headers that it calls deprecated.
#define BOOST_ALLOW_DEPRECATED_HEADERS
#include <boost/graph/adjacency_list.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace newsgraph {

namespace {

struct Link {
    std::size_t edge = 0;  // index in edges()
};

using Net = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, Link>;

// Dots part the pieces, and derived node ids have none; whatever a record calls a relation, no two edges get one id, and
// the id is one that every format can hold.
std::string escaped_relation(const std::string& relation) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : relation) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= ' ' || byte == 0x7F || std::string_view(".%&<>\"'\\").find(c) != std::string_view::npos) {
            out.append({'%', digits[byte >> 4U], digits[byte & 0xFU]});
        } else {
            out.push_back(c);
        }
    }
    return out;
}

std::string edge_id(const std::vector<GraphNode>& nodes, const GraphEdge& edge) {
    std::string id = nodes[edge.source].id + "." + escaped_relation(edge.relation) + "." + nodes[edge.target].id;
    if (edge.status != EdgeStatus::asserted) {
        id.append(".").append(to_string(edge.status));
    }
    return id;
}

template <typename Thing>
void refuse_twice(const std::vector<Thing>& things, const char* kind) {
    const auto twice = std::adjacent_find(things.begin(), things.end(),
                                          [](const Thing& a, const Thing& b) { return a.id == b.id; });
    if (twice != things.end()) {
        throw FormatError(std::string(kind) + " '" + twice->id + "' comes twice");
    }
}

}  // namespace

std::string_view to_string(EdgeStatus status) {
    switch (status) {
    case EdgeStatus::negated:
        return "negated";
    case EdgeStatus::unrealized:
        return "unrealized";
    case EdgeStatus::asserted:
        break;
    }
    return "asserted";
}

std::optional<EdgeStatus> edge_status(std::string_view name) {
    for (const EdgeStatus status : {EdgeStatus::asserted, EdgeStatus::negated, EdgeStatus::unrealized}) {
        if (to_string(status) == name) {
            return status;
        }
    }
    return std::nullopt;
}

struct KnowledgeGraph::Data {
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
    std::vector<GraphArticle> articles;
    Decisions decisions;
    bool whole_evidence = true;
    Net net;
};

KnowledgeGraph::KnowledgeGraph() : data_(std::make_shared<Data>()) {}

KnowledgeGraph::KnowledgeGraph(std::vector<GraphNode> nodes, std::vector<GraphEdge> edges, bool whole_evidence,
                               std::vector<GraphArticle> articles, Decisions decisions) {
    std::vector<std::size_t> order(nodes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return nodes[a].id < nodes[b].id; });
    std::vector<std::size_t> place(nodes.size());
    auto data = std::make_shared<Data>();
    data->whole_evidence = whole_evidence;
    std::sort(articles.begin(), articles.end(), [](const GraphArticle& a, const GraphArticle& b) { return a.doc < b.doc; });
    data->articles = std::move(articles);
    data->decisions = united({std::move(decisions)});
    data->nodes.reserve(nodes.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
        data->nodes.push_back(std::move(nodes[order[i]]));
    }
    refuse_twice(data->nodes, "node");

    for (GraphEdge& edge : edges) {
        if (edge.source >= place.size() || edge.target >= place.size()) {
            throw FormatError("edge '" + edge.id + "' leads to no node");
        }
        edge.source = place[edge.source];
        edge.target = place[edge.target];
        if (edge.id.empty()) {
            edge.id = edge_id(data->nodes, edge);
        }
    }
    order.resize(edges.size());  // sorting numbers moves less than sorting edges
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return edges[a].id < edges[b].id; });
    data->edges.reserve(edges.size());
    for (const std::size_t edge : order) {
        data->edges.push_back(std::move(edges[edge]));
    }
    refuse_twice(data->edges, "edge");

    data->net = Net(data->nodes.size());
    for (std::size_t i = 0; i < data->edges.size(); ++i) {
        boost::add_edge(data->edges[i].source, data->edges[i].target, Link{i}, data->net);
    }
    data_ = std::move(data);
}

const std::vector<GraphNode>& KnowledgeGraph::nodes() const {
    return data_->nodes;
}

const std::vector<GraphEdge>& KnowledgeGraph::edges() const {
    return data_->edges;
}

const std::vector<GraphArticle>& KnowledgeGraph::articles() const {
    return data_->articles;
}

const Decisions& KnowledgeGraph::decisions() const {
    return data_->decisions;
}

bool KnowledgeGraph::whole_evidence() const {
    return data_->whole_evidence;
}

std::optional<std::size_t> KnowledgeGraph::find(std::string_view id) const {
    const auto found = std::lower_bound(data_->nodes.begin(), data_->nodes.end(), id,
                                        [](const GraphNode& node, std::string_view wanted) { return node.id < wanted; });
    if (found == data_->nodes.end() || found->id != id) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - data_->nodes.begin());
}

// Edges were put in by index, and vecS keeps that order.
std::vector<std::size_t> KnowledgeGraph::out_edges(std::size_t node) const {
    std::vector<std::size_t> out;
    const auto [begin, end] = boost::out_edges(node, data_->net);
    std::transform(begin, end, std::back_inserter(out), [this](const auto& edge) { return data_->net[edge].edge; });
    return out;
}

std::vector<std::size_t> KnowledgeGraph::in_edges(std::size_t node) const {
    std::vector<std::size_t> out;
    const auto [begin, end] = boost::in_edges(node, data_->net);
    std::transform(begin, end, std::back_inserter(out), [this](const auto& edge) { return data_->net[edge].edge; });
    return out;
}

EdgeStatus status_of(std::string_view polarity, std::string_view realis) {
    if (realis != "actual") {
        return EdgeStatus::unrealized;
    }
    return polarity == "negated" ? EdgeStatus::negated : EdgeStatus::asserted;
}

KnowledgeGraph KnowledgeGraph::with_statuses(const std::set<EdgeStatus>& statuses) const {
    const auto unwanted = [&](const InnerStatement& inner) {
        return statuses.count(status_of(inner.statement.polarity, inner.statement.realis)) == 0;
    };
    std::vector<GraphNode> nodes = data_->nodes;
    for (GraphNode& node : nodes) {
        std::erase_if(node.inner, unwanted);
    }
    std::vector<GraphEdge> kept;
    std::copy_if(data_->edges.begin(), data_->edges.end(), std::back_inserter(kept),
                 [&](const GraphEdge& edge) { return statuses.count(edge.status) != 0; });
    return {std::move(nodes), std::move(kept), data_->whole_evidence, data_->articles, data_->decisions};
}

}  // namespace newsgraph
