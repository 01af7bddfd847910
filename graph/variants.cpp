#include "graph/variants.hpp"

#include "extract/base/utf8.hpp"
#include "graph/name_variants.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace newsgraph::detail {

namespace {

constexpr std::size_t largest_block = 64;  // groups
constexpr std::size_t most_names = 8;      // of one person; what has more is no person
constexpr std::size_t sure_surname = 6;    // bytes: what sounds the same and is as long is the same name
constexpr std::size_t shortest_acronym = 3;

using Groups2 = std::pair<std::size_t, std::size_t>;
using Blocks = std::map<std::string, std::set<std::size_t>>;

std::size_t word_count(const std::string& key) {
    return static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1;
}

std::string beginning(const std::string& word) {
    std::size_t end = 0;
    for (int letters = 0; letters < 3 && end < word.size(); ++letters) {
        utf8::next(word, end);
    }
    return word.substr(0, end);
}

std::set<Groups2> pairs_of(const Blocks& blocks) {
    std::set<Groups2> out;
    for (const auto& [key, groups] : blocks) {
        if (groups.size() > largest_block) {
            continue;
        }
        for (auto a = groups.begin(); a != groups.end(); ++a) {
            for (auto b = std::next(a); b != groups.end(); ++b) {
                out.emplace(*a, *b);
            }
        }
    }
    return out;
}

// ---- people

using Names = std::map<std::string, PersonName>;  // full names by key

// The weakest of all pairs of names; none if one pair does not fit.
PersonMatch match_all(const Names& a, const Names& b) {
    PersonMatch weakest = PersonMatch::same;
    for (const auto& [x, one] : a) {
        for (const auto& [y, other] : b) {
            weakest = std::max(weakest, match_people(one, other));
        }
    }
    return weakest;
}

class People {
public:
    People(const Proposals& proposals, Joiner& joiner, const Context& context) : joiner_(joiner), context_(context) {
        for (const std::size_t group : context.groups()) {
            Names names;
            for (const std::size_t member : context.members(group)) {
                for (const TypedName& label : proposals.list[member].labels) {
                    if (label.first == "person" && word_count(label.second) > 1) {
                        names.emplace(label.second, person_name(label.second));
                    }
                }
            }
            if (!names.empty() && names.size() <= most_names) {
                names_.emplace(group, std::move(names));
            }
        }
    }

    std::vector<Link> links() {
        find_candidates();
        std::vector<Link> out;
        for (const auto& [pair, match] : candidates_) {
            const auto [a, b] = pair;
            if (chosen(a, b) && chosen(b, a) && unite(a, b)) {
                out.push_back({std::string(to_string(match)), "person", names_of(a) + " = " + names_of(b), a, b,
                               context_.names_beside(a, b)});
            }
        }
        return out;
    }

private:
    const std::string& names_of(std::size_t group) const { return names_.at(group).begin()->first; }

    void find_candidates() {
        Blocks blocks;
        for (const auto& [group, names] : names_) {
            for (const auto& [key, name] : names) {
                put(name, group, blocks);
                if (const auto other = by_middle_name(name)) {
                    put(*other, group, blocks);
                }
            }
        }
        for (const auto& [a, b] : pairs_of(blocks)) {
            const PersonMatch match = match_all(names_.at(a), names_.at(b));
            if (match != PersonMatch::none && match != PersonMatch::same && enough_speaks_for(match, a, b)) {
                candidates_.emplace(Groups2(a, b), match);
                fitting_[a].insert(b);
                fitting_[b].insert(a);
            }
        }
    }

    static void put(const PersonName& name, std::size_t group, Blocks& blocks) {
        const std::string surname = sound_key(name.last) + "|";
        blocks[surname + sound_key(name.first)].insert(group);
        blocks[beginning(name.last) + "~" + name.first].insert(group);
        std::size_t letter = 0;
        utf8::next(name.first, letter);
        blocks[surname + name.first.substr(0, letter) + "."].insert(group);
        for (const std::string& formal : formal_forenames(name.first)) {
            blocks[surname + "=" + formal].insert(group);
        }
    }

    bool enough_speaks_for(PersonMatch match, std::size_t a, std::size_t b) const {
        // An article that has two spellings means two people by them; but it may well call one person "Mo" and "Maurice".
        const bool two_known = joiner_.is_known(a) && joiner_.is_known(b);
        const bool together = context_.together(a, b);
        if (two_known || context_.sexes_differ(a, b)) {
            return false;
        }
        const auto shares = [&](std::size_t wanted) { return context_.shared(a, b, wanted) >= wanted; };
        switch (match) {
        case PersonMatch::middle_name:
        case PersonMatch::nickname:
            return together || shares(1);
        case PersonMatch::transliteration:
            return !together && ((has_long_surname(a) && has_long_surname(b)) || shares(1));
        default:
            return !together && shares(much_shared);
        }
    }

