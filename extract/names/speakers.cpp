#include "extract/names/speakers.hpp"

#include "extract/base/utf8.hpp"
#include "extract/names/phrases.hpp"
#include "extract/names/quotes.hpp"

#include <algorithm>
#include <map>

namespace newsgraph::detail {

namespace {

class Speakers {
public:
    Speakers(const Tree& tree, const NameWords& words, Index begin, Names& names)
        : tree_(tree), words_(words), begin_(begin), names_(names) {}

    void run() {
        find_sides();
        for (const auto& quote : find_quotes(tree_, words_)) {
            const std::size_t speaker = quote.speaker == no_index ? no_name : person_at(quote.speaker);
            if (speaker == no_name) continue;
            const auto found = sides_.find(speaker);
            const std::size_t side = found == sides_.end() ? no_name : found->second;
            for (Index i = std::max(quote.begin, begin_); i < quote.end; ++i) {
                if (names_.at[i] != no_name || tree_.token(i).pos != "PRON") continue;
                const auto word = utf8::ascii_lower(tree_.text(i));
                if (words_.has("pronoun_i", word)) add(i, speaker);
                if (side != no_name && words_.has("pronoun_we", word)) add(i, side);
            }
        }
    }

private:
    // Thing of a noun phrase; "the head of the fund, Anna Berg" is named by what follows.
    std::size_t person_at(Index head) const {
        std::size_t mention = names_.at[head];
        for (const Index c : tree_.children(head)) {
            if (mention == no_name && tree_.has_dep(c, {"appos"})) mention = names_.at[c];
        }
        if (mention == no_name || names_.thing_of(mention).type != "person") return no_name;
        return names_.mentions[mention].thing;
    }

    void add(Index pronoun, std::size_t thing) {
        names_.at[pronoun] = names_.mentions.size();
        names_.mentions.push_back({pronoun, pronoun + 1, thing, "pronoun", false});
    }

    // Of each person the one organization or country whose officer the article says it is.
    void find_sides() {
        for (const auto& mention : names_.mentions) {
            if (mention.kind != "name" || names_.things[mention.thing].type != "person") continue;
            for (const Index role : roles_of(head_of(tree_, mention))) {
                const std::size_t found = served_by(role);
                if (found == no_name) continue;
                const auto [side, is_new] = sides_.try_emplace(mention.thing, found);
                if (!is_new && side->second != found) side->second = no_name;  // two of them: nobody knows for which it speaks
            }
        }
    }

    std::vector<Index> roles_of(Index name) const {
        std::vector<Index> result;
        for (const Index c : tree_.children(name)) {
            if (tree_.has_dep(c, {"appos", "compound", "nmod"})) result.push_back(c);
        }
        if (tree_.is_root(name)) return result;
        const Index above = tree_.head(name);
        if (tree_.has_dep(name, {"appos"})) result.push_back(above);
        if (tree_.has_dep(name, {"nsubj"}) && tree_.lemma(above) == "be") {
            const Index attribute = tree_.child(above, {"attr"});
            if (attribute != no_index) result.push_back(attribute);
        }
        return result;
    }

    // "Nordvik's director", "director of Nordvik", "Nordvik director".
    std::size_t served_by(Index role) const {
        const auto& lemma = tree_.lemma(role);
        if (!words_.has("nominal_person", lemma) && !words_.has("person_noun", lemma)) return no_name;
        for (const Index c : tree_.children(role)) {
            Index name = tree_.has_dep(c, {"poss", "compound"}) ? c : no_index;
            if (tree_.has_dep(c, {"prep"}) && (tree_.lemma(c) == "of" || tree_.lemma(c) == "at")) name = tree_.child(c, {"pobj"});
            if (name == no_index || names_.at[name] == no_name) continue;
            const auto& type = names_.thing_of(names_.at[name]).type;
            if (type == "organization" || type == "country") return names_.mentions[names_.at[name]].thing;
        }
        return no_name;
    }

    const Tree& tree_;
    const NameWords& words_;
    Index begin_;
    Names& names_;
    std::map<std::size_t, std::size_t> sides_;  // of persons: an organization or country, no_name if there are several
};

}  // namespace

void add_speakers(const Tree& tree, const NameWords& words, Index begin, Names& names) {
    Speakers(tree, words, begin, names).run();
}

}  // namespace newsgraph::detail
