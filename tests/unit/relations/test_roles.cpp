#include "tests/support/catch.hpp"
#include "tests/unit/relations/find_in.hpp"

#include <algorithm>

using namespace newsgraph;
using namespace newsgraph::test;

TEST_CASE("a title before a name", "[roles]") {
    CHECK(find_in("French JJ amod 4 - B-NORP\n"
                  "President NNP compound 4\n"
                  "Emmanuel NNP compound 4 - B-PERSON\n"
                  "Macron NNP nsubj 5 - I-PERSON\n"
                  "waits VBZ ROOT 0 wait\n") == Found{"Emmanuel Macron leads France role=President"});
    CHECK(find_in("Russian JJ amod 4 - B-NORP\n"
                  "Foreign NNP compound 4\n"
                  "Minister NNP compound 4\n"
                  "Lavrov NNP nsubj 5 - B-PERSON\n"
                  "waits VBZ ROOT 0 wait\n") == Found{"Lavrov works_for Russia role=Foreign Minister"});
}

TEST_CASE("a role of several tokens", "[roles]") {
    CHECK(find_in("NATO NNP compound 5 - B-ORG\nSecretary NNP compound 5\n- HYPH punct 4\nGeneral NNP compound 5\n"
                  "Rutte NNP nsubj 6 - B-PERSON\nwaits VBZ ROOT 0 wait\n") == Found{"Rutte leads NATO role=Secretary - General"});
}

TEST_CASE("a role beside a name", "[roles]") {
    CHECK(find_in("Macron NNP nsubj 8 - B-PERSON\n"
                  ", , punct 1\n"
                  "the DT det 4\n"
                  "president NN appos 1\n"
                  "of IN prep 4\n"
                  "France NNP pobj 5 - B-GPE\n"
                  ", , punct 1\n"
                  "waits VBZ ROOT 0 wait\n") == Found{"Macron leads France role=president"});
    CHECK(find_in("France NNP poss 3 - B-GPE\n"
                  "'s POS case 1\n"
                  "president NN nsubj 7\n"
                  ", , punct 3\n"
                  "Macron NNP appos 3 - B-PERSON\n"
                  ", , punct 3\n"
                  "waits VBZ ROOT 0 wait\n") == Found{"Macron leads France role=president"});
    CHECK(find_in("Macron NNP nsubj 2 - B-PERSON\n"
                  "is VBZ ROOT 0 be\n"
                  "the DT det 4\n"
                  "president NN attr 2\n"
                  "of IN prep 4\n"
                  "France NNP pobj 5 - B-GPE\n") == Found{"Macron leads France role=president"});
}

TEST_CASE("who is not, or will be, is no fact", "[roles]") {
    CHECK(find_in("Macron NNP nsubj 2 - B-PERSON\nis VBZ ROOT 0 be\nnot RB neg 2\nthe DT det 5\npresident NN attr 2\n"
                  "of IN prep 5\nFrance NNP pobj 6 - B-GPE\n") == Found{"Macron leads France negated role=president"});
    CHECK(find_in("France NNP nsubj 3 - B-GPE\nmay MD aux 3\nbe VB ROOT 0 be\nan DT det 5\nally NN attr 3\n"
                  "of IN prep 5\nRussia NNP pobj 6 - B-GPE\n") == Found{"France ally_of Russia possible"});
    CHECK(find_in("France NNP nsubj 2 - B-GPE\nis VBZ ROOT 0 be\nno DT det 4 no\nally NN attr 2\n"
                  "of IN prep 4\nRussia NNP pobj 5 - B-GPE\n") == Found{"France ally_of Russia negated"});
}

TEST_CASE("a country under somebody", "[roles]") {
    CHECK(find_in("Russian JJ amod 2 - B-NORP\n"
                  "growth NN ROOT 0\n"
                  "under IN prep 2\n"
                  "President NNP compound 5\n"
                  "Putin NNP pobj 3 - B-PERSON\n") == Found{"Putin leads Russia role=President"});
}

TEST_CASE("a role without its owner says nothing", "[roles]") {
    CHECK(find_in("President NNP compound 2\n"
                  "Macron NNP nsubj 3 - B-PERSON\n"
                  "waits VBZ ROOT 0 wait\n").empty());
}

