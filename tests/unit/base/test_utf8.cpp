#include "extract/base/utf8.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph;
using namespace std::string_literals;

TEST_CASE("valid text is kept as it is", "[utf8]") {
    const std::string text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\0z"s;
    const auto repaired = utf8::repair(text);
    CHECK(repaired.text == text);
    CHECK(repaired.replacements == 0);
    CHECK(utf8::length(text) == 6);
    CHECK(utf8::encode(utf8::decode(text)) == text);
}

// The worked example of Unicode 14, table 3-8 and the rows of tables 3-9 to 3-11.
TEST_CASE("each maximal subpart becomes one replacement character", "[utf8]") {
    const std::string r = "\xEF\xBF\xBD";
    CHECK(utf8::repair("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41").text == r + r + r + r + r + r + r + r + "A");
    CHECK(utf8::repair("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41").text == r + r + r + r + r + r + r + r + "A");
    CHECK(utf8::repair("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42").text == r + r + r + r + r + "A" + r + r + "B");
    CHECK(utf8::repair("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41").text == r + r + r + r + "A");
}

TEST_CASE("a cut sequence at the end is one replacement, with its place", "[utf8]") {
    const auto repaired = utf8::repair("ab\xE2\x82");
    CHECK(repaired.text == "ab\xEF\xBF\xBD");
    CHECK(repaired.replacements == 1);
    CHECK(repaired.first_byte == 2);
    CHECK_FALSE(utf8::is_valid("ab\xE2\x82"));
}
