// The tables of a store and their versions. A store that an older version made is brought up to date in one transaction:
// all of it, or it stays what it was (docs/store.md).
#pragma once

#include "graph/sqlite.hpp"

#include <cstdint>
#include <string>

namespace newsgraph {

inline constexpr std::int64_t store_version = 4;

// The store's version; 0 if there is nothing in the file yet. Throws FormatError for another program's database and for a
// version that is newer than this one.
std::int64_t version_of(sqlite::Database& db);

// Makes the tables, or brings them up to date. Several programs may do it at once.
void bring_up_to_date(sqlite::Database& db);

// SHA-256 in hexadecimal of what the tables have of a document: its entities, mentions and statements.
class ContentHash {
public:
    explicit ContentHash(sqlite::Database& db);
    std::string of(std::int64_t document);

private:
    sqlite::Query entities_;
    sqlite::Query mentions_;
    sqlite::Query statements_;
};

}  // namespace newsgraph
