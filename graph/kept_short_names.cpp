#include "graph/kept_part.hpp"

#include "graph/short_names.hpp"

#include <algorithm>
#include <iterator>

namespace newsgraph::detail {

namespace {

// Who is meant by short names.
class ShortNameStep {
public:
    explicit ShortNameStep(ChangeWork& work) : work_(work) {}

    void run() {
        Rows asked = work_.changed_groups(Level::clan);
        std::set<BlockKey> names;
        for (const auto& [key, times] : work_.changed_blocks) {
            if (key.kind == name_block) {
                names.insert(key);
            }
        }
        for (const std::int64_t row : work_.members_of(Level::clan, asked)) {
            std::set<BlockKey> keys;
            add_short_name_keys(work_.at(row).facts, keys);
            std::copy_if(keys.begin(), keys.end(), std::inserter(names, names.end()), [](const BlockKey& key) { return key.kind == name_block; });
        }
        for (const BlockKey& name : names) {
            for (const std::int64_t row : work_.table.holders(name)) {
                const KeptProposal& proposal = work_.at(row);
                const auto& labels = proposal.facts.labels;
                const auto is_short = [&](const TypedName& label) {
                    const auto asked_for = looked_up(label);
                    return may_be_short(label, proposal.facts) && std::any_of(asked_for.begin(), asked_for.end(), [&](const TypedName& one) {
                               return name_key_of(one) == name;
                           });
                };
                if (std::any_of(labels.begin(), labels.end(), is_short)) {
                    asked.insert(proposal.group(Level::clan));
                }
            }
        }
        add_all(asked, work_.groups_of(Level::clan, work_.members_of(Level::kin, work_.beside_kin)));
        if (asked.empty()) {
            return;
        }
        const Rows subjects = work_.members_of(Level::clan, asked);
        const std::vector<KeptLink> before = work_.links_at({Phase::short_name}, subjects, true);
        const std::vector<KeptLink> after = short_names_of(asked, subjects);
        work_.replace_links(before, after);
        Rows settled;
        for (const KeptLink& link : after) {
            settled.insert(work_.at(link.b).group(Level::clan));
        }
        for (const std::int64_t row : subjects) {
            KeptProposal& proposal = work_.at(row);
            if (const bool now = settled.contains(proposal.group(Level::clan)); now != proposal.settled) {
                proposal.settled = now;
                work_.table.save(proposal);
                work_.resettled.insert(row);
            }
        }
    }

private:
    // Is it a label by which short_name_links() looks for a longer one?
    static bool may_be_short(const TypedName& label, const Proposal& proposal) {
        return has_short_names(label.first) && !label.second.empty() &&
               (label.first == "person" || proposal.bare || proposal.acronyms.contains(label));
    }

    std::vector<KeptLink> short_names_of(const Rows& asked, const Rows& subjects) {
        Rows clans = asked;
        std::set<BlockKey> names;
        for (const std::int64_t row : subjects) {
            for (const TypedName& label : work_.at(row).facts.labels) {
                if (may_be_short(label, work_.at(row).facts)) {
                    for (const TypedName& name : looked_up(label)) {
                        names.insert(name_key_of(name));
                    }
                }
            }
        }
        for (const BlockKey& name : names) {
            for (const std::int64_t row : work_.table.holders(name)) {
                clans.insert(work_.at(row).group(Level::clan));
            }
        }
        ProposalPart part(work_.table, work_.members_of(Level::clan, clans), true);
        part.assume(Level::clan);
        std::vector<KeptLink> out;
        for (const Link& link : short_name_links(part.proposals, part.joiner, work_.surroundings, part.kin(), scope_of(subjects, part))) {
            out.push_back(kept_link(Phase::short_name, link, part, true, false));
        }
        return out;
    }

    ChangeWork& work_;
};

// Bare names that are by themselves yet.
class BareNameStep {
public:
    explicit BareNameStep(ChangeWork& work) : work_(work) {}

