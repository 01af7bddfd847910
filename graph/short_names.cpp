#include "graph/short_names.hpp"

#include "graph/name_variants.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace newsgraph::detail {

namespace {

constexpr std::size_t plenty_shared = 16;  // more makes no bearer likelier
constexpr std::size_t shortest_word = 4;   // letters of an organization's first word
constexpr std::size_t well_acquainted = 3;  // groups that stand beside both, where the name fits well
constexpr std::uint32_t usual = 2;         // entities that are called so
constexpr std::uint32_t very_usual = 3;    // the same, where others are called so too,
constexpr std::uint32_t far_more = 4;      // but so many times fewer

// "smith" of "john smith"; "" if there is but one word.
std::string last_word(const std::string& key) {
    const std::size_t blank = key.rfind(' ');
    return blank == std::string::npos ? "" : key.substr(blank + 1);
}

std::string first_word(const std::string& key) {
    const std::size_t blank = key.find(' ');
    return blank == std::string::npos ? "" : key.substr(0, blank);
}

bool has_word(const Proposal& proposal, const std::string& word) {
    return std::any_of(proposal.labels.begin(), proposal.labels.end(), [&](const TypedName& label) {
        return (" " + label.second + " ").find(" " + word + " ") != std::string::npos;
    });
}

bool starts_with_word(const Proposal& proposal, const std::string& word) {
    return word.size() >= shortest_word &&
           std::any_of(proposal.labels.begin(), proposal.labels.end(), [&](const TypedName& label) {
               return label.first == "organization" && first_word(label.second) == word;
           });
}

// "~zelenski", for a surname that is long enough to sound like no other; "" for others.
std::string sound_of(const std::string& surname) {
    constexpr std::size_t shortest_sound = 6;  // bytes of the surname
    return surname.size() < shortest_sound || surname.find(' ') != std::string::npos ? "" : "~" + sound_key(surname);
}

// Names for which a longer label may stand: what else people are called, acronyms, firms without their legal form; of other
// names of organizations only their first word, for "council" and "Bank of Canada" are a part of many names.
std::set<TypedName> short_names_of(const Proposal& proposal) {
    std::set<TypedName> out;
    for (const auto& [name, entities] : proposal.names) {
        const bool of_organization = name.first == "organization" &&
                                     (!has_word(proposal, name.second) || starts_with_word(proposal, name.second));
        if (name.first == "person" || of_organization) {
            out.insert(name);
            out.emplace(name.first, spelling_key(name.first, name.second));
        }
    }
    for (const TypedName& label : proposal.labels) {
        if (label.first == "person" && !last_word(label.second).empty()) {
            out.emplace(label.first, last_word(label.second));
            if (const std::string sound = sound_of(last_word(label.second)); !sound.empty()) {
                out.emplace(label.first, sound);
            }
        }
        if (label.first == "organization") {
            const std::string firm = spelling_key(label.first, label.second);
            if (firm != label.second) {
                out.emplace(label.first, firm);
            }
        }
    }
    return out;
}

bool says(const std::set<std::string>& titles, const std::set<std::string>& wanted) {
    return std::any_of(titles.begin(), titles.end(), [&](const std::string& title) { return wanted.contains(title); });
}

bool is_one_word_of_thing(const TypedName& label) {
    static const std::set<std::string> kinds = {"organization", "product", "work"};
    return kinds.contains(label.first) && !label.second.empty() && label.second.find(' ') == std::string::npos;
}

bool is_one_word_of_person(const TypedName& label, const Proposal& proposal) {
    return proposal.bare && label.first == "person" && !label.second.empty() && label.second.find(' ') == std::string::npos;
}

class ShortNames {
public:
    ShortNames(const Proposals& proposals, Joiner& joiner, const Surroundings& surroundings, const std::vector<std::uint32_t>& kin)
        : proposals_(proposals), joiner_(joiner), context_(proposals, joiner, surroundings, kin) {}

