// The linguistic tables of this folder as they were compiled in, and the reader of their form: lines of cells parted by
// tabs, "#" comments, empty lines skipped. Pure functions; views point into the text that was passed in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::data {

// extract/data/models.sha256: the sums of the files of language models.
std::string_view models();

std::string_view credits();
std::string_view forenames();
std::string_view gazetteer();
std::string_view name_lists();
std::string_view name_model();
std::string_view name_words();
std::string_view names();
std::string_view noun_classes();
std::string_view organizations();
std::string_view places();
std::string_view pronouns();
std::string_view relations();
std::string_view times();
std::string_view triples();

struct Row {
    std::size_t line = 0;  // counted from 1
    std::vector<std::string_view> cells;

    // "" behind the last cell.
    std::string_view operator[](std::size_t i) const { return i < cells.size() ? cells[i] : std::string_view{}; }
};

std::vector<Row> read_rows(std::string_view text);

// The parts of one cell; blanks around them and empty parts are dropped.
std::vector<std::string_view> split(std::string_view cell, char separator);

// Throws FormatError "NAME:LINE: message".
[[noreturn]] void fail(std::string_view name, std::size_t line, const std::string& message);

}  // namespace newsgraph::data
