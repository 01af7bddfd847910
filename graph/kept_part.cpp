#include "graph/kept_part.hpp"

#include "graph/variants.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace newsgraph::detail {

KeptLink kept_link(Phase phase, const Link& link, const ProposalPart& part, bool chosen, bool made) {
    return {0, part.kept[link.a]->row, part.kept[link.b]->row, {phase, link, chosen, made}};
}

Scope scope_of(const Rows& rows, ProposalPart& part, std::function<bool(const std::string&)> is_country) {
    Scope scope;
    for (const std::int64_t row : rows) {
        scope.groups.insert(part.joiner.group_of(part.index_of(row)));
    }
    scope.is_country = std::move(is_country);
    return scope;
}

ChangeWork::ChangeWork(sqlite::Database& database, const Decisions& all_decisions, std::size_t most_common_kin,
                       std::size_t most_loaded_proposals)
    : db(database),
      decisions(all_decisions),
      singles(single_terms(all_decisions)),
      decided(decided_terms(all_decisions)),
      most_common(most_common_kin),
      most_loaded(most_loaded_proposals),
      table(database),
      link_table(database),
      surroundings(database, most_common_kin) {}

KeptProposal& ChangeWork::at(std::int64_t row) {
    if (table.loaded() > most_loaded) {
        throw NotByParts();
    }
    return table.at(row);
}

void ChangeWork::note_rests(const std::set<BlockKey>& keys) {
    for (const BlockKey& key : keys) {
        if (key.kind == country_rest_block) {
            changed_rests.insert(key.text);
        }
    }
}

Rows ChangeWork::changed_groups(Level level) {
    Rows out = groups_of(level, members_of(Level::kin, touched_kin));
    add_all(out, groups_of(level, altered[static_cast<std::size_t>(level)]));
    return out;
}

void ChangeWork::replace_links(const std::vector<KeptLink>& before, const std::vector<KeptLink>& after) {
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<std::size_t>> between;  // two ends -> links before
    for (std::size_t i = 0; i < before.size(); ++i) {
        between[{before[i].a, before[i].b}].push_back(i);
    }
    std::vector<bool> stays(before.size(), false);
    for (const KeptLink& link : after) {
        bool known = false;
        if (const auto alike = between.find({link.a, link.b}); alike != between.end()) {
            for (const std::size_t i : alike->second) {
                known = known || (!stays[i] && before[i].says_the_same(link));
                stays[i] = stays[i] || before[i].says_the_same(link);
            }
        }
        if (!known) {
            link_table.add(link);
            note_relinked(link);
        }
    }
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (!stays[i]) {
            link_table.erase(before[i]);
            note_relinked(before[i]);
        }
    }
}

void ChangeWork::note_relinked(const KeptLink& link) {
    for (const std::int64_t end : {link.a, link.b}) {
        relinked.insert(end);
        seeds.insert(end);
    }
}

std::vector<KeptLink> ChangeWork::links_at(const std::set<Phase>& phases, const Rows& rows, bool second_only) {
    std::vector<KeptLink> out;
    for (const std::int64_t row : rows) {
        for (KeptLink& link : link_table.to(row)) {
            if (phases.contains(link.found.phase)) {
                out.push_back(std::move(link));
            }
        }
        for (KeptLink& link : second_only ? std::vector<KeptLink>{} : link_table.from(row)) {
            if (phases.contains(link.found.phase) && !rows.contains(link.b)) {
                out.push_back(std::move(link));
            }
        }
    }
    return out;
}



