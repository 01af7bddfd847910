// The dependency tree of a document, made for walking: children in the order of the text, simple questions about words.
// A view: the Doc must outlive it. Immutable; may be shared by threads.
#pragma once

#include "extract/nlp/doc.hpp"

#include <cstdint>
#include <initializer_list>
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

    const std::vector<Index>& children(Index i) const { return children_[i]; }
    Index head(Index i) const { return static_cast<Index>(doc_.tokens[i].head); }
    bool is_root(Index i) const { return head(i) == i; }
    bool has_dep(Index i, std::initializer_list<std::string_view> labels) const;
    // First child with one of the labels, else no_index.
    Index child(Index i, std::initializer_list<std::string_view> labels) const;

    // "to attack"
    bool has_to(Index verb) const;
    // The noun that a relative pronoun ("which", "who") stands for; any other word itself.
    Index antecedent(Index pronoun) const;

    bool is_verb(Index i) const;
    bool is_noun(Index i) const;
    std::size_t sentence(Index i) const { return sentence_of_[i]; }
    const std::vector<nlp::Span>& sentences() const { return sentences_; }

    // A word and what is coordinated with it, in the order of the text.
    std::vector<Index> conjuncts(Index i) const;
    // The first word of a coordination that `i` belongs to.
    Index first_conjunct(Index i) const;

private:
    const nlp::Doc& doc_;
    std::vector<std::vector<Index>> children_;
    std::vector<std::string> lemmas_;
    std::vector<nlp::Span> sentences_;
    std::vector<std::size_t> sentence_of_;
};

}  // namespace newsgraph
