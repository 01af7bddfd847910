// Phrases that mean several things at once ("both nations", "the two companies", "the pair", "they") and the names that
// they stand for, by sieves, the surest first (after Lee et al. 2013, Deterministic coreference resolution based on
// entity-centric, precision-ranked rules): a coordination of exactly so many names of the type, then the nearest sentences in
// which exactly so many things of the type, or of those called by the phrase's noun, stand. Whatever else may be meant leaves
// the phrase alone. A view: the tree and the words must outlive it. Immutable; may be shared by threads.
#pragma once

#include "extract/clauses/tree.hpp"
#include "extract/names/gazetteer.hpp"
#include "extract/names/names.hpp"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace newsgraph::detail {

// What is known of the things of a document.
struct Acquaintance {
    std::vector<Sex> sexes;                                             // by title, forename or description
    std::function<bool(std::size_t thing, std::string_view noun)> is_called;  // is the noun part of its name or description?
};

struct PluralPhrase {
    using Types = std::vector<std::string_view>;  // node types that go together

    Index begin = 0;  // tokens, end exclusive
    Index end = 0;
    Index head = 0;
    std::size_t count = 0;              // of what is meant
    std::vector<Types> readings;        // "executives": persons or companies
    Sex sex = Sex::unknown;
    bool bare = false;                  // it has no noun that says what they are
};

class Plurals {
public:
    // Linear in the document.
    Plurals(const Tree& tree, const NameWords& words);

    // The plural phrase whose last word this is, if names may be meant by it.
    std::optional<PluralPhrase> phrase_at(Index word, const Names& names) const;

    // The things that it stands for, in the order of the text; empty if that is not sure. `names` holds what was read up to
    // the phrase. Looks back at a few sentences.
    std::vector<std::size_t> meant(const PluralPhrase& phrase, const Names& names, const Acquaintance& known,
                                   Index headline_end) const;

    // The things that "they" means if it means this mention: those of its coordination, which stands before the word, if all
    // of that are persons or none is; or of its group; else empty.
    std::vector<std::size_t> together_with(std::size_t mention, Index before, const Names& names) const;

    // "the buyers said they ...": is the nearest subject of a clause around the word a noun in the plural without a name? Not so
    // the leaders or chiefs of those who are named.
    bool is_under_unnamed(Index word, const NameMention& name, const Names& names) const;

private:
    class Search;

    bool is_plain(Index noun, const Names& names) const;
    bool holds_name(Index word, const Names& names) const;
    std::size_t number_said(Index noun) const;
    bool is_person(std::string_view lemma) const;
    std::vector<PluralPhrase::Types> readings_of(std::string_view lemma) const;
    std::optional<PluralPhrase> bare_number(Index word) const;
    const std::vector<Index>& coordination(Index word) const { return coordinations_[first_[word]]; }

    const Tree& tree_;
    const NameWords& words_;
    std::vector<Index> first_;                       // per token: the first word of its coordination
    std::vector<std::vector<Index>> coordinations_;  // by that: all its words, if it has more than one
};

}  // namespace newsgraph::detail
