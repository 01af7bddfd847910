#include "extract/credits.hpp"

#include "extract/base/utf8.hpp"
#include "extract/data/tables.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace newsgraph {

namespace {

constexpr std::size_t longest_tail = 400;      // bytes; how far from a paragraph's end credits in brackets may begin
constexpr std::size_t longest_sentence = 300;  // bytes; of a paragraph that ends like a credit

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

Credits::Credits(std::string_view table, std::string_view file_name) {
    const std::array<std::pair<std::string_view, std::vector<std::string>*>, 4> kinds{
        {{"start", &starts_}, {"by", &before_names_}, {"word", &among_names_}, {"end", &ends_}}};
    for (const auto& row : data::read_rows(table)) {
        const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.first == row[0]; });
        if (kind == kinds.end() || row.cells.size() != 2 || row[1].empty()) {
            data::fail(file_name, row.line, "expected start, by, word or end, and words");
        }
        kind->second->push_back(utf8::ascii_lower(row[1]));
    }
}

bool Credits::begin(std::string_view text) const {
    text.remove_prefix(std::min(text.find_first_not_of(" \t([*-_"), text.size()));
    const auto begins_with = [&](const std::string& start) {
        if (text.size() < start.size() || !std::equal(start.begin(), start.end(), text.begin(), [](char a, char b) { return a == small(b); })) {
            return false;
        }
        return text.size() == start.size() || !is_letter(start.back()) || !is_letter(text[start.size()]);
    };
    if (std::any_of(starts_.begin(), starts_.end(), begins_with)) return true;
    const auto found = std::find_if(before_names_.begin(), before_names_.end(), begins_with);
    return found != before_names_.end() && names_follow(text.substr(found->size()));
}

bool Credits::names_follow(std::string_view text) const {
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find_first_of(" \t\r\n,;/()[]", begin), text.size());
        const auto word = text.substr(begin, end - begin);
        const bool small = !word.empty() && word.front() >= 'a' && word.front() <= 'z';
        if (small && std::find(among_names_.begin(), among_names_.end(), word) == among_names_.end()) return false;
        begin = end + 1;
    }
    return true;
}

bool Credits::end(std::string_view paragraph) const {
    if (paragraph.size() > longest_sentence) return false;
    while (!paragraph.empty() && (paragraph.back() == '.' || paragraph.back() == ')')) paragraph.remove_suffix(1);
    const std::string text = utf8::ascii_lower(paragraph);
    if (text.find(". ") != std::string::npos) return false;
    return std::any_of(ends_.begin(), ends_.end(), [&](const std::string& end) { return text.ends_with(end); });
}

std::size_t Credits::begin_in(std::string_view paragraph) const {
    if (begin(paragraph) || end(paragraph)) return 0;
    for (std::size_t at = paragraph.size() - std::min(paragraph.size(), longest_tail); at < paragraph.size(); ++at) {
        if ((paragraph[at] == '(' || paragraph[at] == '[') && begin(paragraph.substr(at))) return at;
    }
    return paragraph.size();
}

}  // namespace newsgraph
