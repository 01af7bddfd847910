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

}  // namespace newsgraph
