// Reads everything out of a store's tables, in an order that does not depend on the order in which it was put in.
#pragma once

#include "graph/evidence.hpp"
#include "graph/sqlite.hpp"

namespace newsgraph {

// With entities that are concepts, or as if nobody had looked for them. Throws as sqlite::Database does; FormatError where
// the tables do not fit together.
EvidenceSet load_evidence(sqlite::Database& db, bool concepts);

}  // namespace newsgraph
