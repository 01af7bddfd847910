// Who says what a sentence says: "Ann said that ...", "according to the ministry", "reports that ...", and quotations, whose speaker
// may be named a sentence or a paragraph away. Of several ("the agency reported that Ann said ...") the innermost counts: Ann says it,
// the agency passes on that she does. Views: tree, table and arguments must outlive it. Immutable; may be shared by threads.
#pragma once

#include "extract/clauses/quotations.hpp"
#include "extract/clauses/tree.hpp"
#include "extract/relations/arguments.hpp"
#include "extract/relations/relation_table.hpp"

#include <vector>

namespace newsgraph {

class SpeakerFinder {
public:
    // Linear in the words of the text.
    SpeakerFinder(const Tree& tree, const RelationTable& table, const ArgumentFinder& arguments);

    // Nouns for those who say what the word expresses; where nobody is named, the word that tells of hearsay ("reportedly",
    // "rumours"). Empty if the text says it itself.
    std::vector<Index> speakers_of(Index word) const;

private:
    void find_speakers_of_quotations();
    bool goes_on(std::size_t number) const;
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
    Quotations quotations_;
    std::vector<std::vector<Index>> speakers_;  // of each quotation
};

}  // namespace newsgraph
