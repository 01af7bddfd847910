// The words of a sentence that fill the slots of an open triple: short and whole phrases around a head word. Each function
// answers with tokens in the order of the text, stops behind `longest_slot` words and walks without recursion, for text may
// nest as deep as it is long. Pure functions. O(words of the phrase).
#pragma once

#include "extract/clauses/tree.hpp"

#include <cstddef>
#include <vector>

namespace newsgraph {

using Words = std::vector<Index>;  // tokens in the order of the text

// In words. What is longer says too much at once, and nested clauses would fill the disk.
inline constexpr std::size_t longest_slot = 100;

class Phrases {
public:
    explicit Phrases(const Tree& tree) : tree_(tree) {}

    // A noun with its modifiers and "of" phrases; without clauses, appositions and coordinated nouns.
    Words brief(Index head) const;
    // The same with all prepositional phrases: "the brightest star in Serpens". Of a clause ("to win helps"): all of it.
    Words subject(Index head) const;
    // All that a word governs, but for relative clauses and what is coordinated with the word itself.
    Words whole(Index head) const;
    // All that a word governs, coordinated words too.
    Words group(Index head) const;
    // A clause without the conjunction ("that", "after") at its beginning, appositions and relative clauses.
    Words clause(Index verb) const;

    // With the punctuation between the words, and with the brackets or quotes that close inside.
    Words with_punctuation(const Words& words) const;

private:
    enum class Conjuncts { left_out, taken };

    void add_brief(Index head, Words& words) const;
    void add_modifier(Index head, Words& words) const;
    Words governed(Index head, Conjuncts conjuncts) const;
    bool is_punctuation(Index word) const { return tree_.token(word).pos == "PUNCT"; }

    const Tree& tree_;
};

Words in_order(Words words);
Words joined(const Words& a, const Words& b);
bool contains(const Words& words, Index word);

}  // namespace newsgraph
