#include "extract/names/normalize.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph;

TEST_CASE("fold", "[normalize]") {
    CHECK(fold("Zelensky") == "zelensky");
    CHECK(fold("U.S.") == "us");
    CHECK(fold("S\xC3\xA3o Tom\xC3\xA9") == "sao tome");
    CHECK(fold("Co-operation & Trade") == "co operation trade");
    CHECK(fold("").empty());
}

TEST_CASE("slug", "[normalize]") {
    CHECK(slug("Volodymyr Zelensky") == "volodymyr-zelensky");
    CHECK(slug("AT&T Inc.") == "at-t-inc");
    CHECK(slug("\xD0\x9A\xD0\xB8\xD1\x97\xD0\xB2") == "\xD0\xBA\xD0\xB8\xD1\x97\xD0\xB2");
}

TEST_CASE("endings and articles", "[normalize]") {
    CHECK(strip_possessive("Ukraine's") == "Ukraine");
    CHECK(strip_possessive("Ukraine\xE2\x80\x99s") == "Ukraine");
    CHECK(strip_possessive("Paris") == "Paris");
    CHECK(strip_article("the Kremlin") == "Kremlin");
    CHECK(strip_article("The Hague") == "Hague");
    CHECK(strip_article("Theodore") == "Theodore");
}
