#include "extract/readers/dates.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace newsgraph::readers {

namespace {

struct Word {
    bool number = false;
    int value = 0;           // of a number, or of a month's name (1 to 12, else 0)
    std::size_t digits = 0;  // of a number
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int month_named(std::string_view word) {
    static constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                                "may",       "june",     "july",     "august",
                                                                "september", "october",  "november", "december"};
    std::string lower;
    for (const char c : word) lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    if (lower == "sept") return 9;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (lower == months[i] || (lower.size() == 3 && months[i].starts_with(lower))) return static_cast<int>(i) + 1;
    }
    return 0;
}

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        if (is_digit(text[i])) {
            int value = 0;
            while (i < text.size() && is_digit(text[i])) {
                value = std::min(value, 99'999'999) * 10 + (text[i++] - '0');
            }
            words.push_back({true, value, i - begin});
        } else if (is_letter(text[i])) {
            while (i < text.size() && is_letter(text[i])) ++i;
            words.push_back({false, month_named(text.substr(begin, i - begin)), 0});
        } else {
            ++i;
        }
    }
    return words;
}

int days_in(int year, int month) {
    static constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

std::string two_digits(int value) {
    return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

std::optional<std::string> date(int year, int month, int day) {
    if (year < 1600 || year > 2999 || month < 1 || month > 12 || day < 1 || day > days_in(year, month)) return {};
    return two_digits(year / 100) + two_digits(year % 100) + '-' + two_digits(month) + '-' + two_digits(day);
}

bool is_year(const Word& word) {
    return word.number && word.digits == 4;
}

bool is_day(const Word& word) {
    return word.number && word.digits <= 2;
}

bool is_month(const Word& word) {
    return !word.number && word.value > 0;
}

std::optional<std::string> date_at(const std::vector<Word>& words, std::size_t i) {
    if (words[i].number && words[i].digits == 8) {
        return date(words[i].value / 10'000, words[i].value / 100 % 100, words[i].value % 100);
    }
    if (i + 2 >= words.size()) return {};
    const Word& a = words[i];
    const Word& b = words[i + 1];
    const Word& c = words[i + 2];
    if (is_year(a) && is_day(b) && is_day(c)) return date(a.value, b.value, c.value);
    if (is_day(a) && is_month(b) && is_year(c)) return date(c.value, b.value, a.value);
    if (is_month(a) && is_day(b) && is_year(c)) return date(c.value, a.value, b.value);
    if (is_month(a) && is_day(b) && i + 3 < words.size() && is_year(words[i + 3]) && !c.number && c.value == 0) {
        return date(words[i + 3].value, a.value, b.value);  // "January 5th, 2026"
    }
    return {};
}

std::string first_date(const std::vector<Word>& words, std::size_t last_start) {
    for (std::size_t i = 0; i < words.size() && i <= last_start; ++i) {
        if (const auto found = date_at(words, i)) return *found;
    }
    return {};
}

}  // namespace

std::string iso_date(std::string_view text) {
    if (text.size() > 100) return {};
    const auto words = words_of(text);
    // "2026-01-05T10" is one word too many for words_of: T parts the numbers, which is what is wanted. A date stands at
    // the start, behind a weekday at most.
    return first_date(words, words.empty() || words[0].number ? 0 : 1);
}

std::string dateline_date(std::string_view paragraph) {
    constexpr std::size_t longest_dateline = 120;
    paragraph = paragraph.substr(0, longest_dateline);
    std::size_t end = std::string_view::npos;
    for (const std::string_view dash : {" \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", " -- "}) {
        end = std::min(end, paragraph.find(dash));
    }
    if (end == std::string_view::npos) return {};
    const auto words = words_of(paragraph.substr(0, end));
    return first_date(words, words.size());
}

}  // namespace newsgraph::readers
