// Lists in cells: what is written is read back, whichever way of reading it takes, and nothing else is taken for a list.
#include "graph/kept_lists.hpp"

#include "extract/base/error.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace newsgraph;

TEST_CASE("a list of texts is read back as it was written") {
    using List = std::vector<std::string>;
    const std::vector<List> lists = {{},          {"a"},          {"Anna Lund", "Lund"},  {""},       {"", ""},
                                     {"a\"b"},    {"a\",\"b"},    {"back\\slash", "b"},   {"tab\t"},  {"caf\xC3\xA9", "\xE2\x80\xA6"},
                                     {"[\"x\"]"}, {","},          {"a,b", "c"},           {"a\nb"}};
    for (const List& list : lists) {
        CHECK(detail::strings_from_json(detail::to_json(list)) == list);
    }
}

TEST_CASE("what is no list of texts is refused") {
    for (const char* text : {"", "[", "]", "\"a\"", "[\"a\"b\"]", "[\"a\"\"b\"]", "[\"a\",b\"]", "[\"a\",\"b]", "[\"\"\"]", "[1]", "[\"a\n\"]",
                             "{\"a\":1}", "[\"a\", 1, \"b\"]"}) {
        INFO(text);
        CHECK_THROWS_AS(detail::strings_from_json(text), FormatError);
    }
}
