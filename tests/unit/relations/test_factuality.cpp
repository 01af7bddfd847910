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

TEST_CASE("what a verb implies of its clause, asserted and denied", "[factuality]") {
    const auto did = [](const std::string& lemma) {
        return judged("He PRP nsubj 2\nx VBD ROOT 0 " + lemma + "\nto TO aux 4\nattack VB xcomp 2\n", 3);
    };
    const auto did_not = [](const std::string& lemma) {
        return judged("He PRP nsubj 4\ndid VBD aux 4 do\nnot RB neg 4\nx VB ROOT 0 " + lemma + "\nto TO aux 6\nattack VB xcomp 4\n", 5);
    };
    CHECK(did("manage") == "actual");
    CHECK(did_not("manage") == "negated actual");
    CHECK(did("fail") == "negated actual");
    CHECK(did_not("fail") == "actual");
    CHECK(did("force") == "actual");
    CHECK(did_not("force") == "possible");
    CHECK(did("hesitate") == "possible");
    CHECK(did_not("hesitate") == "actual");
    CHECK(did("try") == "possible");
    CHECK(did_not("try") == "negated actual");
    CHECK(did("regret") == "actual");
    CHECK(did_not("regret") == "actual");
    CHECK(did("pretend") == "negated actual");
    CHECK(did_not("pretend") == "negated actual");
    CHECK(did("have") == "demanded");
}

TEST_CASE("implications compose", "[factuality]") {
    CHECK(judged("He PRP nsubj 2\nrefused VBD ROOT 0 refuse\nto TO aux 4\nstop VB xcomp 2\nattacking VBG xcomp 4 attack\n", 4) == "actual");
    CHECK(judged("He PRP nsubj 3\nmay MD aux 3\nmanage VB ROOT 0\nto TO aux 5\nstop VB xcomp 3\nattacking VBG xcomp 5 attack\n", 5) ==
          "negated possible");
    CHECK(judged("He PRP nsubj 2\nhas VBZ ROOT 0 have\nyet RB advmod 2\nto TO aux 5\nattack VB xcomp 2\n", 4) == "negated actual");
}

TEST_CASE("what is said, denied, believed and not believed", "[factuality]") {
    const auto that = [](const std::string& lemma, const std::string& negation = "") {
        return judged("He PRP nsubj 3\nx RB " + std::string(negation.empty() ? "dep" : negation) + " 3\nx VBD ROOT 0 " + lemma +
                          "\nthey PRP nsubj 5\nattacked VBD ccomp 3 attack\n", 4);
    };
    CHECK(that("tell") == "actual");  // "told him to attack" would be demanded
    CHECK(that("say", "neg") == "possible");
    CHECK(that("deny") == "negated actual");
    CHECK(that("deny", "neg") == "possible");
    CHECK(that("believe", "neg") == "negated actual");
    CHECK(that("know", "neg") == "actual");
    CHECK(judged("It PRP nsubj 2\nis VBZ ROOT 0 be\npossible JJ acomp 2\nthey PRP nsubj 5\nattacked VBD ccomp 2 attack\n", 4) == "possible");
}

TEST_CASE("commands, questions and conditions", "[factuality]") {
    CHECK(judged("Attack VB ROOT 0\nthem PRP dobj 1\n", 0) == "demanded");
    CHECK(judged("Did VBD aux 3 do\nhe PRP nsubj 3\nattack VB ROOT 0\n? . punct 3\n", 2) == "possible");
    CHECK(judged("Why WRB advmod 4 why\ndid VBD aux 4 do\nhe PRP nsubj 4\nattack VB ROOT 0\n? . punct 4\n", 3) == "actual");
    CHECK(judged("had VBD aux 3 have\nhe PRP nsubj 3\nattacked VBN advcl 5 attack\n, , punct 5\nleft VBD ROOT 0 leave\n", 2) == "conditional");
    CHECK(judged("He PRP nsubj 3\nwill MD aux 3\nleave VB ROOT 0\nwhen WRB advmod 6 when\nthey PRP nsubj 6\nattack VBP advcl 3\n", 5) == "planned");
}

TEST_CASE("how far a negation reaches", "[factuality]") {
    const std::string not_attack = "He PRP nsubj 4\ndid VBD aux 4 do\nnot RB neg 4\nattack VB ROOT 0\n";
    CHECK(judged(not_attack + "or CC cc 4\nseize VB conj 4\n", 5) == "negated actual");
    CHECK(judged(not_attack + "but CC cc 4\nseized VBD conj 4 seize\n", 5) == "actual");
    CHECK(judged("He PRP nsubj 4\nnot RB neg 4\nonly RB advmod 4\nattacked VBD ROOT 0 attack\n", 3) == "actual");
    CHECK(judged("He PRP nsubj 4\nno RB neg 3\nlonger RB advmod 4\nattacks VBZ ROOT 0 attack\n", 3) == "negated actual");
    CHECK(judged("Neither CC preconj 2 neither\nFrance NNP nsubj 3\nattacked VBD ROOT 0 attack\n", 2) == "negated actual");
    CHECK(judged("Instead RB advmod 2 instead\nof IN prep 4\nattacking VBG pcomp 2 attack\nleft VBD ROOT 0 leave\n", 2) == "negated actual");
}

TEST_CASE("the first to do something has done it", "[factuality]") {
    CHECK(judged("the DT det 3\nfirst JJ amod 3\nstate NN ROOT 0\nto TO aux 5\nattack VB relcl 3\n", 4) == "actual");
    CHECK(judged("a DT det 2\nchance NN ROOT 0\nto TO aux 4\nattack VB relcl 2\n", 3) == "possible");
}

TEST_CASE("who says that he would do something plans it", "[factuality]") {
    const auto would = [](const std::string& subject) {
        return judged("Syria NNP nsubj 2\nsaid VBD ROOT 0 say\n" + subject + " nsubj 5\nwould MD aux 5\nattack VB ccomp 2\n", 4);
    };
    CHECK(would("it PRP") == "planned");
    CHECK(would("Iraq NNP") == "possible");
}

TEST_CASE("who marches to protest protests", "[factuality]") {
    const auto marched_to = [](const std::string& verb) {
        return judged("They PRP nsubj 2\nmarched VBD ROOT 0 march\nto TO aux 4\n" + verb + " VB advcl 2\n", 3);
    };
    CHECK(marched_to("protest") == "actual");
    CHECK(marched_to("seize") == "planned");
}