    std::vector<Link> links(const Scope& scope) {
        find_bearers();
        find_usual_names();
        // Only what has a longer label than a name is meant by it: of a usual surname that is few of those who are called so.
        for (auto& [name, groups] : bearers_) {
            std::erase_if(groups, [&, &name = name](std::size_t group) {
                return lengths_.at(group) <= name.second.size() && !is_other_name(group, name);
            });
        }
        std::vector<Link> out;
        std::set<std::size_t> done;  // groups
        for (std::size_t i = 0; i < proposals_.list.size(); ++i) {
            const std::size_t group = joiner_.group_of(i);
            if (!scope.covers(group) || joiner_.is_known(group) || joiner_.is_decided(i) || done.contains(group)) {
                continue;
            }
            if (auto link = link_of(group)) {
                out.push_back(std::move(*link));
                done.insert(group);
            }
        }
        return out;
    }

private:
    // A short name that articles use for a thing of a longer one again and again, though its first word is another:
    // "Rovers" for Malmo Rovers.
    void find_usual_names() {
        for (const auto& [name, groups] : uses_) {
            if (name.first != "organization" || is_common_body(name.second) || name.second.find(' ') != std::string::npos) {
                continue;
            }
            for (const auto& [group, entities] : groups) {
                if (entities >= usual && lengths_.at(group) > name.second.size()) {
                    bearers_[name].insert(group);
                }
            }
        }
    }

    void find_bearers() {
        for (std::size_t i = 0; i < proposals_.list.size(); ++i) {
            const std::size_t group = joiner_.group_of(i);
            members_[group].push_back(i);
            if (proposals_.list[i].bare) {
                for (const TypedName& label : proposals_.list[i].labels) {
                    bare_[label].insert(proposals_.list[i].places.begin(), proposals_.list[i].places.end());
                }
            }
            for (const auto& [name, entities] : proposals_.list[i].names) {
                uses_[name][group] += entities;
            }
            for (const TypedName& name : short_names_of(proposals_.list[i])) {
                bearers_[name].insert(group);
            }
            for (const TypedName& label : proposals_.list[i].labels) {
                lengths_[group] = std::max(lengths_[group], label.second.size());
            }
        }
    }

    // The one that is meant by a group's labels, if these are short names of one thing only.
    std::optional<Link> link_of(std::size_t group) const {
        std::optional<Link> found;
        for (const std::size_t member : members_.at(group)) {
            for (const TypedName& label : proposals_.list[member].labels) {
                const std::optional<std::size_t> bearer = meant(group, proposals_.list[member], label);
                if (!bearer) {
                    continue;
                }
                if (found && found->a != *bearer) {
                    return std::nullopt;
                }
                if (!found) {
                    found = Link{"short name", label.first, label.second, *bearer, group};
                    if (label.first == "organization") {
                        found->beside = context_.names_beside(group, *bearer);
                    }
                }
            }
        }
        return found;
    }

    std::optional<std::size_t> meant(std::size_t group, const Proposal& proposal, const TypedName& label) const {
        const auto names = looked_up(label);
        const auto found = meant_by_name(group, proposal, label);
        const auto bearers = bearers_.find(label);
        const bool has_bearer = bearers != bearers_.end() && std::any_of(bearers->second.begin(), bearers->second.end(),
                                                                        [&](std::size_t bearer) { return bearer != group; });
        return found || names.size() == 1 || has_bearer ? found : meant_by_sound(group, names[1]);
    }

    // "Zelenskyy" where others have Volodymyr Zelensky: the only one who is called nearly so, if something stands beside both.
    std::optional<std::size_t> meant_by_sound(std::size_t group, const TypedName& sound) const {
        const auto all = bearers_.find(sound);
        if (all == bearers_.end() || all->second.size() != 1) {
            return std::nullopt;
        }
        const std::size_t bearer = *all->second.begin();
        const bool other = bearer == group || context_.sexes_differ(group, bearer) || context_.together(group, bearer);
        return other || context_.acquainted(group, bearer, 1) == 0 ? std::nullopt : std::optional(bearer);
    }

