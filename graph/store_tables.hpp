// Rows of a store that several of its operations share: how texts under one id are called, what articles were read with,
// what a person decided. Functions of an open database; they throw as it does.
#pragma once

#include "graph/decisions.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/reading.hpp"
#include "graph/sqlite.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace newsgraph {

// Calls the texts under an id by it if there is one, and each by an id of its own if there are several.
class TextNames {
public:
    explicit TextNames(sqlite::Database& db);
    void settle(const std::string& base);

private:
    sqlite::Query texts_;
    sqlite::Query rename_;
};

// Its row, made if it is not there, with the relations that it knows.
std::int64_t keep_reading(sqlite::Database& db, const Reading& reading, const RelationLookup& relations);

std::optional<std::int64_t> row_of(sqlite::Database& db, const Reading& reading);

// Those that articles were read with, sorted. `schema` is "main", or what a database is attached as.
std::vector<Reading> readings_in(sqlite::Database& db, const std::string& schema = "main");

// What these readings know of relations. Where they disagree the same one stays, whichever was first.
RelationLookup relations_in(sqlite::Database& db);

std::vector<Decision> decisions_in(sqlite::Database& db);

}  // namespace newsgraph
