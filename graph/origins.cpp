#include "graph/origins.hpp"

#include "graph/names.hpp"

#include <algorithm>
#include <set>

namespace newsgraph {

namespace {

std::vector<Origin> what_was_read(const GraphNode& node) {
    std::map<std::string, std::set<std::string>> documents;
    std::map<std::string, Origin> by_id;
    for (const NodeEvidence& evidence : node.evidence) {
        Origin& origin = by_id[evidence.node];
        origin.id = evidence.node;
        documents[evidence.node].insert(evidence.doc);
        for (const NameUse& name : evidence.names) {
            if (name.kind != "nominal" && name.kind != "pronoun") {
                std::uint32_t& count = origin.names[(name.title.empty() ? "" : name.title + " ") + name.text];
                count = saturated_sum(count, name.count);
            }
        }
    }
    std::vector<Origin> out;
    for (auto& [id, origin] : by_id) {
        origin.documents.assign(documents[id].begin(), documents[id].end());
        out.push_back(std::move(origin));
    }
    std::stable_sort(out.begin(), out.end(), [](const Origin& a, const Origin& b) { return a.documents.size() > b.documents.size(); });
    return out;
}

}  // namespace

NodeOrigins origins_of(const KnowledgeGraph& graph, std::size_t node) {
    NodeOrigins out{what_was_read(graph.nodes()[node]), graph.nodes()[node].merges, {}};
    const auto is_own = [&](const std::string& term) {
        return std::any_of(out.read.begin(), out.read.end(), [&, id = id_and_document(term).first](const Origin& origin) {
            return origin.id == id || origin.id == term;
        });
    };
    const Decisions& all = graph.decisions();
    std::copy_if(all.begin(), all.end(), std::back_inserter(out.decisions), [&](const Decision& decision) {
        const bool two = decision.kind == "same" || decision.kind == "different";
        return is_own(decision.subject) || (two && is_own(decision.object));
    });
    return out;
}

std::string id_for_decision(const KnowledgeGraph& graph, std::size_t node, std::string_view name) {
    const GraphNode& meant = graph.nodes()[node];
    const std::vector<Origin> read = what_was_read(meant);
    const std::string folded = fold_name(name);
    const auto is_id = [&](std::string_view id) {
        return std::any_of(read.begin(), read.end(), [&](const Origin& origin) { return origin.id == id; });
    };
    if (is_id(name)) {
        return std::string(name);
    }
    if (folded != fold_name(meant.label)) {
        for (const Origin& origin : read) {
            const bool called_so = std::any_of(origin.names.begin(), origin.names.end(), [&](const auto& use) {
                return fold_name(use.first) == folded;
            });
            if (called_so) {
                return origin.id;
            }
        }
    }
    return is_id(meant.id) || read.empty() ? meant.id : read.front().id;
}

}  // namespace newsgraph
