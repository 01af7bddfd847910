// Merging the mentions of one document: same words, acronyms, short names, "Ukraine's X" and "X of Ukraine".
#include "extract/names/names.hpp"

#include "extract/base/utf8.hpp"
#include "extract/names/normalize.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace newsgraph::detail {

namespace {

std::vector<std::string> words_of(const std::string& folded) {
    std::vector<std::string> result;
    std::size_t begin = 0;
    while (begin < folded.size()) {
        auto end = folded.find(' ', begin);
        if (end == std::string::npos) end = folded.size();
        if (end > begin) result.push_back(folded.substr(begin, end - begin));
        begin = end + 1;
    }
    return result;
}

bool has_prefix(const std::vector<std::string>& words, const std::vector<std::string>& prefix) {
    return prefix.size() < words.size() && std::equal(prefix.begin(), prefix.end(), words.begin());
}

bool has_suffix(const std::vector<std::string>& words, const std::vector<std::string>& suffix) {
    return suffix.size() < words.size() && std::equal(suffix.rbegin(), suffix.rend(), words.rbegin());
}

bool all_upper(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

struct Group {
    std::vector<std::size_t> members;  // candidates
    std::vector<std::string> words;    // of the name, folded
    std::map<std::string, int> types;
    std::size_t known = no_name;
    std::size_t parent = no_name;  // the group that it was merged into
    Index first_in_body = no_index;  // where its first mention behind the title begins
    std::string type;                // the one that its mentions speak for, once all are known
    bool titled = false;           // "Mrs Torvald"
    bool with_article = false;     // "the Front"
    bool has_ending = false;       // "Torvald Inc."
    bool headline_only = true;     // every mention is in the title
    Sex sex = Sex::unknown;

    std::string voted_type() const {
        std::string best;
        int votes = 0;
        for (const auto& [name, count] : types) {
            if (count > votes) {
                best = name;
                votes = count;
            }
        }
        return best;
    }
};

// Behind the words of a name with a title, so that "Mrs Torvald" and the firm "Torvald" are two groups.
const std::string title_mark = "Mr";
const std::string female_mark = "Mrs";

// Groups with one first or last word that a short name is compared with: beyond any article, a bound for lists without end.
constexpr std::size_t most_alike = 500;

class Merger {
public:
    Merger(const Tree& tree, const Gazetteer& gazetteer, const NameWords& words, const std::vector<Candidate>& candidates)
        : tree_(tree), gazetteer_(gazetteer), words_(words), candidates_(candidates) {}

    Names run() {
        cut_headlines();
        for (std::size_t k = 0; k < candidates_.size(); ++k) place(k);
        for (Group& group : groups_) {
            group.type = group.voted_type();
            Index& first = first_in_body_.emplace(group.words, no_index).first->second;
            first = std::min(first, group.first_in_body);
        }
        join_acronyms();
        join_other_names();
        join_short_names();
        return build();
    }

private:
    std::string text(const Candidate& c) const {
        return std::string(tree_.doc().text_of(nlp::Span{c.begin, c.end, {}}));
    }

    std::vector<std::string> key(const Candidate& c) const {
        if (!c.label.empty()) return words_of(fold(c.label));
        auto words = words_of(fold(strip_article(strip_possessive(text(c)))));
        if (c.type == "organization") {
            while (words.size() > 1 && words_.has("company", last_word(c, words.size()))) words.pop_back();
        }
        // "the X-Y conflict" and "the X-Y war" are one event.
        if (c.type == "event" && words.size() > 1 && words_.has("war", words.back())) words.back() = "war";
        return words;
    }

    bool has_company_ending(const Candidate& c) const {
        return c.label.empty() && key(c).size() < words_of(fold(strip_article(strip_possessive(text(c))))).size();
    }

    // The written form of the word that `key` has last; company endings are looked up as they are written.
    std::string last_word(const Candidate& c, std::size_t left) const {
        const auto total = words_of(fold(strip_article(strip_possessive(text(c))))).size();
        auto end = c.end;
        for (auto k = total; k > left && end > c.begin + 1; --k) --end;
        return std::string(tree_.text(end - 1));
    }

    // A title's words are capitalised, so the model takes too many of them: cut to a name that the body has.
    void cut_headlines() {
        std::set<std::vector<std::string>> known;
        for (const auto& c : candidates_) {
            if (c.headline || c.type != "person") continue;
            const auto words = key(c);
            if (words.empty()) continue;  // a name of marks alone
            known.insert(words);
            known.insert({words.back()});
        }
        for (auto& c : candidates_) {
            if (!c.headline || c.known != no_name || c.end - c.begin < 2 || known.contains(key(c))) continue;
            for (auto end = c.end - 1; end > c.begin; --end) {
                Candidate shorter = c;
                shorter.end = end;
                if (!known.contains(key(shorter))) continue;
                c = shorter;
                c.type = "person";
                break;
            }
        }
    }

    void place(std::size_t k) {
        const auto& c = candidates_[k];
        std::size_t group = no_name;
        if (c.known != no_name) {
            group = known_.emplace(c.known, groups_.size()).first->second;
        } else {
            auto words = key(c);
            if (words.empty()) return;
            if (c.titled) words.push_back(c.sex == Sex::female ? female_mark : title_mark);
            group = by_words_.emplace(std::move(words), groups_.size()).first->second;
        }
        if (group == groups_.size()) {
            groups_.emplace_back();
            groups_.back().words = c.known == no_name ? key(c) : words_of(fold(gazetteer_.things()[c.known].label));
            groups_.back().known = c.known;
            groups_.back().titled = c.titled;
            if (c.titled) titled_.insert(groups_.back().words.back());
        }
        groups_[group].members.push_back(k);
        if (c.sex != Sex::unknown) groups_[group].sex = c.sex;
        if (!c.headline) {
            groups_[group].headline_only = false;
            if (groups_[group].first_in_body == no_index) groups_[group].first_in_body = c.begin;
        }
        if (c.begin > 0 && tree_.lemma(c.begin - 1) == "the") groups_[group].with_article = true;
        if (c.type == "organization" && has_company_ending(c)) groups_[group].has_ending = true;
        groups_[group].types[c.type] += c.headline ? 1 : c.from_pattern ? 6 : 2;
        group_of_[k] = group;
    }

    std::size_t root(std::size_t group) const {
        while (groups_[group].parent != no_name) group = groups_[group].parent;
        return group;
    }

    void join(std::size_t part, std::size_t whole) {
        part = root(part);
        whole = root(whole);
        if (part != whole) groups_[part].parent = whole;
    }

    void join_acronyms() {
        for (std::size_t k = 0; k + 1 < candidates_.size(); ++k) {
            const auto& name = candidates_[k];
            if (name.type != "organization") continue;
            for (std::size_t next = k + 1; next < candidates_.size() && candidates_[next].begin <= name.end + 1; ++next) {
                const auto& acronym = candidates_[next];
                if (acronym.begin != name.end + 1 || acronym.end >= tree_.size()) continue;
                if (tree_.text(name.end) != "(" || tree_.text(acronym.end) != ")") continue;
                if (!all_upper(text(acronym)) || acronym.end - acronym.begin != 1) continue;
                if (group_of_.contains(k) && group_of_.contains(next)) join(group_of_[next], group_of_[k]);
            }
        }
        std::map<std::string, std::vector<std::size_t>> organizations;  // by initials
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            if (groups_[g].words.size() < 3 || groups_[g].type != "organization") continue;
            std::string initials;
            for (const auto& word : groups_[g].words) {
                if (word != "of" && word != "the" && word != "and" && word != "for") initials += word.front();
            }
            organizations[initials].push_back(g);
        }
        for (std::size_t g = 0; g < groups_.size(); ++g) join_initials(g, organizations);
    }

    // "Meta, formerly known as Facebook", "Swaziland changed its name to Eswatini".
    void join_other_names() {
        std::size_t before = no_name;
        for (std::size_t k = 0; k < candidates_.size(); ++k) {
            if (candidates_[k].inner || !group_of_.contains(k)) continue;  // "Norway" of "Bank of Norway"
            const std::size_t last = std::exchange(before, k);
            if (last == no_name || !says_other_name(candidates_[last], candidates_[k])) continue;
            const std::size_t one = root(group_of_[last]);
            const std::size_t two = root(group_of_[k]);
            const bool both_known = groups_[one].known != no_name && groups_[two].known != no_name;
            if (one == two || both_known) continue;
            const bool second = groups_[two].known != no_name;
            Group& whole = groups_[second ? two : one];
            for (const auto& [type, votes] : groups_[second ? one : two].types) whole.types[type] += votes;
            whole.type = whole.voted_type();
            join(second ? one : two, second ? two : one);
        }
    }

    bool says_other_name(const Candidate& name, const Candidate& other) const {
        constexpr Index longest = 6;  // tokens between them
        if (other.begin <= name.end || other.begin - name.end > longest || other.end >= tree_.size() ||
            tree_.sentence(name.begin) != tree_.sentence(other.begin)) {
            return false;
        }
        const auto mark = tree_.text(name.end);
        const bool apart = mark == "," || mark == "(";
        std::string words;
        for (Index i = name.end + (apart ? 1 : 0); i < other.begin; ++i) words += (words.empty() ? "" : " ") + utf8::ascii_lower(tree_.text(i));
        const bool alike = groups_[group_of_.at(index_of(name))].type == groups_[group_of_.at(index_of(other))].type;
        if (words_.has("renaming", words) || (apart && words_.has("other_name", words))) return alike || may_be_mistaken(name.type, other.type);
        return apart && alike && tree_.token(other.end).pos == "PUNCT" && words_.has("former_name", words);
    }

    // What the recognizer takes for one another.
    static bool may_be_mistaken(std::string_view a, std::string_view b) {
        constexpr std::array<std::string_view, 4> kinds{"person", "organization", "product", "work"};
        const auto is_one = [&](std::string_view type) { return std::find(kinds.begin(), kinds.end(), type) != kinds.end(); };
        return is_one(a) && is_one(b);
    }

    std::size_t index_of(const Candidate& candidate) const { return static_cast<std::size_t>(&candidate - candidates_.data()); }

    // "IMF" where the article has "International Monetary Fund" too.
    void join_initials(std::size_t g, const std::map<std::string, std::vector<std::size_t>>& organizations) {
        const auto& first = candidates_[groups_[g].members.front()];
        const auto written = text(first);
        if (groups_[g].known != no_name || groups_[g].parent != no_name || first.end - first.begin != 1 ||
            written.size() < 3 || !all_upper(written)) {
            return;
        }
        const auto same = organizations.find(fold(written));
        if (same == organizations.end()) return;
        std::size_t found = no_name;
        for (const std::size_t other : same->second) {
            if (other == g) continue;
            if (found != no_name) return;
            found = other;
        }
        if (found != no_name) join(g, found);
    }

    void join_short_names() {
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
            if (whole != no_name) join(g, whole);
        }
    }

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
            if (kind == 2 && is_whole(groups_[g], groups_[other])) continue;
            if (kind == 2 && are_coordinated(groups_[g], groups_[other])) continue;
            // The firm and its owner: the model has read which of them is meant.
            if (kind == 3 && groups_[other].type == "person" && !groups_[g].titled && groups_[g].type == "organization") kind = 1;
            if (kind == 0 || sexes_differ(groups_[g], groups_[root(other)])) continue;
            if (kind == 3 && groups_[other].type == "person") bearers.insert(root(other));
            const auto place = last_before(groups_[other], first);
            const bool better = best == no_name || kind > best_kind || (kind == best_kind && place > best_place);
            if (!better || root(other) == g) continue;
            best = other;
            best_place = place;
            best_kind = kind;
        }
        return bearers.size() > 1 ? most_mentioned(bearers) : best;
    }

    // "Torvald Inc." is no shortened name; and what comes before the longer one, and more often, is rather what that belongs to
    // ("Torvald Stadium").
    bool is_whole(const Group& part, const Group& longer) const {
        return part.words.size() == 1 && has_prefix(longer.words, part.words) &&
               (part.has_ending || (comes_before(part, longer) && part.members.size() > longer.members.size()));
    }

    // "Torvald and Torvald Stadium" are two.
    bool are_coordinated(const Group& part, const Group& longer) const {
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
    bool comes_before(const Group& part, const Group& whole) const {
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
    static std::size_t last_before(const Group& group, std::size_t mark) {
        const auto behind = std::lower_bound(group.members.begin(), group.members.end(), mark);
        return behind == group.members.begin() ? 0 : *(behind - 1) + 1;
    }

    static bool sexes_differ(const Group& a, const Group& b) {
        return a.sex != Sex::unknown && b.sex != Sex::unknown && a.sex != b.sex;
    }

    // 3: surname of a person, 2: beginning of an organization's name, 1: a person's forename, 0: neither.
    static int short_for(const Group& part, const Group& whole) {
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
        if (has_prefix(whole.words, part.words)) return 2;
        const bool enough = part.words.size() > 1 || part.with_article || part.words.back().ends_with('s');  // "the Front", "Rovers"
        return enough && part_type == "organization" && has_suffix(whole.words, part.words) ? 2 : 0;
    }

    Names build() {
        Names names;
        names.at.assign(tree_.size(), no_name);
        std::map<std::size_t, std::size_t> things;  // group -> thing
        const std::set<std::size_t> shouted = shouted_groups();
        for (std::size_t k = 0; k < candidates_.size(); ++k) {
            if (!group_of_.contains(k)) continue;
            const auto group = root(group_of_[k]);
            if (shouted.contains(group)) continue;
            const auto [thing, is_new] = things.emplace(group, names.things.size());
            if (is_new) names.things.push_back(describe(group));
            const auto& c = candidates_[k];
            names.mentions.push_back({c.begin, c.end, thing->second, c.kind, c.inner});
            if (c.inner) continue;
            for (Index i = c.begin; i < c.end; ++i) names.at[i] = names.mentions.size() - 1;
        }
        return names;
    }

    // Words of a headline in capitals, of which nothing else in the article has the name: "OIL PRICES FALL".
    std::set<std::size_t> shouted_groups() {
        constexpr std::size_t longest_acronym = 5;
        std::set<std::size_t> all;
        std::set<std::size_t> said;
        for (const auto& [k, g] : group_of_) {
            const auto group = root(g);
            const auto written = text(candidates_[k]);
            const bool shouted = candidates_[k].headline && all_upper(written) && written.size() > longest_acronym;
            (shouted && groups_[group].known == no_name ? all : said).insert(group);
        }
        for (const std::size_t group : said) all.erase(group);
        return all;
    }

    NamedThing describe(std::size_t group) const {
        const auto& g = groups_[group];
        if (g.known != no_name) {
            const auto& thing = gazetteer_.things()[g.known];
            return {thing.node, thing.label, thing.type};
        }
        NamedThing thing;
        thing.type = g.type;
        thing.label = best_label(g);
        thing.node = thing.type + ":" + slug(thing.label);
        if (const auto* known = gazetteer_.find(thing.label)) {
            for (const auto& name : *known) {
                const auto& other = gazetteer_.things()[name.thing];
                const bool alike = other.type == thing.type || (other.type == "country" && thing.type == "place");
                if (name.kind == NameKind::name && alike) return {other.node, other.label, other.type};
            }
        }
        return thing;
    }

    // The form used most in the body; capitals ("BAHIA") and titles are taken only where there is nothing else.
    std::string best_label(const Group& g) const {
        std::map<std::string, int> forms;
        for (const auto member : g.members) {
            const auto& c = candidates_[member];
            const auto written = c.label.empty() ? std::string(strip_article(strip_possessive(text(c)))) : c.label;
            forms[written] += c.headline ? 1 : 3;
            if (written.size() > 5 && all_upper(written)) forms[written] -= 2;
        }
        std::string best;
        int votes = -1000;
        for (const auto& [form, count] : forms) {
            if (count > votes) {
                best = form;
                votes = count;
            }
        }
        return best;
    }

    const Tree& tree_;
    const Gazetteer& gazetteer_;
    const NameWords& words_;
    std::vector<Candidate> candidates_;
    std::vector<Group> groups_;
    std::map<std::vector<std::string>, std::size_t> by_words_;
    std::map<std::vector<std::string>, Index> first_in_body_;  // of all groups with the words
    std::set<std::string> titled_;  // surnames that come with a title
    std::map<std::size_t, std::size_t> known_;
    std::map<std::size_t, std::size_t> group_of_;
};

}  // namespace

Names merge_candidates(const Tree& tree, const Gazetteer& gazetteer, const NameWords& words,
                       const std::vector<Candidate>& candidates) {
    return Merger(tree, gazetteer, words, candidates).run();
}

}  // namespace newsgraph::detail
