// Who says what a sentence says: "Ann said that ...", "according to the ministry", "reports that ...", and quotations, whose speaker
// may be named a sentence or a paragraph away. Of several ("the agency reported that Ann said ...") the innermost counts: Ann says it,
// the agency passes on that she does. Views: tree, table and arguments must outlive it. Immutable; may be shared by threads.
#pragma once

#include "extract/clauses/tree.hpp"
#include "extract/relations/arguments.hpp"
#include "extract/relations/relation_table.hpp"

#include <vector>

namespace newsgraph {

class SpeakerFinder {
public:
    // Looks for the quotations of the text once; linear in its words.
    SpeakerFinder(const Tree& tree, const RelationTable& table, const ArgumentFinder& arguments);

    // Nouns for those who say what the word expresses; where nobody is named, the word that tells of hearsay ("reportedly",
    // "rumours"). Empty if the text says it itself.
    std::vector<Index> speakers_of(Index word) const;

private:
    struct Quotation {
        Index begin = 0;  // its mark
        std::size_t paragraph = 0;
        std::vector<Index> speakers;
    };
    static constexpr std::size_t no_quotation = static_cast<std::size_t>(-1);

    void find_quotations();
    bool is_new_paragraph(Index i) const;
    void find_speakers_of_quotations();
    bool goes_on(const Quotation& before, const Quotation& quotation) const;
    std::vector<Index> told_in_sentence(Index word) const;
    std::vector<Index> beside(Index word) const;
    std::vector<Index> above(Index word) const;
    std::vector<Index> subjects_of_saying(Index verb) const;
    std::vector<Index> according_to(Index according) const;
    std::vector<Index> tellers(Index noun) const;
    bool says(Index verb) const;

    const Tree& tree_;
    const RelationTable& table_;
    const ArgumentFinder& arguments_;
    std::vector<std::size_t> quotation_at_;            // per token: number of its quotation, else no_quotation
    std::vector<Quotation> quotations_;
};

}  // namespace newsgraph
