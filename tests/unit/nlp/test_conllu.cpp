#include "extract/nlp/conllu.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph::nlp;

namespace {

// Tokens are added with the text that they stand for; offsets follow.
struct Builder {
    Doc doc;
    std::uint32_t characters = 0;

    Token& add(std::string_view text, std::uint32_t length, bool space_after) {
        Token token;
        token.begin = characters;
        token.end = characters += length;
        token.begin_byte = static_cast<std::uint32_t>(doc.text.size());
        doc.text += text;
        token.end_byte = static_cast<std::uint32_t>(doc.text.size());
        token.space_after = space_after;
        if (space_after) doc.text += ' ', ++characters;
        token.head = static_cast<std::int32_t>(doc.tokens.size());
        return doc.tokens.emplace_back(token);
    }

    std::string print(std::string_view id) const {
        std::string out;
        append_conllu(doc, id, out);
        return out;
    }
};

}  // namespace

TEST_CASE("a sentence has ten columns, counted from its own start", "[conllu]") {
    Builder text;
    Token& first = text.add("Hi", 2, false);
    first.sentence_start = true;
    first.tag = "UH";
    first.pos = "INTJ";
    first.lemma = "hi";
    first.dep = "ROOT";
    Token& caf = text.add("Caf\u00E9", 4, true);
    caf.sentence_start = true;
    caf.head = 2;
    caf.dep = "nsubj";
    caf.iob = Iob::begin;
    caf.entity_type = "ORG";
    caf.morph = "Number=Sing|Person=3";
    Token& verb = text.add("a|b", 3, false);
    verb.dep = "ROOT";
    verb.iob = Iob::inside;
    verb.entity_type = "ORG";
    CHECK(text.print("x") ==
          "# newdoc id = x\n"
          "# sent_id = x-1\n# text = Hi\n"
          "1\tHi\thi\tINTJ\tUH\t_\t0\tROOT\t_\tSpaceAfter=No|start_char=0|end_char=2|ner=O\n\n"
          "# sent_id = x-2\n# text = Caf\u00E9 a|b\n"
          "1\tCaf\u00E9\t_\t_\t_\tNumber=Sing|Person=3\t2\tnsubj\t_\tstart_char=2|end_char=6|ner=B-ORG\n"
          "2\ta|b\t_\t_\t_\t_\t0\tROOT\t_\tSpaceAfter=No|start_char=7|end_char=10|ner=I-ORG\n\n");
}

TEST_CASE("white space is escaped in cells and a space in comments", "[conllu]") {
    Builder text;
    text.add("a", 1, false).sentence_start = true;
    Token& space = text.add(" \t\r\n\u0085\u2028\u00A0", 7, false);
    space.is_space = true;
    space.lemma = "\t";
    space.head = 0;
    text.add("b", 1, false).head = 0;
    const std::string printed = text.print("a\tb\nc");
    CHECK(printed.starts_with("# newdoc id = a b c\n# sent_id = a b c-1\n# text = a      \u00A0b\n"));
    CHECK(printed.find("\n2\t_\t_\t_\t_\t_\t1\t_\t_\tSpaceAfter=No|start_char=1|end_char=8|ner=O|"
                       "form=\\s\\t\\r\\n\\u0085\\u2028\\u00a0\n") != std::string::npos);
}

TEST_CASE("blocked tokens are outside of entities", "[conllu]") {
    Builder text;
    Token& token = text.add("a", 1, false);
    token.sentence_start = true;
    token.iob = Iob::begin;  // of no type
    CHECK(text.print("x").find("|ner=O\n") != std::string::npos);
}

TEST_CASE("an empty document is its name and an empty line", "[conllu]") {
    CHECK(Builder{}.print("x") == "# newdoc id = x\n\n");
}
