#include "extract/nlp/doc.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph::nlp;

namespace {

Token word(std::string_view pos, std::int32_t head, std::string_view dep, std::uint32_t left, std::uint32_t right) {
    Token token;
    token.pos = pos;
    token.head = head;
    token.dep = dep;
    token.left_edge = left;
    token.right_edge = right;
    return token;
}

}  // namespace

TEST_CASE("noun chunks follow a coordination to its first word", "[doc]") {
    Doc doc;  // Kyiv wants peace and aid
    doc.tokens = {word("PROPN", 1, "nsubj", 0, 0), word("VERB", 1, "ROOT", 0, 4), word("NOUN", 1, "dobj", 2, 4),
                  word("CCONJ", 2, "cc", 3, 3), word("NOUN", 2, "conj", 4, 4)};
    CHECK(doc.noun_chunks() == std::vector<Span>{{0, 1, {}}, {2, 3, {}}, {4, 5, {}}});
}

TEST_CASE("an entity is a begin and the insides after it", "[doc]") {
    Doc doc;
    doc.tokens.resize(5);
    doc.tokens[0].iob = Iob::begin;
    doc.tokens[0].entity_type = "GPE";
    doc.tokens[1].iob = Iob::begin;
    doc.tokens[1].entity_type = "ORG";
    doc.tokens[2].iob = Iob::inside;
    doc.tokens[2].entity_type = "ORG";
    doc.tokens[3].iob = Iob::begin;  // blocked: no type
    doc.tokens[4].iob = Iob::outside;
    CHECK(doc.entities() == std::vector<Span>{{0, 1, "GPE"}, {1, 3, "ORG"}});
}
