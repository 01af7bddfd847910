#include "extract/base/error.hpp"
#include "extract/nlp/config.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph;
using namespace newsgraph::nlp;

TEST_CASE("sections, inline maps and references mean the same", "[config]") {
    const Config config(R"([nlp]
lang = "en"
pipeline = ["tok2vec","tagger"]
tokenizer = {"@tokenizers":"spacy.Tokenizer.v1"}

# a comment
[a.encode]
width = 96
[a.embed]
width = ${a.encode:width}
rows = [5000,1000]
deep = ${a.embed.width}
on = false
none = null
)",
                        "dir/config.cfg");
    CHECK(config.text("nlp.lang") == "en");
    CHECK(config.texts("nlp.pipeline") == std::vector<std::string>{"tok2vec", "tagger"});
    CHECK(config.text("nlp.tokenizer.@tokenizers") == "spacy.Tokenizer.v1");
    CHECK(config.size("a.embed.width") == 96);
    CHECK(config.size("a.embed.deep") == 96);
    CHECK(config.sizes("a.embed.rows") == std::vector<std::size_t>{5000, 1000});
    CHECK_FALSE(config.boolean("a.embed.on"));
    CHECK_FALSE(config.has("a.embed.none"));
    CHECK_FALSE(config.has("b"));
    CHECK_THROWS_WITH(config.require("nlp.lang", "de"), "dir/config.cfg: 'nlp.lang' is \"en\", expected \"de\"");
    CHECK_THROWS_WITH(config.size("b.width"), "dir/config.cfg: 'b.width' is null, expected a whole number");
}

TEST_CASE("broken configs are named with their line", "[config]") {
    CHECK_THROWS_WITH(Config("[a]\nwhat is this\n", "c"), "c:2: neither a [section] nor a key = value line");
    CHECK_THROWS_WITH(Config("[a]\nx = {1\n", "c"), "c:2: the value of 'a.x' is no JSON");
    CHECK_THROWS_AS(Config("[a]\nx = ${a.y}\ny = ${a.x}\n", "c").size("a.x"), FormatError);
}

TEST_CASE("values that are nested deep are refused", "[config]") {
    const std::string deep = std::string(100000, '[') + std::string(100000, ']');
    CHECK_THROWS_WITH(Config("[a]\nx = {\"y\": " + deep + "}\n", "c"), "c:2: the value of 'a.x' is nested too deep");
    CHECK(Config("[a]\nx = \"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\\"{{{{\"\n", "c").text("a.x").size() == 49);
    CHECK_THROWS_WITH(Config("[a]\nx = 0\n", "c").positive("a.x"), "c: 'a.x' is 0, expected a number above 0");
}
