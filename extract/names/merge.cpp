// Merging the mentions of one document: same words, acronyms, short names, "Ukraine's X" and "X of Ukraine".
#include "extract/names/names.hpp"

#include "extract/base/utf8.hpp"
#include "extract/names/name_groups.hpp"
#include "extract/names/normalize.hpp"
#include "extract/names/short_forms.hpp"

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

bool all_upper(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Behind the words of a name with a title, so that "Mrs Torvald" and the firm "Torvald" are two groups.
const std::string title_mark = "Mr";
const std::string female_mark = "Mrs";

class Merger {
public:
    Merger(const Tree& tree, const Gazetteer& gazetteer, const NameWords& words, const std::vector<Candidate>& candidates)
        : tree_(tree), gazetteer_(gazetteer), words_(words), candidates_(candidates) {}

    Names run() {
        cut_headlines();
        for (std::size_t k = 0; k < candidates_.size(); ++k) place(k);
        for (NameGroup& group : groups_) group.type = group.voted_type();
        join_acronyms();
        join_other_names();
        join_short_forms(tree_, candidates_, all_);
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

    std::size_t root(std::size_t group) const { return all_.root(group); }
    void join(std::size_t part, std::size_t whole) { all_.join(part, whole); }

    void join_acronyms() {
        for (std::size_t k = 0; k + 1 < candidates_.size(); ++k) {
            const auto& name = candidates_[k];
            if (name.type != "organization") continue;
            for (std::size_t next = k + 1; next < candidates_.size() && candidates_[next].begin <= name.end + 1; ++next) {
                const auto& acronym = candidates_[next];
                if (acronym.begin != name.end + 1 || acronym.end >= tree_.size()) continue;
                if (tree_.text(name.end) != "(" || tree_.text(acronym.end) != ")") continue;
                if (!all_upper(text(acronym)) || acronym.end - acronym.begin != 1) continue;
                // "Torvald Motors (USA)"
                if (acronym.type == "country" || acronym.type == "place") continue;
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
            NameGroup& whole = groups_[second ? two : one];
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
        if (words.ends_with(" the")) words.resize(words.size() - 4);  // "formerly the National Front"
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
    std::string best_label(const NameGroup& g) const {
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
    NameGroups all_;
    std::vector<NameGroup>& groups_ = all_.list;
    std::map<std::vector<std::string>, std::size_t> by_words_;
    std::map<std::size_t, std::size_t> known_;
    std::map<std::size_t, std::size_t> group_of_;
};

}  // namespace

Names merge_candidates(const Tree& tree, const Gazetteer& gazetteer, const NameWords& words,
                       const std::vector<Candidate>& candidates) {
    return Merger(tree, gazetteer, words, candidates).run();
}

}  // namespace newsgraph::detail
