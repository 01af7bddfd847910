#include "extract/names/short_forms.hpp"

#include <iterator>
#include <set>

namespace newsgraph::detail {

namespace {

// Groups with one first or last word that a short name is compared with: beyond any article, a bound for lists without end.
constexpr std::size_t most_alike = 500;

bool has_prefix(const std::vector<std::string>& words, const std::vector<std::string>& prefix) {
    return prefix.size() < words.size() && std::equal(prefix.begin(), prefix.end(), words.begin());
}

bool has_suffix(const std::vector<std::string>& words, const std::vector<std::string>& suffix) {
    return suffix.size() < words.size() && std::equal(suffix.rbegin(), suffix.rend(), words.rbegin());
}

class ShortForms {
public:
    ShortForms(const Tree& tree, const std::vector<Candidate>& candidates, NameGroups& all)
        : tree_(tree), candidates_(candidates), all_(all), groups_(all.list) {
        for (const NameGroup& group : groups_) {
            if (group.titled) titled_.insert(group.words.back());
            Index& first = first_in_body_.emplace(group.words, no_index).first->second;
            first = std::min(first, group.first_in_body);
        }
    }

    void run() {
        std::map<std::string, std::vector<std::size_t>> bearing;  // groups by their first word and by their last, in order
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            const auto& words = groups_[g].words;
            if (words.empty()) continue;
            const auto add = [&](const std::string& word) {
                auto& groups = bearing[word];
                if (groups.size() < most_alike) groups.push_back(g);
            };
            add(words.front());
            if (words.back() != words.front()) add(words.back());
        }
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            if (groups_[g].known != no_name || groups_[g].parent != no_name) continue;
            if (groups_[g].words.empty()) continue;
            // A short name begins or ends as the whole one does.
            std::vector<std::size_t> others;
            const auto& first = bearing[groups_[g].words.front()];
            const auto& last = bearing[groups_[g].words.back()];
            std::set_union(first.begin(), first.end(), last.begin(), last.end(), std::back_inserter(others));
            const auto whole = full_name_of(g, others);
            if (whole != no_name) all_.join(g, whole);
        }
    }

private:
    // The group that has the short name's full form: the one mentioned last before it, else the first one behind it. Of
    // several people with one surname, the one that the article is about; if it is about none, nobody.
    std::size_t full_name_of(std::size_t g, const std::vector<std::size_t>& others) const {
        const auto first = groups_[g].members.front();
        std::size_t best = no_name;
        std::size_t best_place = 0;
        int best_kind = 0;
        std::set<std::size_t> bearers;  // of the surname
        for (const std::size_t other : others) {
            // Words of a headline are no name's full form.
            if (groups_[other].headline_only && !groups_[g].headline_only) continue;
            int kind = other == g ? 0 : short_for(groups_[g], groups_[other]);
            // Who is called "President Obi" or "Mrs Obi" before anybody has been called by the whole name is somebody else.
            if (kind == 3 && titled_.contains(groups_[g].words.back()) && comes_before(groups_[g], groups_[other])) continue;
            // An article that says "Mrs Torvald" means somebody else by "Torvald", if there is somebody else.
            if (kind == 3 && !groups_[g].titled && titled_.contains(groups_[g].words.back())) kind = 1;
            if (groups_[g].has_ending && !may_be_shortened_firm(groups_[g], groups_[other])) continue;
            if (kind == 2 && (is_whole(groups_[g], groups_[other]) || are_coordinated(groups_[g], groups_[other]))) continue;
            // The firm and its owner: the model has read which of them is meant.
            if (kind == 3 && groups_[other].type == "person" && !groups_[g].titled && groups_[g].type == "organization") kind = 1;
            if (kind == 0 || sexes_differ(groups_[g], groups_[all_.root(other)])) continue;
            if (kind == 3 && groups_[other].type == "person") bearers.insert(all_.root(other));
            const auto place = last_before(groups_[other], first);
            const bool better = best == no_name || kind > best_kind || (kind == best_kind && place > best_place);
            if (!better || all_.root(other) == g) continue;
            best = other;
            best_place = place;
            best_kind = kind;
        }
        return bearers.size() > 1 ? most_mentioned(bearers) : best;
    }

    // "Reynolds Tobacco Co" for R.J. Reynolds Tobacco Co; "Torvald Motor Co" is not Torvald Motor Credit Co.
    static bool may_be_shortened_firm(const NameGroup& part, const NameGroup& whole) {
        return part.words == whole.words || (part.words.size() > 1 && has_suffix(whole.words, part.words));
    }

