#include "extract/lines.hpp"

#include <algorithm>
#include <array>

namespace newsgraph::lines {

namespace {

constexpr std::size_t longest_label = 60;  // bytes
constexpr std::size_t most_label_words = 6;
constexpr std::size_t most_words_of_cell = 4;  // on average; where there are more, the gaps are those of justified prose

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

std::size_t blanks_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_blank(text[end])) ++end;
    return end - at;
}

// Of "12." and "(a)": the bytes, 0 if it is none.
std::size_t numbering(std::string_view text) {
    std::size_t at = text.starts_with('(') ? 1 : 0;
    const std::size_t begin = at;
    while (at < text.size() && at < begin + 2 && is_digit(text[at])) ++at;
    if (at == begin && at < text.size() && is_small(text[at])) ++at;
    if (at == begin || at >= text.size()) return 0;
    const bool closed = text[at] == ')' || (begin == 0 && is_digit(text[0]) && text[at] == '.');
    return closed ? at + 1 : 0;
}

struct Gaps {
    std::size_t wide = 0;    // a tab, or three blanks and more
    std::size_t narrow = 0;  // two blanks that end no sentence
    std::size_t words = 1;
};

Gaps gaps_of(std::string_view row) {
    Gaps gaps;
    for (std::size_t at = 1; at < row.size(); ++at) {
        const std::size_t size = blanks_at(row, at);
        if (size == 0) continue;
        ++gaps.words;
        const bool tab = row.substr(at, size).find('\t') != std::string_view::npos;
        const bool behind_sentence = std::string_view(".!?:\"").find(row[at - 1]) != std::string_view::npos;
        if (tab || size > 2) {
            ++gaps.wide;
        } else if (size == 2 && !behind_sentence) {
            ++gaps.narrow;
        }
        at += size;
    }
    return gaps;
}

}  // namespace

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

QuoteMarks quote_marks(std::string_view line) {
    QuoteMarks marks;
    for (std::size_t at = blanks_at(line, 0); at < line.size() && line[at] == '>'; at += blanks_at(line, at)) {
        ++marks.depth;
        marks.length = ++at;
    }
    if (marks.depth > 0) marks.length += blanks_at(line, marks.length);
    return marks;
}

ListMark list_mark(std::string_view line) {
    // Bullet, triangular bullet, small square, middle dot, black circle; then the dashes.
    static constexpr std::array<std::string_view, 6> bullets{"*", "\xE2\x80\xA2", "\xE2\x80\xA3", "\xE2\x96\xAA", "\xC2\xB7", "\xE2\x97\x8F"};
    static constexpr std::array<std::string_view, 3> dashes{"-", "\xE2\x80\x93", "\xE2\x80\x94"};
    const std::size_t indent = blanks_at(line, 0);
    const auto text = line.substr(indent);
    const auto marked = [&](std::size_t size, bool sure) {
        const std::size_t blanks = blanks_at(text, size);
        return blanks == 0 || size + blanks == text.size() ? ListMark{} : ListMark{indent + size + blanks, sure};
    };
    for (const auto bullet : bullets) {
        if (text.starts_with(bullet)) return marked(bullet.size(), true);
    }
    for (const auto dash : dashes) {
        if (text.starts_with(dash)) return marked(dash.size(), false);
    }
    const std::size_t number = numbering(text);
    return number > 0 ? marked(number, false) : ListMark{};
}

bool is_table_row(std::string_view line) {
    const auto row = trim(line);
    if (row.size() < 3) return false;
    if (row.find_first_not_of("-=+|:_ \t") == std::string_view::npos) return true;
    if (std::count(row.begin(), row.end(), '|') >= 2) return true;
    const Gaps gaps = gaps_of(row);
    if (gaps.wide == 0 && gaps.narrow < 2) return false;
    return gaps.words <= most_words_of_cell * (gaps.wide + gaps.narrow + 1);
}

std::optional<SpeakerLabel> speaker_label(std::string_view line) {
    SpeakerLabel label;
    label.name_begin = blanks_at(line, 0);
    label.name_end = line.substr(0, label.name_begin + longest_label).find(':');
    if (label.name_end == std::string_view::npos || label.name_end == label.name_begin) return std::nullopt;
    if (is_blank(line[label.name_end - 1])) return std::nullopt;
    const std::size_t blanks = blanks_at(line, label.name_end + 1);
    if (blanks == 0 && label.name_end + 1 < line.size()) return std::nullopt;
    label.length = label.name_end + 1 + blanks;
    const auto name = line.substr(label.name_begin, label.name_end - label.name_begin);
    if (gaps_of(name).words > most_label_words || name.find_first_of("0123456789.,") == 0 || !is_made_of_names(name)) return std::nullopt;
    return label;
}

bool is_made_of_names(std::string_view text) {
    if (text.empty() || text.find_first_of("\"?!;:") != std::string_view::npos || !is_capital(text.front())) return false;
    static constexpr std::array<std::string_view, 10> parts_of_names{"of",  "de", "del", "la", "du",
                                                                     "and", "al", "el",  "on", "the"};
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find_first_of(" ,/(", begin), text.size());
        const auto word = text.substr(begin, end - begin);
        const bool small = !word.empty() && is_small(word.front());
        if (small && std::find(parts_of_names.begin(), parts_of_names.end(), word) == parts_of_names.end()) return false;
        begin = end + 1;
    }
    return true;
}

}  // namespace newsgraph::lines
