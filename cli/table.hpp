// Lists with columns, as aligned text, JSON, CSV or TSV. Pure functions of what they are given.
#pragma once

#include "export/sink.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::cli {

enum class OutputStyle { text, json, csv, tsv };

struct Column {
    enum class Kind { text, number, list };
    std::string_view name;
    Kind kind = Kind::text;
};

// text and number: one string, or none where it is not known; list: any number of them.
using Cell = std::vector<std::string>;

struct Table {
    std::string_view name;  // of the rows, for JSON
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    std::size_t total = 0;  // rows without the limit
};

// text: a header and a line a row, aligned, nothing for no rows. csv, tsv: the same, lists joined by " | ". json: one
// object with the total and the rows; values that are not known are left out.
void write_table(const Table& table, OutputStyle style, bool color, Sink& sink);

// One line of CSV or TSV.
void write_row(const std::vector<std::string>& cells, OutputStyle style, Sink& sink);

// White space made blanks, control characters taken out.
std::string one_line_of(std::string_view text);

}  // namespace newsgraph::cli