    // What comes before the longer name, and more often, is rather what that belongs to: "Torvald" and "Torvald Stadium".
    bool is_whole(const NameGroup& part, const NameGroup& longer) const {
        return part.words.size() == 1 && has_prefix(longer.words, part.words) && comes_before(part, longer) &&
               part.members.size() > longer.members.size();
    }

    // "Torvald and Torvald Stadium" are two.
    bool are_coordinated(const NameGroup& part, const NameGroup& longer) const {
        const auto is_next = [&](const Candidate& a, const Candidate& b) {
            return a.end + 1 == b.begin && (tree_.token(a.end).tag == "CC" || tree_.text(a.end) == ",");
        };
        return std::any_of(part.members.begin(), part.members.end(), [&](std::size_t k) {
            const auto next = std::lower_bound(longer.members.begin(), longer.members.end(), k);
            return (next != longer.members.end() && is_next(candidates_[k], candidates_[*next])) ||
                   (next != longer.members.begin() && is_next(candidates_[*(next - 1)], candidates_[k]));
        });
    }

    // The short name, with or without a title, before the whole one; in the body, for a headline has no room for that.
    bool comes_before(const NameGroup& part, const NameGroup& whole) const {
        return first_in_body_.at(part.words) < whole.first_in_body;
    }

    // no_name if two are mentioned alike.
    std::size_t most_mentioned(const std::set<std::size_t>& groups) const {
        std::size_t best = no_name;
        std::size_t most = 0;
        bool alike = false;
        for (const std::size_t group : groups) {
            const std::size_t count = groups_[group].members.size();
            alike = best != no_name && count == most;
            if (best != no_name && count <= most) continue;
            best = group;
            most = count;
        }
        return alike ? no_name : best;
    }

    // 0 behind `mark`, else the place + 1 of the last mention before it.
    static std::size_t last_before(const NameGroup& group, std::size_t mark) {
        const auto behind = std::lower_bound(group.members.begin(), group.members.end(), mark);
        return behind == group.members.begin() ? 0 : *(behind - 1) + 1;
    }

    static bool sexes_differ(const NameGroup& a, const NameGroup& b) {
        return a.sex != Sex::unknown && b.sex != Sex::unknown && a.sex != b.sex;
    }

    // 3: surname of a person, 2: beginning of an organization's name, 1: a person's forename, 0: neither.
    static int short_for(const NameGroup& part, const NameGroup& whole) {
        if (part.words.empty() || part.words.front().size() < 3) return 0;
        if (part.titled && part.words == whole.words && whole.type == "person") return 3;
        const auto part_type = part.type;
        const auto whole_type = whole.type;
        if (whole.known != no_name) {
            if (part.words == whole.words && part_type != "group") return 3;  // "LOUISIANA" in a headline
            if (whole_type != "organization" || (part.words.size() == 1 && !part.with_article)) return 0;
        }
        if (sexes_differ(part, whole)) return 0;
        if (whole_type == "person" && part_type != "place" && part_type != "group") {
            if (has_suffix(whole.words, part.words)) return 3;
            return part.words.size() == 1 && has_prefix(whole.words, part.words) && part_type == "person" ? 1 : 0;
        }
        if (part.titled) return 0;
        if (whole_type != "organization" || part_type == "group" || part_type == "agreement") return 0;
        if (part_type == "place" && part.types.size() == 1) return 0;
        // "Doris Torvald" of the Doris Torvald Foundation; "Dean Witter" of Dean Witter Reynolds Inc. is the firm.
        if (part_type == "person" && part.words.size() > 1 && part.sex != Sex::unknown && !whole.has_ending) return 0;
        if (has_prefix(whole.words, part.words)) return 2;
        const bool enough = part.words.size() > 1 || part.with_article || part.words.back().ends_with('s');  // "the Front", "Rovers"
        return enough && part_type == "organization" && has_suffix(whole.words, part.words) ? 2 : 0;
    }

    const Tree& tree_;
    const std::vector<Candidate>& candidates_;
    NameGroups& all_;
    const std::vector<NameGroup>& groups_;
    std::map<std::vector<std::string>, Index> first_in_body_;  // of all groups with the words
    std::set<std::string> titled_;                             // surnames that come with a title
};

}  // namespace

void join_short_forms(const Tree& tree, const std::vector<Candidate>& candidates, NameGroups& groups) {
    ShortForms(tree, candidates, groups).run();
}

}  // namespace newsgraph::detail
