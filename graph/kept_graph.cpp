#include "graph/kept_graph.hpp"

#include "extract/base/sha256.hpp"
#include "graph/edge_derivation.hpp"
#include "graph/kept_edges.hpp"
#include "graph/kept_lists.hpp"
#include "graph/kept_nodes.hpp"
#include "graph/kept_proposals.hpp"
#include "graph/kept_resolution.hpp"
#include "graph/kept_stories.hpp"
#include "graph/kept_work.hpp"
#include "graph/name_memo.hpp"
#include "graph/names.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <stdexcept>
#include <unordered_map>
#include <utility>

namespace newsgraph {

namespace {

using detail::KeptEdges;
using detail::KeptNodes;
using detail::KeptWork;
using detail::Marks;
using detail::NodeParts;
using detail::NodesTold;
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
           "DELETE FROM graph_proposals; DELETE FROM graph_kins; DELETE FROM graph_blocks; DELETE FROM graph_links;"
           "DELETE FROM graph_bands; DELETE FROM graph_signatures_gone;"
           "DELETE FROM graph_changed; INSERT INTO graph_changed SELECT id FROM documents");
}

// What the triggers have noticed about nodes and edges.
void take_touched(sqlite::Database& db, KeptNodes& nodes, KeptEdges& edges) {
    sqlite::Query touched(db, "SELECT kind, number FROM graph_touched");
    while (touched.step()) {
        if (touched.text(0) == "node") {
            nodes.touch(touched.integer(1));
        } else if (touched.text(0) == "edge") {
            edges.touch(touched.integer(1));
        }
    }
}

// Everything is decided anew over all entities.
class WholeUpdate {
public:
    // Reads only: another program may write meanwhile.
    WholeUpdate(sqlite::Database& db, const GraphBasis& basis) : work_(db, basis), fold_(fold_name) {
        work_.set = load_entities(db);
        work_.whole = true;
        resolution_ = detail::resolve(work_.evidence(), basis.decisions, trace_);
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
        number_nodes();
        KeptNodes nodes(work_, told(), [this](const Marks& marks, auto& parts) { gather(marks, parts); });
        KeptEdges edges(work_);
        take_touched(work_.db, nodes, edges);
        sqlite::Query changed(work_.db, "SELECT document FROM graph_changed");
        while (changed.step()) {
            moved_[work_.document_at(changed.integer(0))] = true;
        }
        find_moves(nodes);
        write_stories(edges);
        detail::keep_bands(work_.db);
        write_members();
        detail::keep_trace(work_.db, trace_, work_.basis.decisions, work_.set.rows, work_.node_of);
        for (std::size_t document = 0; document < moved_.size(); ++document) {
            if (moved_[document]) {
                edges.move_document(document);
            }
        }
        edges.write();
        nodes.write();
    }

    std::size_t most_common() const { return trace_.most_common; }

private:
    // The rows that nodes have, and new ones for new nodes.
    void number_nodes() {
        std::unordered_map<std::string, std::size_t> rows;  // never walked
        sqlite::Query known(work_.db, "SELECT node, id FROM graph_nodes ORDER BY node");
        while (known.step()) {
            nodes_ = index_of(known.integer(0));
            work_.node_ids.put(nodes_, known.text(1));
            rows.emplace(known.text(1), nodes_);
        }
        work_.node_of.reserve(resolution_.nodes.size());
        for (const std::string& id : resolution_.nodes) {
            const auto [place, fresh] = rows.try_emplace(id, nodes_ + 1);
            if (fresh) {
                work_.node_ids.put(++nodes_, id);
            }
            work_.node_of.push_back(place->second);
        }
    }

    NodesTold told() {
        NodesTold told;
        std::map<std::string, std::vector<NodeMerge>> merges;
        for (const Merge& merge : resolution_.merges) {
            merges[merge.node].push_back({merge.from, merge.into, merge.rule, merge.detail, merge.beside});
        }
        for (std::size_t row = 1; row <= nodes_ && !merges.empty(); ++row) {
            if (const auto found = merges.find(work_.node_ids[row]); found != merges.end()) {
                told.merges.emplace(row_of(row), detail::to_json(found->second));
            }
        }
        const auto id_of = [&](std::size_t row) -> const std::string& { return work_.node_ids[row]; };
        for (detail::NodeDecision& decision : detail::decided_names(work_.basis.decisions, work_.evidence(), work_.node_of, id_of)) {
            told.decisions[row_of(decision.node)].push_back(std::move(decision));
        }
        return told;
    }