std::vector<ProposalGroup> ChangeWork::write_groups(Level level, ProposalPart& part) {
    std::map<std::size_t, ProposalGroup> found;
    std::map<std::int64_t, std::size_t> sizes;  // of groups before, without what is gone
    for (std::size_t i = 0; i < part.kept.size(); ++i) {
        found[part.joiner.group_of(i)].members.insert(part.kept[i]->row);
        ++sizes[part.kept[i]->group(level)];
    }
    Rows bereft;
    for (const KeptProposal& proposal : gone) {
        bereft.insert(proposal.group(level));
    }
    std::vector<ProposalGroup> out;
    for (auto& [first, group] : found) {
        group.row = *group.members.begin();
        Rows before;
        std::size_t fresh = 0;
        for (const std::int64_t member : group.members) {
            KeptProposal& proposal = at(member);
            std::int64_t& own = proposal.groups[static_cast<std::size_t>(level)];
            if (own == 0) {
                ++fresh;
            } else {
                before.insert(own);
                group.before.emplace(member, own);
            }
            if (own != group.row) {
                own = group.row;
                table.save(proposal);
            }
        }
        const bool one = before.size() == 1 && *before.begin() == group.row && sizes.at(group.row) == group.members.size() - fresh;
        group.reshaped = !before.empty() && !one;
        group.altered = !one || fresh > 0 || bereft.contains(group.row);
        out.push_back(std::move(group));
    }
    return out;
}

void ChangeWork::regroup(Level level, const std::vector<Phase>& phases) {
    const auto lower = static_cast<Level>(static_cast<std::size_t>(level) - 1);
    const std::set<Phase> wanted(phases.begin(), phases.end());
    Rows first = std::move(seeds);
    seeds.clear();
    add_all(first, reordered);
    for (const KeptProposal& proposal : gone) {
        add_all(first, table.members(level, proposal.group(level)));
    }
    for (const Phase phase : phases) {
        add_all(first, partners[phase]);
    }
    std::erase_if(first, [&](std::int64_t row) { return is_gone(row); });
    Queue queue(first);
    std::vector<KeptLink> links;
    std::set<std::pair<Level, std::int64_t>> walked;
    std::int64_t row = 0;
    while (queue.next(row)) {
        const KeptProposal& proposal = at(row);
        for (const Level group : {lower, level}) {
            if (proposal.group(group) != 0 && walked.emplace(group, proposal.group(group)).second) {
                queue.add(table.members(group, proposal.group(group)));
            }
        }
        for (KeptLink& link : link_table.from(row)) {
            if (wanted.contains(link.found.phase)) {
                queue.add(link.b);
                links.push_back(std::move(link));
            }
        }
        for (const KeptLink& link : link_table.to(row)) {
            if (wanted.contains(link.found.phase)) {
                queue.add(link.a);
            }
        }
    }
    if (queue.seen().empty()) {
        return;
    }
    ProposalPart part(table, queue.seen(), false);
    part.joiner.keep_apart(decisions);
    part.assume(lower);
    for (const Phase phase : phases) {
        make_links(phase, links, part);
    }
    for (const ProposalGroup& group : write_groups(level, part)) {
        if (group.altered) {
            add_all(altered[static_cast<std::size_t>(level)], group.members);
            add_all(seeds, group.members);  // of the next level
        }
    }
}

void ChangeWork::make_links(Phase phase, const std::vector<KeptLink>& links, ProposalPart& part) {
    std::vector<Link> wanted;
    std::vector<const KeptLink*> rows;
    for (const KeptLink& link : links) {
        if (link.found.phase == phase && link.found.chosen) {
            rows.push_back(&link);
            wanted.push_back(link.found.link);
            wanted.back().a = part.index_of(link.a);
            wanted.back().b = part.index_of(link.b);
        }
    }
    std::map<std::tuple<std::string, std::string, std::string, std::size_t, std::size_t>, const KeptLink*> row_of;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        row_of.emplace(wanted[i].key(), rows[i]);
    }
    const std::vector<bool> made = part.joiner.apply_each(wanted);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const KeptLink& link = *row_of.at(wanted[i].key());
        if (link.found.made != made[i]) {
            link_table.set_made(link, made[i]);
            relinked.insert(link.a);
        }
    }
}

Rows ChangeWork::members_of(Level level, const Rows& groups) {
    Rows out;
    for (const std::int64_t group : groups) {
        add_all(out, table.members(level, group));
    }
    return out;
}

Rows ChangeWork::groups_of(Level level, const Rows& proposals) {
    Rows out;
    for (const std::int64_t row : proposals) {
        out.insert(at(row).group(level));
    }
    return out;
}

}  // namespace newsgraph::detail
