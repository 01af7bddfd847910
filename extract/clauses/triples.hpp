// Open triples: who, what, whom in words of the sentence, from its clauses; see docs/triples.md for what a slot holds. Facts
// with more than two arguments come as several triples. Pure functions.
#pragma once

#include "extract/clauses/clauses.hpp"
#include "extract/clauses/triple_features.hpp"

#include <vector>

namespace newsgraph {

struct Triple {
    Words subject;   // never empty, in the order of the text
    Words relation;
    Words object;
    Index sentence_begin = 0;
    double confidence = 0.0;  // 0..1, see confidence() in triple_features.hpp
};

// In the order of subject, relation and object in the text; none twice. What clauses say as a whole, what nouns say
// without a verb, and of the parts of clauses those that are probably stated in just these words. O(clauses x words).
std::vector<Triple> find_triples(const Tree& tree);

// Every part, probable or not, with its features, for the training of the weights.
struct WeighedTriple {
    Triple triple;
    TripleFeatures features;
};
std::vector<WeighedTriple> find_weighed_triples(const Tree& tree);

}  // namespace newsgraph