    bool has_long_surname(std::size_t group) const {
        const Names& names = names_.at(group);
        return std::all_of(names.begin(), names.end(), [](const auto& name) { return name.second.last.size() >= sure_surname; });
    }

    // Is `other` whom `group` means, or are there two who are not one?
    bool chosen(std::size_t group, std::size_t other) const {
        const auto& fitting = fitting_.at(group);
        const bool one = std::all_of(fitting.begin(), fitting.end(), [&](std::size_t a) {
            return a == other || match_all(names_.at(a), names_.at(other)) != PersonMatch::none;
        });
        if (one) {
            return true;
        }
        constexpr std::size_t plenty = 16;
        const std::size_t mine = context_.shared(group, other, plenty);
        return mine >= much_shared && std::all_of(fitting.begin(), fitting.end(), [&](std::size_t a) {
            return a == other || match_all(names_.at(a), names_.at(other)) != PersonMatch::none ||
                   mine >= 2 * context_.shared(group, a, plenty);
        });
    }

    // False if some name of one does not fit some name of the other.
    bool unite(std::size_t a, std::size_t b) {
        Names& x = clusters_.try_emplace(root(a), names_.at(a)).first->second;
        Names& y = clusters_.try_emplace(root(b), names_.at(b)).first->second;
        if (&x == &y || x.size() + y.size() > most_names || match_all(x, y) == PersonMatch::none) {
            return false;
        }
        x.insert(y.begin(), y.end());
        const std::size_t gone = root(b);
        clusters_.erase(gone);
        parent_[gone] = root(a);
        return true;
    }

    std::size_t root(std::size_t group) const {
        for (auto at = parent_.find(group); at != parent_.end(); at = parent_.find(group)) {
            group = at->second;
        }
        return group;
    }

    Joiner& joiner_;
    const Context& context_;
    std::map<std::size_t, Names> names_;  // by group
    std::map<Groups2, PersonMatch> candidates_;
    std::map<std::size_t, std::set<std::size_t>> fitting_;
    std::map<std::size_t, Names> clusters_;
    std::map<std::size_t, std::size_t> parent_;
};

// ---- other things

struct Candidate {
    std::string rule;
    std::string type;
    std::string detail;
    std::size_t a = 0;
    std::size_t b = 0;
    std::size_t wanted = 1;  // shared groups
};

class Things {
public:
    Things(const Proposals& proposals, Joiner& joiner, const Context& context)
        : proposals_(proposals), joiner_(joiner), context_(context) {
        for (const std::size_t group : context.groups()) {
            for (const std::size_t member : context.members(group)) {
                for (const auto& [type, key] : proposals.list[member].labels) {
                    if (type == "country") {
                        countries_.insert(spelling_key("place", key));
                    }
                    if (type != "concept" && !key.empty()) {
                        labels_[group].emplace(type, type == "person" ? key : spelling_key(type, key));
                    }
                }
            }
        }
    }

    std::vector<Link> links() {
        find_slips();
        find_acronyms();
        find_countries();
        find_people_as_places();
        std::map<std::size_t, std::set<std::size_t>> fitting;
        std::vector<Candidate> good;
        for (Candidate& candidate : candidates_) {
            if (speaks_for(candidate)) {
                fitting[candidate.a].insert(candidate.b);
                fitting[candidate.b].insert(candidate.a);
                good.push_back(std::move(candidate));
            }
        }
        // What could be two things is neither.
        std::vector<Link> out;
        for (Candidate& candidate : good) {
            const auto [a, b] = std::pair(candidate.a, candidate.b);
            if (fitting[a].size() == 1 && fitting[b].size() == 1) {
                out.push_back({candidate.rule, candidate.type, candidate.detail, a, b, context_.names_beside(a, b)});
            }
        }
        return out;
    }

private:
    template <typename Visit>
    void each_label(Visit visit) const {
        for (const auto& [group, labels] : labels_) {
            for (const auto& [type, key] : labels) {
                visit(group, type, key);
            }
        }
    }

    bool speaks_for(const Candidate& candidate) const {
        const auto [a, b] = std::pair(candidate.a, candidate.b);
        return !(joiner_.is_known(a) && joiner_.is_known(b)) && !context_.together(a, b) &&
               context_.shared(a, b, candidate.wanted) >= candidate.wanted;
    }

