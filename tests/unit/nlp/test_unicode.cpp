#include "extract/nlp/unicode.hpp"
#include "tests/support/catch.hpp"

#include <set>

using namespace newsgraph::nlp;

TEST_CASE("white space is what Python's isspace says", "[unicode]") {
    std::set<char32_t> spaces;
    for (char32_t c = 0; c < 0x110000; ++c) {
        if (unicode::is_space(c)) spaces.insert(c);
    }
    std::set<char32_t> expected{0x20, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000};
    for (char32_t c = 0x09; c <= 0x0D; ++c) expected.insert(c);
    for (char32_t c = 0x1C; c <= 0x1F; ++c) expected.insert(c);
    for (char32_t c = 0x2000; c <= 0x200A; ++c) expected.insert(c);
    CHECK(spaces == expected);
}

TEST_CASE("lower case takes the final sigma and the dotted I", "[unicode]") {
    CHECK(unicode::lower("ABC-xyz") == "abc-xyz");
    CHECK(unicode::lower("\u039F\u0394\u039F\u03A3") == "\u03BF\u03B4\u03BF\u03C2");  // final
    CHECK(unicode::lower("\u03A3\u0391") == "\u03C3\u03B1");                          // not after a letter
    CHECK(unicode::lower("\u0391\u03A3'\u0391") == "\u03B1\u03C3'\u03B1");            // the apostrophe is ignored
    CHECK(unicode::lower("\u0391\u03A3.") == "\u03B1\u03C2.");
    CHECK(unicode::lower("\u0130") == "i\u0307");
    CHECK(unicode::lower("\u1E9E\u01C5") == "\u00DF\u01C6");
}

TEST_CASE("letters and digits of any script count", "[unicode]") {
    CHECK(unicode::all_alpha("caf\u00E9\u4E2D"));
    CHECK_FALSE(unicode::all_alpha("e\u0301"));  // a combining mark is no letter
    CHECK_FALSE(unicode::all_alpha(""));
    CHECK(unicode::all_digits("1\u0663\u00B2\u2461"));
    CHECK_FALSE(unicode::all_digits("\u2167"));  // a Roman numeral is numeric, but no digit
    CHECK(unicode::is_upper_letter(0x41));
    CHECK_FALSE(unicode::is_upper_letter(0x2160));  // upper-case, but no letter
    CHECK(unicode::is_titlecase(0x01C5));
    CHECK(unicode::is_currency(0x20AC));
    CHECK(unicode::is_punctuation(0x2014));
    CHECK_FALSE(unicode::is_punctuation(0x2B));
}