    std::optional<std::size_t> meant_by_name(std::size_t group, const Proposal& proposal, const TypedName& label) const {
        const bool acronym = proposal.acronyms.contains(label);
        const auto all = bearers_.find(label);
        if (label.second.empty() || all == bearers_.end() || (label.first != "person" && !acronym && !proposal.bare)) {
            return std::nullopt;
        }
        std::vector<std::size_t> possible;
        std::size_t best_known = 0;  // of those who are somebody else in the same article: documents
        for (const std::size_t bearer : all->second) {
            const bool longer = lengths_.at(group) < lengths_.at(bearer) || is_other_name(bearer, label);
            if (bearer == group || !longer || context_.sexes_differ(group, bearer)) {
                continue;
            }
            // An article may have both "Ukraine's Security Service" and "the SBU" without saying that they are one.
            if (!acronym && stands_beside(group, bearer, label.first)) {
                best_known = std::max(best_known, context_.places(bearer).size());
            } else {
                possible.push_back(bearer);
            }
        }
        // Beside somebody better known of that name, it is rather he whom the article was not understood to mean.
        std::erase_if(possible, [&](std::size_t bearer) { return context_.places(bearer).size() < best_known; });
        if (label.first == "organization" && !acronym) {
            return organization_meant(group, label, std::move(possible));
        }
        if (possible.size() != 1) {
            return best_of(group, label, possible);
        }
        const bool person = label.first == "person" && !acronym;
        return !person || may_be_only(group, possible.front()) ? std::optional(possible.front()) : std::nullopt;
    }

    // "Senator Lund" where the only Lund that anybody has named in full is no senator, as far as is known: something has to stand
    // beside both.
    bool may_be_only(std::size_t group, std::size_t bearer) const {
        const auto& titles = context_.titles(group);
        const bool in_office = std::any_of(titles.begin(), titles.end(), is_office);
        return !in_office || says(titles, context_.titles(bearer)) || context_.acquainted(group, bearer, 1) > 0;
    }

    // In one article, and there of this type: a person is not told from what the article takes for a place.
    bool stands_beside(std::size_t group, std::size_t bearer, const std::string& type) const {
        if (!context_.together(group, bearer)) {
            return false;
        }
        const auto& members = members_.at(bearer);
        return std::any_of(members.begin(), members.end(), [&](std::size_t member) {
            const Proposal& proposal = proposals_.list[member];
            const auto is_type = [&](const TypedName& label) { return label.first == type; };
            const auto places = context_.places(group);
            return std::any_of(proposal.labels.begin(), proposal.labels.end(), is_type) &&
                   std::any_of(proposal.places.begin(), proposal.places.end(), [&](std::uint32_t place) { return detail::contains(places, place); });
        });
    }

    // Organizations have many parts of names in common, so much else must be shared.
    // But "Torvald" and "Torvald Inc." are the same name.
    std::optional<std::size_t> organization_meant(std::size_t group, const TypedName& label, std::vector<std::size_t> possible) const {
        std::vector<std::size_t> firms;
        std::copy_if(possible.begin(), possible.end(), std::back_inserter(firms),
                     [&](std::size_t bearer) { return is_firm(bearer, label.second); });
        if (firms.size() == 1) {
            return firms.front();
        }
        // "Senate" is not short for "Senate Armed Services Committee": many more documents have it alone. But a name that is
        // usual for one thing, and is no word for many, may well be.
        const std::size_t alone = bare_.at(label).size();
        std::erase_if(possible, [&](std::size_t bearer) {
            const bool often = context_.places(bearer).size() >= alone ||
                               (uses(label, bearer) >= usual && !is_common_body(label.second));
            const bool close = context_.shared(group, bearer, much_shared) >= much_shared ||
                               (has_core(bearer, label.second) && context_.acquainted(group, bearer, well_acquainted) >= well_acquainted);
            return !is_other_name(bearer, label) && (!often || !close);
        });
        if (possible.size() > 1) {
            std::vector<std::size_t> named_so;  // "Torvald" for Torvald Shipping, not for Torvald Stadium
            std::copy_if(possible.begin(), possible.end(), std::back_inserter(named_so), [&](std::size_t bearer) {
                return has_core(bearer, label.second);
            });
            if (!named_so.empty()) {
                possible = std::move(named_so);
            }
        }
        return possible.size() == 1 ? std::optional(possible.front()) : usual_bearer(label, possible);
    }

