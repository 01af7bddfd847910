// What the names of one document do to each other: verbs, nouns and titles of the relation table with two named ends.
// Pure functions of the tree, the names and the table.
#pragma once

#include "extract/clauses/tree.hpp"
#include "extract/names/names.hpp"
#include "extract/relations/relation_table.hpp"

#include <string>
#include <vector>

namespace newsgraph {

// A statement in tokens; the extractor turns it into the record's offsets.
struct FoundStatement {
    std::size_t relation = 0;  // index in RelationTable::relations()
    std::size_t source = 0;    // index in Names::mentions
    std::size_t target = 0;
    Index cue_begin = 0;  // tokens, end exclusive
    Index cue_end = 0;
    bool negated = false;
    std::string realis = "actual";
    std::size_t speaker = no_name;  // mention that says so
    Index speaker_token = no_index; // its words, where the speaker is no name
    std::string role;
    std::string what;
    bool what_happens = false;  // told by a verb or a noun of deeds, not by a role
    Index time_begin = 0;       // tokens; end 0 where no time is told
    Index time_end = 0;
    std::string time_value;     // ISO 8601, "" where it cannot be resolved
    std::string time_precision;
    std::string place;          // label
    Index amount_begin = 0;     // tokens; end 0 where none is told
    Index amount_end = 0;
    double confidence = 0.0;
};

struct StatementOptions {
    bool open = false;        // related_to for other verbs
    bool statements = false;  // says_about
};

// In the order of their cues.
std::vector<FoundStatement> find_statements(const Tree& tree, const Names& names, const RelationTable& table,
                                            const NounClasses& classes, const StatementOptions& options);

}  // namespace newsgraph
