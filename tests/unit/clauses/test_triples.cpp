#include "extract/clauses/given_words.hpp"
#include "extract/clauses/triples.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/make_document.hpp"

#include <string>
#include <string_view>
#include <vector>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

std::vector<std::string> triples_of(std::string_view lines) {
    const nlp::Doc doc = make_document(lines);
    const Tree tree(doc);
    std::vector<std::string> out;
    for (const Triple& triple : find_triples(tree)) {
        std::string text;
        for (const Words* words : {&triple.subject, &triple.relation, &triple.object}) {
            text += text.empty() ? "" : " |";
            for (const Index word : *words) text += (text.empty() ? "" : " ") + std::string(tree.text(word));
        }
        out.push_back(text);
    }
    return out;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("objects, adverbials and what is inside them", "[triples]") {
    CHECK(triples_of("He PRP nsubj 2\nserved VBD ROOT 0 serve\nas IN prep 2\nminister NN pobj 3\nof IN prep 4\nFrance NNP pobj 5\n") ==
          Found{"He | served as | minister of France", "He | served as minister of | France"});
    CHECK(triples_of("He PRP nsubj 2\nheld VBD ROOT 0 hold\ntalks NNS dobj 2 talk\nin IN prep 2\nParis NNP pobj 4\n") ==
          Found{"He | held | talks", "He | held talks in | Paris"});
}

TEST_CASE("coordinated objects are one triple each", "[triples]") {
    CHECK(triples_of("He PRP nsubj 2\nlikes VBZ ROOT 0 like\ntea NN dobj 2\nand CC cc 3\ncake NN conj 3\n") ==
          Found{"He | likes | tea", "He | likes | cake"});
}

TEST_CASE("the agent of a passive", "[triples]") {
    CHECK(triples_of("Boats NNS nsubjpass 3 boat\nwere VBD auxpass 3 be\nbuilt VBN ROOT 0 build\nby IN agent 3\nTom NNP pobj 4\n") ==
          Found{"Boats | were built by | Tom"});
}

TEST_CASE("slots keep the order of the text", "[triples]") {
    CHECK(triples_of("In IN prep 4\n1879 CD pobj 1\nhe PRP nsubj 4\ncame VBD ROOT 0 come\n") == Found{"he | came | In 1879"});
}

TEST_CASE("what is said, and infinitives behind nouns", "[triples]") {
    CHECK(triples_of("He PRP nsubj 2\nsaid VBD ROOT 0 say\nthat IN mark 5\nAnn NNP nsubj 5\nleft VBD ccomp 2 leave\n") ==
          Found{"He | said that | Ann left"});
    CHECK(triples_of("It PRP nsubj 2\nwas VBD ROOT 0 be\na DT det 4\nship NN attr 2\nto TO aux 6\nconduct VB relcl 4\nattacks NNS dobj 6 attack\n") ==
          Found{"It | was | a ship", "It | was a ship to conduct | attacks"});
}

TEST_CASE("a tree whose words lead back to one another ends", "[triples]") {
    CHECK_NOTHROW(triples_of("the DT det 2\nlight NN nsubj 6\nthat WDT dobj 5\nto TO aux 5\ncarry VB relcl 2\nshines VBZ ROOT 0 shine\n"
                             "on IN prep 6\nthat WDT pobj 7\n"));
}

TEST_CASE("a slot of more than a hundred words is no triple", "[triples]") {
    const auto with_adjectives = [](int count) {
        std::string lines = "He PRP nsubj 2\nlikes VBZ ROOT 0 like\n";
        for (int i = 0; i < count; ++i) lines += "old JJ amod " + std::to_string(count + 3) + "\n";
        return triples_of(lines + "tea NN dobj 2\n");
    };
    CHECK(with_adjectives(99).size() == 1);
    CHECK(with_adjectives(100).empty());
}

TEST_CASE("words of a line that is split already", "[triples]") {
    const GivenWords words("`` We   won -LRB- twice -RRB- . ''\r");
    CHECK(words.written == std::vector<std::string_view>{"``", "We", "won", "-LRB-", "twice", "-RRB-", ".", "''"});
    CHECK(words.read == std::vector<std::string_view>{"\"", "We", "won", "(", "twice", ")", ".", "\""});
    CHECK(GivenWords(" ").written.empty());
}