    // "Facebook" for Meta: an article calls it so, though the one name has nothing of the other.
    bool is_other_name(std::size_t group, const TypedName& name) const {
        if (name.first != "organization") {
            return false;
        }
        const auto& members = members_.at(group);
        return std::any_of(members.begin(), members.end(), [&](std::size_t member) {
            const Proposal& proposal = proposals_.list[member];
            const bool called_so = std::any_of(proposal.names.begin(), proposal.names.end(), [&](const auto& called) {
                return called.first.first == name.first && (called.first.second == name.second ||
                                                            spelling_key(name.first, called.first.second) == name.second);
            });
            return called_so && !has_word(proposal, name.second) &&
                   std::none_of(proposal.labels.begin(), proposal.labels.end(), [&](const TypedName& label) {
                       return initials_of(label.second).contains(name.second) || initials_of(name.second).contains(label.second);
                   });
        });
    }

    // Is the group called something of which the word is the core?
    template <typename Core>
    bool is_called(std::size_t group, const std::string& word, const Core& core) const {
        const auto& members = members_.at(group);
        return std::any_of(members.begin(), members.end(), [&](std::size_t member) {
            const auto& labels = proposals_.list[member].labels;
            return std::any_of(labels.begin(), labels.end(), [&](const TypedName& label) {
                return label.first == "organization" && core(label.second) == word;
            });
        });
    }

    bool has_core(std::size_t group, const std::string& word) const { return is_called(group, word, business_core); }

    bool is_firm(std::size_t group, const std::string& word) const {
        return is_called(group, word, [](const std::string& name) { return spelling_key("organization", name); });
    }

    std::uint32_t uses(const TypedName& name, std::size_t group) const {
        const auto all = uses_.find(name);
        const auto own = all == uses_.end() ? std::map<std::size_t, std::uint32_t>::const_iterator{} : all->second.find(group);
        return all == uses_.end() || own == all->second.end() ? 0 : own->second;
    }

    // Of several bearers the one that is called so far more often than all others.
    std::optional<std::size_t> usual_bearer(const TypedName& name, const std::vector<std::size_t>& possible) const {
        std::optional<std::size_t> best;
        std::uint32_t most = 0;
        std::uint32_t all = 0;
        for (const std::size_t bearer : possible) {
            const std::uint32_t count = uses(name, bearer);
            all += count;
            if (count > most) {
                most = count;
                best = bearer;
            }
        }
        return most >= very_usual && most >= far_more * (all - most) ? best : std::nullopt;
    }

    // Of several bearers: by title, then by what else the documents name, then by whom the name usually means.
    std::optional<std::size_t> best_of(std::size_t group, const TypedName& label, const std::vector<std::size_t>& possible) const {
        std::vector<std::size_t> titled;
        std::copy_if(possible.begin(), possible.end(), std::back_inserter(titled), [&](std::size_t bearer) {
            return says(context_.titles(group), context_.titles(bearer));
        });
        if (titled.size() == 1) {
            return titled.front();
        }
        std::size_t best = 0;
        std::size_t second = 0;
        std::optional<std::size_t> found;
        for (const std::size_t bearer : possible) {
            const std::size_t shared = context_.shared(group, bearer, plenty_shared);
            if (shared > best) {
                second = best;
                best = shared;
                found = bearer;
            } else {
                second = std::max(second, shared);
            }
        }
        return best >= much_shared && best >= 2 * second ? found : usual_bearer(label, possible);
    }

