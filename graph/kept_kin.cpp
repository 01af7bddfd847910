#include "graph/kept_part.hpp"

#include "graph/context.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace newsgraph::detail {

namespace {

// What is one by id, label, spelling or decision; and who stands beside those for whom that makes a difference.
class KinStep {
public:
    explicit KinStep(ChangeWork& work)
        : work_(work),
          kin_facts_(work.db, "SELECT documents, name FROM graph_kins WHERE kin = ?1"),
          keep_kin_(work.db, "INSERT OR REPLACE INTO graph_kins VALUES (?1, ?2, ?3)"),
          forget_kin_(work.db, "DELETE FROM graph_kins WHERE kin = ?1") {}

    void run() {
        join();
        look_beside();
    }

private:
    bool makes_kin(const BlockKey& key) const {
        return kin_blocks.find(key.kind) != std::string_view::npos || key.kind == decided_block ||
               (key.kind == id_block && !work_.singles.empty());
    }

    void join() {
        Queue queue(work_.touched);
        for (const KeptProposal& proposal : work_.gone) {
            queue.add(work_.table.members(Level::kin, proposal.group(Level::kin)));
        }
        for (const auto& [key, times] : work_.changed_blocks) {
            if (makes_kin(key)) {
                queue.add(work_.table.holders(key));  // those that another one has left, too
            }
        }
        for (const std::int64_t partner : work_.partners[Phase::kin]) {
            queue.add(work_.is_gone(partner) ? 0 : partner);
        }
        std::set<BlockKey> walked;
        Rows walked_kin;
        std::int64_t row = 0;
        while (queue.next(row)) {
            const KeptProposal& proposal = work_.at(row);
            if (proposal.group(Level::kin) != 0 && walked_kin.insert(proposal.group(Level::kin)).second) {
                queue.add(work_.table.members(Level::kin, proposal.group(Level::kin)));
            }
            for (const BlockKey& key : block_keys(proposal.facts, work_.decided)) {
                if (makes_kin(key) && walked.insert(key).second) {
                    queue.add(work_.table.holders(key));
                }
            }
        }
        ProposalPart part(work_.table, queue.seen(), false);
        part.joiner.decide(work_.decisions);
        join_kin(part.proposals, part.joiner);
        std::vector<KeptLink> made;
        for (const Link& link : part.joiner.made()) {
            made.push_back(kept_link(Phase::kin, link, part, true, true));
        }
        work_.replace_links(work_.links_at({Phase::kin}, queue.seen(), false), made);
        work_.seeds.clear();
        for (std::size_t i = 0; i < part.kept.size(); ++i) {
            if (part.kept[i]->decided != part.joiner.is_decided(i)) {
                part.kept[i]->decided = part.joiner.is_decided(i);
                work_.table.save(*part.kept[i]);
                work_.touched.insert(part.kept[i]->row);
            }
        }
        Rows before;
        for (const KeptProposal* proposal : part.kept) {
            before.insert(proposal->group(Level::kin));
        }
        for (const KeptProposal& proposal : work_.gone) {
            before.insert(proposal.group(Level::kin));
        }
        KinFacts facts;
        for (const std::int64_t kin : before) {
            facts[kin] = facts_of_kin(kin);
        }
        for (const ProposalGroup& group : work_.write_groups(Level::kin, part)) {
            before.erase(group.row);
            take_kin(group, facts);
        }
        for (const std::int64_t kin : before) {
            forget_kin_.bind(1, kin).run();
        }
    }

    std::pair<std::size_t, std::string> facts_of_kin(std::int64_t kin) {
        kin_facts_.bind(1, kin);
        std::pair<std::size_t, std::string> out;
        if (kin_facts_.step()) {
            out = {static_cast<std::size_t>(kin_facts_.integer(0)), kin_facts_.text(1)};
        }
        kin_facts_.reset();
        return out;
    }

    using KinFacts = std::map<std::int64_t, std::pair<std::size_t, std::string>>;  // by kin before: documents, name

    void take_kin(const ProposalGroup& group, const KinFacts& before) {
        const bool touched = std::any_of(group.members.begin(), group.members.end(), [&](std::int64_t row) { return work_.touched.contains(row); });
        if (!touched && !group.altered) {
            return;
        }
        work_.touched_kin.insert(group.row);
        if (group.altered) {
            add_all(work_.seeds, group.members);
        }
        const std::size_t count = documents_of(group.members);
        const std::string name = name_of(first_of(group.members).facts);
        keep_kin_.bind(1, group.row).bind(2, static_cast<std::int64_t>(count)).bind(3, name).run();
        const Commonness now = commonness_of(count, work_.most_common);
        for (const auto& [member, kin] : group.before) {
            const auto& [documents, known_as] = before.at(kin);
            const Commonness then = commonness_of(documents, work_.most_common);
            const bool same = !group.reshaped && now == then && (name == known_as || now != Commonness::rare);
            if (!same && (now != Commonness::common || then != Commonness::common)) {
                add_all(work_.shown_otherwise, work_.table.documents(member));
            }
        }
        if (group.reshaped) {
            for (const std::int64_t row : group.members) {
                const std::set<BlockKey> keys = block_keys(work_.at(row).facts, work_.decided);
                for (const BlockKey& key : keys) {
                    ++work_.changed_blocks[key];
                }
                work_.note_rests(keys);
            }
        }
    }

    std::size_t documents_of(const Rows& proposals) {
        if (proposals.size() == 1) {
            return work_.at(*proposals.begin()).facts.documents;
        }
        std::set<std::uint32_t> documents;
        for (const std::int64_t row : proposals) {
            const auto more = work_.table.documents(row);
            documents.insert(more.begin(), more.end());
        }
        return documents.size();
    }

    const KeptProposal& first_of(const Rows& proposals) {
        const KeptProposal* first = &work_.at(*proposals.begin());
        for (const std::int64_t row : proposals) {
            first = stands_before(work_.at(row), *first) ? &work_.at(row) : first;
        }
        return *first;
    }

    // All that stands beside kin that are seen otherwise than before.
    void look_beside() {
        for (const std::int64_t document : work_.shown_otherwise) {
            add_all(work_.beside_kin, work_.surroundings.kin_in(static_cast<std::uint32_t>(document)));
        }
        if (work_.beside_kin.size() > work_.most_loaded) {
            throw NotByParts();
        }
    }

    ChangeWork& work_;
    sqlite::Query kin_facts_, keep_kin_, forget_kin_;
};

}  // namespace

void join_kin_anew(ChangeWork& work) {
    KinStep(work).run();
}

}  // namespace newsgraph::detail
