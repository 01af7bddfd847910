#include "extract/data/tables.hpp"
#include "extract/relations/factuality.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/relations/find_in.hpp"

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

std::string judged(std::string_view lines, Index word, bool noun = false) {
    const nlp::Doc doc = make_document(lines);
    const Tree tree(doc);
    const Factuality f = noun ? factuality_of_noun(tree, default_table(), word, no_index)
                              : factuality_of_verb(tree, default_table(), word);
    return std::string(f.negated ? "negated " : "") + std::string(f.realis);
}

}  // namespace

TEST_CASE("what a verb's own words say", "[factuality]") {
    CHECK(judged("He PRP nsubj 2\nattacks VBZ ROOT 0 attack\n", 1) == "actual");
    CHECK(judged("He PRP nsubj 3\nwill MD aux 3\nattack VB ROOT 0\n", 2) == "planned");
    CHECK(judged("He PRP nsubj 3\nmust MD aux 3\nattack VB ROOT 0\n", 2) == "demanded");
    CHECK(judged("No DT det 2 no\none NN nsubj 3\nattacks VBZ ROOT 0 attack\n", 2) == "negated actual");
    CHECK(judged("If IN mark 3 if\nhe PRP nsubj 3\nattacks VBZ advcl 4 attack\nrun VB ROOT 0\n", 2) == "conditional");
}

TEST_CASE("what governs a verb", "[factuality]") {
    CHECK(judged("He PRP nsubj 2\nplans VBZ ROOT 0 plan\nto TO aux 4\nattack VB xcomp 2\n", 3) == "planned");
    CHECK(judged("He PRP nsubj 3\nmay MD aux 3\nplan VB ROOT 0\nto TO aux 5\nattack VB xcomp 3\n", 4) == "planned");
    CHECK(judged("He PRP nsubj 2\ndenied VBD ROOT 0 deny\nattacking VBG xcomp 2 attack\n", 2) == "negated actual");
    CHECK(judged("He PRP nsubj 4\ndid VBD aux 4 do\nnot RB neg 4\nfail VB ROOT 0\nto TO aux 6\nattack VB xcomp 4\n", 5) ==
          "actual");
    CHECK(judged("the DT det 2\nplan NN nsubj 5\nto TO aux 4\nattack VB acl 2\nfailed VBD ROOT 0 fail\n", 3) == "planned");
    CHECK(judged("He PRP nsubj 2\nwaits VBZ ROOT 0 wait\nto TO aux 4\nattack VB advcl 2\n", 3) == "planned");
    CHECK(judged("without IN ROOT 0\nattacking VBG pcomp 1 attack\n", 1) == "negated actual");
}

TEST_CASE("what is said is as real as it says", "[factuality]") {
    CHECK(judged("He PRP nsubj 3\nwill MD aux 3\nsay VB ROOT 0\nthey PRP nsubj 5\nattacked VBD ccomp 3 attack\n", 4) == "actual");
}

TEST_CASE("a clause that the parser took for a relative one", "[factuality]") {
    CHECK(judged("He PRP nsubj 2\ndemands VBZ ROOT 0 demand\nthat WDT mark 5\nthey PRP nsubj 5\nleave VB relcl 2\n", 4) == "demanded");
}

TEST_CASE("open questions, rumours and nominations are no facts", "[factuality]") {
    CHECK(judged("unclear JJ ROOT 0\nwhether IN mark 4\nthey PRP nsubj 4\nattacked VBD ccomp 1 attack\n", 3) == "possible");
    CHECK(judged("rumours NNS ROOT 0 rumour\nthat IN mark 4\nthey PRP nsubj 4\nattacked VBD acl 1 attack\n", 3) == "possible");
    CHECK(judged("He PRP nsubj 2\nnominated VBD ROOT 0 nominate\nher PRP dobj 2\nto TO aux 5\nlead VB xcomp 2\n", 4) == "planned");
    CHECK(judged("He PRP nsubj 2\nis VBZ ROOT 0 be\nto TO aux 4\nvisit VB xcomp 2\n", 3) == "planned");
}

TEST_CASE("event nouns", "[factuality]") {
    CHECK(judged("the DT det 3\nplanned JJ amod 3\nattack NN ROOT 0\n", 2, true) == "planned");
    CHECK(judged("no DT det 2\nattack NN ROOT 0\n", 1, true) == "negated actual");
    CHECK(judged("He PRP nsubj 2\ndemands VBZ ROOT 0 demand\nwithdrawal NN dobj 2\n", 2, true) == "demanded");
}