    void gather(const Marks& marks, std::map<std::int64_t, NodeParts>& nodes) {
        std::vector<NodeParts*> parts(nodes_ + 1, nullptr);
        for (auto& [row, node] : nodes) {
            if (index_of(row) < parts.size() && marks.has(row)) {
                parts[index_of(row)] = &node;
            }
        }
        const EvidenceSet& evidence = work_.evidence();
        for (std::size_t i = 0; i < evidence.entities.size(); ++i) {
            if (NodeParts* const node = parts[work_.node_of[i]]) {
                add_entity(evidence.entities[i], resolution_.short_names[i], evidence.documents, fold_, *node);
            }
        }
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

    // Proposals have other numbers now.
    void write_members() {
        work_.db.run("DELETE FROM graph_members");
        sqlite::Query write(work_.db, "INSERT INTO graph_members VALUES (?1, ?2, ?3, ?4)");
        for (std::size_t i = 0; i < work_.node_of.size(); ++i) {
            write.bind(1, work_.set.rows[work_.evidence().entities[i].document]).bind(2, std::int64_t{work_.set.places[i]});
            write.bind(3, row_of(work_.node_of[i])).bind(4, row_of(trace_.proposals.of[i] + 1)).run();
        }
    }

    KeptWork work_;
    NameMemo fold_;
    detail::ResolutionTrace trace_;
    Resolution resolution_;
    std::size_t nodes_ = 0;    // the last row
    std::vector<bool> moved_;  // documents whose statements may stand between other nodes
};

// Only what has to do with a change.
class PartUpdate {
public:
    PartUpdate(sqlite::Database& db, const GraphBasis& basis) : work_(db, basis), fold_(fold_name) {}

    void write(std::size_t most_common, std::size_t most_loaded) {
        const detail::ResolutionChange change = detail::resolve_changes(work_.db, work_.basis.decisions, most_common, most_loaded);
        for (const auto& [row, id] : change.ids) {
            work_.node_ids.put(index_of(row), id);
        }
        const std::vector<std::int64_t> retold = detail::tell_stories_anew(work_.db, most_loaded);
        load_moved(change.documents);
        KeptNodes nodes(work_, told(change), [this](const Marks& marks, auto& parts) { gather(marks, parts); });
        KeptEdges edges(work_);
        take_touched(work_.db, nodes, edges);
        for (const std::int64_t node : change.nodes) {
            nodes.touch(node);
        }
        const std::size_t moved = work_.set.rows.size();
        for (const std::int64_t document : retold) {
            edges.touch_document(work_.document_at(document));
        }
        for (std::size_t document = 0; document < moved; ++document) {
            edges.move_document(document);
        }
        edges.write();
        nodes.write();
    }

private:
    // Of documents whose statements may stand between other nodes, the nodes of their entities.
    void load_moved(const std::set<std::int64_t>& documents) {
        sqlite::Query members(work_.db, "SELECT entity, node FROM graph_members WHERE document = ?1 ORDER BY entity");
        for (const std::int64_t document : documents) {
            work_.first_entity.push_back(work_.node_of.size());
            work_.document_at(document);
            members.bind(1, document);
            while (members.step()) {
                work_.set.places.push_back(static_cast<std::uint32_t>(members.integer(0)));
                work_.node_of.push_back(index_of(members.integer(1)));
            }
        }
        work_.first_entity.push_back(work_.node_of.size());
    }

    NodesTold told(const detail::ResolutionChange& change) {
        NodesTold told;
        told.all_merges = false;
        told.merges = change.merges;
        const auto id_of = [&](std::size_t row) -> const std::string& { return work_.node_ids[row]; };
        for (detail::NodeDecision& decision : detail::decided_names(work_.basis.decisions, holders_of_decided(), id_of)) {
            told.decisions[row_of(decision.node)].push_back(std::move(decision));
        }
        return told;
    }

    // How many entities of a decision's subject are in which node.
    detail::DecidedHolders holders_of_decided() {
        detail::DecidedHolders holders = detail::decided_subjects(work_.basis.decisions);
        sqlite::Query all(work_.db, "SELECT m.node, m.document FROM graph_proposals AS p JOIN graph_members AS m USING (proposal) WHERE p.id = ?1");
        sqlite::Query of_doc(work_.db, "SELECT m.node, m.document FROM graph_proposals AS p JOIN graph_members AS m USING (proposal)"
                                       " JOIN documents AS d ON d.id = m.document WHERE p.id = ?1 AND d.doc = ?2");
        for (auto& [subject, nodes] : holders) {
            const auto count = [&nodes = nodes](sqlite::Query& query) {
                while (query.step()) {
                    ++nodes[index_of(query.integer(0))];
                }
            };
            count(all.bind(1, subject));
            for (std::size_t at = subject.find('@'); at != std::string::npos; at = subject.find('@', at + 1)) {
                const std::string id = subject.substr(0, at);
                const std::string doc = subject.substr(at + 1);
                count(of_doc.bind(1, id).bind(2, doc));
            }
        }
        return holders;
    }

