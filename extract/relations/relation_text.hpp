// The text of a relation table, after a table that extends the built-in one is put together with it. Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsgraph {

struct RelationText {
    std::string text;              // has no "include" line
    std::size_t lines_before = 0;  // built-in lines that stand before those of the table
};

// A table whose first line is "include", "default" extends the built-in one: that one's relations come first, without
// those that the table has itself; then the table's lines, so that they win; then the built-in words. Other tables come
// out as they are. Throws FormatError "NAME:LINE: ..." for an include of something else, or one that is not the first line.
RelationText relation_text(std::string_view table, std::string_view file_name);

}  // namespace newsgraph