    const Proposals& proposals_;
    Joiner& joiner_;
    Context context_;
    std::map<TypedName, std::set<std::size_t>> bearers_;        // short name -> groups that it may stand for
    std::map<TypedName, std::map<std::size_t, std::uint32_t>> uses_;  // name -> groups -> entities that are called so
    std::map<TypedName, std::set<std::uint32_t>> bare_;         // documents that have no longer name for it
    std::map<std::size_t, std::vector<std::size_t>> members_;   // group -> proposals
    std::map<std::size_t, std::size_t> lengths_;                // group -> its longest label; the longer one is never the short
};

}  // namespace

std::vector<Link> short_name_links(const Proposals& proposals, Joiner& joiner, const Surroundings& surroundings,
                                   const std::vector<std::uint32_t>& kin, const Scope& scope) {
    return ShortNames(proposals, joiner, surroundings, kin).links(scope);
}

std::vector<Link> one_word_links(const Proposals& proposals, Joiner& joiner, const Surroundings& surroundings,
                                 const std::vector<std::uint32_t>& kin, const Scope& scope) {
    std::map<std::string, std::set<std::size_t>> holders;  // label -> groups
    std::map<std::string, std::set<std::size_t>> persons;  // label -> groups that are one only by it, addressed as nobody
    std::set<std::string> surnames;                        // last words of longer names
    for (std::size_t i = 0; i < proposals.list.size(); ++i) {
        for (const TypedName& label : proposals.list[i].labels) {
            if (is_one_word_of_thing(label)) {
                holders[label.second].insert(joiner.group_of(i));
            } else if (is_one_word_of_person(label, proposals.list[i]) && proposals.list[i].titles.empty()) {
                persons[label.second].insert(joiner.group_of(i));
            } else if (label.first == "person" && !last_word(label.second).empty()) {
                surnames.insert(last_word(label.second));
            }
        }
    }
    // "Nordgas" may be taken for a person; "Torvald" is one, if somebody is called Aksel Torvald.
    for (auto& [label, groups] : persons) {
        const auto found = holders.find(label);
        if (found != holders.end() && !(scope.is_surname ? scope.is_surname(label) : surnames.contains(label))) {
            found->second.merge(groups);
        }
    }
    std::erase_if(holders, [](const auto& holder) { return holder.second.size() < 2; });
    std::vector<Link> out;
    if (holders.empty()) {
        return out;
    }
    const Context context(proposals, joiner, surroundings, kin);
    for (const auto& [label, groups] : holders) {
        for (auto a = groups.begin(); a != groups.end(); ++a) {
            for (auto b = std::next(a); b != groups.end(); ++b) {
                if (scope.covers(*a, *b) && !context.together(*a, *b) && context.shared(*a, *b, much_shared) >= much_shared) {
                    out.push_back({"same label", "thing", label, *a, *b});
                }
            }
        }
    }
    return out;
}

BlockKey name_key_of(const TypedName& name) {
    return {name_block, name.first + ":" + name.second};
}

bool has_short_names(const std::string& type) {
    return type == "person" || type == "organization";
}

std::vector<TypedName> looked_up(const TypedName& label) {
    std::vector<TypedName> out = {label};
    if (label.first == "person" && !sound_of(label.second).empty()) {
        out.emplace_back(label.first, sound_of(label.second));
    }
    return out;
}

void add_short_name_keys(const Proposal& proposal, std::set<BlockKey>& keys) {
    const auto add_name = [&](const TypedName& name) {
        if (has_short_names(name.first) && !name.second.empty()) {
            keys.insert(name_key_of(name));
        }
    };
    for (const TypedName& label : proposal.labels) {
        for (const TypedName& name : looked_up(label)) {
            add_name(name);
        }
        if (is_one_word_of_thing(label)) {
            keys.insert({one_word_block, label.second});
        }
        if (is_one_word_of_person(label, proposal)) {
            keys.insert({lone_person_block, label.second});
        }
        if (label.first == "person" && !last_word(label.second).empty()) {
            keys.insert({surname_block, last_word(label.second)});
        }
    }
    for (const auto& [name, entities] : proposal.names) {
        add_name(name);
    }
    for (const TypedName& name : short_names_of(proposal)) {
        add_name(name);
    }
}

}  // namespace newsgraph::detail
