#include "graph/variants.hpp"

#include "extract/base/utf8.hpp"
#include "graph/name_variants.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace newsgraph::detail {

namespace {

constexpr std::size_t most_names = 8;      // of one person; what has more is no person
constexpr std::size_t sure_surname = 6;    // bytes: what sounds the same and is as long is the same name
constexpr std::size_t shortest_acronym = 3;
constexpr std::size_t most_words = 20;     // of a name that is compared word by word; what is longer is none

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

std::set<Groups2> pairs_of(const Blocks& blocks, const Scope& scope) {
    std::set<Groups2> out;
    for (const auto& [key, groups] : blocks) {
        if (groups.size() > largest_block) {
            continue;
        }
        for (auto a = groups.begin(); a != groups.end(); ++a) {
            for (auto b = std::next(a); b != groups.end(); ++b) {
                if (scope.covers(*a, *b)) {
                    out.emplace(*a, *b);
                }
            }
        }
    }
    return out;
}

// ---- people

using Names = std::map<std::string, PersonName>;  // full names by key

std::set<std::string> people_blocks(const PersonName& name) {
    std::set<std::string> out;
    const std::string surname = sound_key(name.last) + "|";
    out.insert(surname + sound_key(name.first));
    out.insert(beginning(name.last) + "~" + name.first);
    std::size_t letter = 0;
    utf8::next(name.first, letter);
    out.insert(surname + name.first.substr(0, letter) + ".");
    for (const std::string& formal : formal_forenames(name.first)) {
        out.insert(surname + "=" + formal);
    }
    if (const auto other = by_middle_name(name)) {
        out.merge(people_blocks(*other));
    }
    return out;
}

bool is_full_name_of_person(const TypedName& label) {
    return label.first == "person" && word_count(label.second) > 1;
}

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
    People(const Proposals& proposals, Joiner& joiner, const Context& context, const Scope& scope)
        : joiner_(joiner), context_(context), scope_(scope) {
        for (const std::size_t group : context.groups()) {
            Names names;
            for (const std::size_t member : context.members(group)) {
                for (const TypedName& label : proposals.list[member].labels) {
                    if (is_full_name_of_person(label)) {
                        names.emplace(label.second, person_name(label.second));
                    }
                }
            }
            if (!names.empty()) {
                names_.emplace(group, std::move(names));
            }
        }
    }

    std::vector<Variant> find() {
        find_candidates();
        std::vector<Variant> out;
        for (const auto& [pair, match] : candidates_) {
            const auto [a, b] = pair;
            const bool one = chosen(a, b) && chosen(b, a) && unite(a, b);
            out.push_back({{std::string(to_string(match)), "person", names_of(a) + " = " + names_of(b), a, b,
                            one ? context_.names_beside(a, b) : std::vector<std::string>{}},
                           one});
        }
        return out;
    }

private:
    const std::string& names_of(std::size_t group) const { return names_.at(group).begin()->first; }

