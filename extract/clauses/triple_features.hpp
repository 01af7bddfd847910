// What the confidence of an open triple is made of: yes-or-no features, and their weights (extract/data/triples.tsv).
#pragma once

#include <array>
#include <cstddef>

namespace newsgraph {

enum class TripleFeature {
    // what the object is; inner: behind a preposition or verb inside a noun phrase; whole: all that the clause says at once
    object, complement, adverbial, adverbial_clause, agent, indirect, content, inner, whole, fronted,
    // of a noun, without a verb
    noun_relation,
    // where the subject comes from, in the order of SubjectSource
    own, shared, controlled, relative, modified,
    // how the verb hangs in the sentence
    main_verb, coordinated_verb, in_relative, in_participial, in_adverbial, in_content, has_conjunction,
    // what the clause is like
    passive, negated, existential, be, have, not_finite, no_adverbial, one_adverbial, many_adverbials, after_object,
    // what the words are like
    pronoun_subject, proper_subject, coordinated_subject, clausal_subject, proper_object, numeric_object, pronoun_object, coordinated_object,
    ends_in_of, far_subject,
    // at least so many words
    subject_2, subject_4, subject_7, relation_2, relation_3, relation_4, relation_6, relation_9, object_2, object_3, object_5, object_9, object_15,
    sentence_15, sentence_30,
    count
};

class TripleFeatures {
public:
    static constexpr std::size_t size = static_cast<std::size_t>(TripleFeature::count);

    void set(TripleFeature feature, bool value = true) { values_[static_cast<std::size_t>(feature)] = value; }
    bool has(TripleFeature feature) const { return values_[static_cast<std::size_t>(feature)]; }
    bool operator[](std::size_t i) const { return values_[i]; }

    TripleFeatures with(TripleFeature feature) const {
        TripleFeatures copy = *this;
        copy.set(feature);
        return copy;
    }
    // What either has: for a triple that is found in two ways.
    void unite(const TripleFeatures& other) {
        for (std::size_t i = 0; i < size; ++i) values_[i] = values_[i] || other.values_[i];
    }

private:
    std::array<bool, size> values_{};
};

// 0..1: how probable it is that somebody would state exactly this fact in exactly these words.
double exactness(const TripleFeatures& features);
// 0..1, in thousandths: how much of what is stated the triple holds that surer ones do not.
double confidence(const TripleFeatures& features);

}  // namespace newsgraph
