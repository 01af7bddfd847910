#include "extract/relations/speakers.hpp"

#include <algorithm>
#include <span>

namespace newsgraph {

namespace {

// Of a word that are looked at, and words above it, so that a sentence of any length costs linear time.
constexpr std::size_t most_children = 64;
constexpr int longest_chain = 64;

bool opens(std::string_view text) { return text == "\xE2\x80\x9C" || text == "``"; }
bool closes(std::string_view text) { return text == "\xE2\x80\x9D" || text == "''"; }

}  // namespace

SpeakerFinder::SpeakerFinder(const Tree& tree, const RelationTable& table, const ArgumentFinder& arguments)
    : tree_(tree), table_(table), arguments_(arguments), quotation_at_(tree.size(), no_quotation) {
    find_quotations();
    find_speakers_of_quotations();
}

bool SpeakerFinder::is_new_paragraph(Index i) const {
    if (i == 0) return false;
    const auto& doc = tree_.doc();
    const auto between = std::string_view(doc.text).substr(doc.tokens[i - 1].begin_byte, doc.tokens[i].begin_byte - doc.tokens[i - 1].begin_byte);
    return between.find('\n') != std::string_view::npos;
}

// A quotation that a paragraph leaves open goes on if the next one opens with a quotation mark, else it ended there.
void SpeakerFinder::find_quotations() {
    bool inside = false;
    std::size_t paragraph = 0;
    for (Index i = 0; i < tree_.size(); ++i) {
        const std::string_view text = tree_.text(i);
        const bool straight = text == "\"";
        const bool begins_paragraph = is_new_paragraph(i);
        paragraph += begins_paragraph ? 1 : 0;
        if (inside && (opens(text) || (straight && begins_paragraph))) continue;
        if (begins_paragraph) inside = false;
        if (straight || opens(text) || closes(text)) {
            inside = straight ? !inside : opens(text);
            if (inside) quotations_.push_back({i, paragraph, {}});
        } else if (inside) {
            quotation_at_[i] = quotations_.size() - 1;
        }
    }
}

// By the first word of a quotation that hangs on a verb of saying outside it, or on which one hangs.
void SpeakerFinder::find_speakers_of_quotations() {
    for (Index i = 0; i < tree_.size(); ++i) {
        const std::size_t number = quotation_at_[i];
        if (number == no_quotation || !quotations_[number].speakers.empty()) continue;
        const Index head = tree_.head(i);
        if (tree_.is_root(i)) {
            quotations_[number].speakers = beside(i);
        } else if (quotation_at_[head] != number && tree_.has_dep(i, {"ccomp", "parataxis", "dobj", "xcomp"}) && says(head)) {
            quotations_[number].speakers = subjects_of_saying(head);
        }
    }
    for (std::size_t q = 1; q < quotations_.size(); ++q) {
        if (goes_on(quotations_[q - 1], quotations_[q])) quotations_[q].speakers = quotations_[q - 1].speakers;
    }
}

// '"...," Ann said. "..."'
bool SpeakerFinder::goes_on(const Quotation& before, const Quotation& quotation) const {
    if (!quotation.speakers.empty() || before.speakers.empty() || quotation.paragraph != before.paragraph) return false;
    const std::size_t sentence = tree_.sentence(quotation.begin);
    return quotation.begin == tree_.sentences()[sentence].begin && tree_.sentence(before.speakers.front()) + 1 == sentence;
}

std::vector<Index> SpeakerFinder::speakers_of(Index word) const {
    auto speakers = told_in_sentence(word);
    const std::size_t number = quotation_at_[word];
    return speakers.empty() && number != no_quotation ? quotations_[number].speakers : speakers;
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
    const auto& children = tree_.children(word);
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
