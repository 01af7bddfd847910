#include "extract/base/error.hpp"
#include "extract/nlp/attribute_ruler.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/msgpack_values.hpp"

using namespace newsgraph;
using namespace newsgraph::nlp;
using test::boolean;
using test::list;
using test::named;
using test::number;
using test::text;
using test::texts;

namespace {

msgpack::Value entry(msgpack::Value pattern, msgpack::Value attributes, std::uint64_t index = 0) {
    return named({{"patterns", list({std::move(pattern)})}, {"attrs", std::move(attributes)}, {"index", number(index)}});
}

// The words "to be here" with tags TO, VB, RB and labels aux, ROOT, "".
Doc annotate(const AttributeRuler& ruler) {
    static const Tokenizer tokenizer(named({}), "tokenizer", named({}), "lookups.bin");
    static Tokenizer::Session session(tokenizer);
    Doc doc;
    doc.text = "To be here";
    const auto& lexical = session.tokenize(doc.text);
    doc.tokens.resize(lexical.size());
    const std::string_view tags[] = {"TO", "VB", "RB"};
    const std::string_view labels[] = {"aux", "ROOT", ""};
    for (std::size_t i = 0; i < lexical.size(); ++i) {
        doc.tokens[i].tag = tags[i];
        doc.tokens[i].dep = labels[i];
    }
    AttributeRuler::Scratch scratch;
    ruler.apply(doc, lexical, scratch);
    return doc;
}

}  // namespace

TEST_CASE("a later entry wins, attribute by attribute", "[ruler]") {
    const AttributeRuler ruler(list({entry(list({named({{"LOWER", text("to")}})}),
                                           named({{"POS", text("PART")}, {"LEMMA", text("to")}})),
                                     entry(list({named({{"TAG", text("TO")}})}), named({{"POS", text("ADP")}}))}),
                               "patterns");
    const auto doc = annotate(ruler);
    CHECK(doc.tokens[0].pos == "ADP");
    CHECK(doc.tokens[0].lemma == "to");
    CHECK(doc.tokens[1].pos.empty());
}

TEST_CASE("patterns see the document as it came", "[ruler]") {
    const AttributeRuler ruler(list({entry(list({named({{"TAG", text("TO")}})}), named({{"TAG", text("XX")}})),
                                     entry(list({named({{"TAG", text("XX")}})}), named({{"POS", text("X")}}))}),
                               "patterns");
    const auto doc = annotate(ruler);
    CHECK(doc.tokens[0].tag == "XX");
    CHECK(doc.tokens[0].pos.empty());
}

TEST_CASE("patterns of several tokens change one of them", "[ruler]") {
    const auto pattern = list({named({{"TAG", named({{"IN", texts({"TO", "MD"})}})}}),
                               named({{"LOWER", named({{"REGEX", text("^b[ei]$")}})}})});
    const AttributeRuler ruler(list({entry(pattern, named({{"LEMMA", text("BE")}}), 1)}), "patterns");
    const auto doc = annotate(ruler);
    CHECK(doc.tokens[0].lemma.empty());
    CHECK(doc.tokens[1].lemma == "BE");
}

TEST_CASE("labels may be excluded, the missing one too", "[ruler]") {
    const auto pattern = list({named({{"DEP", named({{"NOT_IN", texts({"aux", ""})}})}})});
    const AttributeRuler ruler(list({entry(pattern, named({{"POS", text("VERB")}}))}), "patterns");
    const auto doc = annotate(ruler);
    CHECK(doc.tokens[0].pos.empty());
    CHECK(doc.tokens[1].pos == "VERB");
    CHECK(doc.tokens[2].pos.empty());
}

TEST_CASE("flags, lengths and empty specs are compared", "[ruler]") {
    const AttributeRuler ruler(
        list({entry(list({named({})}), named({{"MORPH", text("B=y,x|A=1")}})),
              entry(list({named({{"IS_TITLE", boolean(true)}})}), named({{"MORPH", text("_")}})),
              entry(list({named({{"LENGTH", named({{">=", number(4)}})}})}), named({{"DEP", text("dep")}}))}),
        "patterns");
    const auto doc = annotate(ruler);
    CHECK(doc.tokens[0].morph.empty());
    CHECK(doc.tokens[1].morph == "A=1|B=x,y");
    CHECK(doc.tokens[2].dep == "dep");
    CHECK(doc.tokens[1].dep == "ROOT");
}

TEST_CASE("what the ruler does not know is refused by name", "[ruler]") {
    const auto load = [](msgpack::Value pattern, msgpack::Value attributes, std::uint64_t index) {
        AttributeRuler ruler(list({entry(std::move(pattern), std::move(attributes), index)}), "dir/patterns");
    };
    const auto pos = named({{"POS", text("X")}});
    CHECK_THROWS_WITH(load(list({named({{"TAG", text("A")}, {"OP", text("+")}})}), pos, 0),
                      "dir/patterns: entry 0: 'OP' in a token pattern is not supported");
    CHECK_THROWS_WITH(load(list({named({{"LOWER", named({{"FUZZY", text("a")}})}})}), pos, 0),
                      "dir/patterns: entry 0: the predicate 'FUZZY' is not supported here");
    CHECK_THROWS_WITH(load(list({named({{"TAG", text("A")}})}), pos, 1),
                      "dir/patterns: entry 0: its index is outside of the pattern");
    CHECK_THROWS_AS(load(list({named({{"TAG", text("A")}})}), named({{"HEAD", text("X")}}), 0), FormatError);
}
