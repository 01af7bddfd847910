// What Python 3.11's str methods say of characters and strings (Unicode 14.0), which the tokenizer and the lexical
// attributes are defined by. Pure functions; strings are valid UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsgraph::nlp::unicode {

bool is_space(char32_t c);
bool is_alpha(char32_t c);
bool is_upper_letter(char32_t c);  // alphabetic and upper-case
bool is_digit(char32_t c);         // decimal digits, superscripts, circled digits ...
bool is_punctuation(char32_t c);   // general category P*
bool is_currency(char32_t c);      // general category Sc
bool is_lowercase(char32_t c);
bool is_uppercase(char32_t c);
bool is_titlecase(char32_t c);

// str.lower(): full mapping, with the final form of sigma.
std::string lower(std::string_view text);

// str.isalpha(), str.isdigit(), str.isspace(): every character, and at least one.
bool all_alpha(std::string_view text);
bool all_digits(std::string_view text);
bool all_space(std::string_view text);

}  // namespace newsgraph::nlp::unicode
