// The dependency tree of a document, made for walking: children in the order of the text, simple questions about words.
// A view: the Doc must outlive it. Immutable; may be shared by threads.
#pragma once

#include "extract/clauses/labels.hpp"
#include "extract/nlp/doc.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

using Index = std::uint32_t;  // of a token
inline constexpr Index no_index = 0xffffffffU;

class Tree {
public:
    explicit Tree(const nlp::Doc& doc);

    const nlp::Doc& doc() const { return doc_; }
    Index size() const { return static_cast<Index>(doc_.tokens.size()); }
    const nlp::Token& token(Index i) const { return doc_.tokens[i]; }
    std::string_view text(Index i) const { return doc_.text_of(i); }
    // Lower-case lemma; the word itself where the model has none.
    const std::string& lemma(Index i) const { return lemmas_[i]; }

    // In the order of the text.
    std::span<const Index> children(Index i) const {
        return {children_.data() + first_child_[i], children_.data() + first_child_[i + 1]};
    }
    Index head(Index i) const { return static_cast<Index>(doc_.tokens[i].head); }
    bool is_root(Index i) const { return head(i) == i; }
    bool has_dep(Index i, Labels labels) const { return labels.has(facts_[i].label); }
    // First child with one of the labels, else no_index.
    Index child(Index i, Labels labels) const;

    // "to attack"
    bool has_to(Index verb) const;
    // The noun that a relative pronoun ("which", "who") stands for; any other word itself.
    Index antecedent(Index pronoun) const;

    bool is_verb(Index i) const { return facts_[i].verb; }  // auxiliaries too
    bool is_noun(Index i) const { return facts_[i].noun; }  // names too
    std::size_t sentence(Index i) const { return facts_[i].sentence; }
    const std::vector<nlp::Span>& sentences() const { return sentences_; }

    // A word and what is coordinated with it, in the order of the text.
    std::vector<Index> conjuncts(Index i) const;
    // The first word of a coordination that `i` belongs to. O(1).
    Index first_conjunct(Index i) const { return facts_[i].first_conjunct; }

private:
    // What rules ask of a token again and again.
    struct Facts {
        std::uint32_t sentence = 0;
        Index first_conjunct = no_index;
        Label label;
        bool verb = false;
        bool noun = false;
    };

    void add_children();
    void add_first_conjuncts();

    const nlp::Doc& doc_;
    std::vector<Facts> facts_;
    std::vector<Index> children_;     // of token 0, then of token 1, ...
    std::vector<Index> first_child_;  // per token, where its children begin; one more at the end
    std::vector<std::string> lemmas_;
    std::vector<nlp::Span> sentences_;
};

}  // namespace newsgraph
