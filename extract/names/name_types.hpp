// What a name is a name of, by what stands beside it ("Mrs Obi", "the frigate Skagen", "was born in Chennai") and by its own
// words. Views: tree, words and forenames must outlive it. Immutable; may be shared by threads.
#pragma once

#include "extract/clauses/tree.hpp"
#include "extract/names/gazetteer.hpp"
#include "extract/names/names.hpp"

#include <string_view>

namespace newsgraph::detail {

inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// A capital, a digit, or a letter beyond ASCII.
inline bool starts_name(std::string_view word) {
    if (word.empty()) return false;
    const char first = word.front();
    return is_upper(first) || (first >= '0' && first <= '9') || static_cast<unsigned char>(first) >= 0x80;
}

inline bool is_proper(const nlp::Token& token) { return token.tag == "NNP" || token.tag == "NNPS"; }

// The type that a label of the language model stands for ("PERSON": person); "" for those that name no thing.
std::string_view type_of_label(std::string_view label);

class NameTypes {
public:
    NameTypes(const Tree& tree, const NameWords& words, const Forenames& forenames)
        : tree_(tree), words_(words), forenames_(forenames) {}

    // Sets type, titled and sex of a name that the model marked.
    void correct(Candidate& c) const;

    // Of a person's name: "Ursula von der Leyen", where the model ends with "Ursula" or with "der".
    Index end_with_particles(Index begin, Index end) const;
    // The same where it begins with "Leyen".
    Index begin_with_particles(Index begin) const;

    bool is_title(Index i) const { return words_.has("title", tree_.text(i)); }
    bool is_titled(const Candidate& c) const;

private:
    Sex sex_of(const Candidate& c) const;
    std::string_view type_of_noun_before(const Candidate& c) const;
    bool is_called_person(const Candidate& c) const;
    bool is_where(const Candidate& c) const;
    bool has_organization_word(const Candidate& c) const;

    const Tree& tree_;
    const NameWords& words_;
    const Forenames& forenames_;
};

}  // namespace newsgraph::detail
