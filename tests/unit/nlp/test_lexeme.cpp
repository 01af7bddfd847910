#include "extract/nlp/lexeme.hpp"
#include "extract/nlp/strings.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/msgpack_values.hpp"

using namespace newsgraph::nlp;

namespace {

Vocabulary make_vocabulary() {
    using namespace test;
    const auto lookups = named({{"lexeme_norm", map({{number(string_id("Colour")), text("color")}})}});
    return Vocabulary(lookups, "lookups.bin", "^[a-z]+\\.[a-z]{2,}$");
}

// Numbers of the flags that hold, in ascending order.
std::vector<int> flags_of(std::string_view text) {
    const auto flags = make_vocabulary().lexeme(text).flags;
    std::vector<int> numbers;
    for (int flag = 0; flag < 64; ++flag) {
        if ((flags >> flag & 1U) != 0) numbers.push_back(flag);
    }
    return numbers;
}

using Flags = std::vector<int>;

}  // namespace

TEST_CASE("the norm comes from the model, the built-in table or the lower case", "[lexeme]") {
    const auto vocabulary = make_vocabulary();
    CHECK(vocabulary.lexeme("Colour").norm == "color");
    CHECK(vocabulary.lexeme("Colour").norm_id == 7045580820573707335ULL);
    CHECK(vocabulary.lexeme("\u20AC").norm == "$");
    CHECK(vocabulary.lexeme("``").norm == "\"");
    CHECK(vocabulary.lexeme("\u2019s").norm == "'s");
    CHECK(vocabulary.lexeme("Paris").norm == "paris");
}

TEST_CASE("shapes keep four of a run", "[lexeme]") {
    const auto shape = [](std::string_view text) { return make_vocabulary().lexeme(text).shape; };
    CHECK(shape("12,000.50") == "dd,ddd.dd");
    CHECK(shape("AB12cd") == "XXddxx");
    CHECK(shape("x\u00B2") == "xd");
    CHECK(shape("Internationally") == "Xxxxx");
    CHECK(shape("......") == "....");
    CHECK(shape(std::string(99, 'x')) == "xxxx");
    CHECK(shape(std::string(100, 'x')) == "LONG");
}

TEST_CASE("prefix and suffix are counted in characters", "[lexeme]") {
    const auto lexeme = make_vocabulary().lexeme("\u00E9t\u00E9s\u4E2D");
    CHECK(lexeme.prefix() == "\u00E9");
    CHECK(lexeme.suffix() == "\u00E9s\u4E2D");
    CHECK(lexeme.length == 5);
    CHECK(make_vocabulary().lexeme("ab").suffix() == "ab");
    CHECK(make_vocabulary().lexeme("X").prefix_id == 101);
}

TEST_CASE("flags are spaCy's", "[lexeme]") {
    CHECK(flags_of("the") == Flags{1, 2, 4, 12});
    CHECK(flags_of("Ten") == Flags{1, 2, 7, 10, 12});
    CHECK(flags_of("3rd") == Flags{2, 4, 10});
    CHECK(flags_of("1/2") == Flags{2, 10});
    CHECK(flags_of("\u00B15,000.2") == Flags{10});
    CHECK(flags_of("42") == Flags{2, 3, 10});
    CHECK(flags_of("U.S.") == Flags{2, 7, 8});
    CHECK(flags_of("\u00AB") == Flags{5, 15, 16});
    CHECK(flags_of("$") == Flags{2, 18});
    CHECK(flags_of(" ") == Flags{2, 6});
    CHECK(flags_of("a@b.c") == Flags{2, 4, 11});
    CHECK(flags_of("news.com") == Flags{2, 4, 9});
    CHECK(flags_of("news.paper") == Flags{2, 4, 9});   // by the pattern
    CHECK(flags_of("News.Paper") == Flags{2, 7});
    CHECK(flags_of("\u01C5x") == Flags{1, 7});         // a title-case letter is neither upper nor lower
}

TEST_CASE("a cache keeps lexemes where they are until it is trimmed", "[lexeme]") {
    const auto vocabulary = make_vocabulary();
    LexemeCache cache(vocabulary);
    const Lexeme* word = &cache.get("word");
    CHECK_FALSE(cache.trim());
    for (int i = 0; i < 60000; ++i) cache.get("w" + std::to_string(i));
    CHECK(&cache.get("word") == word);
    CHECK(word->text == "word");
    CHECK(cache.trim());
    CHECK(cache.get("word").text == "word");
}

TEST_CASE("a table of norms that is none is named", "[lexeme]") {
    CHECK_THROWS_WITH(Vocabulary(test::named({{"lexeme_norm", test::number(1)}}), "vocab/lookups.bin", ""),
                      Catch::Contains("vocab/lookups.bin: lexeme_norm"));
}
