#include "graph/kept_graph.hpp"

#include "extract/base/sha256.hpp"
#include "graph/edge_derivation.hpp"
#include "graph/kept_edges.hpp"
#include "graph/kept_lists.hpp"
#include "graph/kept_nodes.hpp"
#include "graph/kept_work.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace newsgraph {

namespace {

using detail::KeptEdges;
using detail::KeptNodes;
using detail::KeptWork;
using detail::index_of;
using detail::row_of;

// All that decides, beside evidence and decisions, what the graph is: the sources of these rules (NEWSGRAPH_GRAPH_RULES is
// their hash) and which relations have no direction.
std::string rules_of(const GraphBasis& basis) {
    std::string text = NEWSGRAPH_GRAPH_RULES;
    for (const auto& [name, info] : basis.relations) {
        text += info.symmetric ? "\n" + name : "";
    }
    return sha256(text);
}

// Nothing of it can be used.
void forget_everything(sqlite::Database& db) {
    db.run("DELETE FROM graph_state; DELETE FROM graph_nodes; DELETE FROM graph_edges; DELETE FROM graph_members;"
           "DELETE FROM graph_statements; DELETE FROM graph_stories; DELETE FROM graph_keys; DELETE FROM graph_touched;"
           "DELETE FROM graph_changed; INSERT INTO graph_changed SELECT id FROM documents");
}

// The rows that nodes have, and new ones for new nodes.
void number_nodes(KeptWork& work) {
    std::unordered_map<std::string, std::size_t> rows;  // never walked
    work.node_ids.emplace_back();                       // rows begin at 1
    sqlite::Query known(work.db, "SELECT node, id FROM graph_nodes ORDER BY node");
    while (known.step()) {
        work.node_ids.resize(index_of(known.integer(0)) + 1);
        work.node_ids.back() = known.text(1);
        rows.emplace(known.text(1), index_of(known.integer(0)));
    }
    work.node_of.reserve(work.resolution.nodes.size());
    for (const std::string& id : work.resolution.nodes) {
        const auto [place, fresh] = rows.try_emplace(id, work.node_ids.size());
        if (fresh) {
            work.node_ids.push_back(id);
        }
        work.node_of.push_back(place->second);
    }
}

class Update {
public:
    // Reads only: another program may write meanwhile.
    Update(sqlite::Database& db, const GraphBasis& basis) : work_{db, basis, load_entities(db), {}, {}, {}, {}, {}, {}} {
        work_.resolution = resolve(work_.evidence(), basis.decisions);
        work_.story = detail::stories_of(work_.evidence().documents);
        const auto& entities = work_.evidence().entities;
        for (std::size_t document = 0, entity = 0; document <= work_.set.rows.size(); ++document) {
            while (entity < entities.size() && entities[entity].document < document) {
                ++entity;
            }
            work_.first_entity.push_back(entity);
        }
        for (std::size_t i = 0; i < work_.set.rows.size(); ++i) {
            work_.document_of.emplace(work_.set.rows[i], i);
        }
        moved_.resize(work_.set.rows.size(), false);
    }

    void write() {
        number_nodes(work_);
        KeptNodes nodes(work_);
        KeptEdges edges(work_);
        take_marks(nodes, edges);
        find_moves(nodes);
        write_stories(edges);
        write_members();
        for (std::size_t document = 0; document < moved_.size(); ++document) {
            if (moved_[document]) {
                edges.move_document(document);
            }
        }
        edges.write();
        nodes.write();
    }

private:
    // What the triggers have noticed.
    void take_marks(KeptNodes& nodes, KeptEdges& edges) {
        sqlite::Query changed(work_.db, "SELECT document FROM graph_changed");
        while (changed.step()) {
            moved_[work_.document_at(changed.integer(0))] = true;
        }
        sqlite::Query touched(work_.db, "SELECT kind, number FROM graph_touched");
        while (touched.step()) {
            if (touched.text(0) == "node") {
                nodes.touch(touched.integer(1));
            } else if (touched.text(0) == "edge") {
                edges.touch(touched.integer(1));
            }
        }
        work_.db.run("DELETE FROM graph_changed; DELETE FROM graph_touched");
    }

