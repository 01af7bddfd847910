// What a store holds, and whether it is sound. Functions of an open database; they throw as it does.
#pragma once

#include "graph/reading.hpp"
#include "graph/sqlite.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace newsgraph {

struct StoreInfo {
    std::int64_t version = 0;  // of its tables
    std::int64_t bytes = 0;
    std::int64_t documents = 0;
    std::int64_t texts = 0;  // documents whose text is kept
    std::int64_t entities = 0;
    std::int64_t mentions = 0;
    std::int64_t statements = 0;
    std::int64_t decisions = 0;
    std::string first_date;  // of articles that have one
    std::string last_date;
    std::vector<std::pair<Reading, std::int64_t>> readings;  // and how many documents; an empty one is not known
};

StoreInfo store_info(sqlite::Database& db);

// Looks at every page and every row: SQLite's own checks, then whether rows fit together and are what was written. One
// line for each fault, a hundred at most; none if the store is sound. O(size of the store).
std::vector<std::string> store_faults(sqlite::Database& db);

// Whether the graph that the store keeps fits the evidence; none if there is none, or if it is known to be out of date.
// REQUIRES: no store_faults().
std::vector<std::string> graph_faults(sqlite::Database& db);

}  // namespace newsgraph
