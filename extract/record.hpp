// Everything read out of one article: entities with their mentions, statements with their spans. This is the contract
// between extract/ and graph/, and between machines: one line of JSON each, keys in a fixed order (docs/record.md).
// Values. Offsets count code points of `text`; ends are exclusive. "" and empty optionals mean "not there".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

struct TextSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    auto operator<=>(const TextSpan&) const = default;
};

struct Mention {
    TextSpan span;
    std::string text;
    std::string kind;  // name, nominal, pronoun, demonym, metonym
};

struct Entity {
    std::string id;     // "e1", unique in the record
    std::string node;   // proposed node id: Wikidata id, or type:slug
    std::string label;  // preferred name
    std::string type;   // node type of the graph: person, organization, country, place, ...
    std::vector<Mention> mentions;  // in the order of the text
};

struct Attribution {
    std::string entity;  // id of an Entity, "" if the speaker is no entity
    std::string text;
};

struct StatementDate {
    std::string value;      // ISO 8601, as long as `precision` allows
    std::string precision;  // day, month, year
    std::string text;
};

struct Cue {
    TextSpan span;
    std::string text;
};

struct Statement {
    std::string source;  // ids of Entities of the same record
    std::string relation;
    std::string target;
    std::uint32_t sentence = 0;  // index in Record::sentences
    Cue cue;
    TextSpan source_span;
    TextSpan target_span;
    std::string polarity = "asserted";  // asserted, negated
    std::string realis = "actual";      // actual, planned, possible, conditional, demanded
    std::optional<Attribution> attribution;
    std::optional<StatementDate> date;
    std::string what;
    std::string role;
    std::string place;
    std::string amount;
    double confidence = 0.0;  // 0..1, meant as the share of such statements that are right
};

struct Record {
    std::string doc;  // the article's id
    std::string title;
    std::string date;
    std::string source;
    std::string url;
    std::string text;
    std::vector<TextSpan> sentences;
    std::vector<Entity> entities;
    std::vector<Statement> statements;
};

// One line of JSON without the newline. Absent values are left out; numbers and escapes are the same on every machine.
std::string to_json(const Record& record);

// Reads one line. Throws FormatError (extract/base/error.hpp) with the offset and the reason, for bytes that are no
// JSON, for missing `doc` or `entities`, for offsets or entity ids that do not fit together.
Record record_from_json(std::string_view line);

}  // namespace newsgraph