    // Entities that are in another node than they were, and all of documents that have changed.
    void find_moves(KeptNodes& nodes) {
        std::vector<std::size_t> before(work_.node_of.size(), 0);
        sqlite::Query members(work_.db, "SELECT document, entity, node FROM graph_members");
        while (members.step()) {
            const std::size_t document = work_.document_at(members.integer(0));
            const auto begin = work_.set.places.begin() + static_cast<std::ptrdiff_t>(work_.first_entity[document]);
            const auto end = work_.set.places.begin() + static_cast<std::ptrdiff_t>(work_.first_entity[document + 1]);
            const auto place = std::lower_bound(begin, end, static_cast<std::uint32_t>(members.integer(1)));
            if (place == end || *place != static_cast<std::uint32_t>(members.integer(1))) {
                nodes.touch(members.integer(2));  // its entity is gone
            } else {
                before[static_cast<std::size_t>(place - work_.set.places.begin())] = index_of(members.integer(2));
            }
        }
        for (std::size_t i = 0; i < before.size(); ++i) {
            const std::size_t document = work_.evidence().entities[i].document;
            if (before[i] == work_.node_of[i] && !moved_[document]) {
                continue;
            }
            nodes.touch(row_of(work_.node_of[i]));
            if (before[i] != work_.node_of[i]) {
                moved_[document] = true;
                if (before[i] != 0) {
                    nodes.touch(row_of(before[i]));
                }
            }
        }
    }

    void write_stories(KeptEdges& edges) {
        std::vector<std::int64_t> before(moved_.size(), 0);
        sqlite::Query known(work_.db, "SELECT document, story FROM graph_stories");
        while (known.step()) {
            before[work_.document_at(known.integer(0))] = known.integer(1);
        }
        sqlite::Query write(work_.db, "INSERT OR REPLACE INTO graph_stories VALUES (?1, ?2)");
        for (std::size_t i = 0; i < before.size(); ++i) {
            const std::int64_t story = work_.set.rows[work_.story[i]];
            if (before[i] != story) {
                edges.touch_document(i);
                write.bind(1, work_.set.rows[i]).bind(2, story).run();
            }
        }
    }

    void write_members() {
        sqlite::Query forget(work_.db, "DELETE FROM graph_members WHERE document = ?1");
        sqlite::Query write(work_.db, "INSERT INTO graph_members VALUES (?1, ?2, ?3)");
        for (std::size_t document = 0; document < moved_.size(); ++document) {
            if (!moved_[document]) {
                continue;
            }
            forget.bind(1, work_.set.rows[document]).run();
            for (std::size_t i = work_.first_entity[document]; i < work_.first_entity[document + 1]; ++i) {
                write.bind(1, work_.set.rows[document]).bind(2, std::int64_t{work_.set.places[i]}).bind(3, row_of(work_.node_of[i])).run();
            }
        }
    }

    KeptWork work_;
    std::vector<bool> moved_;  // documents whose statements may stand between other nodes
};

// Rows are numbered from 1 on; others would make the sets of them as large as somebody likes who damages a file.
bool has_sound_numbers(sqlite::Database& db) {
    const auto are_sound = [&](const std::string& column, const std::string& rows) {
        // Each by itself, for which SQLite looks at the ends of an index.
        const std::string sql = "SELECT (SELECT min(" + column + ") FROM " + rows + "), (SELECT max(" + column + ") FROM " + rows + ")";
        sqlite::Query query(db, sql.c_str());
        query.step();
        return query.is_null(0) || (query.integer(0) > 0 && query.integer(1) <= detail::most_rows);
    };
    return are_sound("node", "graph_nodes") && are_sound("edge", "graph_edges") && are_sound("source", "graph_edges") &&
           are_sound("target", "graph_edges") && are_sound("node", "graph_members") && are_sound("edge", "graph_statements") &&
           are_sound("node", "graph_keys") && are_sound("number", "graph_touched WHERE kind <> 'document'");
}

bool has_same_rules(sqlite::Database& db, const GraphBasis& basis) {
    sqlite::Query state(db, "SELECT rules FROM graph_state");
    return state.step() && state.text(0) == rules_of(basis);
}

bool has_same_decisions(sqlite::Database& db, const GraphBasis& basis) {
    sqlite::Query state(db, "SELECT decisions FROM graph_state");
    return state.step() && state.text(0) == detail::to_json(basis.decisions);
}

}  // namespace

void forget_kept_graph(sqlite::Database& db) {
    db.run("DELETE FROM graph_state");
}

bool is_current(sqlite::Database& db, const GraphBasis& basis) {
    return has_same_rules(db, basis) && has_same_decisions(db, basis) && has_sound_numbers(db) &&
           db.number("SELECT EXISTS (SELECT 1 FROM graph_changed) OR EXISTS (SELECT 1 FROM graph_touched)") == 0;
}

void bring_graph_up_to_date(sqlite::Database& db, const GraphBasis& basis) {
    Update update(db, basis);
    if (!has_same_rules(db, basis) || !has_sound_numbers(db)) {
        forget_everything(db);
    }
    update.write();
    sqlite::Query write(db, "INSERT OR REPLACE INTO graph_state VALUES (1, ?1, ?2)");
    const std::string rules = rules_of(basis);
    const std::string decisions = detail::to_json(basis.decisions);
    write.bind(1, rules).bind(2, decisions).run();
}

}  // namespace newsgraph
