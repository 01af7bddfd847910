#include "graph/origins.hpp"

#include "graph/names.hpp"
#include "graph/proposals.hpp"

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

// By any of the articles, with a title or without.
bool is_called(const GraphNode& node, const std::string& id, const std::string& folded) {
    return std::any_of(node.evidence.begin(), node.evidence.end(), [&](const NodeEvidence& one) {
        return one.node == id && std::any_of(one.names.begin(), one.names.end(), [&](const NameUse& name) {
            return name.kind != "nominal" && name.kind != "pronoun" &&
                   (fold_name(name.text) == folded || fold_name(name.title + " " + name.text) == folded);
        });
    });
}

// Do articles propose the id for another node, too?
bool is_others(const KnowledgeGraph& graph, std::size_t node, const std::string& id) {
    for (std::size_t other = 0; other < graph.nodes().size(); ++other) {
        const auto& evidence = graph.nodes()[other].evidence;
        if (other != node && std::any_of(evidence.begin(), evidence.end(), [&](const NodeEvidence& one) { return one.node == id; })) {
            return true;
        }
    }
    return false;
}

// Some article's entity of this id that each article may mean anew, of one type or of any.
bool is_bare(const GraphNode& node, const std::string& id, std::string_view type = {}) {
    return std::any_of(node.evidence.begin(), node.evidence.end(), [&](const NodeEvidence& one) {
        return one.node == id && (type.empty() || one.type == type) && detail::is_bare(id, one.type, one.label);
    });
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
            if (is_called(meant, origin.id, folded)) {
                return origin.id;
            }
        }
    }
    return is_id(meant.id) || read.empty() ? meant.id : read.front().id;
}

std::optional<std::size_t> holder_of(const KnowledgeGraph& graph, const std::string& term) {
    const auto [id, document] = id_and_document(term);
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (std::size_t node = 0; node < graph.nodes().size(); ++node) {
        const auto& evidence = graph.nodes()[node].evidence;
        const auto is_meant = [&, &id = id, &document = document](const NodeEvidence& one) {
            return one.node == id && (document.empty() || one.doc == document);
        };
        const auto count = static_cast<std::size_t>(std::count_if(evidence.begin(), evidence.end(), is_meant));
        if (count > most) {
            most = count;
            best = node;
        }
    }
    return best;
}

std::vector<std::string> terms_for_decision(const KnowledgeGraph& graph, std::size_t node, std::string_view name) {
    const std::string id = id_for_decision(graph, node, name);
    if (!is_others(graph, node, id) && !is_bare(graph.nodes()[node], id, "person")) {
        return {id};
    }
    std::set<std::string> terms;
    for (const NodeEvidence& evidence : graph.nodes()[node].evidence) {
        if (evidence.node == id) {
            terms.insert(id + "@" + evidence.doc);
        }
    }
    return {terms.begin(), terms.end()};
}

std::string lasting_term(const KnowledgeGraph& graph, std::size_t node, std::string_view name) {
    const GraphNode& meant = graph.nodes()[node];
    const auto is_lasting = [&](const std::string& id) {
        return !is_others(graph, node, id) && !is_bare(meant, id);
    };
    std::vector<std::string> ids = {id_for_decision(graph, node, name), meant.id};
    for (const Origin& origin : what_was_read(meant)) {
        ids.push_back(origin.id);
    }
    const auto is_read = [&](const std::string& id) {
        return std::any_of(meant.evidence.begin(), meant.evidence.end(), [&](const NodeEvidence& one) { return one.node == id; });
    };
    const auto found = std::find_if(ids.begin(), ids.end(), [&](const std::string& id) { return is_read(id) && is_lasting(id); });
    if (found != ids.end()) {
        return *found;
    }
    return is_others(graph, node, ids.front()) ? terms_for_decision(graph, node, name).front() : ids.front();
}

}  // namespace newsgraph
