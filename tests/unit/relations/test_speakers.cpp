#include "extract/relations/speakers.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/relations/find_in.hpp"

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

// The words of those who say what a word expresses, parted by blanks.
std::string said_by(std::string_view lines, Index word) {
    nlp::Doc doc = make_document(lines);
    for (Index i = 0; i < doc.tokens.size(); ++i) {  // a sentence for each root
        if (doc.tokens[i].head == static_cast<std::int32_t>(i)) doc.tokens[doc.tokens[i].left_edge].sentence_start = true;
    }
    const Tree tree(doc);
    Names names;
    names.at.assign(tree.size(), no_name);
    const ArgumentFinder arguments(tree, names, default_table());
    std::string result;
    for (const Index i : SpeakerFinder(tree, default_table(), arguments).speakers_of(word)) {
        result += (result.empty() ? "" : " ") + std::string(tree.text(i));
    }
    return result;
}

}  // namespace

TEST_CASE("who says it in the same sentence", "[speakers]") {
    const std::string_view said = "Ann NNP nsubj 2\nsaid VBD ROOT 0 say\nthey PRP nsubj 4\nlied VBD ccomp 2 lie\n";
    CHECK(said_by(said, 3) == "Ann");
    CHECK(said_by(said, 1).empty());
    CHECK(said_by("They PRP nsubj 2\nlied VBD ROOT 0 lie\naccording VBG prep 2 accord\nto IN prep 3\nAnn NNP pobj 4\n", 1) == "Ann");
    CHECK(said_by("Ann NNP nsubj 2\naccused VBD ROOT 0 accuse\nhim PRP dobj 2\nof IN prep 2\nlying VBG pcomp 4 lie\n", 4) == "Ann");
    CHECK(said_by("Ann NNP poss 2\nclaim NN ROOT 0\nthat IN mark 5\nthey PRP nsubj 5\nlied VBD acl 2 lie\n", 4) == "Ann");
    CHECK(said_by("Ann NNP nsubjpass 3\nwas VBD auxpass 3 be\nquoted VBN ROOT 0 quote\nas IN prep 3\nsaying VBG pcomp 4 say\n"
                  "they PRP nsubj 7\nlied VBD ccomp 5 lie\n", 6) == "Ann");
    CHECK(said_by("They PRP nsubj 3\nreportedly RB advmod 3\nlied VBD ROOT 0 lie\n", 2) == "reportedly");
}

TEST_CASE("of several speakers the innermost says it", "[speakers]") {
    CHECK(said_by("Reuters NNP nsubj 2\nreported VBD ROOT 0 report\nAnn NNP nsubj 4\nsaid VBD ccomp 2 say\nthey PRP nsubj 6\n"
                  "lied VBD ccomp 4 lie\n", 5) == "Ann");
}

TEST_CASE("a quotation of several sentences has one speaker", "[speakers]") {
    const std::string_view two = "\" `` punct 3\nThey PRP nsubj 3\nlied VBD ccomp 6 lie\n\" '' punct 6\nAnn NNP nsubj 6\nsaid VBD ROOT 0 say\n"
                                 "\" `` punct 9\nBob NNP nsubj 9\nleft VBD ROOT 0 leave\n\" '' punct 9\n"
                                 "Eve NNP nsubj 12\nleft VBD ROOT 0 leave\n";
    CHECK(said_by(two, 2) == "Ann");
    CHECK(said_by(two, 8) == "Ann");  // goes on behind her name
    CHECK(said_by(two, 11).empty());
    const std::string_view one = "\" `` punct 3\nBob NNP nsubj 3\nleft VBD ROOT 0 leave\n. . punct 3\n"
                                 "They PRP nsubj 6\nlied VBD ccomp 9 lie\n\" '' punct 9\nAnn NNP nsubj 9\nsaid VBD ROOT 0 say\n";
    CHECK(said_by(one, 2) == "Ann");
    CHECK(said_by(one, 5) == "Ann");
    const std::string_view open_again =
        "\xE2\x80\x9C `` punct 3\nBob NNP nsubj 3\nleft VBD ROOT 0 leave\n\xE2\x80\x9C `` punct 6\n"
        "They PRP nsubj 6\nlied VBD ccomp 9 lie\n\xE2\x80\x9D '' punct 9\nAnn NNP nsubj 9\nsaid VBD ROOT 0 say\n";
    CHECK(said_by(open_again, 2) == "Ann");
}
