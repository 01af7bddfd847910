#include "extract/base/error.hpp"
#include "extract/nlp/regex.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph::nlp;

TEST_CASE("Python's escapes are rewritten for PCRE2", "[regex]") {
    CHECK(translate_pattern("(?u)^a\\u00e9\\U0001F600\\\\u0041") == "^a\\x{00e9}\\x{0001F600}\\\\u0041");
    CHECK(translate_pattern("\\w[\\w+-]") == "[\\p{L}\\p{N}_][\\p{L}\\p{N}_+-]");
    CHECK(translate_pattern("[[:<>]") == "[\\[:<>]");
    CHECK(Regex("^\\S+$", "t").search("a\u180Eb"));          // no white space in Python
    CHECK_FALSE(Regex("^\\S+$", "t").search("a\x1C" "b"));   // white space in Python
}

TEST_CASE("a pattern that does not compile is named", "[regex]") {
    CHECK_THROWS_AS(Regex("a(", "tokenizer: prefix_search"), newsgraph::FormatError);
    CHECK_THROWS_WITH(Regex("a(", "tokenizer: prefix_search"),
                      Catch::StartsWith("tokenizer: prefix_search: bad pattern: missing closing parenthesis"));
}

TEST_CASE("look-behinds see what is before the start", "[regex]") {
    const Regex regex("(?<=a)b|c", "t");
    CHECK(regex.search("ab", 1)->begin == 1);
    CHECK_FALSE(regex.search("xb", 1));
    CHECK(Regex("x*", "t").search("yx", 0, true)->begin == 1);
    CHECK(Regex("b", "t").matches_start("ba"));
    CHECK_FALSE(Regex("b", "t").matches_start("ab"));
}

TEST_CASE("patterns that end with the text have a reach", "[regex]") {
    CHECK(suffix_reach(",$|abc$") == 4);
    CHECK(suffix_reach("(?<=[0-9])(?:km|k\\u00b2m|m)$|[ab|$]\\.$") == 4);
    CHECK(suffix_reach("\\.\\.+$|x$") == 3);
    CHECK_FALSE(suffix_reach("ab+$"));     // the tail of a match is none
    CHECK_FALSE(suffix_reach("a$|b"));     // can end before the end
    CHECK_FALSE(suffix_reach("(?:a+)$"));
}

TEST_CASE("suffixes are the same with and without a reach", "[regex]") {
    const Regex regex("'s$|\\.\\.+$|(?<=[0-9])km$|[,;\u4E2D]$", "t");
    for (const std::string text : {"a's", "a", "", ",", "a,,", "5km", "km", "a.", "..", "\u4E2D\u4E2D"}) {
        const auto expected = regex.search(text);
        const auto found = regex.search_suffix(text);
        REQUIRE(found.has_value() == expected.has_value());
        if (found) CHECK(found->begin == expected->begin);
    }
    const auto run = regex.search_suffix("a" + std::string(5000, '.'));
    REQUIRE(run);
    CHECK(run->begin == 1);
}

TEST_CASE("a pattern that explodes does not match and does not hang", "[regex]") {
    CHECK_FALSE(Regex("^(?:a|aa|a+)+b$", "t").search(std::string(5000, 'a')));
    CHECK(Regex("^(?:a|ab)*$", "t").search(std::string(200000, 'a')));
}
