#include "extract/relations/relation_text.hpp"

#include "extract/data/tables.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace newsgraph {

namespace {

constexpr std::string_view include = "include";

// Lines with their newlines; the last one gets one if it has none.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.emplace_back(text.substr(0, end)) += '\n';
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

// The line of the include, counted from 1; 0 if there is none.
std::size_t included_at(const std::vector<data::Row>& rows, std::string_view file_name) {
    for (const data::Row& row : rows) {
        if (row[0] != include) continue;
        if (row[1] != "default") {
            data::fail(file_name, row.line, "only 'default' can be included, not '" + std::string(row[1]) + "'");
        }
        if (row.line != rows.front().line) data::fail(file_name, row.line, "'include' must be the first line");
    }
    return !rows.empty() && rows.front()[0] == include ? rows.front().line : 0;
}

std::set<std::string, std::less<>> relations_in(const std::vector<data::Row>& rows) {
    std::set<std::string, std::less<>> names;
    for (const data::Row& row : rows) {
        if (row[0] == "relation") names.emplace(row[1]);
    }
    return names;
}

}  // namespace

RelationText relation_text(std::string_view table, std::string_view file_name) {
    const std::vector<data::Row> rows = data::read_rows(table);
    const std::size_t line_of_include = included_at(rows, file_name);
    if (line_of_include == 0) return {std::string(table), 0};

    // The built-in table has its relations first.
    const std::vector<std::string> built_in = lines_of(data::relations());
    const std::vector<data::Row> built_in_rows = data::read_rows(data::relations());
    const auto word = std::find_if(built_in_rows.begin(), built_in_rows.end(), [](const auto& row) { return row[0] != "relation"; });
    std::set<std::size_t> left_out;
    const auto own = relations_in(rows);
    for (auto row = built_in_rows.begin(); row != word; ++row) {
        if (own.contains((*row)[1])) left_out.insert(row->line);
    }
    const std::size_t first_word = word == built_in_rows.end() ? built_in.size() + 1 : word->line;

    RelationText result;
    for (std::size_t line = 1; line < first_word; ++line) {
        if (left_out.contains(line)) continue;
        result.text += built_in[line - 1];
        ++result.lines_before;
    }
    std::vector<std::string> lines = lines_of(table);
    lines[line_of_include - 1] = "# Lines of the table that extends this one.\n";
    for (const std::string& line : lines) result.text += line;
    for (std::size_t line = first_word; line <= built_in.size(); ++line) result.text += built_in[line - 1];
    return result;
}

}  // namespace newsgraph
