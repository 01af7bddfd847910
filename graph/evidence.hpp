// What the store hands out: the facts of graph-model.md section 1 as plain values, sorted, so that whatever is derived
// from them does not depend on the order in which documents came. Values; no errors.
//
// A graph file that keeps its evidence (JSON) gives the same facts back. One that does not (GraphML) gives its nodes and
// edges as summaries: entities and statements of a document that stands for the file, each of which counts for several.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace newsgraph {

// Counts of graph files may be anything: sums stop at the largest one.
constexpr std::uint32_t saturated_sum(std::uint32_t a, std::uint32_t b) {
    return a > UINT32_MAX - b ? UINT32_MAX : a + b;
}

struct DocumentEvidence {
    std::string doc;  // behind '#' a part of the text's hash where two texts share an id
    std::string title;
    std::string date;
    std::string source;
    std::string url;
    std::string base;         // the id that the article gave; `doc` without the part behind '#'
    std::string text_hash;    // SHA-256 of its text in hexadecimal; "" if not known
    std::string record_hash;  // the same of all that was read out of it
    std::string signature;    // of its text, by which copies are found (graph/stories.hpp); "" if not known
    bool summary = false;     // no document, but a graph file whose nodes and edges are summaries
};

// The id of a text that shares its own with another one: `base`, '#' and the beginning of the text's hash.
std::string apart_from_namesakes(const std::string& base, const std::string& text_hash);

// What a summary counts for; the numbers of one fact if it is none.
struct Summed {
    std::uint32_t documents = 1;
    std::uint32_t mentions = 1;
    std::uint32_t stories = 1;
    std::string first_seen;
    std::string last_seen;

    bool operator==(const Summed&) const = default;
};

struct NameUse {
    std::string text;
    std::string kind;  // of Mention: name, nominal, pronoun, demonym, metonym
    std::uint32_t count = 0;
    std::string title;  // a person's, where one stands before it: "Captain"

    bool operator==(const NameUse&) const = default;
};

// One entity of one document.
struct EntityEvidence {
    std::uint32_t document = 0;  // index in EvidenceSet::documents
    std::string entity;          // id in its record
    std::string node;            // proposed node id
    std::string label;
    std::string type;
    std::vector<NameUse> names;  // by text, kind, title
    Summed summed;               // of a summary

    std::uint32_t mentions() const;
};

struct StatementEvidence {
    std::uint32_t document = 0;
    std::uint32_t source = 0;  // indexes in EvidenceSet::entities
    std::uint32_t target = 0;
    std::string relation;
    std::string polarity;
    std::string realis;
    std::string text;              // the sentence, as graph/shown_sentence.hpp has it
    std::uint32_t sentence = 0;    // its index in the document
    std::uint32_t cue_begin = 0;   // code points from the start of `text`; equal to cue_end where the cue lies outside it
    std::uint32_t cue_end = 0;
    std::string cue;
    std::string attribution_text;
    std::string attribution_label;  // of the entity that says so, "" if it is none
    std::string date;               // the statement's own date, ISO 8601 to its precision
    std::string date_precision;
    std::string date_text;
    std::string what;
    std::string role;
    std::string place;
    std::string amount;
    double confidence = 0.0;
    std::string title;  // of a summary: its best sentence's document
    std::string url;
    Summed summed;      // of a summary

    const std::string& speaker() const { return attribution_label.empty() ? attribution_text : attribution_label; }
};

// Nouns that are no names: records and stores have them, graphs are mostly made without.
enum class Concepts { kept, left_out };

struct EvidenceSet {
    std::vector<DocumentEvidence> documents;    // by doc
    std::vector<EntityEvidence> entities;       // by document, then place in the record
    std::vector<StatementEvidence> statements;  // by document, then place in the record
};

}  // namespace newsgraph
