// Open triples: who, what, whom in words of the sentence, from its clauses; see docs/triples.md for what a slot holds. Facts
// with more than two arguments come as several triples. Pure functions.
#pragma once

#include "extract/clauses/clauses.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace newsgraph {

struct Triple {
    Words subject;   // never empty, in the order of the text
    Words relation;
    Words object;
    Index sentence_begin = 0;
    double confidence = 0.0;  // 0..1: the share of triples like this one that were right
};

// What the confidence is made of: each is there or not.
enum class TripleFeature {
    object, complement, adverbial, agent, indirect, content, inner,  // what the object is; inner: behind a preposition of a noun
    own, shared, controlled, relative, modified,                     // where the subject comes from
    pronoun_subject, proper_subject, long_subject, long_object, long_relation, passive, with_object, question, subordinate,
    count
};

// In the order of subject, relation and object in the text; none twice. O(clauses x words).
std::vector<Triple> find_triples(const Tree& tree);

// The same with the features of each, for the training of the weights.
struct WeighedTriple {
    Triple triple;
    std::array<bool, static_cast<std::size_t>(TripleFeature::count)> features{};
};
std::vector<WeighedTriple> find_weighed_triples(const Tree& tree);

}  // namespace newsgraph
