#include "graph/knowledge_graph.hpp"

#include "extract/base/error.hpp"

// Boost 1.74's own graph headers include headers that it calls deprecated.
#define BOOST_ALLOW_DEPRECATED_HEADERS
#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <algorithm>
#include <iterator>
#include <mutex>
#include <string_view>
#include <utility>

namespace newsgraph {

namespace {

struct Link {
    std::size_t edge = 0;  // index in edges()
};

using Net = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, Link>;

Net net_of(std::size_t nodes, const std::vector<GraphEdge>& edges) {
    std::vector<std::pair<std::size_t, std::size_t>> ends;
    std::vector<Link> links;
    ends.reserve(edges.size());
    links.reserve(edges.size());
    for (const GraphEdge& edge : edges) {
        links.push_back({ends.size()});
        ends.emplace_back(edge.source, edge.target);
    }
    return {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), links.begin(), nodes};
}

// What stands at `from[place]` comes to `place`. Moves each thing once, and needs no room for a second list.
template <typename Thing>
void rearrange(std::vector<Thing>& things, std::vector<std::size_t> from) {
    for (std::size_t first = 0; first < from.size(); ++first) {
        if (from[first] == first) {
            continue;
        }
        Thing held = std::move(things[first]);
        std::size_t place = first;
        while (from[place] != first) {
            const std::size_t next = from[place];
            things[place] = std::move(things[next]);
            from[place] = place;
            place = next;
        }
        things[place] = std::move(held);
        from[place] = place;
    }
}

// The order of things by id, as indexes.
template <typename Thing>
std::vector<std::size_t> order_by_id(const std::vector<Thing>& things) {
    std::vector<std::pair<std::string_view, std::size_t>> ids;  // beside each other: things are large
    ids.reserve(things.size());
    for (const Thing& thing : things) {
        ids.emplace_back(thing.id, ids.size());
    }
    std::sort(ids.begin(), ids.end());
    std::vector<std::size_t> order;
    order.reserve(ids.size());
    std::transform(ids.begin(), ids.end(), std::back_inserter(order), [](const auto& id) { return id.second; });
    return order;
}

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
    mutable std::once_flag net_is_made;  // when somebody asks for a node's edges
    mutable Net net;

    const Net& net_of_edges() const {
        std::call_once(net_is_made, [this] { net = newsgraph::net_of(nodes.size(), edges); });
        return net;
    }
};

KnowledgeGraph::KnowledgeGraph() : data_(std::make_shared<Data>()) {}

KnowledgeGraph::KnowledgeGraph(std::vector<GraphNode> nodes, std::vector<GraphEdge> edges, bool whole_evidence,
                               std::vector<GraphArticle> articles, Decisions decisions) {
    auto data = std::make_shared<Data>();
    data->whole_evidence = whole_evidence;
    std::sort(articles.begin(), articles.end(), [](const GraphArticle& a, const GraphArticle& b) { return a.doc < b.doc; });
    data->articles = std::move(articles);
    data->decisions = united({std::move(decisions)});
    std::vector<std::size_t> order = order_by_id(nodes);
    std::vector<std::size_t> place(nodes.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
    }
    rearrange(nodes, std::move(order));
    refuse_twice(nodes, "node");

    for (GraphEdge& edge : edges) {
        if (edge.source >= place.size() || edge.target >= place.size()) {
            throw FormatError("edge '" + edge.id + "' leads to no node");
        }
        edge.source = place[edge.source];
        edge.target = place[edge.target];
        if (edge.id.empty()) {
            edge.id = edge_id(nodes, edge);
        }
    }
    rearrange(edges, order_by_id(edges));
    refuse_twice(edges, "edge");
    data->nodes = std::move(nodes);
    data->edges = std::move(edges);
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

namespace {

template <typename Range>
std::vector<std::size_t> indexes_of(const Net& net, const Range& edges) {
    std::vector<std::size_t> out;
    out.reserve(static_cast<std::size_t>(std::distance(edges.first, edges.second)));
    std::transform(edges.first, edges.second, std::back_inserter(out), [&](const auto& edge) { return net[edge].edge; });
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

std::vector<std::size_t> KnowledgeGraph::out_edges(std::size_t node) const {
    const Net& net = data_->net_of_edges();
    return indexes_of(net, boost::out_edges(node, net));
}

std::vector<std::size_t> KnowledgeGraph::in_edges(std::size_t node) const {
    const Net& net = data_->net_of_edges();
    return indexes_of(net, boost::in_edges(node, net));
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
