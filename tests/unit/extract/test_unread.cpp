#include "extract/unread.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/make_document.hpp"

using namespace newsgraph;

TEST_CASE("words that were passed over become sentences of their own", "[unread]") {
    nlp::Doc doc = test::make_document("\xC3\x89va NNP nsubj 2\nleft VBD ROOT 0\n");
    doc.text = "- \xC3\x89va left\n a  \xC3\xA9 b\n";
    for (nlp::Token& token : doc.tokens) {
        token.begin += 2;
        token.end += 2;
        token.begin_byte += 2;
        token.end_byte += 2;
    }
    const nlp::Doc whole = with_unread(doc);
    std::vector<std::string> words;
    for (const auto& token : whole.tokens) words.emplace_back(whole.text_of(token));
    CHECK(words == std::vector<std::string>{"-", "\xC3\x89va", "left", "a", "\xC3\xA9", "b"});
    CHECK(whole.sentences() == std::vector{nlp::Span{0, 1, {}}, nlp::Span{1, 3, {}}, nlp::Span{3, 6, {}}});
    CHECK(whole.tokens[1].head == 2);
    CHECK(whole.tokens[4].head == 3);
    CHECK(whole.tokens[4].begin == 15);
    CHECK(whole.tokens[5].begin == 17);
    CHECK(whole.tokens[3].pos == "X");
}

TEST_CASE("a document that was read whole stays as it is", "[unread]") {
    const nlp::Doc doc = test::make_document("He PRP nsubj 2\nleft VBD ROOT 0\n");
    CHECK(with_unread(doc).tokens.size() == 2);
    CHECK(with_unread(nlp::Doc{}).tokens.empty());
}
