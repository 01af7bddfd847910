#include "graph/kept_part.hpp"

#include "graph/kept_lists.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace newsgraph::detail {

namespace {

// Which nodes come of it.
class NodeStep {
public:
    explicit NodeStep(ChangeWork& work) : work_(work) {}

    void run() {
        Rows changed = work_.touched;
        for (const Rows* more : {&work_.relinked, &work_.resettled, &work_.altered.back()}) {
            add_all(changed, *more);
        }
        std::erase_if(changed, [&](std::int64_t row) { return work_.is_gone(row); });
        const Rows bands = work_.groups_of(Level::band, changed);
        std::set<BlockKey> ids;
        const auto add_id = [&](const Proposal& proposal) {
            std::set<BlockKey> keys;
            add_kin_keys(proposal, keys);
            std::copy_if(keys.begin(), keys.end(), std::inserter(ids, ids.end()), [](const BlockKey& key) { return key.kind == id_block; });
        };
        for (const std::int64_t row : work_.members_of(Level::band, bands)) {
            add_id(work_.at(row).facts);
        }
        for (const KeptProposal& proposal : work_.gone) {
            add_id(proposal.facts);
        }
        Rows concerned = bands;
        for (const BlockKey& id : ids) {
            for (const std::int64_t row : work_.table.holders(id)) {
                concerned.insert(work_.at(row).group(Level::band));
            }
        }
        ProposalPart part(work_.table, work_.members_of(Level::band, concerned), false);
        part.assume(Level::band);
        std::vector<bool> short_names;
        for (const KeptProposal* proposal : part.kept) {
            short_names.push_back(proposal->is_short());
        }
        const std::map<std::size_t, std::size_t> heads = part.joiner.heads(short_names);
        std::map<std::size_t, std::string> names = node_ids(part.proposals, heads, part.joiner);
        std::erase_if(names, [&](const auto& name) {
            std::set<BlockKey> keys;
            add_kin_keys(part.proposals.list[heads.at(name.first)], keys);
            return std::none_of(keys.begin(), keys.end(), [&](const BlockKey& key) { return ids.contains(key); });
        });
        write_nodes(part, heads, names, bands);
    }

private:

    void write_nodes(ProposalPart& part, const std::map<std::size_t, std::size_t>& heads, const std::map<std::size_t, std::string>& names,
                     const Rows& changed) {
        Rows settled_bands;
        for (const auto& [group, name] : names) {
            settled_bands.insert(part.kept[group]->group(Level::band));
        }
        std::map<std::size_t, std::int64_t> rows;
        for (const auto& [group, name] : names) {
            rows[group] = node_row(name, settled_bands);
        }
        Rows rewritten;  // bands
        for (std::size_t i = 0; i < part.kept.size(); ++i) {
            const auto row = rows.find(part.joiner.group_of(i));
            if (row == rows.end()) {
                continue;
            }
            KeptProposal& proposal = *part.kept[i];
            if (proposal.node != row->second) {
                if (proposal.node != 0) {
                    work_.change.nodes.insert(proposal.node);
                }
                proposal.node = row->second;
                work_.table.save(proposal);
                move_.insert(proposal.row);
                rewritten.insert(proposal.group(Level::band));
            }
        }
        add_all(rewritten, changed);
        for (const auto& [group, row] : rows) {
            if (rewritten.contains(part.kept[group]->group(Level::band))) {
                work_.change.nodes.insert(row);
                work_.change.ids[row] = names.at(group);
                work_.change.merges[row] = merges_of(group, heads.at(group), part);
            }
        }
        move_members();
    }

    // The row of a node with this id; new ones have new rows.
    std::int64_t node_row(const std::string& id, const Rows& settled_bands) {
        sqlite::Query known(work_.db, "SELECT node FROM graph_nodes WHERE id = ?1");
        known.bind(1, id);
        if (!known.step()) {
            last_node_ = last_node_ == 0 ? work_.db.number("SELECT ifnull(max(node), 0) FROM graph_nodes") : last_node_;
            return ++last_node_;
        }
        const std::int64_t row = known.integer(0);
        for (const std::int64_t band : work_.table.bands_of_node(row)) {
            if (!settled_bands.contains(band)) {
                throw NotByParts();  // two ends of one hash
            }
        }
        return row;
    }

    std::string merges_of(std::size_t group, std::size_t head, ProposalPart& part) {
        std::vector<Merge> merges;
        for (const std::int64_t row : work_.table.members(Level::band, part.kept[group]->group(Level::band))) {
            for (const KeptLink& link : work_.link_table.from(row)) {
                if (!link.found.made) {
                    continue;
                }
                Link what = link.found.link;
                what.a = part.index_of(link.a);
                what.b = part.index_of(link.b);
                Merge merge = merge_of(what, part.proposals, head);
                if (!merge.from.empty() || !merge.into.empty()) {
                    merges.push_back(std::move(merge));
                }
            }
        }
        tidy(merges);
        std::vector<NodeMerge> told;
        for (const Merge& merge : merges) {
            told.push_back({merge.from, merge.into, merge.rule, merge.detail, merge.beside});
        }
        return to_json(told);
    }

    void move_members() {
        sqlite::Query move(work_.db, "UPDATE graph_members SET node = ?2 WHERE proposal = ?1");
        for (const std::int64_t row : move_) {
            for (const std::uint32_t document : work_.table.documents(row)) {
                work_.change.documents.insert(std::int64_t{document});
            }
            move.bind(1, row).bind(2, work_.at(row).node).run();
        }
        sqlite::Query placed(work_.db, "UPDATE graph_members SET node = ?2 WHERE proposal = ?1 AND document = ?3");
        for (const auto& [row, entities] : work_.gained) {
            for (const EntityEvidence& entity : entities) {
                placed.bind(1, row).bind(2, work_.at(row).node).bind(3, std::int64_t{entity.document}).run();
            }
        }
    }

    ChangeWork& work_;
    Rows move_;  // what is in another node
    std::int64_t last_node_ = 0;
};

}  // namespace

void place_nodes_anew(ChangeWork& work) {
    NodeStep(work).run();
}

}  // namespace newsgraph::detail
