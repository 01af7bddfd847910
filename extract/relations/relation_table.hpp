// The relations that edges may have, and the words that express them: verbs, nouns and roles with the places of their
// two ends. Read from a table (extract/data/relations.tsv has the form); immutable after construction, may be shared by
// threads.
#pragma once

#include "extract/base/text_map.hpp"
#include "extract/base/word_lists.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

struct Relation {
    std::string name;
    std::string plover;  // event type of PLOVER, "" if there is none
    std::string quad;    // VC, MC, VX, MX: verbal or material cooperation or conflict; "" if none
    double score = 0.0;  // -10 (conflict) to +10 (cooperation)
    bool symmetric = false;
    std::set<std::string, std::less<>> source_types;  // node types at each end
    std::set<std::string, std::less<>> target_types;
};

// Where an end of a relation stands, seen from the word that expresses it.
struct Slot {
    enum class Kind {
        subject,      // of a verb, whatever the voice; of a light verb, if the word is its object
        object,       // of a verb, whatever the voice
        dative,       // "gave Ukraine missiles"
        clause,       // the subject of the clause that a verb governs: "urged Russia to withdraw"
        done_to,      // whom that clause does something to: "threatened to invade Kuwait", "agreed to lend money to Greece"
        agent,        // who does what a noun names: "Russia's ...", "Russian ...", "... by Russia", "Russia launched an ..."
        holder,       // who is what a noun names: "X, a ...", "X is a ..."
        complement,   // what a verb says that its object is: "called it a threat"
        post,         // where the subject of a verb has a role: the bank in "the bank's director, X, resigned"
        self,         // in conditions, the word itself: "self@negated"
        preposition,  // "... to X"
    };

    Kind kind = Kind::subject;
    std::string preposition;

    bool operator==(const Slot&) const = default;
};

// A demand on the words of a frame: the head noun in a slot is in a list, or is not.
struct Condition {
    Slot slot;
    std::string list;  // "anything": the slot is filled; of a clause, its verb's lemma or its realis ("demanded"); of the word itself, "negated"
    bool wanted = true;
};

struct Frame {
    std::size_t relation = 0;  // index in RelationTable::relations()
    Slot source;
    Slot target;
    std::vector<Condition> conditions;  // all must hold
    std::size_t line = 0;               // of the table, for messages
};

// What follows for the clause that a word governs: "true", "negated" or a realis.
struct Implication {
    std::string asserted;  // of "managed to ..."
    std::string denied;    // of "did not manage to ..."

    // Whatever is said of the word itself: "regretted", "did not regret", "may regret that ..."
    bool holds_anyway() const { return asserted == "true" && denied == "true"; }
};

class RelationTable {
public:
    // A table may extend the built-in one (relation_text.hpp); of several meanings of a word the first one counts. Throws
    // FormatError "NAME:LINE: ..." for a table that is malformed.
    RelationTable(std::string_view table, std::string_view file_name);

    const std::vector<Relation>& relations() const { return relations_; }
    const Relation* find(std::string_view name) const;

    // Frames of a verb's, a noun's or an adjective's lemma, in the order of the table; a verb with a particle is "pull out". Empty if it
    // expresses no relation.
    const std::vector<Frame>& verb(std::string_view lemma) const;
    const std::vector<Frame>& noun(std::string_view lemma) const;
    const std::vector<Frame>& adjective(std::string_view lemma) const;

    // What a noun that points back may mean: the relations (as indexes) that "the charge" can stand for. Empty if none.
    const std::set<std::size_t>& deeds(std::string_view lemma) const;

    // What holding a role ("president", "foreign minister") makes of a person: index in relations(), or no_relation.
    static constexpr std::size_t no_relation = static_cast<std::size_t>(-1);
    std::size_t role(std::string_view words) const;
    // May a role end with this token? No means none does.
    bool may_end_role(std::string_view token) const { return role_ends_.contains(token); }

    // Whether a word is in a list of the table.
    bool has(std::string_view list, std::string_view word) const { return lists_.has(list, word); }

    // The realis that a word gives what it governs: "planned", "possible", "demanded", "negated"; "" if none.
    std::string_view effect(std::string_view word) const;

    // What a word implies of its clause, "that ..." if it is finite, else "to ..." or "...ing"; null where the table does not say.
    const Implication* implication(std::string_view lemma, bool finite) const;

private:
    using Frames = TextMap<std::vector<Frame>>;

    void add_relation(std::string_view name, std::string_view plover, std::string_view quad, std::string_view score,
                      std::string_view symmetric, std::string_view ends);
    void add_role(std::string_view words, std::size_t relation);
    void add_frames(Frames& frames, std::string_view words, std::string_view slots, std::string_view relation,
                    std::string_view conditions);
    void add_implications(std::string_view frame, std::string_view asserted, std::string_view denied, std::string_view words);
    void check_conditions();
    std::size_t relation_named(std::string_view name) const;
    [[noreturn]] void fail(const std::string& message) const;

    std::string file_name_;
    std::size_t line_ = 0;  // being read
    std::vector<Relation> relations_;
    TextMap<std::size_t> relation_by_name_;
    Frames verbs_;
    Frames nouns_;
    Frames adjectives_;
    TextMap<std::set<std::size_t>> deeds_;
    TextMap<std::size_t> roles_;
    TextSet role_ends_;  // last words of roles, and what stands behind a hyphen in them
    WordLists lists_;
    TextMap<std::string> effects_;
    TextMap<Implication> implications_of_finite_;
    TextMap<Implication> implications_;
};

}  // namespace newsgraph
