// A record's entities, mentions and statements into a store's tables. One thread; the database must outlive it.
#pragma once

#include "extract/record.hpp"
#include "graph/evidence.hpp"
#include "graph/sqlite.hpp"
#include "graph/store_schema.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace newsgraph {

class StoreWriter {
public:
    explicit StoreWriter(sqlite::Database& db);

    // In place of what the document has. Throws std::out_of_range for a record that does not fit together; whoever has a
    // savepoint is as before.
    void replace(std::int64_t document, const Record& record);

private:
    using Places = std::map<std::string, std::int64_t>;  // by entity id

    Places write_entities(std::int64_t document, const Record& record, const std::u32string& text);
    void write_statements(std::int64_t document, const Record& record, const std::u32string& text, const Places& places);

    sqlite::Query erase_entities_, erase_mentions_, erase_statements_, erase_text_, entity_, mention_, statement_, text_, hash_;
    ContentHash content_;
};

}  // namespace newsgraph
