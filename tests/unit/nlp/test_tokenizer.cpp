#include "extract/base/error.hpp"
#include "extract/nlp/tokenizer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/msgpack_values.hpp"

using namespace newsgraph;
using namespace newsgraph::nlp;

namespace {

constexpr std::uint64_t orth = 65;
constexpr std::uint64_t norm = 67;

msgpack::Value token(std::string_view text) {
    return test::map({{test::number(orth), test::text(text)}});
}

msgpack::Value token(std::string_view text, std::string_view norm_text) {
    return test::map({{test::number(orth), test::text(text)}, {test::number(norm), test::text(norm_text)}});
}

msgpack::Value english_tables() {
    using namespace test;
    return named({{"prefix_search", text("^\\(|^\"|^:")},
                  {"suffix_search", text("\\)$|\"$|\\.\\.+$|,$|:$|'s$|(?<=[a-z])\\.$")},
                  {"infix_finditer", text("\\.\\.+|(?<=[a-z])-(?=[a-z])|/")},
                  {"token_match", msgpack::Value()},
                  {"url_match", text("(?u)^https?://\\S+$")},
                  {"faster_heuristics", boolean(true)},
                  {"exceptions", named({{"don't", list({token("do"), token("n't", "not")})},
                                        {"I'm", list({token("I", "i"), token("'m", "am")})},
                                        {"e.g.", list({token("e.g.")})},
                                        {":)", list({token(":)")})},
                                        {"and/or", list({token("and/or")})}})}});
}

const Tokenizer& tokenizer() {
    static const Tokenizer made(english_tables(), "tokenizer", test::named({}), "lookups.bin");
    return made;
}

using Words = std::vector<std::string>;

Words split(std::string_view text) {
    Tokenizer::Session session(tokenizer());
    Words words;
    std::string rebuilt;
    for (const auto& token : session.tokenize(text)) {
        words.push_back(token.lexeme->text);
        rebuilt += token.lexeme->text + (token.space_after ? " " : "");
        CHECK(text.substr(token.begin_byte, token.end_byte - token.begin_byte) == token.lexeme->text);
        CHECK(token.end - token.begin == token.lexeme->length);
    }
    CHECK(rebuilt == text);
    return words;
}

}  // namespace

TEST_CASE("one space separates, more white space is a token", "[tokenizer]") {
    CHECK(split("") == Words{});
    CHECK(split("a b ") == Words{"a", "b"});
    CHECK(split("a  b") == Words{"a", " ", "b"});
    CHECK(split(" a") == Words{" ", "a"});
    CHECK(split("a \nb") == Words{"a", "\n", "b"});
    CHECK(split("a\u00A0 b") == Words{"a", "\u00A0 ", "b"});
    CHECK(split(" \n ") == Words{" \n "});
}

TEST_CASE("affixes are cut off from outside to inside", "[tokenizer]") {
    CHECK(split("(\"a\"),") == Words{"(", "\"", "a", "\"", ")", ","});
    CHECK(split("Anna's.") == Words{"Anna", "'s", "."});
    CHECK(split("wait...") == Words{"wait", "..."});
    CHECK(split("()") == Words{"(", ")"});
}

TEST_CASE("a suffix does not see the prefix", "[tokenizer]") {
    const auto tables = test::named({{"prefix_search", test::text("^a")}, {"suffix_search", test::text("(?<=a)\\.$")}});
    const Tokenizer made(tables, "tokenizer", test::named({}), "lookups.bin");
    Tokenizer::Session session(made);
    CHECK(session.tokenize("a.").size() == 2);  // the prefix alone; then nothing is before the full stop
    CHECK(session.tokenize("aa.").size() == 3);
}

TEST_CASE("infixes split, but not at the very start", "[tokenizer]") {
    CHECK(split("co-op") == Words{"co", "-", "op"});
    CHECK(split("a/b/c") == Words{"a", "/", "b", "/", "c"});
    CHECK(split("/a/b") == Words{"/a", "/", "b"});
    CHECK(split("a...b") == Words{"a", "...", "b"});
}

TEST_CASE("addresses stay whole once affixes are off", "[tokenizer]") {
    CHECK(split("(http://a.b/c-d),") == Words{"(", "http://a.b/c-d", ")", ","});
}

TEST_CASE("exceptions have their own tokens and norms", "[tokenizer]") {
    CHECK(split("(don't,") == Words{"(", "do", "n't", ","});
    CHECK(split("e.g.,e.g.") == Words{"e.g.,e.g", "."});
    Tokenizer::Session session(tokenizer());
    const auto& tokens = session.tokenize("I'm I");
    REQUIRE(tokens.size() == 3);
    CHECK(*tokens[0].norm == "i");
    CHECK(*tokens[1].norm == "am");
    CHECK(tokens[1].begin == 1);
    CHECK(tokens[1].space_after);
    CHECK(tokens[2].norm == &tokens[2].lexeme->norm);
}

TEST_CASE("exceptions torn apart by affixes are put back", "[tokenizer]") {
    CHECK(split("a:)") == Words{"a", ":)"});
    CHECK(split("and/or-and/or") == Words{"and/or", "-", "and/or"});
    CHECK(split(": )") == Words{":", ")"});  // across a space: no exception
    CHECK(split("x:): )") == Words{"x", ":)", ":", ")"});
}

TEST_CASE("offsets count code points and bytes", "[tokenizer]") {
    Tokenizer::Session session(tokenizer());
    const auto& tokens = session.tokenize("\U0001F600, \u00E9t\u00E9's");
    REQUIRE(tokens.size() == 4);
    CHECK(tokens[2].begin == 3);
    CHECK(tokens[2].end == 6);
    CHECK(tokens[2].begin_byte == 6);
    CHECK(tokens[3].end_byte == 13);
}

TEST_CASE("what a session has seen does not change its results", "[tokenizer]") {
    Tokenizer::Session session(tokenizer());
    std::string many;
    for (int i = 0; i < 70000; ++i) many += "w" + std::to_string(i) + ", ";
    CHECK(session.tokenize(many).size() == 140000);
    for (int round = 0; round < 3; ++round) {
        const auto& tokens = session.tokenize("(don't w1,");
        REQUIRE(tokens.size() == 5);
        CHECK(tokens[3].lexeme->text == "w1");
        CHECK(*tokens[2].norm == "not");
    }
}

TEST_CASE("a text without white space takes linear time", "[tokenizer]") {
    Tokenizer::Session session(tokenizer());
    constexpr std::size_t length = 1000000;
    CHECK(session.tokenize(std::string(length, ')')).size() == length);
    CHECK(session.tokenize("a" + std::string(length, '.')).size() == 2);
}

TEST_CASE("broken tables are named", "[tokenizer]") {
    const auto load = [](const msgpack::Value& file) {
        Tokenizer made(file, "dir/tokenizer", test::named({}), "lookups.bin");
    };
    using namespace test;
    CHECK_THROWS_WITH(load(text("x")), "dir/tokenizer: not a map");
    CHECK_THROWS_WITH(load(named({{"infix_finditer", text("[")}})),
                      Catch::StartsWith("dir/tokenizer: infix_finditer: bad pattern"));
    CHECK_THROWS_WITH(load(named({{"exceptions", named({{"abc", list({token("ab")})}})}})),
                      "dir/tokenizer: exception 'abc': its tokens do not make up its text");
    CHECK_THROWS_AS(load(named({{"exceptions", named({{"a", list({map({{number(66), text("a")}})})}})}})), FormatError);
}
