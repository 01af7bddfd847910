#include "extract/clauses/tree.hpp"

#include <algorithm>

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

Tree::Tree(const nlp::Doc& doc) : doc_(doc), children_(doc.tokens.size()), sentences_(doc.sentences()) {
    lemmas_.reserve(doc.tokens.size());
    sentence_of_.resize(doc.tokens.size());
    for (Index i = 0; i < size(); ++i) {
        if (head(i) != i) children_[head(i)].push_back(i);
        lemmas_.push_back(lower_ascii(token(i).lemma.empty() ? text(i) : std::string_view(token(i).lemma)));
    }
    for (std::size_t s = 0; s < sentences_.size(); ++s) {
        for (Index i = sentences_[s].begin; i < sentences_[s].end; ++i) sentence_of_[i] = s;
    }
}

bool Tree::has_dep(Index i, std::initializer_list<std::string_view> labels) const {
    return std::find(labels.begin(), labels.end(), token(i).dep) != labels.end();
}

Index Tree::child(Index i, std::initializer_list<std::string_view> labels) const {
    for (const Index c : children(i)) {
        if (has_dep(c, labels)) return c;
    }
    return no_index;
}

bool Tree::has_to(Index verb) const {
    const auto& below = children(verb);
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

bool Tree::is_verb(Index i) const { return token(i).pos == "VERB" || token(i).pos == "AUX"; }

bool Tree::is_noun(Index i) const { return token(i).pos == "NOUN" || token(i).pos == "PROPN"; }

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

Index Tree::first_conjunct(Index i) const {
    while (has_dep(i, {"conj"}) && !is_root(i)) i = head(i);
    return i;
}

}  // namespace newsgraph
