// How the entities that are one thing become a node. For the derivation of graphs alone; pure functions.
#pragma once

#include "graph/evidence.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/name_memo.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace newsgraph::detail {

struct Votes {
    std::uint32_t documents = 0;
    std::uint32_t mentions = 0;

    void add(std::uint32_t count, std::uint32_t of_documents) {
        documents = saturated_sum(documents, of_documents);
        mentions = saturated_sum(mentions, count);
    }
};

using Ballot = std::map<std::string, Votes>;

// What the entities of a node say, summed.
struct NodeParts {
    Ballot labels;
    Ballot short_labels;  // count where there are no others
    Ballot types;
    std::map<std::string, Ballot> names;   // by fold_name: the spellings
    std::map<std::string, Ballot> titles;  // by fold_name: titles before it
    std::set<std::string> untitled;        // fold_name of names that stand without one
    std::set<std::uint32_t> documents;        // indexes in EvidenceSet::documents
    std::uint32_t mentions = 0;
    std::vector<const EntityEvidence*> entities;  // of documents
    std::vector<const EntityEvidence*> summaries;
};

// How many nodes have a name, by fold_name; a node's own names must all be there.
using Bearers = std::map<std::string, int>;

// `short_name`: it is there by one, and its label stands behind others. The entity must outlive the parts.
void add_entity(const EntityEvidence& entity, bool short_name, const std::vector<DocumentEvidence>& documents, NameMemo& fold,
                NodeParts& parts);

// REQUIRES: one entity at least. Without its merges and what is inside of it.
GraphNode make_node(const std::string& id, const NodeParts& parts, const std::vector<DocumentEvidence>& documents,
                    const Bearers& bearers);

// A decision about a node's label or type. Nodes are numbers of the caller's.
struct NodeDecision {
    std::size_t node = 0;
    std::string kind;  // rename, retype
    std::string object;

    auto operator<=>(const NodeDecision&) const = default;
};

// How many entities of what a decision names, ID or ID@DOC, are in which node.
using DecidedHolders = std::map<std::string, std::map<std::size_t, std::size_t>>;

// All that is renamed or retyped, without entities.
DecidedHolders decided_subjects(const Decisions& decisions);

// What was decided of nodes: at most one decision of a kind for each.
std::vector<NodeDecision> decided_names(const Decisions& decisions, const DecidedHolders& holders,
                                        const std::function<const std::string&(std::size_t node)>& id_of);

// The same of nodes, whose proposed ids are those of the entities in them.
// `node_of`: by entity. `id_of`: of such a node.
std::vector<NodeDecision> decided_names(const Decisions& decisions, const EvidenceSet& evidence, const std::vector<std::size_t>& node_of,
                                        const std::function<const std::string&(std::size_t node)>& id_of);

void apply(const NodeDecision& decision, GraphNode& node);

// Widens a span of dates; "" is no date.
void see(std::string& first, std::string& last, const std::string& date);

}  // namespace newsgraph::detail