TEST_CASE("a minister of the government just spoken of", "[roles]") {
    CHECK(find_in("The DT det 3\n"
                  "Norwegian JJ amod 3 - B-NORP\n"
                  "government NN nsubj 4\n"
                  "waits VBZ ROOT 0 wait\n"
                  ". . punct 4\n"
                  "Finance NNP compound 7\n"
                  "Minister NNP compound 9\n"
                  "Kari NNP compound 9 - B-PERSON\n"
                  "Aune NNP nsubj 10 - I-PERSON\n"
                  "waits VBZ ROOT 0 wait\n") == Found{"Kari Aune works_for Norway role=Finance Minister"});
}

TEST_CASE("a minister at home needs no country", "[roles]") {
    const std::string lines = "Denmark NNP nsubj 2 - B-GPE\nwaits VBZ ROOT 0 wait\n. . punct 2\n"
                              "Prime NNP compound 5\nMinister NNP compound 6\nFrandsen NNP nsubj 7 - B-PERSON\nwaits VBZ ROOT 0 wait\n";
    CHECK(find_in(lines).empty());
    CHECK(find_in(lines, FindOptions{{}, false, false, "Denmark"}) == Found{"Frandsen leads Denmark role=Prime Minister"});
    // The title is another's, or there are two of them.
    const std::string other = "Danish JJ amod 4 - B-NORP\nPrime NNP compound 3\nMinister NNP compound 4\n"
                              "Lund NNP nsubj 5 - B-PERSON\nwaits VBZ ROOT 0 wait\n";
    CHECK(find_in(other + ". . punct 5\n" + "Prime NNP compound 8\nMinister NNP compound 9\nModi NNP nsubj 10 - B-PERSON\nwaits VBZ ROOT 0 wait\n",
                  FindOptions{{}, false, false, "Denmark"}) == Found{"Lund leads Denmark role=Prime Minister"});
}

TEST_CASE("a capital called by its country", "[roles]") {
    CHECK(find_in("the DT det 3\n"
                  "French JJ amod 3 - B-NORP\n"
                  "capital NN nsubj 4\n"
                  "waits VBZ ROOT 0 wait\n") == Found{"Paris capital_of France"});
}

TEST_CASE("a role that somebody is given or takes", "[roles]") {
    const std::string berg = "Anna NNP compound 2 - B-PERSON\nBerg NNP ";
    const std::string of_peru = "of IN prep 5\nPeru NNP pobj 6 - B-GPE\n";
    CHECK(find_in(berg + "nsubjpass 4 - I-PERSON\nwas VBD auxpass 4 be\nelected VBN ROOT 0 elect\npresident NN oprd 4\n" + of_peru) ==
          Found{"Anna Berg leads Peru role=president"});
    CHECK(find_in(berg + "nsubj 4 - I-PERSON\nmay MD aux 4\nbecome VB ROOT 0\npresident NN attr 4\n" + of_peru) ==
          Found{"Anna Berg leads Peru possible role=president"});
    const std::string as_head = "as IN prep 4\nhead NN pobj 6\nof IN prep 7\nAcme NNP pobj 8 - B-ORG\n";
    const std::string deal_with_miller = "nsubj 4 - I-PERSON\nnow RB advmod 4\n";
    CHECK(find_in(berg + deal_with_miller + "succeeds VBZ ROOT 0 succeed\nMiller NNP dobj 4 - B-PERSON\n" + as_head) ==
          Found{"Anna Berg leads Acme role=head"});
    for (const std::string& statement : find_in(berg + deal_with_miller + "dismisses VBZ ROOT 0 dismiss\nMiller NNP dobj 4 - B-PERSON\n" + as_head)) {
        CHECK(statement.find(" leads ") == std::string::npos);
    }
}

TEST_CASE("the role of one who resigns stands before his name", "[roles]") {
    const Found found = find_in("Acme NNP poss 4 - B-ORG\n's POS case 1\nfinance NN compound 4\ndirector NN nsubj 8\n, , punct 4\n"
                                "Miller NNP appos 4 - B-PERSON\n, , punct 4\nresigned VBD ROOT 0 resign\n");
    CHECK(std::find(found.begin(), found.end(), "Miller resigns_from Acme role=finance director") != found.end());
}
