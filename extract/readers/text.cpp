#include "extract/readers/text.hpp"

#include "extract/base/utf8.hpp"
#include "extract/readers/dates.hpp"

#include <algorithm>
#include <array>

namespace newsgraph::readers {

namespace {

constexpr std::size_t longest_title = 300;  // characters

std::string_view trim(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string with_newlines(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        result += text[i];
    }
    return result;
}

std::string_view first_line(std::string_view text) {
    return text.substr(0, text.find('\n'));
}

void drop_line(std::string_view& text) {
    const auto newline = text.find('\n');
    text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
}

void drop_blank_lines(std::string_view& text) {
    while (!text.empty() && trim(first_line(text)).empty()) drop_line(text);
}

bool equal_letters(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

// Takes one header line off; false if the next line is none.
bool take_header(std::string_view& text, Article& article) {
    const std::string_view line = first_line(text);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return false;
    const std::string_view key = trim(line.substr(0, colon));
    const std::string value(trim(line.substr(colon + 1)));
    const std::string date = iso_date(value);
    if (equal_letters(key, "title") && !value.empty()) {
        article.title = value;
    } else if (equal_letters(key, "date") && !date.empty()) {
        article.date = date;
    } else if (equal_letters(key, "url") && value.find(' ') == std::string::npos) {
        article.url = value;
    } else if (equal_letters(key, "source") && value.size() < 200) {
        article.source = value;
    } else {
        return false;
    }
    drop_line(text);
    return true;
}

void take_headers(std::string_view& text, Article& article) {
    while (!text.empty() && take_header(text, article)) {
    }
}

std::string_view unquoted(std::string_view value) {
    const bool quoted = value.size() > 1 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
    return quoted ? value.substr(1, value.size() - 2) : value;
}

// Takes front matter off, as static site generators have it: lines "key: value" between two lines "---". Keys that are none
// of ours are passed over, and so is what is nested below them.
void take_front_matter(std::string_view& text, Article& article) {
    if (trim(first_line(text)) != "---") return;
    std::string_view rest = text;
    drop_line(rest);
    Article found;
    while (true) {
        if (rest.empty()) return;  // not closed: a line of dashes
        const std::string_view line = first_line(rest);
        drop_line(rest);
        if (trim(line) == "---" || trim(line) == "...") break;
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || line.front() == ' ' || line.front() == '\t') continue;
        const std::string header = std::string(line.substr(0, colon)) + ": " + std::string(unquoted(trim(line.substr(colon + 1))));
        std::string_view one = header;
        take_header(one, found);
    }
    article.title = found.title;
    article.date = found.date;
    article.url = found.url;
    article.source = found.source;
    text = rest;
}

// Takes the title line off, if there is one.
void take_title(std::string_view& text, Article& article, TextStyle style) {
    std::string_view line = trim(first_line(text));
    if (style == TextStyle::markdown && line.starts_with('#')) {
        line = trim(line.substr(std::min(line.find_first_not_of('#'), line.size())));
    }
    std::string_view rest = text;
    drop_line(rest);
    if (line.empty() || trim(rest).empty() || utf8::length(line) > longest_title) return;
    article.title = line;
    text = rest;
}

}  // namespace

std::string join_title(std::string_view title, std::string_view body) {
    const bool repeated = body.starts_with(title) && (body.size() == title.size() || body[title.size()] == '\n');
    if (title.empty() || repeated) return std::string(body);
    if (body.empty()) return std::string(title);
    return std::string(title).append("\n\n").append(body);
}

Article article_from_text(std::string_view text, TextStyle style) {
    Article article;
    const std::string lines = with_newlines(text);
    std::string_view rest = lines;
    if (trim(rest).empty()) {
        article.text = lines;
        return article;
    }
    drop_blank_lines(rest);
    if (style == TextStyle::markdown) take_front_matter(rest, article);
    drop_blank_lines(rest);
    take_headers(rest, article);
    drop_blank_lines(rest);
    if (article.title.empty()) {
        take_title(rest, article, style);
        if (!article.title.empty()) {
            drop_blank_lines(rest);
            take_headers(rest, article);
        }
    }
    drop_blank_lines(rest);
    if (article.date.empty()) article.date = dateline_date(first_line(rest));
    article.text = join_title(article.title, rest);
    return article;
}

}  // namespace newsgraph::readers
