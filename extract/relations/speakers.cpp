#include "extract/relations/speakers.hpp"

#include <algorithm>
#include <span>

namespace newsgraph {

namespace {

// Of a word that are looked at, and words above it, so that a sentence of any length costs linear time.
constexpr std::size_t most_children = 64;
constexpr int longest_chain = 64;

}  // namespace

SpeakerFinder::SpeakerFinder(const Tree& tree, const RelationTable& table, const ArgumentFinder& arguments)
    : tree_(tree), table_(table), arguments_(arguments), quotations_(tree), speakers_(quotations_.all().size()) {
    find_speakers_of_quotations();
}

// By the first word of a quotation that hangs on a verb of saying outside it, or on which one hangs.
void SpeakerFinder::find_speakers_of_quotations() {
    for (Index i = 0; i < tree_.size(); ++i) {
        const std::size_t number = quotations_.at(i);
        if (number == no_quotation || !speakers_[number].empty()) continue;
        const Index head = tree_.head(i);
        if (tree_.is_root(i)) {
            speakers_[number] = beside(i);
        } else if (quotations_.at(head) != number && tree_.has_dep(i, {"ccomp", "parataxis", "dobj", "xcomp"}) && says(head)) {
            speakers_[number] = subjects_of_saying(head);
        }
    }
    for (std::size_t q = 1; q < speakers_.size(); ++q) {
        if (goes_on(q)) speakers_[q] = speakers_[q - 1];
    }
    // Who speaks may be told at the end of the last paragraph alone.
    for (std::size_t q = speakers_.size(); q-- > 1;) {
        if (quotations_.all()[q].goes_on && speakers_[q - 1].empty()) speakers_[q - 1] = speakers_[q];
    }
}

// A further paragraph; '"...," Ann said. "..."'
bool SpeakerFinder::goes_on(std::size_t number) const {
    const Quotation& quotation = quotations_.all()[number];
    const auto& before = speakers_[number - 1];
    if (!speakers_[number].empty() || before.empty()) return false;
    if (quotation.goes_on) return true;
    if (quotation.paragraph != quotations_.all()[number - 1].paragraph) return false;
    const Index mark = quotation.begin - 1;
    const std::size_t sentence = tree_.sentence(mark);
    return mark == tree_.sentences()[sentence].begin && tree_.sentence(before.front()) + 1 == sentence;
}

std::vector<Index> SpeakerFinder::speakers_of(Index word) const {
    auto speakers = told_in_sentence(word);
    const std::size_t number = quotations_.at(word);
    return speakers.empty() && number != no_quotation ? speakers_[number] : speakers;
}

std::vector<Index> SpeakerFinder::told_in_sentence(Index word) const {
    Index i = word;
    for (int steps = 0; steps < longest_chain; ++steps, i = tree_.head(i)) {
        if (auto speakers = beside(i); !speakers.empty()) return speakers;
        if (tree_.is_root(i)) return {};
        if (auto speakers = above(i); !speakers.empty()) return speakers;
    }
    return {};
}

bool SpeakerFinder::says(Index verb) const { return tree_.is_verb(verb) && table_.has("say", tree_.lemma(verb)); }

// "reportedly", "according to Ann", "..., Ann said, ..."
std::vector<Index> SpeakerFinder::beside(Index word) const {
    const auto children = tree_.children(word);
    for (const Index c : std::span(children).first(std::min(children.size(), most_children))) {
        if (tree_.has_dep(c, {"advmod"}) && table_.has("hearsay", tree_.lemma(c))) return {c};
        if (tree_.has_dep(c, {"prep"}) && tree_.lemma(c) == "accord") return according_to(c);
        if (tree_.has_dep(c, {"parataxis"}) && says(c)) return subjects_of_saying(c);
    }
    return {};
}

// "Ann said that ...", "Ann denied having ...", "Ann accused him of ...", "Ann's claim that ..."
std::vector<Index> SpeakerFinder::above(Index word) const {
    const Index head = tree_.head(word);
    if (tree_.has_dep(word, {"ccomp", "xcomp"}) && says(head)) return subjects_of_saying(head);
    if (tree_.has_dep(word, {"acl"}) && tree_.child(word, {"mark"}) != no_index) return tellers(head);
    if (tree_.has_dep(word, {"pcomp"}) && !tree_.is_root(head) && table_.has("accuses", tree_.lemma(tree_.head(head)))) {
        return arguments_.subjects(tree_.head(head));
    }
    return {};
}

// Also of "Ann was quoted as saying", where she is the subject of a passive.
std::vector<Index> SpeakerFinder::subjects_of_saying(Index verb) const {
    if (tree_.has_dep(verb, {"pcomp"})) {
        const Index preposition = tree_.head(verb);
        const Index quoted = tree_.is_root(preposition) ? no_index : tree_.head(preposition);
        const Index subject = quoted == no_index ? no_index : tree_.child(quoted, {"nsubjpass"});
        if (subject != no_index) return {tree_.antecedent(subject)};
    }
    return arguments_.subjects(verb);
}

std::vector<Index> SpeakerFinder::according_to(Index according) const {
    std::vector<Index> result;
    for (const Index to : tree_.children(according)) {
        for (const Index object : tree_.children(to)) {
            if (tree_.has_dep(object, {"pobj"})) result.push_back(object);
        }
    }
    return result;
}

std::vector<Index> SpeakerFinder::tellers(Index noun) const {
    if (!table_.has("told", tree_.lemma(noun))) return {};
    const Index owner = tree_.child(noun, {"poss"});
    if (owner != no_index) return {owner};
    for (const Index c : tree_.children(noun)) {
        if (!tree_.has_dep(c, {"prep"}) || (tree_.lemma(c) != "by" && tree_.lemma(c) != "from")) continue;
        if (const Index object = tree_.child(c, {"pobj"}); object != no_index) return {object};
    }
    return {noun};
}

}  // namespace newsgraph
