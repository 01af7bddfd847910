#include "cli/table.hpp"

#include "export/escape.hpp"
#include "extract/base/json.hpp"
#include "extract/base/utf8.hpp"

#include <algorithm>

namespace newsgraph::cli {

namespace {

// One long name must not push all columns to the right.
constexpr std::size_t widest_column = 40;

// A cell of a table. TSV has no quotes: what would break a line is a blank there already.
std::string cell(std::string_view text, OutputStyle style) {
    std::string line = one_line_of(text);
    if (style == OutputStyle::tsv || line.find_first_of(",\"") == std::string::npos) return line;
    std::string quoted = "\"";
    for (const char c : line) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace

void write_row(const std::vector<std::string>& cells, OutputStyle style, Sink& sink) {
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) row += style == OutputStyle::tsv ? '\t' : ',';
        row += cell(cells[i], style);
    }
    sink.write(row + "\n");
}

std::string one_line_of(std::string_view text) {
    std::string line = clean_text(text);
    for (char& c : line) c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    return line;
}

namespace {

std::string joined(const Cell& cell, std::string_view between) {
    std::string text;
    for (const std::string& part : cell) text += (text.empty() ? "" : std::string(between)) + one_line_of(part);
    return text;
}

std::vector<std::size_t> widths_of(const Table& table) {
    std::vector<std::size_t> widths;
    for (const Column& column : table.columns) widths.push_back(column.name.size());
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], std::min(utf8::length(joined(row[i], ", ")), widest_column));
        }
    }
    return widths;
}

std::string aligned(const std::vector<std::string>& cells, const Table& table, const std::vector<std::size_t>& widths) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::size_t length = utf8::length(cells[i]);
        const std::string blanks(length < widths[i] ? widths[i] - length : 0, ' ');
        const bool number = table.columns[i].kind == Column::Kind::number;
        line += (i > 0 ? "  " : "") + (number ? blanks + cells[i] : cells[i] + blanks);
    }
    const auto end = line.find_last_not_of(' ');
    return line.substr(0, end == std::string::npos ? 0 : end + 1);
}

void write_text(const Table& table, bool color, Sink& sink) {
    if (table.rows.empty()) return;
    const std::vector<std::size_t> widths = widths_of(table);
    std::vector<std::string> cells;
    for (const Column& column : table.columns) cells.emplace_back(column.name);
    const std::string head = aligned(cells, table, widths);
    sink.write(color ? "\x1B[1m" + head + "\x1B[0m\n" : head + "\n");
    for (const auto& row : table.rows) {
        std::transform(row.begin(), row.end(), cells.begin(), [](const Cell& cell) { return joined(cell, ", "); });
        sink.write(aligned(cells, table, widths) + "\n");
    }
}

void write_separated(const Table& table, OutputStyle style, Sink& sink) {
    std::vector<std::string> cells;
    for (const Column& column : table.columns) cells.emplace_back(column.name);
    write_row(cells, style, sink);
    for (const auto& row : table.rows) {
        std::transform(row.begin(), row.end(), cells.begin(), [](const Cell& cell) { return joined(cell, " | "); });
        write_row(cells, style, sink);
    }
}

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write_member(const Column& column, const Cell& cell, Writer& writer) {
    if (cell.empty() || (cell.size() == 1 && cell.front().empty())) return;
    writer.Key(column.name.data(), static_cast<rapidjson::SizeType>(column.name.size()));
    if (column.kind == Column::Kind::number) {
        writer.RawValue(cell.front().data(), cell.front().size(), rapidjson::kNumberType);
        return;
    }
    if (column.kind == Column::Kind::list) writer.StartArray();
    for (const std::string& part : cell) writer.String(clean_text(part));
    if (column.kind == Column::Kind::list) writer.EndArray();
}

void write_json(const Table& table, Sink& sink) {
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    writer.StartObject();
    writer.Key("total");
    writer.Uint64(table.total);
    writer.Key(table.name.data(), static_cast<rapidjson::SizeType>(table.name.size()));
    writer.StartArray();
    for (const auto& row : table.rows) {
        writer.StartObject();
        for (std::size_t i = 0; i < row.size(); ++i) write_member(table.columns[i], row[i], writer);
        writer.EndObject();
    }
    writer.EndArray();
    writer.EndObject();
    sink.write({buffer.GetString(), buffer.GetSize()});
    sink.write("\n");
}

}  // namespace

void write_table(const Table& table, OutputStyle style, bool color, Sink& sink) {
    switch (style) {
        case OutputStyle::text: return write_text(table, color, sink);
        case OutputStyle::json: return write_json(table, sink);
        case OutputStyle::csv:
        case OutputStyle::tsv: return write_separated(table, style, sink);
    }
}

}  // namespace newsgraph::cli
