// Words beside a name that mean the same thing: "director" of "Nordvik director Anna Berg" and of "Anna Berg, director of
// Nordvik", "lender" of "Nordvik is a lender", and relative pronouns ("who", "which"). They are where the thing is meant,
// too, but no ends of statements: the name beside them is. Pure functions.
#pragma once

#include "extract/clauses/tree.hpp"
#include "extract/names/gazetteer.hpp"
#include "extract/names/names.hpp"
#include "extract/names/noun_classes.hpp"

#include <vector>

namespace newsgraph {

class Describing {
public:
    // All must outlive it.
    Describing(const Tree& tree, const NounClasses& classes, const NameWords& words, const Names& names)
        : tree_(tree), classes_(classes), words_(words), names_(names) {}

    // The mention of what the noun describes, no_name if it describes nothing that is mentioned. O(children of its head).
    std::size_t described_by(Index noun) const;

    // A mention for each noun that describes something and for each relative pronoun, in the order of the text. Linear in the
    // document.
    std::vector<NameMention> all() const;

private:
    std::size_t mention_at(Index word) const { return names_.at[word] != no_name ? names_.at[word] : names_.concept_of(word); }
    bool fits(Index noun, std::size_t mention) const;
    bool is_plainly_said(Index verb) const;
    std::size_t title_of(Index noun) const;
    std::size_t beside(Index noun) const;
    std::size_t subject_of(Index noun) const;
    bool agrees(Index pronoun, std::size_t mention) const;
    std::size_t relative(Index pronoun) const;
    void add(Index begin, Index end, std::size_t mention, const char* kind, std::vector<NameMention>& result) const;
    void add_phrase(Index noun, std::size_t mention, std::vector<NameMention>& result) const;

    const Tree& tree_;
    const NounClasses& classes_;
    const NameWords& words_;
    const Names& names_;
};

}  // namespace newsgraph
