#include "extract/nlp/strings.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph::nlp;

TEST_CASE("ids of strings are spaCy's", "[strings]") {
    CHECK(string_id("") == 0);
    CHECK(string_id("coffee") == 3197928453018144401ULL);
    CHECK(string_id("xxxx") == 13110060611322374290ULL);
    CHECK(string_id("Xxxxx") == 16072095006890171862ULL);
    CHECK(string_id("color") == 7045580820573707335ULL);
}

TEST_CASE("names of symbols have small ids", "[strings]") {
    CHECK(string_id("number") == 432);
    CHECK(string_id("X") == 101);
    CHECK(string_id("_") == 456);
    CHECK(string_id("IS_ALPHA") == 1);
    CHECK(string_id("DEPRECATED276") == 379);
    CHECK(string_id("ROOT") > 1000);
    CHECK(string_id("noun") > 1000);
}
