// The named things that a phrase of the tree stands for: the name itself, the name inside a phrase ("the head of the
// SBU", "British and French forces", "deals like the Minsk accords"), and the phrases in the slots of a verb or noun.
// Views: tree, names and table must outlive it. Immutable; may be shared by threads.
#pragma once

#include "extract/clauses/tree.hpp"
#include "extract/names/names.hpp"
#include "extract/relations/relation_table.hpp"

#include <string>
#include <vector>

namespace newsgraph {

// One end of a statement.
struct Argument {
    std::size_t mention = no_name;  // index in Names::mentions
    Index head = no_index;          // the noun of the phrase: "head" in "the head of the SBU"
    int depth = 0;                  // 0: the name is the phrase's head; 1: it stands beside the head; 2: one noun further
    std::string role;               // "head"
    std::string what;               // "neutrality" of "Ukraine's neutrality"
};

class ArgumentFinder {
public:
    ArgumentFinder(const Tree& tree, const Names& names, const RelationTable& table)
        : tree_(tree), names_(names), table_(table) {}

    // The named things of the phrases whose nouns are `heads`, with all that is coordinated with them. As the source of a
    // statement, a phrase stands for the name inside it only if its noun is one who acts for it ("Russian forces", not
    // "a Russian tanker").
    enum class End { source, target };
    std::vector<Argument> arguments(const std::vector<Index>& heads, End end) const;

    // The concepts of those phrases in which there is no named thing. Nothing without concepts.
    std::vector<Argument> concepts(const std::vector<Index>& heads, End end) const;

    // Nouns in a slot of a verb; empty if the slot is not filled.
    std::vector<Index> verb_slot(Index verb, const Slot& slot) const;

    // Nouns in a slot of a noun.
    std::vector<Index> noun_slot(Index noun, const Slot& slot) const;

    // Nouns that a noun with a role belongs to: "France" of "the president of France".
    std::vector<Index> role_owners(Index noun) const;

    // The clauses that a verb of saying or wanting governs.
    std::vector<Index> clauses(Index verb) const;

    // "pull out", "step down": lemma with its particle.
    std::string verb_lemma(Index verb) const;

    bool is_passive(Index verb) const;

    // The verb whose object this noun is ("impose" of "sanctions"), if it has no meaning of its own; else no_index.
    Index light_verb(Index noun) const;

    // The subject of a verb, whatever the voice; taken from the verb that governs it where it has none of its own.
    std::vector<Index> subjects(Index verb) const { return subjects(verb, 0); }

private:
    std::vector<Index> subjects(Index verb, int depth) const;
    std::vector<Index> inherited_subjects(Index verb, int depth) const;
    std::vector<Index> asked_through_preposition(Index verb) const;
    std::vector<Index> planners(Index noun, int depth) const;
    std::vector<Index> objects(Index verb) const;
    std::vector<Index> where(Index verb) const;
    Index hyphenated(Index verb) const;
    std::vector<Index> under_preposition(Index word, std::string_view preposition) const;
    std::vector<Index> clause_subjects(Index verb) const;
    std::vector<Index> done_to(Index verb, int depth) const;
    std::vector<Index> posts(Index verb) const;
    std::size_t name_headed_by(Index head) const;
    std::size_t name_of_apposition(Index noun) const;
    Index second_subject(Index noun) const;
    std::vector<Index> appositions(Index noun) const;
    Index name_before_title(Index verb) const;
    std::vector<Index> agents_of_noun(Index noun) const;
    std::vector<Index> own_possessors(Index noun) const;
    Index counted_object(Index verb) const;
    Index object_of_participle(Index verb) const;
    bool is_plural_aside(Index noun) const;
    std::vector<Index> holders(Index noun) const;
    Index name_behind(Index noun) const;
    std::vector<Index> joined_modifiers(Index noun) const;

    void add(Index head, End end, int depth, std::vector<Argument>& result) const;
    void add_owner(Index product, int depth, std::vector<Argument>& result) const;
    void add_things(const Argument& argument, std::vector<Argument>& result) const;
    void add_concept(Index head, End end, std::vector<Argument>& result) const;
    void add_inside(Index head, End end, int depth, std::vector<Argument>& result) const;
    std::vector<std::vector<Index>> owners_of(Index noun, End end) const;
    std::vector<Index> examples(Index noun) const;
    bool is_deed(Index noun) const;
    bool acts_for_its_name(Index noun) const;
    bool is_modifier(Index child) const;

    const Tree& tree_;
    const Names& names_;
    const RelationTable& table_;
};

}  // namespace newsgraph
