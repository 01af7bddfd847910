#include "graph/node_derivation.hpp"

#include "graph/names.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace newsgraph::detail {

namespace {

// Most documents, then most mentions, then the smaller text.
const std::string& winner(const Ballot& ballot) {
    return std::max_element(ballot.begin(), ballot.end(),
                            [](const auto& a, const auto& b) {
                                return std::tie(a.second.documents, a.second.mentions, b.first) <
                                       std::tie(b.second.documents, b.second.mentions, a.first);
                            })
        ->first;
}

void count_names(const EntityEvidence& entity, NameMemo& fold, NodeParts& parts) {
    for (const NameUse& name : entity.names) {
        if (name.kind != "nominal" && name.kind != "pronoun" && !name.text.empty()) {
            const std::string& key = fold(name.text);
            parts.names[key][name.text].add(name.count, entity.summed.documents);
            if (name.title.empty()) {
                parts.untitled.insert(key);
            } else {
                parts.titles[key][name.title].add(name.count, entity.summed.documents);
            }
        }
    }
}

// A name that several nodes have, and this one only behind a title, is an alias with its title: "Captain Lund".
std::string alias_of(const NodeParts& parts, const std::string& folded, const Bearers& bearers) {
    const std::string& name = winner(parts.names.at(folded));
    const auto title = parts.titles.find(folded);
    const bool shared = bearers.at(folded) > 1 && title != parts.titles.end() && !parts.untitled.contains(folded);
    return shared ? winner(title->second) + " " + name : name;
}

}  // namespace

void see(std::string& first, std::string& last, const std::string& date) {
    if (date.empty()) {
        return;
    }
    first = first.empty() ? date : std::min(first, date);
    last = std::max(last, date);
}

void add_entity(const EntityEvidence& entity, bool short_name, const std::vector<DocumentEvidence>& documents, NameMemo& fold,
                NodeParts& parts) {
    const bool summary = documents[entity.document].summary;
    const std::uint32_t mentions = summary ? entity.summed.mentions : entity.mentions();
    (short_name ? parts.short_labels : parts.labels)[entity.label].add(mentions, entity.summed.documents);
    parts.types[entity.type].add(mentions, entity.summed.documents);
    parts.mentions = saturated_sum(parts.mentions, mentions);
    (summary ? parts.summaries : parts.entities).push_back(&entity);
    if (!summary) {
        parts.documents.insert(entity.document);
    }
    count_names(entity, fold, parts);
}

GraphNode make_node(const std::string& id, const NodeParts& parts, const std::vector<DocumentEvidence>& documents,
                    const Bearers& bearers) {
    GraphNode node;
    node.id = id;
    node.label = winner(parts.labels.empty() ? parts.short_labels : parts.labels);
    if (node.label.empty()) {
        node.label = id;
    }
    node.type = winner(parts.types);
    node.mentions = parts.mentions;
    node.documents = static_cast<std::uint32_t>(parts.documents.size());
    node.wikidata = is_wikidata_id(id) ? id : "";
    for (const auto& [folded, spellings] : parts.names) {
        if (folded != fold_name(node.label)) {
            node.aliases.push_back(alias_of(parts, folded, bearers));
        }
    }
    std::sort(node.aliases.begin(), node.aliases.end());
    for (const std::uint32_t document : parts.documents) {
        see(node.first_seen, node.last_seen, documents[document].date);
    }
    for (const EntityEvidence* summary : parts.summaries) {
        node.documents = saturated_sum(node.documents, summary->summed.documents);
        see(node.first_seen, node.last_seen, summary->summed.first_seen);
        see(node.first_seen, node.last_seen, summary->summed.last_seen);
    }
    for (const EntityEvidence* entity : parts.entities) {
        node.evidence.push_back({documents[entity->document].doc, entity->entity, entity->node, entity->label,
                                 entity->type, entity->names});
    }
    std::sort(node.evidence.begin(), node.evidence.end(), [](const NodeEvidence& a, const NodeEvidence& b) {
        return std::tie(a.doc, a.entity, a.node) < std::tie(b.doc, b.entity, b.node);
    });
    return node;
}

DecidedHolders decided_subjects(const Decisions& decisions) {
    DecidedHolders holders;
    for (const Decision& decision : decisions) {
        if ((decision.kind == "rename" || decision.kind == "retype") && !decision.object.empty()) {
            holders.try_emplace(decision.subject);
        }
    }
    return holders;
}

std::vector<NodeDecision> decided_names(const Decisions& decisions, const EvidenceSet& evidence, const std::vector<std::size_t>& node_of,
                                        const std::function<const std::string&(std::size_t node)>& id_of) {
    DecidedHolders holders = decided_subjects(decisions);
    if (holders.empty()) {
        return {};
    }
    for (std::size_t i = 0; i < evidence.entities.size(); ++i) {
        const EntityEvidence& entity = evidence.entities[i];
        for (const std::string& term : {entity.node, entity.node + "@" + evidence.documents[entity.document].doc}) {
            if (const auto found = holders.find(term); found != holders.end()) {
                ++found->second[node_of[i]];
            }
        }
    }
    return decided_names(decisions, holders, id_of);
}

// Where entities of one proposed id are several nodes, the one with most of them.
std::vector<NodeDecision> decided_names(const Decisions& decisions, const DecidedHolders& holders,
                                        const std::function<const std::string&(std::size_t node)>& id_of) {
    const auto meant = [&](const std::map<std::size_t, std::size_t>& nodes) {
        return std::max_element(nodes.begin(), nodes.end(), [&](const auto& a, const auto& b) {
                   return a.second != b.second ? a.second < b.second : id_of(b.first) < id_of(a.first);
               })->first;
    };
    std::vector<NodeDecision> out;
    std::set<std::pair<std::string, std::size_t>> done;  // kind, node
    for (const bool of_own_id : {true, false}) {
        for (const Decision& decision : decisions) {
            const auto found = holders.find(decision.subject);
            if (found == holders.end() || found->second.empty() || decision.object.empty() ||
                (decision.kind != "rename" && decision.kind != "retype")) {
                continue;
            }
            const std::size_t node = meant(found->second);
            if ((id_of(node) == decision.subject) == of_own_id && done.emplace(decision.kind, node).second) {
                out.push_back({node, decision.kind, decision.object});
            }
        }
    }
    return out;
}

void apply(const NodeDecision& decision, GraphNode& node) {
    if (decision.kind == "retype") {
        node.type = decision.object;
        return;
    }
    // The name that it had is an alias, as others are.
    node.aliases.push_back(std::exchange(node.label, decision.object));
    std::erase(node.aliases, decision.object);
    std::sort(node.aliases.begin(), node.aliases.end());
}

}  // namespace newsgraph::detail
