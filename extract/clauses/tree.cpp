#include "extract/clauses/tree.hpp"

#include <algorithm>
#include <numeric>

namespace newsgraph {

namespace {

std::string lower_ascii(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

}  // namespace

Tree::Tree(const nlp::Doc& doc) : doc_(doc), facts_(doc.tokens.size()), sentences_(doc.sentences()) {
    lemmas_.reserve(doc.tokens.size());
    for (Index i = 0; i < size(); ++i) {
        const nlp::Token& t = token(i);
        facts_[i].label = Label(t.dep);
        facts_[i].verb = t.pos == "VERB" || t.pos == "AUX";
        facts_[i].noun = t.pos == "NOUN" || t.pos == "PROPN";
        lemmas_.push_back(lower_ascii(t.lemma.empty() ? text(i) : std::string_view(t.lemma)));
    }
    for (std::uint32_t s = 0; s < sentences_.size(); ++s) {
        for (Index i = sentences_[s].begin; i < sentences_[s].end; ++i) facts_[i].sentence = s;
    }
    add_children();
    add_first_conjuncts();
}

// By counting: how many children each token has, where they begin, and then each child to its place.
void Tree::add_children() {
    first_child_.assign(doc_.tokens.size() + 1, 0);
    for (Index i = 0; i < size(); ++i) {
        if (!is_root(i)) ++first_child_[head(i) + 1];
    }
    std::partial_sum(first_child_.begin(), first_child_.end(), first_child_.begin());
    children_.resize(first_child_.back());
    std::vector<Index> next(first_child_.begin(), first_child_.end() - 1);
    for (Index i = 0; i < size(); ++i) {
        if (!is_root(i)) children_[next[head(i)]++] = i;
    }
}

// Up from each token to one that is coordinated with nothing, or whose answer is known, and down again: each arc is walked once.
void Tree::add_first_conjuncts() {
    std::vector<Index> way;
    for (Index i = 0; i < size(); ++i) {
        Index at = i;
        for (; facts_[at].first_conjunct == no_index && has_dep(at, {"conj"}) && !is_root(at); at = head(at)) way.push_back(at);
        const Index first = facts_[at].first_conjunct == no_index ? at : facts_[at].first_conjunct;
        facts_[at].first_conjunct = first;
        for (; !way.empty(); way.pop_back()) facts_[way.back()].first_conjunct = first;
    }
}

Index Tree::child(Index i, Labels labels) const {
    for (const Index c : children(i)) {
        if (has_dep(c, labels)) return c;
    }
    return no_index;
}

bool Tree::has_to(Index verb) const {
    const auto below = children(verb);
    return std::any_of(below.begin(), below.end(), [&](Index c) { return has_dep(c, {"aux"}) && token(c).tag == "TO"; });
}

Index Tree::antecedent(Index pronoun) const {
    const std::string_view tag = token(pronoun).tag;
    if (tag != "WDT" && tag != "WP") return pronoun;
    for (Index i = pronoun; !is_root(i); i = head(i)) {
        if (has_dep(i, {"relcl"})) return head(i);
    }
    return pronoun;
}

std::vector<Index> Tree::conjuncts(Index i) const {
    std::vector<Index> result{i};
    for (std::size_t k = 0; k < result.size(); ++k) {
        for (const Index c : children(result[k])) {
            if (has_dep(c, {"conj"}) && c != i) result.push_back(c);
        }
    }
    std::sort(result.begin(), result.end());
    return result;
}

}  // namespace newsgraph
