#include "graph/kept_part.hpp"

#include "graph/variants.hpp"

#include <algorithm>
#include <string_view>

namespace newsgraph::detail {

namespace {

// Which names may be other spellings or fuller forms of others.
class VariantStep {
public:
    explicit VariantStep(ChangeWork& work) : work_(work) {}

    void run() {
        Rows kin = work_.touched_kin;
        add_all(kin, work_.beside_kin);
        add_all(kin, tipped_kin());
        for (const std::int64_t row : work_.partners[Phase::variant]) {
            if (!work_.is_gone(row)) {
                kin.insert(work_.at(row).group(Level::kin));
            }
        }
        std::vector<KeptLink> before;
        std::vector<KeptLink> after;
        for (bool more = !kin.empty(); more;) {
            add_partners(kin, before);
            after = variants_of(kin);
            const std::size_t size = kin.size();
            for (const KeptLink& link : after) {
                kin.insert(work_.at(link.a).group(Level::kin));
                kin.insert(work_.at(link.b).group(Level::kin));
            }
            more = kin.size() > size;
        }
        work_.replace_links(before, after);
    }

private:
    bool is_country(const std::string& word) { return !work_.table.holders({country_block, word}).empty(); }

    // Kin in blocks in which something else may be one than before, though nothing about these kin has changed.
    Rows tipped_kin() {
        Rows out;
        for (const auto& [key, times] : work_.changed_blocks) {
            if (capped_blocks.find(key.kind) != std::string_view::npos) {
                const auto kin = work_.table.kin_of_holders(key, static_cast<std::int64_t>(largest_block + times + 1));
                if (kin.size() + times > largest_block && kin.size() <= largest_block + times) {
                    add_all(out, kin);
                }
            } else if (key.kind == person_block || key.kind == place_block) {
                add_all(out, work_.table.kin_of_holders({person_block, key.text}));
                add_all(out, work_.table.kin_of_holders({place_block, key.text}));
            } else if (key.kind == country_block) {
                for (const std::int64_t row : work_.table.holders({first_word_block, key.text})) {
                    out.insert(work_.at(row).group(Level::kin));
                    work_.note_rests(block_keys(work_.at(row).facts, work_.decided));
                }
            }
        }
        for (const std::string& rest : work_.changed_rests) {
            add_all(out, work_.table.kin_of_holders({country_rest_block, rest}));
            add_all(out, work_.table.kin_of_holders({plain_block, rest}));
        }
        return out;
    }

    // Kin with which these are compared.
    void add_mates(const KeptProposal& proposal, Rows& kin) {
        constexpr auto limit = static_cast<std::int64_t>(largest_block + 1);  // more say nothing
        const auto add = [&](char kind, const std::string& text, std::int64_t most) { add_all(kin, work_.table.kin_of_holders({kind, text}, most)); };
        for (const BlockKey& key : block_keys(proposal.facts, {})) {
            switch (key.kind) {
            case 'P':
            case 'S':
                add(key.kind, key.text, limit);
                break;
            case acronym_block:
                add('I', key.text, limit);
                break;
            case 'I':
                if (const auto holders = work_.table.kin_of_holders({acronym_block, key.text}); !holders.empty()) {
                    add_all(kin, holders);
                    add('I', key.text, limit);
                }
                break;
            case plain_block:
                add(country_rest_block, key.text, -1);
                break;
            case country_rest_block:
                add(country_rest_block, key.text, -1);
                add(plain_block, key.text, -1);
                break;
            case person_block:
            case place_block:
                add(person_block, key.text, -1);
                add(place_block, key.text, -1);
                break;
            default:
                break;
            }
        }
    }


    // Those with which any of the kin might have been one, and so on.
    void add_partners(Rows& kin, std::vector<KeptLink>& links) {
        Queue queue(kin);
        std::int64_t row = 0;
        while (queue.next(row)) {
            const std::vector<std::int64_t> members = work_.table.members(Level::kin, row);
            for (const KeptLink& link : work_.links_at({Phase::variant}, Rows(members.begin(), members.end()), false)) {
                queue.add(work_.at(link.a).group(Level::kin));
                queue.add(work_.at(link.b).group(Level::kin));
            }
        }
        kin = queue.seen();
        links = work_.links_at({Phase::variant}, work_.members_of(Level::kin, kin), false);
    }

    std::vector<KeptLink> variants_of(const Rows& kin) {
        const Rows asked = work_.members_of(Level::kin, kin);
        Rows mates = kin;
        for (const std::int64_t row : asked) {
            add_mates(work_.at(row), mates);
        }
        if (mates.size() > work_.most_loaded) {
            throw NotByParts();
        }
        if (mates.size() < 2) {
            return {};
        }
        ProposalPart part(work_.table, work_.members_of(Level::kin, mates), true);
        part.assume(Level::kin);
        const Scope scope = scope_of(asked, part, [this](const std::string& word) { return is_country(word); });
        const std::vector<Variant> found = variants(part.proposals, part.joiner, work_.surroundings, part.kin(), scope);
        std::vector<KeptLink> out;
        for (const Variant& variant : found) {
            out.push_back(kept_link(Phase::variant, variant.link, part, variant.chosen, false));
        }
        return out;
    }

    ChangeWork& work_;
};

}  // namespace

void find_variants_anew(ChangeWork& work) {
    VariantStep(work).run();
}

}  // namespace newsgraph::detail
