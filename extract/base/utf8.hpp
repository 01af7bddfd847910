// UTF-8: repair, decoding, and the step between bytes and code points. Pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsgraph::utf8 {

struct Repaired {
    std::string text;              // valid UTF-8
    std::size_t replacements = 0;  // how many U+FFFD were put in
    std::size_t first_byte = 0;    // offset in the input of the first bad byte, if replacements > 0
};

// Replaces every maximal subpart of an ill-formed sequence by one U+FFFD (Unicode 14, section 3.9, "U+FFFD Substitution
// of Maximal Subparts", table 3-7), as Python and web browsers do.
Repaired repair(std::string_view bytes);

bool is_valid(std::string_view bytes);

// A to Z in small letters; everything else stays.
std::string ascii_lower(std::string_view text);

// Repaired, and without the characters that XML 1.0 forbids: control characters but tab and line breaks, U+FFFE, U+FFFF.
std::string clean(std::string_view bytes);

// Decodes the code point that starts at `offset` and moves `offset` behind it.
// REQUIRES: valid UTF-8, offset < text.size() at the start of a code point.
char32_t next(std::string_view text, std::size_t& offset);

void append(std::string& out, char32_t code_point);

// Number of code points. REQUIRES: valid UTF-8.
std::size_t length(std::string_view text);

// REQUIRES: valid UTF-8.
std::u32string decode(std::string_view text);
std::string encode(std::u32string_view code_points);

}  // namespace newsgraph::utf8
