// The union of two stores. A function of open databases.
#pragma once

#include "graph/reading.hpp"
#include "graph/sqlite.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace newsgraph {

struct MergeCounts {
    std::size_t added = 0;      // documents that were not there
    std::size_t replaced = 0;   // texts that both have with other metadata, and the other one's is taken
    std::size_t unchanged = 0;  // documents that were there
    std::size_t decisions = 0;  // that were not there
};

// Puts the evidence and the decisions of `other` into `db`, all or nothing. What comes of it does not depend on which is
// which, nor on how often it is done: two texts under one id stay apart; of one text with different metadata the record
// with the smaller hash stays. Throws Error if the two were read with different settings. Not within a transaction.
MergeCounts merge_store(sqlite::Database& db, const sqlite::Database& other);

// "language model (en 1, en 2), options (none, open)": what tells these readings apart.
std::string differences(std::vector<Reading> readings);

}  // namespace newsgraph
