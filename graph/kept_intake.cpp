#include "graph/kept_part.hpp"

#include "extract/base/node_types.hpp"
#include "graph/evidence_loader.hpp"
#include "graph/names.hpp"
#include "graph/variants.hpp"

#include <utility>

namespace newsgraph::detail {

namespace {

// Takes what documents say now in the place of what they said.
class Intake {
public:
    explicit Intake(ChangeWork& work)
        : work_(work),
          key_(name_key),
          names_(work.db) {}

    void run() {
        read_documents();
        for (const std::int64_t row : lost_and_gained()) {
            refresh(row);
        }
    }

private:
    void read_documents() {
        std::vector<std::int64_t> changed;
        sqlite::Query rows(work_.db, "SELECT document FROM graph_changed ORDER BY document");
        while (rows.step()) {
            changed.push_back(rows.integer(0));
        }
        sqlite::Query gone(work_.db, "SELECT number FROM graph_touched WHERE kind = 'proposal'");
        while (gone.step()) {
            work_.lost.insert(gone.integer(0));
        }
        sqlite::Query members(work_.db, "SELECT node, proposal FROM graph_members WHERE document = ?1");
        sqlite::Query forget(work_.db, "DELETE FROM graph_members WHERE document = ?1");
        sqlite::Query doc(work_.db, "SELECT doc FROM documents WHERE id = ?1");
        sqlite::Query entities(work_.db, "SELECT entity, name, node, label, type FROM entities WHERE document = ?1 ORDER BY entity");
        sqlite::Query keep(work_.db, "INSERT INTO graph_members VALUES (?1, ?2, 0, ?3)");
        for (const std::int64_t document : changed) {
            work_.change.documents.insert(document);
            members.bind(1, document);
            while (members.step()) {
                work_.change.nodes.insert(members.integer(0));
                work_.lost.insert(members.integer(1));
            }
            forget.bind(1, document).run();
            doc.bind(1, document);
            const std::string name = doc.step() ? doc.text(0) : "";
            doc.reset();
            entities.bind(1, document);
            while (entities.step()) {
                const auto number = static_cast<std::uint32_t>(document);
                EntityEvidence entity{number, entities.text(1), entities.text(2), entities.text(3), entities.text(4), {}, {}};
                if (entity.type == concept_type) {
                    continue;
                }
                const std::int64_t place = entities.integer(0);
                entity.names = names_.of(document, place);
                const bool alone = is_bare(entity.node, entity.type, entity.label) ||
                                   (!work_.singles.empty() && work_.singles.contains(entity.node + "@" + name));
                const std::int64_t row = row_for(entity.node, alone ? document : 0);
                keep.bind(1, document).bind(2, place).bind(3, row).run();
                work_.gained[row].push_back(std::move(entity));
            }
        }
    }

    std::int64_t row_for(const std::string& id, std::int64_t document) {
        const auto known = work_.table.find(id, document);
        return known ? *known : work_.table.create(id, document).row;
    }

    // Reads anew what is said of a proposal, and by which keys it is found.
    void refresh(std::int64_t row) {
        KeptProposal& proposal = work_.at(row);
        const std::set<BlockKey> before = proposal.facts.documents == 0 ? std::set<BlockKey>{} : block_keys(proposal.facts, work_.decided);
        if (work_.lost.contains(row)) {
            read_whole(proposal);
        } else {
            std::set<std::uint32_t> documents;
            for (const EntityEvidence& entity : work_.gained.at(row)) {
                add_entity(entity, key_, proposal.facts);
                documents.insert(entity.document);
            }
            proposal.facts.documents += static_cast<std::uint32_t>(documents.size());
        }
        if (work_.lost.contains(row) && proposal.document != 0) {
            work_.reordered.insert(row);
            if (!work_.decided.empty()) {
                work_.table.remove_key({decided_block, ""}, row);  // a decision may have named it by the id that its document had
                note_changed({decided_block, ""}, {}, {});
            }
        }
        const std::set<BlockKey> after = proposal.facts.documents == 0 ? std::set<BlockKey>{} : block_keys(proposal.facts, work_.decided);
        for (const BlockKey& key : before) {
            if (!after.contains(key)) {
                work_.table.remove_key(key, row);
                note_changed(key, before, after);
            }
        }
        for (const BlockKey& key : after) {
            if (!before.contains(key) || work_.reordered.contains(row)) {
                work_.table.add_key(key, row);
                note_changed(key, before, after);
            }
        }
        if (proposal.facts.documents == 0) {
            vanish(proposal);
        } else {
            work_.touched.insert(row);
            work_.table.save(proposal);
        }
    }

    void read_whole(KeptProposal& proposal) {
        Proposal facts;
        facts.id = proposal.facts.id;
        facts.alone = proposal.facts.alone;
        facts.document = proposal.facts.document;
        sqlite::Query members(work_.db, "SELECT m.document, m.entity, label, type FROM graph_members AS m JOIN entities USING (document, entity)"
                                   " WHERE proposal = ?1 ORDER BY m.document");
        members.bind(1, proposal.row);
        std::int64_t last = 0;
        while (members.step()) {
            const std::int64_t document = members.integer(0);
            const EntityEvidence entity{static_cast<std::uint32_t>(document), {}, facts.id, members.text(2), members.text(3),
                                        names_.of(document, members.integer(1)), {}};
            add_entity(entity, key_, facts);
            facts.documents += document == last ? 0 : 1;
            last = document;
        }
        proposal.facts = std::move(facts);
    }

    // A proposal has a key that it had not, or has it no more.
    void note_changed(const BlockKey& key, const std::set<BlockKey>& before, const std::set<BlockKey>& after) {
        ++work_.changed_blocks[key];
        if (key.kind == country_rest_block || key.kind == country_block) {
            for (const std::set<BlockKey>* keys : {&before, &after}) {
                work_.note_rests(*keys);
            }
        }
    }

    void vanish(const KeptProposal& proposal) {
        work_.gone.push_back(proposal);
        work_.gone_rows.insert(proposal.row);
        for (const auto& links : {work_.link_table.from(proposal.row), work_.link_table.to(proposal.row)}) {
            for (const KeptLink& link : links) {
                const std::int64_t partner = link.a == proposal.row ? link.b : link.a;
                work_.partners[link.found.phase].insert(partner);
                work_.relinked.insert(partner);
                work_.link_table.erase(link);
            }
        }
        if (proposal.node != 0) {
            work_.change.nodes.insert(proposal.node);
        }
        work_.table.erase(work_.gone.back().row);
    }

    Rows lost_and_gained() const {
        Rows out = work_.lost;
        for (const auto& [row, entities] : work_.gained) {
            out.insert(row);
        }
        return out;
    }

    ChangeWork& work_;
    NameMemo key_;
    NameReader names_;
};

}  // namespace

void read_changed_documents(ChangeWork& work) {
    Intake(work).run();
}

}  // namespace newsgraph::detail
