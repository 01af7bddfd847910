#include "extract/data/tables.hpp"

#include "extract/base/error.hpp"

namespace newsgraph::data {

namespace {

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

}  // namespace

std::vector<Row> read_rows(std::string_view text) {
    std::vector<Row> rows;
    std::size_t line = 0;
    while (!text.empty()) {
        ++line;
        const auto end = text.find('\n');
        auto rest = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (trim(rest).empty() || rest.front() == '#') continue;
        Row row;
        row.line = line;
        while (true) {
            const auto tab = rest.find('\t');
            row.cells.push_back(trim(rest.substr(0, tab)));
            if (tab == std::string_view::npos) break;
            rest = rest.substr(tab + 1);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<std::string_view> split(std::string_view cell, char separator) {
    std::vector<std::string_view> parts;
    while (!cell.empty()) {
        const auto end = cell.find(separator);
        const auto part = trim(cell.substr(0, end));
        if (!part.empty()) parts.push_back(part);
        cell = end == std::string_view::npos ? std::string_view{} : cell.substr(end + 1);
    }
    return parts;
}

void fail(std::string_view name, std::size_t line, const std::string& message) {
    throw FormatError(std::string(name) + ":" + std::to_string(line) + ": " + message);
}

}  // namespace newsgraph::data
