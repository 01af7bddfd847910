#include "export/escape.hpp"

#include "extract/base/utf8.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <limits>

using namespace newsgraph;

TEST_CASE("clean_text takes out what XML forbids, and mends UTF-8") {
    CHECK(clean_text(std::string("a\0b\x01\x0B\x0C\x1F", 7)) == "ab");
    CHECK(clean_text("a\tb\nc\rd\x7F") == "a\tb\nc\rd\x7F");
    CHECK(clean_text("\xEF\xBF\xBE\xEF\xBF\xBFx\xEF\xBF\xBD") == "x\xEF\xBF\xBD");
    CHECK(clean_text("a\xF0\x9F\x98") == "a\xEF\xBF\xBD");
    CHECK(clean_text("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(clean_text("\xF0\x9F\x98\x80 \xD7\x90\xE2\x80\x8F") == "\xF0\x9F\x98\x80 \xD7\x90\xE2\x80\x8F");
}

TEST_CASE("cut_text counts characters and shows that it cut") {
    CHECK(cut_text("abc", 3) == "abc");
    CHECK(cut_text("abcd", 3) == "ab\xE2\x80\xA6");
    CHECK(cut_text("\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80", 2) == "\xF0\x9F\x98\x80\xE2\x80\xA6");
    CHECK(cut_text("abc", 1) == "\xE2\x80\xA6");
}

TEST_CASE("xml_text and xml_attribute escape what a parser would change") {
    CHECK(xml_text("a<b>&\"c'") == "a&lt;b&gt;&amp;\"c'");
    CHECK(xml_text("]]>") == "]]&gt;");
    CHECK(xml_text("&amp;") == "&amp;amp;");
    CHECK(xml_text("a\r\nb\tc") == "a&#13;\nb\tc");
    CHECK(xml_attribute("a\"b\n\t\r<") == "\"a&quot;b&#10;&#9;&#13;&lt;\"");
}

TEST_CASE("dot_string escapes what Graphviz would expand") {
    CHECK(dot_string("node") == "\"node\"");
    CHECK(dot_string("a\"b") == "\"a\\\"b\"");
    CHECK(dot_string("\\N ends in \\") == "\"\\\\N ends in \\\\\"");
    CHECK(dot_string("&amp; & \n<b>") == "\"&amp;amp; &amp; \\n<b>\"");
    CHECK(dot_string("a\tb\r") == "\"a b \"");
    CHECK(dot_string("abcdef", 4) == "\"abc\xE2\x80\xA6\"");
}

TEST_CASE("dot_string stays below what Graphviz refuses") {
    const std::string all_escaped(20000, '&');
    const std::string out = dot_string(all_escaped, 20000);
    CHECK(out.size() < 16383);
    CHECK(out.size() > 12000);
    CHECK(out.back() == '"');
    std::string emoji;
    for (int i = 0; i < 5000; ++i) emoji += "\xF0\x9F\x98\x80";
    CHECK(utf8::is_valid(dot_string(emoji, 5000)));
    CHECK(dot_string(emoji, 5000).size() < 16383);
}

TEST_CASE("numbers are the shortest that read back") {
    CHECK(number_text(1.0) == "1");
    CHECK(number_text(0.1) == "0.1");
    CHECK(number_text(-2.5) == "-2.5");
    CHECK(number_text(1.0 / 3.0) == "0.3333333333333333");
    CHECK(number_text(std::numeric_limits<double>::infinity()) == "0");
    CHECK(number_text(std::nan("")) == "0");
}
