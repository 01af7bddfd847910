#include "graph/origins.hpp"

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

}  // namespace newsgraph
