// Clauses of a sentence: a verb with its subject, objects, complements and adverbials, whatever form the sentence gives them
// (main, relative, participial, infinitival, coordinated). Understood subjects are filled in: "X, who came and saw, wants to
// win" has four clauses with the subject X. Pure functions of the tree; values name tokens by their index.
#pragma once

#include "extract/clauses/phrases.hpp"
#include "extract/clauses/tree.hpp"

#include <string_view>
#include <vector>

namespace newsgraph {

// The types of Quirk et al. (1985), A Comprehensive Grammar of the English Language, section 2.16.
enum class ClauseType { SV, SVA, SVC, SVO, SVOO, SVOA, SVOC };

std::string_view to_string(ClauseType type);

// How a clause comes by its subject, for whoever weighs it.
enum class SubjectSource {
    own,         // "X came"; "there" of "there are Xs"; the verb of a clause: "to win helps"
    shared,      // of a coordinated verb: "X came and saw"
    controlled,  // of an infinitive or gerund: "X wants to win", "X won by playing"
    relative,    // "X, who came"
    modified,    // of a participle: "X, seen by Y"
};

struct Adverbial {
    Words preposition;           // "in", "according to"
    std::vector<Index> objects;  // nouns behind it, coordinated ones too
    bool agent = false;          // "by" of a passive
};

struct Clause {
    Index verb = 0;               // the full verb; of a chain ("began to build") the last one
    Index governor = 0;           // whose objects and adverbials it has: itself, else the last verb of "praised and thanked Y"
    Words verb_group;             // auxiliaries, negation, verbs of the chain, particle
    Index subject = no_index;     // head noun; one clause for each coordinated subject
    SubjectSource subject_source = SubjectSource::own;
    bool passive = false;
    bool negated = false;
    bool existential = false;     // "there are Xs": the subject is "there", X a complement
    std::vector<Index> indirect;  // "gave *Y* money"
    std::vector<Index> objects;   // coordinated ones too
    std::vector<Index> complements;  // nouns and adjectives: "is *a town*", "called it *a threat*"
    std::vector<Adverbial> adverbials;
    std::vector<Index> times;     // nouns that are adverbials by themselves: "*That night* X came"
    std::vector<Index> subclauses;  // verbs of adverbial clauses with a conjunction: "X left *after Y came*", "*if asked*, X goes"
    Index content = no_index;     // the verb of a clause that is said or thought

    ClauseType type() const;
};

// In the order of their verbs. O(words x depth of coordination).
std::vector<Clause> find_clauses(const Tree& tree);

// A verb without a subject of its own behind a noun, with what it governs: "a ship *to conduct* attacks", "the need for
// *understanding* weaknesses". Its subject is left open.
Clause open_clause(const Tree& tree, Index verb);

}  // namespace newsgraph