    void find_candidates() {
        Blocks blocks;
        for (const auto& [group, names] : names_) {
            for (const auto& [key, name] : names) {
                for (const std::string& block : people_blocks(name)) {
                    blocks[block].insert(group);
                }
            }
        }
        for (const auto& [a, b] : pairs_of(blocks, scope_)) {
            if (names_.at(a).size() > most_names || names_.at(b).size() > most_names) {
                continue;
            }
            const PersonMatch match = match_all(names_.at(a), names_.at(b));
            if (match != PersonMatch::none && match != PersonMatch::same && enough_speaks_for(match, a, b)) {
                candidates_.emplace(Groups2(a, b), match);
                fitting_[a].insert(b);
                fitting_[b].insert(a);
            }
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
    const Scope& scope_;
    std::map<std::size_t, Names> names_;  // by group
    std::map<Groups2, PersonMatch> candidates_;
    std::map<std::size_t, std::set<std::size_t>> fitting_;
    std::map<std::size_t, Names> clusters_;
    std::map<std::size_t, std::size_t> parent_;
};

// ---- other things

TypedName in_one_spelling(const std::string& type, const std::string& key) {
    return {type, type == "person" ? key : spelling_key(type, key)};
}

// An organization's label in one spelling, if it is one of several words that may begin with a country.
bool may_name_country(const std::string& type, const std::string& key) {
    return type == "organization" && word_count(key) > 2;
}

std::string first_word(const std::string& key) {
    return key.substr(0, key.find(' '));
}

std::string without_first_word(const std::string& key) {
    return key.substr(key.find(' ') + 1);
}

std::set<std::string> slip_blocks(const std::string& type, const std::string& key) {
    std::set<std::string> out;
    // Each word makes a block as long as the name.
    if (type == "person" || word_count(key) < 2 || word_count(key) > most_words) {
        return out;
    }
    for (std::size_t begin = 0; begin < key.size();) {
        const std::size_t end = std::min(key.find(' ', begin), key.size());
        const std::string word = key.substr(begin, end - begin);
        out.insert(type + ":" + key.substr(0, begin) + beginning(word) + "~" + key.substr(end));
        begin = end + 1;
    }
    return out;
}

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
    Things(const Proposals& proposals, Joiner& joiner, const Context& context, const Scope& scope)
        : proposals_(proposals), joiner_(joiner), context_(context), scope_(scope) {
        for (const std::size_t group : context.groups()) {
            for (const std::size_t member : context.members(group)) {
                for (const auto& [type, key] : proposals.list[member].labels) {
                    if (type == "country") {
                        countries_.insert(spelling_key("place", key));
                    }
                    if (type != "concept" && !key.empty()) {
                        labels_[group].insert(in_one_spelling(type, key));
                    }
                }
            }
        }
    }

    std::vector<Variant> find() {
        find_slips();
        find_acronyms();
        find_countries();
        find_people_as_places();
        std::map<std::size_t, std::set<std::size_t>> fitting;
        std::vector<Candidate> good;
        for (Candidate& candidate : candidates_) {
            if (scope_.covers(candidate.a, candidate.b) && speaks_for(candidate)) {
                fitting[candidate.a].insert(candidate.b);
                fitting[candidate.b].insert(candidate.a);
                good.push_back(std::move(candidate));
            }
        }
        // What could be two things is neither.
        std::vector<Variant> out;
        for (Candidate& candidate : good) {
            const auto [a, b] = std::pair(candidate.a, candidate.b);
            const bool one = fitting[a].size() == 1 && fitting[b].size() == 1;
            out.push_back({{candidate.rule, candidate.type, candidate.detail, a, b,
                            one ? context_.names_beside(a, b) : std::vector<std::string>{}},
                           one});
        }
        return out;
    }

private:
    bool is_country(const std::string& word) const {
        return scope_.is_country ? scope_.is_country(word) : countries_.contains(word);
    }

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
            for (const std::string& block : slip_blocks(type, key)) {
                blocks[block].emplace(group, key);
            }
        });
        for (const auto& [block, holders] : blocks) {
            std::set<std::size_t> groups;
            for (const auto& [group, key] : holders) {
                groups.insert(group);
            }
            if (groups.size() > largest_block) {
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
            if (may_name_country(type, key) && is_country(first_word(key))) {
                by_rest[without_first_word(key)].insert(group);
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
    const Scope& scope_;
    std::map<std::size_t, std::set<TypedName>> labels_;  // by group, in one spelling
    std::set<std::string> countries_;
    std::vector<Candidate> candidates_;
};

}  // namespace

std::vector<Variant> variants(const Proposals& proposals, Joiner& joiner, const Surroundings& surroundings,
                              const std::vector<std::uint32_t>& kin, const Scope& scope) {
    const Context context(proposals, joiner, surroundings, kin);
    std::vector<Variant> found = People(proposals, joiner, context, scope).find();
    std::vector<Variant> more = Things(proposals, joiner, context, scope).find();
    std::move(more.begin(), more.end(), std::back_inserter(found));
    std::stable_sort(found.begin(), found.end(), [](const Variant& x, const Variant& y) { return x.link.key() < y.link.key(); });
    found.erase(std::unique(found.begin(), found.end(), [](const Variant& x, const Variant& y) { return x.link.key() == y.link.key(); }),
                found.end());
    return found;
}

void add_variant_keys(const Proposal& proposal, std::set<BlockKey>& keys) {
    const auto add_all = [&](char kind, const std::set<std::string>& blocks) {
        for (const std::string& block : blocks) {
            keys.insert({kind, block});
        }
    };
    for (const TypedName& label : proposal.labels) {
        if (label.first == "country") {
            keys.insert({country_block, spelling_key("place", label.second)});
        }
        if (label.first == "concept" || label.second.empty()) {
            continue;
        }
        if (is_full_name_of_person(label)) {
            add_all('P', people_blocks(person_name(label.second)));
        }
        const auto [type, key] = in_one_spelling(label.first, label.second);
        add_all('S', slip_blocks(type, key));
        if (type == "organization") {
            add_all('I', initials_of(key));
            keys.insert({plain_block, key});
        }
        if (may_name_country(type, key)) {
            keys.insert({country_rest_block, without_first_word(key)});
            keys.insert({first_word_block, first_word(key)});
        }
        if ((type == "person" || type == "place") && word_count(key) > 1) {
            keys.insert({type == "person" ? person_block : place_block, key});
        }
    }
    for (const auto& [type, key] : proposal.acronyms) {
        if (type == "organization" && key.size() >= shortest_acronym) {
            keys.insert({acronym_block, key});
        }
    }
}

}  // namespace newsgraph::detail
