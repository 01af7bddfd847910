#include "extract/base/error.hpp"
#include "extract/nlp/lemmatizer.hpp"
#include "extract/nlp/strings.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/msgpack_values.hpp"

using namespace newsgraph;
using namespace newsgraph::nlp;
using test::list;
using test::map;
using test::named;
using test::number;
using test::text;
using test::texts;

namespace {

msgpack::Value tables() {
    const auto verb = number(string_id("verb"));
    return named({{"lemma_index", map({{verb, texts({"hop", "hope", "go", "sing"})}})},
                  {"lemma_exc", map({{verb, named({{"went", texts({"go"})}, {"sang", texts({"sung", "sing"})}})}})},
                  {"lemma_rules", map({{verb, list({texts({"ed", "e"}), texts({"ed", ""}), texts({"ing", ""})})}})}});
}

std::string lemma(std::string word, std::string_view pos, std::string_view morph = "",
                  LemmaOrder order = LemmaOrder::since_3_8_8) {
    static const Tokenizer tokenizer(named({}), "tokenizer", named({}), "lookups.bin");
    Tokenizer::Session session(tokenizer);
    const Lemmatizer lemmatizer(tables(), "rule", false, order, "lookups.bin");
    Doc doc;
    doc.text = std::move(word);
    const auto& lexical = session.tokenize(doc.text);
    doc.tokens.resize(1);
    Lemmatizer::Cache cache;
    for (int round = 0; round < 2; ++round) {  // the second one comes from the cache
        doc.tokens[0].lemma.clear();
        doc.tokens[0].pos = pos;
        doc.tokens[0].morph = morph;
        lemmatizer.apply(doc, lexical, cache);
    }
    return doc.tokens[0].lemma;
}

}  // namespace

TEST_CASE("base forms and words without a table are put into lower case", "[lemmatizer]") {
    CHECK(lemma("Hoped", "VERB", "VerbForm=Inf") == "hoped");
    CHECK(lemma("Going", "NOUN", "Number=Sing") == "going");
    CHECK(lemma("Hoped", "VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin") == "hoped");
    CHECK(lemma("Hoped", "VERB", "Number=Sing|Tense=Pres|VerbForm=Fin") == "hop");
    CHECK(lemma("Quickly", "ADV") == "quickly");
    CHECK(lemma("Going", "PROPN") == "Going");
    CHECK(lemma("Going", "") == "going");
}

TEST_CASE("which of two known lemmas wins is spaCy's by version", "[lemmatizer]") {
    CHECK(lemma("hoped", "VERB", "", LemmaOrder::since_3_8_8) == "hop");
    CHECK(lemma("hoped", "VERB", "", LemmaOrder::before_3_8_8) == "hope");
}

TEST_CASE("exceptions come before rules, unknown forms last", "[lemmatizer]") {
    CHECK(lemma("Went", "VERB") == "go");
    CHECK(lemma("sang", "VERB") == "sing");
    CHECK(lemma("Blorped", "VERB") == "blorpe");
    CHECK(lemma("Blorp", "VERB") == "Blorp");
    CHECK(lemma("x2ed", "VERB") == "x2e");
}

TEST_CASE("a lemma that is there stays", "[lemmatizer]") {
    const Tokenizer tokenizer(named({}), "tokenizer", named({}), "lookups.bin");
    Tokenizer::Session session(tokenizer);
    Doc doc;
    doc.text = "went";
    const auto& lexical = session.tokenize(doc.text);
    doc.tokens.resize(1);
    doc.tokens[0].pos = "VERB";
    doc.tokens[0].lemma = "walk";
    Lemmatizer::Cache cache;
    Lemmatizer(tables(), "rule", false, LemmaOrder::since_3_8_8, "l").apply(doc, lexical, cache);
    CHECK(doc.tokens[0].lemma == "walk");
    Lemmatizer::Cache other;
    Lemmatizer(tables(), "rule", true, LemmaOrder::since_3_8_8, "l").apply(doc, lexical, other);
    CHECK(doc.tokens[0].lemma == "go");
}

TEST_CASE("lookup mode asks one table", "[lemmatizer]") {
    const auto forms = named({{"lemma_lookup", map({{number(string_id("mice")), text("mouse")}})}});
    const Lemmatizer lemmatizer(forms, "lookup", false, LemmaOrder::since_3_8_8, "l");
    const Tokenizer tokenizer(named({}), "tokenizer", named({}), "lookups.bin");
    Tokenizer::Session session(tokenizer);
    Doc doc;
    doc.text = "mice Men";
    const auto& lexical = session.tokenize(doc.text);
    doc.tokens.resize(2);
    Lemmatizer::Cache cache;
    lemmatizer.apply(doc, lexical, cache);
    CHECK(doc.tokens[0].lemma == "mouse");
    CHECK(doc.tokens[1].lemma == "Men");
}

TEST_CASE("modes and tables that are missing are named", "[lemmatizer]") {
    CHECK_THROWS_WITH(Lemmatizer(tables(), "pos_lookup", false, LemmaOrder::since_3_8_8, "dir/lookups.bin"),
                      "dir/lookups.bin: lemmatizer mode 'pos_lookup' is not supported");
    CHECK_THROWS_WITH(Lemmatizer(named({}), "rule", false, LemmaOrder::since_3_8_8, "dir/lookups.bin"),
                      "dir/lookups.bin: no table 'lemma_rules'");
}
