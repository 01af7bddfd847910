#include "extract/nlp/msgpack.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph;
using namespace newsgraph::nlp;
using namespace std::string_literals;

TEST_CASE("every width of integer is read", "[msgpack]") {
    CHECK(msgpack::read("\x07", "t").as_integer("t") == 7);
    CHECK(msgpack::read("\xFF", "t").as_integer("t") == -1);
    CHECK(msgpack::read("\xCD\x01\x02", "t").as_integer("t") == 258);
    CHECK(msgpack::read("\xD1\xFF\xFE", "t").as_integer("t") == -2);
    CHECK(msgpack::read("\xCF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFE", "t").as_id("t") == 0xFFFFFFFFFFFFFFFEULL);
    CHECK(msgpack::read("\xD3\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFD", "t").as_integer("t") == -3);
}

TEST_CASE("maps are searched by text and by binary keys", "[msgpack]") {
    const std::string bytes = "\x82\xA1n\x01\xC4\x01s\x92\xC2\xC3"s;  // {"n": 1, b"s": [false, true]}
    const auto map = msgpack::read(bytes, "t");
    CHECK(map.at("n", "t").as_integer("t") == 1);
    CHECK(map.at("s", "t").as_array("t")[1].as_bool("t"));
    CHECK(map.find("missing") == nullptr);
    CHECK_THROWS_WITH(map.at("missing", "dir/cfg"), "dir/cfg: no 'missing'");
}

TEST_CASE("broken bytes are named with their place", "[msgpack]") {
    CHECK_THROWS_WITH(msgpack::read("\xA5hel", "model"), "model: the file ends early at byte 1");
    CHECK_THROWS_WITH(msgpack::read("\x01\x02", "model"), "model: bytes after the end of the value at byte 1");
    CHECK_THROWS_AS(msgpack::read("\xC7\x01\x01\x01", "model"), FormatError);
    CHECK_THROWS_AS(msgpack::read("\xDD\xFF\xFF\xFF\xFF", "model"), FormatError);
    CHECK_THROWS_AS(msgpack::read(std::string(100, '\x91') + "\x01", "model"), FormatError);
    CHECK_THROWS_AS(msgpack::read("", "model"), FormatError);
}

TEST_CASE("sizes that are not there make no memory", "[msgpack]") {
    // Each of 60 nested lists declares as many elements as bytes follow: with room for all, that were gigabytes.
    std::string nested;
    const std::string rest(4'000'000, '\xC0');
    for (int depth = 0; depth < 60; ++depth) nested += "\xDD\x00\x3D\x00\x00"s;
    CHECK_THROWS_AS(msgpack::read(nested + rest, "model"), FormatError);
    for (const std::string& huge : {"\xDB\xFF\xFF\xFF\xFF"s, "\xC6\xFF\xFF\xFF\xFF"s, "\xDF\xFF\xFF\xFF\xFF"s, "\xDD\x7F\xFF\xFF\xFF"s}) {
        CHECK_THROWS_AS(msgpack::read(huge + "ab", "model"), FormatError);
    }
}

TEST_CASE("text is UTF-8", "[msgpack]") {
    CHECK(msgpack::read("\xA3" "ab\x01", "t").as_text("t") == "ab\x01");
    CHECK_THROWS_WITH(msgpack::read("\xA2" "a\xC3", "t").as_text("dir/file: key"), "dir/file: key: text that is not UTF-8");
    CHECK_THROWS_AS(msgpack::read("\x01", "t").as_text("t"), FormatError);
}
