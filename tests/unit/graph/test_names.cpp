#include "graph/names.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph;

TEST_CASE("fold_name takes case, accents, strokes and compatibility forms off") {
    CHECK(fold_name("Emmanuel MACRON") == "emmanuel macron");
    CHECK(fold_name("Erdo\xC4\x9F" "an") == "erdogan");
    CHECK(fold_name("Erdog\xCC\x86" "an") == "erdogan");
    CHECK(fold_name("Lech Wa\xC5\x82\xC4\x99sa") == "lech walesa");
    CHECK(fold_name("\xC3\x98resund \xC4\x90\xC3\xA6") == "oresund dae");
    CHECK(fold_name("Stra\xC3\x9F" "e") == "strasse");
    CHECK(fold_name("\xEF\xBC\xAE\xEF\xBC\xA1\xEF\xBC\xB4\xEF\xBC\xAF") == "nato");
    CHECK(fold_name("\xD0\x9A\xD0\xB8\xD1\x97\xD0\xB2") == "\xD0\xBA\xD0\xB8\xD1\x96\xD0\xB2");
    CHECK(fold_name("O\xE2\x80\x99" "Brien") == "o'brien");
}

TEST_CASE("fold_name makes white space one blank") {
    CHECK(fold_name("  New\n\t York\xC2\xA0" "City ") == "new york city");
    CHECK(fold_name(" \n ").empty());
    CHECK(fold_name("").empty());
}

TEST_CASE("name_key joins the spellings of one name") {
    CHECK(name_key("U.S.") == name_key("US"));
    CHECK(name_key("The United States") == "united states");
    CHECK(name_key("Russia's") == "russia");
    CHECK(name_key("Russia\xE2\x80\x99s") == "russia");
    CHECK(name_key("the United Nations'") == "united nations");
    CHECK(name_key("O'Brien") == "obrien");
    CHECK(name_key("Jean-Pierre") == "jean pierre");
    CHECK(name_key("AT&T") == "at&t");
    CHECK(name_key("C++") == "c++");
}

TEST_CASE("name_key keeps what is no ornament") {
    CHECK(name_key("the") == "the");
    CHECK(name_key("Theresa") == "theresa");
    CHECK(name_key("?!") == "?!");
    CHECK(name_key("\xF0\x9F\x98\x80") == "\xF0\x9F\x98\x80");
    CHECK(name_key("Iran") != name_key("Iraq"));
    CHECK(name_key(" ").empty());
}

TEST_CASE("one_line keeps all but the white space") {
    CHECK(one_line(" a\r\n\tb\xE2\x80\xA8" "c ") == "a b c");
    CHECK(one_line("A.") == "A.");
}

TEST_CASE("edit_distance counts changes and swaps up to its limit") {
    CHECK(edit_distance(U"macron", U"macron", 3) == 0);
    CHECK(edit_distance(U"macron", U"marcon", 3) == 1);
    CHECK(edit_distance(U"macron", U"macorn", 3) == 1);
    CHECK(edit_distance(U"zelensky", U"zelenskyy", 3) == 1);
    CHECK(edit_distance(U"kitten", U"sitting", 3) == 3);
    CHECK(edit_distance(U"kitten", U"sitting", 2) == 3);
    CHECK(edit_distance(U"a", U"abcdef", 2) == 3);
    CHECK(edit_distance(U"", U"ab", 2) == 2);
    CHECK(edit_distance(U"ca", U"abc", 5) == 3);
}

TEST_CASE("is_wikidata_id knows Q and digits alone") {
    CHECK(is_wikidata_id("Q159"));
    CHECK_FALSE(is_wikidata_id("Q"));
    CHECK_FALSE(is_wikidata_id("q159"));
    CHECK_FALSE(is_wikidata_id("Q15a"));
    CHECK_FALSE(is_wikidata_id("person:q159"));
}

TEST_CASE("a title stands before a name, the end of a sentence does not", "[names]") {
    const auto before = [](const std::u32string& text, std::size_t begin) { return title_before(text, begin); };
    CHECK(before(U"Captain Lund", 8) == "Captain");
    CHECK(before(U"Lieut. Lund", 7) == "Lieut.");
    CHECK(before(U"in Soland. Lund", 11).empty());
    CHECK(before(U"After Lund", 6).empty());
}
