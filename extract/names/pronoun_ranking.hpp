// How well a name fits a pronoun for a person: a linear model over what stands in the tree between them, what parts they
// play, how far apart they are and what is known of the person. Weights in extract/data/pronouns.tsv, made by
// extract/data/train_pronouns.py from pairs whose answer is known. PronounWeights is immutable and may be shared by
// threads; its constructor throws FormatError for a bad table. Everything else is a value or a pure function.
#pragma once

#include "extract/clauses/tree.hpp"
#include "extract/names/gazetteer.hpp"
#include "extract/names/names.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace newsgraph::detail {

class PronounWeights {
public:
    PronounWeights(std::string_view table, std::string_view file_name);

    // 0 for a feature that the table does not have.
    double of(std::uint64_t feature) const;

private:
    std::unordered_map<std::uint64_t, double> weights_;  // by hash of the feature's name
};

// What an antecedent is, apart from where it stands.
struct Antecedent {
    std::size_t thing = no_name;
    const NameMention* mention = nullptr;
    Index head = no_index;        // of the mention
    std::string_view type;        // of the thing
    Sex sex = Sex::unknown;       // by title, forename or description
    int same_pronouns = 0;        // earlier ones of the pronoun's sex that were taken for it
    int other_pronouns = 0;       // and of the other sex
    bool first_person = false;    // the first person of the document
    bool barred = false;          // by the grammar: the other argument of the pronoun's verb, or a phrase around it
    bool last_pronoun = false;    // the last pronoun of this sex was taken for it
    bool subject_here = false;    // it is a subject of the pronoun's sentence or the one before
    bool with_article = false;    // "the Stecher"
    int mentions = 0;             // before the pronoun
    int names = 0;                // in the whole document
    int persons_between = 0;
    bool quoted = false;
};

struct Pronoun {
    Index at = 0;
    bool female = false;
    bool quoted = false;
    bool reflexive = false;
};

// Adds up weights; with `names`, also writes down the names of the features (for training).
class FeatureSum {
public:
    explicit FeatureSum(const PronounWeights& weights, std::vector<std::string>* names = nullptr)
        : weights_(weights), names_(names) {}

    void add(std::string_view kind, std::string_view a = {}, std::string_view b = {});
    void add(std::string_view kind, int value, std::string_view b = {});
    double sum() const { return sum_; }

private:
    const PronounWeights& weights_;
    std::vector<std::string>* names_;
    double sum_ = 0.0;
};

void add_features(const Tree& tree, const Pronoun& pronoun, const Antecedent& antecedent, FeatureSum& sum);

// That no name is meant. `unnamed`: a person without a name is the subject of words between.
void add_features_of_none(const Pronoun& pronoun, std::size_t candidates, bool unnamed, FeatureSum& sum);

// Of the pairs of one pronoun, for training: which thing, and its features.
struct RankedPair {
    Index pronoun = 0;
    std::size_t thing = no_name;
    std::vector<std::string> features;
};

}  // namespace newsgraph::detail
