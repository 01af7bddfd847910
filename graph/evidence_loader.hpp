// Reads evidence out of a store's tables, in an order that does not depend on the order in which it was put in. Throws as
// sqlite::Database does; FormatError where the tables do not fit together.
#pragma once

#include "graph/evidence.hpp"
#include "graph/sqlite.hpp"

#include <cstdint>
#include <vector>

namespace newsgraph {

// Everything, with entities that are concepts, or as if nobody had looked for them.
EvidenceSet load_evidence(sqlite::Database& db, bool concepts);

// All documents and entities but concepts, without statements, and where they stand in the tables.
struct EntitySet {
    EvidenceSet evidence;
    std::vector<std::int64_t> rows;     // of documents
    std::vector<std::uint32_t> places;  // of entities in their documents' records
};

EntitySet load_entities(sqlite::Database& db);

// Names of entities that are asked for one by one.
class NameReader {
public:
    explicit NameReader(sqlite::Database& db);

    // By text, kind, title.
    std::vector<NameUse> of(std::int64_t document, std::int64_t entity);

private:
    sqlite::Query names_;
};

// What a statement's row says but for its document, its ends and its speaker: these columns of `statements AS s`, and a
// reader of a row that has them from column `first` on.
inline constexpr const char* statement_columns =
    "s.relation, s.polarity, s.realis, s.text, s.sentence, s.text_cue_begin, s.text_cue_end, s.cue, s.attribution_text, s.date,"
    " s.date_precision, s.date_text, s.what, s.role, s.place, s.amount, s.confidence";

StatementEvidence read_statement(const sqlite::Query& row, int first);

}  // namespace newsgraph
