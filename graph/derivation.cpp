// derive_graph: how evidence becomes nodes and edges. Everything here is a function of sets: sums, extremes and choices
// by a total order, so that the order of documents cannot show.
#include "graph/edge_derivation.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/name_memo.hpp"
#include "graph/names.hpp"
#include "graph/node_derivation.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace newsgraph {

namespace {

using detail::NodeParts;
using detail::Statements;

// By id.
std::vector<GraphNode> make_nodes(const EvidenceSet& evidence, const Resolution& resolution) {
    std::map<std::string, NodeParts> all;
    NameMemo fold(fold_name);
    for (std::size_t i = 0; i < evidence.entities.size(); ++i) {
        detail::add_entity(evidence.entities[i], resolution.short_names[i], evidence.documents, fold, all[resolution.nodes[i]]);
    }
    detail::Bearers bearers;
    for (const auto& [id, parts] : all) {
        for (const auto& [folded, spellings] : parts.names) {
            ++bearers[folded];
        }
    }
    std::vector<GraphNode> nodes;
    for (const auto& [id, parts] : all) {
        nodes.push_back(detail::make_node(id, parts, evidence.documents, bearers));
    }
    return nodes;
}

struct EdgeKey {
    std::size_t source = 0;
    std::string relation;
    std::size_t target = 0;
    EdgeStatus status = EdgeStatus::asserted;

    auto operator<=>(const EdgeKey&) const = default;
};

GraphEdge make_edge(const EdgeKey& key, Statements statements, const RelationInfo& relation, const EvidenceSet& evidence,
                    const std::vector<std::uint32_t>& story) {
    GraphEdge edge;
    edge.source = key.source;
    edge.target = key.target;
    edge.relation = key.relation;
    edge.status = key.status;
    detail::describe(relation, edge);
    detail::sort_statements(statements);
    detail::weigh(statements, evidence.documents, story, edge);
    detail::show(statements, evidence, edge);
    return edge;
}

// Merges stand at the node that came of them.
void add_merges(const Resolution& resolution, const std::map<std::string, std::size_t>& places, std::vector<GraphNode>& nodes) {
    for (const Merge& merge : resolution.merges) {
        if (const auto place = places.find(merge.node); place != places.end()) {
            nodes[place->second].merges.push_back({merge.from, merge.into, merge.rule, merge.detail, merge.beside});
        }
    }
}

}  // namespace

KnowledgeGraph derive_graph(const EvidenceSet& evidence, const Resolution& resolution, const RelationLookup& relations,
                            const Decisions& decisions) {
    const Decisions decided = united({decisions});
    std::vector<GraphNode> nodes = make_nodes(evidence, resolution);
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        places.emplace(nodes[i].id, i);
    }
    std::vector<std::size_t> node_of;
    for (const std::string& id : resolution.nodes) {
        node_of.push_back(places.at(id));
    }

    const RelationInfo unknown;
    const auto info = [&](const std::string& relation) -> const RelationInfo& {
        const auto found = relations.find(relation);
        return found == relations.end() ? unknown : found->second;
    };
    std::map<EdgeKey, Statements> gathered;
    for (const StatementEvidence& statement : evidence.statements) {
        std::size_t source = node_of[statement.source];
        std::size_t target = node_of[statement.target];
        if (source == target) {
            if (!evidence.documents[statement.document].summary) {
                nodes[source].inner.push_back({statement.relation, detail::shown(statement, evidence)});
            }
            continue;
        }
        if (info(statement.relation).symmetric && target < source) {  // nodes are sorted by id
            std::swap(source, target);
        }
        gathered[{source, statement.relation, target, status_of(statement.polarity, statement.realis)}].push_back(&statement);
    }
    const std::vector<std::uint32_t> story = detail::stories_of(evidence.documents);
    std::vector<GraphEdge> edges;
    for (auto& [key, statements] : gathered) {
        edges.push_back(make_edge(key, std::move(statements), info(key.relation), evidence, story));
    }
    std::for_each(nodes.begin(), nodes.end(), detail::sort_inner);
    add_merges(resolution, places, nodes);
    const auto id_of = [&](std::size_t node) -> const std::string& { return nodes[node].id; };
    for (const detail::NodeDecision& decision : detail::decided_names(decided, evidence, node_of, id_of)) {
        detail::apply(decision, nodes[decision.node]);
    }
    std::vector<GraphArticle> articles;
    bool whole = true;
    for (const DocumentEvidence& document : evidence.documents) {
        if (document.summary) {
            whole = false;
            continue;
        }
        articles.push_back({document.doc, document.title, document.date, document.source, document.url, document.base,
                            document.text_hash, document.record_hash, document.signature});
    }
    return {std::move(nodes), std::move(edges), whole, std::move(articles), decided};
}

}  // namespace newsgraph
