#include "extract/data/tables.hpp"
#include "extract/relations/circumstances.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/relations/find_in.hpp"

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

// What is told of an event whose cue is the word, in an article of Wednesday, 2026-01-07: "value|amount".
std::string told_of(std::string_view lines, Index cue, std::string_view realis = "actual") {
    static const TimeWords words(data::times(), "times.tsv");
    const nlp::Doc doc = make_document(lines);
    const Tree tree(doc);
    Names names;
    names.things.resize(1);
    names.things[0].type = "person";
    names.mentions.resize(1);
    names.mentions[0].kind = "name";
    names.at.assign(tree.size(), no_name);
    for (Index i = 0; i < tree.size(); ++i) {
        if (tree.token(i).tag == "NNP" && !words.weekday(tree.text(i))) names.at[i] = 0;
    }
    FoundStatement statement;
    statement.cue_begin = cue;
    statement.cue_end = cue + 1;
    statement.realis = realis;
    statement.what_happens = true;
    std::vector<FoundStatement> statements{statement};
    add_circumstances(tree, names, words, "2026-01-07", statements);
    const auto& found = statements.front();
    return found.time_value + "|" +
           (found.amount_end == 0 ? "" : std::string(doc.text_of(nlp::Span{found.amount_begin, found.amount_end, {}})));
}

std::string on_friday(std::string_view verb, std::string_view realis = "actual") {
    return told_of("Ann NNP nsubj 2\n" + std::string(verb) + " ROOT 0\non IN prep 2\nFriday NNP pobj 3\n", 1, realis);
}

}  // namespace

TEST_CASE("a weekday lies behind what happened and ahead of what is to come", "[circumstances]") {
    CHECK(on_friday("left VBD") == "2026-01-02|");
    CHECK(on_friday("leaves VBZ") == "2026-01-09|");
    CHECK(on_friday("leave VB", "planned") == "2026-01-09|");
    CHECK(told_of("Ann NNP nsubj 4\nmay MD aux 4\nhave VB aux 4\nleft VBN ROOT 0 leave\non IN prep 4\nFriday NNP pobj 5\n", 3, "possible") ==
          "2026-01-02|");
    CHECK(told_of("Ann NNP nsubj 3\nis VBZ aux 3 be\nleaving VBG ROOT 0 leave\non IN prep 3\nFriday NNP pobj 4\n", 2) == "2026-01-09|");
}

TEST_CASE("times that hang elsewhere", "[circumstances]") {
    const std::string raided =
        "They PRP nsubj 2\nraided VBD ROOT 0 raid\ndepots NNS dobj 2 depot\nowned VBN acl 3 own\nby IN agent 4\nAcme NNP pobj 5\n";
    CHECK(told_of(raided + "last JJ amod 8\nyear NN npadvmod 4\n", 1) == "2025|");
    CHECK(told_of(raided + "in IN prep 4\n2014 CD pobj 7\n", 1) == "|");
    CHECK(told_of("Ann NNP nsubj 9\nwho WP nsubj 3\nbeat VBD relcl 1\nBob NNP dobj 3\n, , punct 1\nin IN prep 1\nSunday NNP poss 8\n"
                  "vote NN pobj 6\nleft VBD ROOT 0\n", 2) == "2026-01-04|");
}

TEST_CASE("a month in somebody's name is no time", "[circumstances]") {
    CHECK(told_of("They PRP nsubj 2\nmet VBD ROOT 0 meet\nApril NNP compound 4\nJones NNP dobj 2\n", 1) == "|");
    CHECK(told_of("They PRP nsubj 2\nmet VBD ROOT 0 meet\nin IN prep 2\n2014 CD pobj 3\n", 1) == "2014|");
}

TEST_CASE("sums, shares and counts", "[circumstances]") {
    const std::string bought = "Acme NNP nsubj 2\nbought VBD ROOT 0 buy\n";
    CHECK(told_of(bought + "a DT det 4\nthird NN dobj 2\nof IN prep 4\nPenn NNP pobj 5\n", 1) == "|a third");
    CHECK(told_of(bought + "a DT det 4\nthird NN dobj 2\n", 1) == "|");
    CHECK(told_of(bought + "a DT det 6\n51 CD nummod 5 51 B-PERCENT\n% NN compound 6 % I-PERCENT\nstake NN dobj 2\n", 1) == "|51 %");
    CHECK(told_of(bought + "Penn NNP dobj 2\nfor IN prep 3\n3.4 CD compound 6\nbillion CD nummod 7\neuros NNS pobj 4 euro\n", 1) ==
          "|3.4 billion euros");
    CHECK(told_of(bought + "Penn NNP dobj 2\nfor IN prep 2\n3 CD nummod 6\nreasons NNS pobj 4 reason\n", 1) == "|");
    CHECK(told_of(bought + "19 CD nummod 4\ntankers NNS dobj 2 tanker\n", 1) == "|19 tankers");
}
