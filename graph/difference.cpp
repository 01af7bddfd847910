#include "graph/difference.hpp"

#include "extract/base/error.hpp"
#include "graph/graph_evidence.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace newsgraph {

namespace {

constexpr std::uint32_t gone = UINT32_MAX;

// By key what is in two graphs -> changes, came before went before changed.
template <typename Key, typename Same>
std::vector<Change> changes(const std::map<Key, std::size_t>& before, const std::map<Key, std::size_t>& after, Same same) {
    std::vector<Change> out;
    for (const auto& [key, index] : after) {
        if (!before.contains(key)) {
            out.push_back({std::nullopt, index});
        }
    }
    for (const auto& [key, index] : before) {
        if (!after.contains(key)) {
            out.push_back({index, std::nullopt});
        }
    }
    for (const auto& [key, index] : before) {
        const auto other = after.find(key);
        if (other != after.end() && !same(index, other->second)) {
            out.push_back({index, other->second});
        }
    }
    return out;
}

std::map<std::string, std::size_t> nodes_by_id(const KnowledgeGraph& graph) {
    std::map<std::string, std::size_t> out;
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
        out.emplace(graph.nodes()[i].id, i);
    }
    return out;
}

using EdgeKey = std::tuple<std::string, std::string, std::string, EdgeStatus>;

// Files of others may have parallel edges that are the same to us: the first counts.
std::map<EdgeKey, std::size_t> edges_by_ends(const KnowledgeGraph& graph, const EdgeFilter& filter) {
    std::map<EdgeKey, std::size_t> out;
    for (std::size_t i = 0; i < graph.edges().size(); ++i) {
        const GraphEdge& edge = graph.edges()[i];
        if (passes(graph, edge, filter)) {
            out.emplace(EdgeKey(graph.nodes()[edge.source].id, edge.relation, graph.nodes()[edge.target].id, edge.status), i);
        }
    }
    return out;
}

// The node of each entity, as the graph has it.
std::map<std::pair<std::string, std::string>, std::string> nodes_of_entities(const KnowledgeGraph& graph) {
    std::map<std::pair<std::string, std::string>, std::string> out;
    for (const GraphNode& node : graph.nodes()) {
        for (const NodeEvidence& evidence : node.evidence) {
            out.emplace(std::pair(evidence.doc, evidence.entity), node.id);
        }
    }
    return out;
}

// Takes documents out, with all that they say. Indexes are made anew.
EvidenceSet without(EvidenceSet evidence, const std::vector<bool>& unwanted) {
    std::vector<std::uint32_t> documents;
    std::vector<std::uint32_t> entities;
    EvidenceSet out;
    for (std::size_t i = 0; i < evidence.documents.size(); ++i) {
        documents.push_back(unwanted[i] ? gone : static_cast<std::uint32_t>(out.documents.size()));
        if (!unwanted[i]) {
            out.documents.push_back(std::move(evidence.documents[i]));
        }
    }
    for (EntityEvidence& entity : evidence.entities) {
        const std::uint32_t place = documents[entity.document];
        entities.push_back(place == gone ? gone : static_cast<std::uint32_t>(out.entities.size()));
        if (place != gone) {
            entity.document = place;
            out.entities.push_back(std::move(entity));
        }
    }
    for (StatementEvidence& statement : evidence.statements) {
        if (documents[statement.document] != gone) {
            statement.document = documents[statement.document];
            statement.source = entities[statement.source];
            statement.target = entities[statement.target];
            out.statements.push_back(std::move(statement));
        }
    }
    return out;
}

}  // namespace

Difference difference(const KnowledgeGraph& before, const KnowledgeGraph& after, const EdgeFilter& filter) {
    Difference out;
    out.nodes = changes(nodes_by_id(before), nodes_by_id(after), [&](std::size_t a, std::size_t b) {
        return before.nodes()[a].mentions == after.nodes()[b].mentions;
    });
    out.edges = changes(edges_by_ends(before, filter), edges_by_ends(after, filter), [&](std::size_t a, std::size_t b) {
        return before.edges()[a].weight == after.edges()[b].weight;
    });
    return out;
}

KnowledgeGraph graph_on(const KnowledgeGraph& graph, const std::string& date) {
    if (!keeps_evidence(graph)) {
        throw FormatError("the graph does not keep its evidence, nobody can tell what it was on a date");
    }
    EvidenceSet evidence = evidence_of(graph, {});
    EdgeFilter time;
    time.until = date;
    std::vector<bool> unwanted;
    for (const DocumentEvidence& document : evidence.documents) {
        unwanted.push_back(!document.date.empty() && !in_time(document.date, time));
    }
    evidence = without(std::move(evidence), unwanted);
    const auto nodes = nodes_of_entities(graph);
    Resolution resolution;
    for (const EntityEvidence& entity : evidence.entities) {
        resolution.nodes.push_back(nodes.at({evidence.documents[entity.document].doc, entity.entity}));
    }
    resolution.short_names.resize(resolution.nodes.size());
    RelationLookup relations;
    gather_relations(graph, relations);
    return derive_graph(evidence, resolution, relations);
}

}  // namespace newsgraph