    void gather(const Marks& marks, std::map<std::int64_t, NodeParts>& nodes) {
        sqlite::Query members(work_.db, "SELECT m.document, m.entity, e.name, e.node, e.label, e.type, p.settled OR (p.decided AND p.bare)"
                                        " FROM graph_members AS m JOIN entities AS e USING (document, entity)"
                                        " JOIN graph_proposals AS p USING (proposal) WHERE m.node = ?1");
        NameReader names(work_.db);
        for (auto& [row, node] : nodes) {
            if (!marks.has(row)) {
                continue;
            }
            members.bind(1, row);
            while (members.step()) {
                const auto document = static_cast<std::uint32_t>(work_.document_at(members.integer(0)));
                const EntityEvidence& entity = entities_.emplace_back(
                    EntityEvidence{document, members.text(2), members.text(3), members.text(4), members.text(5),
                                   names.of(members.integer(0), members.integer(1)), {}});
                add_entity(entity, members.integer(6) != 0, work_.evidence().documents, fold_, node);
            }
        }
    }

    KeptWork work_;
    NameMemo fold_;
    std::deque<EntityEvidence> entities_;  // that parts of nodes point at
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
           are_sound("node", "graph_keys") && are_sound("node", "graph_proposals") &&
           are_sound("number", "graph_touched WHERE kind <> 'document'");
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

namespace {

std::size_t most_common_now(sqlite::Database& db) {
    // More documents make no difference.
    return detail::most_common_of(static_cast<std::size_t>(
        db.number("SELECT count(*) FROM (SELECT DISTINCT document FROM entities WHERE type <> 'concept' LIMIT 1000)")));
}

// False if it cannot be; then something may have been written.
bool write_part(sqlite::Database& db, const GraphBasis& basis, std::size_t most_common, std::size_t most_loaded) {
    try {
        PartUpdate(db, basis).write(most_common, most_loaded);
        db.run("DELETE FROM graph_changed; DELETE FROM graph_touched");
        return true;
    } catch (const detail::NotByParts&) {
        return false;
    } catch (const FormatError&) {
        return false;  // what is kept is damaged, or the evidence is, which is found out when all of it is read
    } catch (const std::out_of_range&) {
        return false;  // rows of tables that are damaged lead to others which are not there
    }
}

// Only what has to do with the change, if that is little.
bool update_part(sqlite::Database& db, const GraphBasis& basis, const LargestPart& largest) {
    constexpr double few_documents = 10.0;
    constexpr double few_proposals = 1000.0;
    const auto number = [&](const char* rows) { return static_cast<double>(db.number(rows)); };
    const double changed = number("SELECT count(*) FROM graph_changed") + number("SELECT count(*) FROM graph_touched WHERE kind = 'document'");
    const auto most_common = static_cast<std::size_t>(db.number("SELECT ifnull(max(most_common), 0) FROM graph_state"));
    if (!has_same_rules(db, basis) || !has_same_decisions(db, basis) || !has_sound_numbers(db) || most_common != most_common_now(db) ||
        changed > std::max(few_documents, largest.documents * number("SELECT count(*) FROM documents"))) {
        return false;
    }
    const double proposals = largest.proposals * number("SELECT ifnull(max(proposal), 0) FROM graph_proposals");
    if (write_part(db, basis, most_common, static_cast<std::size_t>(std::max(few_proposals, proposals)))) {
        return true;
    }
    db.run("ROLLBACK; BEGIN");  // what was tried keeps others from writing, and all takes its time
    return false;
}

}  // namespace

bool bring_graph_up_to_date(sqlite::Database& db, const GraphBasis& basis, const LargestPart& largest) {
    if (update_part(db, basis, largest)) {
        return true;
    }
    WholeUpdate update(db, basis);
    if (!has_same_rules(db, basis) || !has_sound_numbers(db)) {
        forget_everything(db);
    }
    update.write();
    db.run("DELETE FROM graph_changed; DELETE FROM graph_touched");
    sqlite::Query write(db, "INSERT OR REPLACE INTO graph_state VALUES (1, ?1, ?2, ?3)");
    const std::string rules = rules_of(basis);
    const std::string decisions = detail::to_json(basis.decisions);
    write.bind(1, rules).bind(2, decisions).bind(3, static_cast<std::int64_t>(update.most_common())).run();
    return false;
}

}  // namespace newsgraph
