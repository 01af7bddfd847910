#include "extract/nlp/unicode.hpp"

#include "extract/base/utf8.hpp"

#include <algorithm>

namespace newsgraph::nlp::unicode {

namespace {

struct CharacterRecord {
    std::uint16_t flags;
    std::int32_t lower_delta;
};

#include "extract/nlp/unicode_tables.inc"

constexpr char32_t capital_i_with_dot = 0x130;  // the only letter whose lower form is two characters
constexpr char32_t capital_sigma = 0x3A3;
constexpr char32_t small_sigma = 0x3C3;
constexpr char32_t final_sigma = 0x3C2;

const CharacterRecord& record(char32_t c) {
    constexpr char32_t last = 0x10FFFF;
    const std::size_t code = std::min(c, last);
    return records[record_of[block_of[code / block_size] * block_size + code % block_size]];
}

bool has(char32_t c, std::uint16_t flag) {
    return (record(c).flags & flag) != 0;
}

template <typename Test>
bool all(std::string_view text, Test test) {
    for (std::size_t offset = 0; offset < text.size();) {
        if (!test(utf8::next(text, offset))) return false;
    }
    return !text.empty();
}

// A sigma is final after a cased letter and not before one; case-ignorable characters between do not count.
bool is_final_sigma(const std::u32string& text, std::size_t at) {
    std::size_t before = at;
    while (before > 0 && has(text[before - 1], case_ignorable_flag)) --before;
    if (before == 0 || !has(text[before - 1], cased_flag)) return false;
    std::size_t after = at + 1;
    while (after < text.size() && has(text[after], case_ignorable_flag)) ++after;
    return after == text.size() || !has(text[after], cased_flag);
}

std::string lower_any(std::string_view text) {
    const std::u32string from = utf8::decode(text);
    std::string result;
    result.reserve(text.size() + 4);
    for (std::size_t i = 0; i < from.size(); ++i) {
        const char32_t c = from[i];
        if (c == capital_i_with_dot) {
            result += "i\xCC\x87";
        } else if (c == capital_sigma) {
            utf8::append(result, is_final_sigma(from, i) ? final_sigma : small_sigma);
        } else {
            utf8::append(result, static_cast<char32_t>(static_cast<std::int32_t>(c) + record(c).lower_delta));
        }
    }
    return result;
}

}  // namespace

bool is_space(char32_t c) {
    return has(c, space_flag);
}

bool is_alpha(char32_t c) {
    return has(c, alpha_flag);
}

bool is_upper_letter(char32_t c) {
    return has(c, upper_letter_flag);
}

bool is_digit(char32_t c) {
    return has(c, digit_flag);
}

bool is_punctuation(char32_t c) {
    return has(c, punctuation_flag);
}

bool is_currency(char32_t c) {
    return has(c, currency_flag);
}

bool is_lowercase(char32_t c) {
    return has(c, lowercase_flag);
}

bool is_uppercase(char32_t c) {
    return has(c, uppercase_flag);
}

bool is_titlecase(char32_t c) {
    return has(c, titlecase_flag);
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (static_cast<unsigned char>(c) >= 0x80) return lower_any(text);
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

bool all_alpha(std::string_view text) {
    return all(text, is_alpha);
}

bool all_digits(std::string_view text) {
    return all(text, is_digit);
}

bool all_space(std::string_view text) {
    return all(text, is_space);
}

}  // namespace newsgraph::nlp::unicode
