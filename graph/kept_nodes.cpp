#include "graph/kept_nodes.hpp"

#include "graph/kept_lists.hpp"
#include "graph/names.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace newsgraph::detail {

KeptNodes::KeptNodes(const KeptWork& work, NodesTold told, Gather gather)
    : work_(work),
      told_(std::move(told)),
      gather_(std::move(gather)),
      merges_(work.db, "SELECT merges FROM graph_nodes WHERE node = ?1"),
      called_(work.db, "SELECT text FROM graph_keys WHERE node = ?1 AND kind = 'called'"),
      bearers_(work.db, "SELECT count(*) FROM graph_keys WHERE kind = 'called' AND text = ?1"),
      forget_called_(work.db, "DELETE FROM graph_keys WHERE node = ?1 AND kind = 'called'"),
      forget_keys_(work.db, "DELETE FROM graph_keys WHERE node = ?1 AND kind <> 'called'"),
      key_(work.db, "INSERT OR IGNORE INTO graph_keys VALUES (?1, ?2, ?3)"),
      others_(work.db, "SELECT node FROM graph_keys WHERE kind = 'called' AND text = ?1"),
      write_(work.db, "INSERT OR REPLACE INTO graph_nodes VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"),
      erase_(work.db, "DELETE FROM graph_nodes WHERE node = ?1") {}

namespace {

std::string text_of(const std::vector<NodeDecision>& decisions) {
    std::vector<std::string> out;
    for (const NodeDecision& decision : decisions) {
        out.push_back(decision.kind);
        out.push_back(decision.object);
    }
    return to_json(out);
}

template <typename Value>
Value found_or(const std::map<std::int64_t, Value>& map, std::int64_t key, const Value& otherwise) {
    const auto found = map.find(key);
    return found == map.end() ? otherwise : found->second;
}

}  // namespace

// Nodes whose merges or decisions are not those that were written.
void KeptNodes::touch_told() {
    std::map<std::int64_t, std::pair<std::string, std::string>> told;
    if (told_.all_merges) {
        for (const auto& [node, merges] : told_.merges) {
            told[node] = {merges, "[]"};
        }
    }
    for (const auto& [node, decisions] : told_.decisions) {
        told.try_emplace(node, "[]", "[]").first->second.second = text_of(decisions);
    }
    sqlite::Query written(work_.db, told_.all_merges ? "SELECT node, merges, decided FROM graph_nodes WHERE merges <> '[]' OR decided <> '[]'"
                                                     : "SELECT node, '[]', decided FROM graph_nodes WHERE decided <> '[]'");
    while (written.step()) {
        const auto found = told.find(written.integer(0));
        if (found == told.end() || found->second != std::pair(written.text(1), written.text(2))) {
            touch(written.integer(0));
        }
        if (found != told.end()) {
            told.erase(found);
        }
    }
    for (const auto& [node, texts] : told) {
        touch(node);
    }
}

// What the entities of the marked nodes say. Nodes that have none are there, too.
void KeptNodes::gather(const Marks& marks) {
    marks.each([this](std::int64_t node) { nodes_.try_emplace(node); });
    gather_(marks, nodes_);
}

std::string KeptNodes::merges_of(std::int64_t row) {
    if (told_.all_merges || told_.merges.contains(row)) {
        return found_or(told_.merges, row, std::string("[]"));
    }
    merges_.bind(1, row);
    std::string merges = merges_.step() ? merges_.text(0) : "[]";
    merges_.reset();
    return merges;
}

int KeptNodes::bearers_of(const std::string& name) {
    bearers_.bind(1, name);
    const bool any = bearers_.step();
    const auto count = any ? static_cast<int>(bearers_.integer(0)) : 0;
    bearers_.reset();
    return count;
}

// A name that several nodes have is another alias than one that a single node has: where that has changed the others that
// have the name are written again, too.
void KeptNodes::replace_names() {
    std::map<std::string, int> before;
    for (const auto& [row, node] : nodes_) {
        called_.bind(1, row);
        while (called_.step()) {
            before.emplace(called_.text(0), 0);
        }
        for (const auto& [name, spellings] : node.names) {
            before.emplace(name, 0);
        }
    }
    for (auto& [name, count] : before) {
        count = bearers_of(name);
    }
    for (const auto& [row, node] : nodes_) {
        forget_called_.bind(1, row).run();
        for (const auto& [name, spellings] : node.names) {
            key_.bind(1, "called").bind(2, name).bind(3, row).run();
        }
    }
    Marks others;
    for (const auto& [name, count] : before) {
        if ((count > 1) == (bearers_of(name) > 1)) {
            continue;
        }
        others_.bind(1, name);
        while (others_.step()) {
            if (!nodes_.contains(others_.integer(0))) {
                others.add(others_.integer(0));
            }
        }
    }
    gather(others);
}

void KeptNodes::write() {
    touch_told();
    gather(touched_);
    replace_names();
    for (const auto& [row, node] : nodes_) {
        forget_keys_.bind(1, row).run();
        if (node.entities.empty()) {
            erase_.bind(1, row).run();
        } else {
            write(row, node);
        }
    }
}

void KeptNodes::write(std::int64_t row, const NodeParts& parts) {
    Bearers bearers;
    for (const auto& [name, spellings] : parts.names) {
        bearers.emplace(name, bearers_of(name));
    }
    const std::string& id = work_.node_ids[index_of(row)];
    GraphNode node = make_node(id, parts, work_.evidence().documents, bearers);
    const std::vector<NodeDecision> decisions = found_or(told_.decisions, row, {});
    for (const NodeDecision& decision : decisions) {
        apply(decision, node);
    }
    const std::string aliases = to_json(node.aliases);
    const std::string merges = merges_of(row);
    const std::string decided = text_of(decisions);
    write_.bind(1, row).bind(2, id).bind(3, node.label).bind(4, node.type).bind(5, aliases);
    write_.bind(6, std::int64_t{node.mentions}).bind(7, std::int64_t{node.documents}).bind(8, node.first_seen);
    write_.bind(9, node.last_seen).bind(10, merges).bind(11, decided).run();

    std::set<std::pair<std::string_view, std::string>> keys;
    const auto add_name = [&](const std::string& name) {
        keys.emplace("name", fold_name(name));
        keys.emplace("words", name_key(name));
    };
    add_name(node.label);
    std::for_each(node.aliases.begin(), node.aliases.end(), add_name);
    for (const EntityEvidence* entity : parts.entities) {
        keys.emplace("proposed", entity->node);
    }
    for (const auto& [kind, text] : keys) {
        key_.bind(1, kind).bind(2, text).bind(3, row).run();
    }
}

}  // namespace newsgraph::detail