    // "Academy of Motion Pictures Arts"
    void find_slips() {
        std::map<std::string, std::set<std::pair<std::size_t, std::string>>> blocks;
        each_label([&](std::size_t group, const std::string& type, const std::string& key) {
            if (type == "person" || word_count(key) < 2) {
                return;
            }
            for (std::size_t begin = 0; begin < key.size();) {
                const std::size_t end = std::min(key.find(' ', begin), key.size());
                const std::string word = key.substr(begin, end - begin);
                blocks[type + ":" + key.substr(0, begin) + beginning(word) + "~" + key.substr(end)].emplace(group, key);
                begin = end + 1;
            }
        });
        for (const auto& [block, holders] : blocks) {
            if (holders.size() > largest_block) {
                continue;
            }
            for (auto x = holders.begin(); x != holders.end(); ++x) {
                for (auto y = std::next(x); y != holders.end(); ++y) {
                    if (x->first != y->first && is_slip(x->second, y->second)) {
                        const std::size_t wanted = word_count(x->second) > 2 ? 1 : much_shared;
                        candidates_.push_back({"spelling", "", x->second + " = " + y->second, x->first, y->first, wanted});
                    }
                }
            }
        }
    }

    // "EADS" and an organization of these initials.
    void find_acronyms() {
        std::map<std::string, std::set<std::size_t>> by_initials;
        each_label([&](std::size_t group, const std::string& type, const std::string& key) {
            if (type == "organization") {
                for (const std::string& initials : initials_of(key)) {
                    by_initials[initials].insert(group);
                }
            }
        });
        for (const std::size_t group : context_.groups()) {
            for (const std::size_t member : context_.members(group)) {
                for (const auto& [type, key] : proposals_.list[member].acronyms) {
                    const auto found = by_initials.find(key);
                    if (type != "organization" || key.size() < shortest_acronym || found == by_initials.end()) {
                        continue;
                    }
                    for (const std::size_t other : found->second) {
                        if (other != group && found->second.size() <= largest_block) {
                            candidates_.push_back({"acronym", type, key, std::min(group, other), std::max(group, other), 1});
                        }
                    }
                }
            }
        }
    }

    // "U.S. Surgeon General" where others have the office without its country.
    void find_countries() {
        std::map<std::string, std::set<std::size_t>> by_rest;
        each_label([&](std::size_t group, const std::string& type, const std::string& key) {
            const std::size_t blank = key.find(' ');
            if (type == "organization" && blank != std::string::npos && countries_.contains(key.substr(0, blank)) &&
                word_count(key) > 2) {
                by_rest[key.substr(blank + 1)].insert(group);
            }
        });
        each_label([&](std::size_t group, const std::string& type, const std::string& key) {
            const auto found = by_rest.find(key);
            if (type != "organization" || found == by_rest.end() || found->second.size() != 1 || found->second.contains(group)) {
                return;
            }
            const std::size_t other = *found->second.begin();
            const std::size_t wanted = is_common_body(key) ? much_shared : 1;
            candidates_.push_back({"country left out", type, key, std::min(group, other), std::max(group, other), wanted});
        });
    }

    // One label of several words that articles take for a person, and others for a place.
    void find_people_as_places() {
        std::map<std::string, std::map<std::string, std::set<std::size_t>>> holders;  // label -> type -> groups
        each_label([&](std::size_t group, const std::string& type, const std::string& key) {
            if ((type == "person" || type == "place") && word_count(key) > 1) {
                holders[key][type].insert(group);
            }
        });
        for (const auto& [key, types] : holders) {
            if (types.size() == 2 && types.at("person").size() == 1 && types.at("place").size() == 1) {
                const std::size_t a = *types.at("person").begin();
                const std::size_t b = *types.at("place").begin();
                if (a != b) {
                    candidates_.push_back({"same label", "name", key, std::min(a, b), std::max(a, b), much_shared});
                }
            }
        }
    }

    const Proposals& proposals_;
    Joiner& joiner_;
    const Context& context_;
    std::map<std::size_t, std::set<TypedName>> labels_;  // by group, in one spelling
    std::set<std::string> countries_;
    std::vector<Candidate> candidates_;
};

}  // namespace

std::vector<Link> variant_links(const Proposals& proposals, Joiner& joiner, const Surroundings& surroundings,
                                const std::vector<std::uint32_t>& kin) {
    const Context context(proposals, joiner, surroundings, kin);
    std::vector<Link> links = People(proposals, joiner, context).links();
    std::vector<Link> more = Things(proposals, joiner, context).links();
    std::move(more.begin(), more.end(), std::back_inserter(links));
    return links;
}

}  // namespace newsgraph::detail
