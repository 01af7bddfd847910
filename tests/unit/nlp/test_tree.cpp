#include "extract/nlp/tree.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph::nlp;

namespace {

Doc tree(const std::vector<std::pair<int, std::string_view>>& arcs) {
    Doc doc;
    for (const auto& [head, label] : arcs) {
        Token token;
        token.head = head;
        token.dep = label;
        doc.tokens.push_back(token);
    }
    return doc;
}

std::vector<std::uint32_t> sentence_starts(const Doc& doc) {
    std::vector<std::uint32_t> starts;
    for (const auto& sentence : doc.sentences()) starts.push_back(sentence.begin);
    return starts;
}

}  // namespace

TEST_CASE("edges span subtrees, and roots make sentences", "[tree]") {
    Doc doc = tree({{1, "nsubj"}, {1, "ROOT"}, {1, "dobj"}, {4, "det"}, {4, "ROOT"}});
    finish_tree(doc);
    CHECK(doc.tokens[1].left_edge == 0);
    CHECK(doc.tokens[1].right_edge == 2);
    CHECK(doc.tokens[4].left_edge == 3);
    CHECK(sentence_starts(doc) == std::vector<std::uint32_t>{0, 3});
}

TEST_CASE("a decorated label moves the arc to the nearest node of that label", "[tree]") {
    // "book arrived yesterday that ...": relcl||nsubj hangs on the verb until the subject takes it.
    Doc doc = tree({{1, "nsubj"}, {1, "ROOT"}, {1, "npadvmod"}, {1, "relcl||nsubj"}});
    finish_tree(doc);
    CHECK(doc.tokens[3].head == 0);
    CHECK(doc.tokens[3].dep == "relcl");
    CHECK(doc.tokens[0].right_edge == 3);
}

TEST_CASE("a decorated label without such a node only loses its decoration", "[tree]") {
    Doc doc = tree({{0, "ROOT"}, {0, "prep||dobj"}});
    finish_tree(doc);
    CHECK(doc.tokens[1].head == 0);
    CHECK(doc.tokens[1].dep == "prep");
}

TEST_CASE("an empty text has no sentences", "[tree]") {
    Doc doc;
    finish_tree(doc);
    CHECK(doc.sentences().empty());
}