    void run() {
        const std::set<Phase> phases = {Phase::bare_id, Phase::bare_label};
        Rows first = work_.touched;
        add_all(first, work_.resettled);
        for (const Phase phase : phases) {
            add_all(first, work_.partners[phase]);
        }
        std::erase_if(first, [&](std::int64_t row) { return work_.is_gone(row); });
        Queue queue(first);
        std::set<BlockKey> walked;
        std::int64_t row = 0;
        while (queue.next(row)) {
            const KeptProposal& proposal = work_.at(row);
            for (const KeptLink& link : work_.links_at(phases, {row}, false)) {
                queue.add(link.a == row ? link.b : link.a);
            }
            if (!is_left(proposal)) {
                continue;
            }
            std::set<BlockKey> keys;
            add_kin_keys(proposal.facts, keys);
            for (const BlockKey& key : keys) {
                if (!walked.insert(key).second) {
                    continue;
                }
                for (const std::int64_t mate : work_.table.holders(key)) {
                    if (is_left(work_.at(mate))) {
                        queue.add(mate);
                    }
                }
            }
        }
        Rows left;
        std::copy_if(queue.seen().begin(), queue.seen().end(), std::inserter(left, left.end()),
                     [&](std::int64_t one) { return is_left(work_.at(one)); });
        ProposalPart part(work_.table, left, false);
        std::vector<KeptLink> after;
        for (const Link& link : same_id_links(part.proposals, true)) {
            after.push_back(kept_link(Phase::bare_id, link, part, true, false));
        }
        for (const Link& link : bare_label_links(part.proposals, {})) {
            after.push_back(kept_link(Phase::bare_label, link, part, true, false));
        }
        work_.replace_links(work_.links_at(phases, queue.seen(), false), after);
    }

private:
    static bool is_left(const KeptProposal& proposal) { return proposal.facts.bare && !proposal.settled; }

    ChangeWork& work_;
};

// Things of one word that are of several types.
class OneWordStep {
public:
    explicit OneWordStep(ChangeWork& work) : work_(work) {}

    void run() {
        Rows asked = work_.changed_groups(Level::tribe);
        add_all(asked, work_.groups_of(Level::tribe, work_.members_of(Level::kin, work_.beside_kin)));
        for (const auto& [key, times] : work_.changed_blocks) {
            if (key.kind == one_word_block || key.kind == surname_block) {  // of a word whose persons may be things now, or no more
                add_tribes(one_word_block, key.text, asked);
                if (key.kind == one_word_block || things(key.text)) {
                    add_tribes(lone_person_block, key.text, asked);
                }
            }
        }
        if (asked.empty()) {
            return;
        }
        const Rows members = work_.members_of(Level::tribe, asked);
        Rows tribes = asked;
        for (const std::int64_t row : members) {
            std::set<BlockKey> keys;
            add_short_name_keys(work_.at(row).facts, keys);
            for (const BlockKey& key : keys) {
                if ((key.kind == one_word_block || key.kind == lone_person_block) && things(key.text)) {
                    add_tribes(one_word_block, key.text, tribes);
                    if (!is_surname(key.text)) {
                        add_tribes(lone_person_block, key.text, tribes);
                    }
                }
            }
        }
        ProposalPart part(work_.table, work_.members_of(Level::tribe, tribes), true);
        part.assume(Level::tribe);
        Scope scope = scope_of(members, part);
        scope.is_surname = [this](const std::string& word) { return is_surname(word); };
        std::vector<KeptLink> after;
        for (const Link& link : one_word_links(part.proposals, part.joiner, work_.surroundings, part.kin(), scope)) {
            after.push_back(kept_link(Phase::one_word, link, part, true, false));
        }
        work_.replace_links(work_.links_at({Phase::one_word}, members, false), after);
    }

private:
    bool things(const std::string& word) { return !work_.table.holders({one_word_block, word}).empty(); }
    bool is_surname(const std::string& word) { return !work_.table.holders({surname_block, word}).empty(); }

    void add_tribes(char kind, const std::string& word, Rows& tribes) {
        for (const std::int64_t row : work_.table.holders({kind, word})) {
            tribes.insert(work_.at(row).group(Level::tribe));
        }
    }

    ChangeWork& work_;
};

}  // namespace

void find_short_names_anew(ChangeWork& work) {
    ShortNameStep(work).run();
}

void find_bare_names_anew(ChangeWork& work) {
    BareNameStep(work).run();
}

void find_one_words_anew(ChangeWork& work) {
    OneWordStep(work).run();
}

}  // namespace newsgraph::detail
