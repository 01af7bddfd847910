#include "extract/parts.hpp"

#include "extract/base/utf8.hpp"

#include <algorithm>
#include <array>

namespace newsgraph {

namespace {

constexpr std::size_t longest_dateline = 80;  // bytes
constexpr std::size_t longest_wrapped_line = 120;  // characters; a longer line is a paragraph, not a line of a wrapped one
constexpr std::size_t room_left = 8;               // by how much a wrapped line may miss the width

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trim(std::string_view text) {
    while (!text.empty() && (is_blank(text.front()) || text.front() == '\n')) text.remove_prefix(1);
    while (!text.empty() && (is_blank(text.back()) || text.back() == '\n')) text.remove_suffix(1);
    return text;
}

bool ends_sentence(std::string_view line) {
    static constexpr std::array<std::string_view, 4> closing{"\"", ")", "\xE2\x80\x9D", "\xE2\x80\x99"};
    for (bool again = true; again;) {
        again = false;
        for (const auto mark : closing) {
            if (!line.ends_with(mark)) continue;
            line.remove_suffix(mark.size());
            again = true;
        }
    }
    return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':') ||
           line.ends_with("\xE2\x80\xA6");
}

std::string_view line_at(std::string_view text, std::size_t begin) {
    const auto rest = text.substr(std::min(begin, text.size()));
    return rest.substr(0, rest.find('\n'));
}

// The characters of the longest line up to the next empty one.
std::size_t width_of_block(std::string_view text, std::size_t begin) {
    std::size_t width = 0;
    while (begin < text.size()) {
        const auto line = line_at(text, begin);
        if (trim(line).empty()) break;
        width = std::max(width, utf8::length(line));
        begin += line.size() + 1;
    }
    return width;
}

// Is the end of `line` the end of a paragraph? Where lines are short, paragraphs are wrapped; then a line that has room
// for the next word was ended on purpose (a heading, an item of a list).
bool ends_paragraph(std::string_view line, std::string_view next, std::size_t width) {
    line = trim(line);
    next = trim(next);
    if (line.empty() || next.empty() || width > longest_wrapped_line || ends_sentence(line)) return true;
    const auto word = next.substr(0, next.find(' '));
    return utf8::length(line) + 1 + utf8::length(word) + room_left <= width;
}

class Cutter {
public:
    explicit Cutter(std::string_view text) : text_(text) {}

    void cut_lines(std::size_t begin, bool with_dateline) {
        bool first = with_dateline;
        std::size_t paragraph = begin;
        std::size_t width = width_of_block(text_, begin);
        while (begin < text_.size()) {
            const auto line = line_at(text_, begin);
            const auto end = begin + line.size();
            begin = std::min(end + 1, text_.size());
            if (trim(line).empty()) width = width_of_block(text_, begin);
            if (!ends_paragraph(line, line_at(text_, begin), width)) continue;
            if (add(paragraph, end, first)) first = false;
            paragraph = begin;
        }
        add(paragraph, text_.size(), first);
    }

    void add_title(std::size_t end) {
        if (add(0, end, false)) parts_.back().kind = TextPart::Kind::title;
    }

    // False for white space alone.
    bool add(std::size_t begin, std::size_t end, bool with_dateline) {
        while (begin < end && (is_blank(text_[begin]) || text_[begin] == '\n')) ++begin;
        while (begin < end && (is_blank(text_[end - 1]) || text_[end - 1] == '\n')) --end;
        if (begin == end) return false;
        const auto dateline = with_dateline ? dateline_length(text_.substr(begin, end - begin)) : 0;
        if (dateline > 0) {
            parts_.push_back({TextPart::Kind::dateline, begin, begin + dateline});
            begin += dateline;
            while (begin < end && is_blank(text_[begin])) ++begin;
        }
        if (begin < end) parts_.push_back({TextPart::Kind::paragraph, begin, end});
        return true;
    }

    std::vector<TextPart> take() { return std::move(parts_); }

private:
    std::string_view text_;
    std::vector<TextPart> parts_;
};

// What is sure without a parse: names, digits, commas, brackets and slashes, and no words in small letters but those that
// names of places have.
bool looks_like_places(std::string_view text) {
    if (text.empty() || text.find_first_of("\"?!;:") != std::string_view::npos) return false;
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80 && !(first >= 'A' && first <= 'Z')) return false;
    static constexpr std::array<std::string_view, 10> parts_of_names{"of",  "de", "del", "la", "du",
                                                                     "and", "al", "el",  "on", "the"};
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find_first_of(" ,/(", begin), text.size());
        const auto word = text.substr(begin, end - begin);
        const bool small = !word.empty() && word.front() >= 'a' && word.front() <= 'z';
        if (small && std::find(parts_of_names.begin(), parts_of_names.end(), word) == parts_of_names.end()) return false;
        begin = end + 1;
    }
    return true;
}

}  // namespace

std::size_t dateline_length(std::string_view paragraph) {
    static constexpr std::array<std::string_view, 4> dashes{" \xE2\x80\x93 ", " \xE2\x80\x94 ", " -- ", " - "};
    const auto head = paragraph.substr(0, longest_dateline);
    std::size_t at = std::string_view::npos;
    std::size_t size = 0;
    for (const auto dash : dashes) {
        const auto found = head.find(dash);
        if (found < at) {
            at = found;
            size = dash.size();
        }
    }
    if (at == std::string_view::npos || !looks_like_places(head.substr(0, at))) return 0;
    // The dash belongs to the dateline, the blank behind it to neither.
    return at + size - 1;
}

std::vector<TextPart> parts_of(const Article& article) {
    const std::string_view text = article.text;
    Cutter cutter(text);
    const std::string_view title = article.title;
    const bool has_title = !title.empty() && text.starts_with(title);
    std::size_t body = 0;
    if (has_title) {
        cutter.add_title(title.size());
        body = title.size();
    }
    cutter.cut_lines(body, true);
    return cutter.take();
}

}  // namespace newsgraph
