// Names inside phrases, whom a governed clause is aimed at, adjectives, and answers to what was told before.
#include "tests/support/catch.hpp"
#include "tests/unit/relations/find_in.hpp"

using namespace newsgraph;
using namespace newsgraph::test;

TEST_CASE("a name may stand two nouns inside the phrase", "[statements]") {
    CHECK(find_in("France NNP nsubj 2 - B-GPE\n"
                  "praised VBD ROOT 0 praise\n"
                  "the DT det 4\n"
                  "courage NN dobj 2\n"
                  "of IN prep 4\n"
                  "Ukraine NNP poss 8 - B-GPE\n"
                  "'s POS case 6\n"
                  "soldiers NNS pobj 5 soldier\n") == Found{"France praises Ukraine role=soldier"});
    CHECK(find_in("Russia NNP nsubj 2 - B-GPE\n"
                  "rejected VBD ROOT 0 reject\n"
                  "calls NNS dobj 2 call\n"
                  "by IN prep 3\n"
                  "NATO NNP pobj 4 - B-ORG\n") == Found{"Russia rejects NATO what=call"});
}

TEST_CASE("what is done to somebody is not his", "[statements]") {
    CHECK(find_in("France NNP nsubj 2 - B-GPE\n"
                  "condemned VBD ROOT 0 condemn\n"
                  "the DT det 4\n"
                  "invasion NN dobj 2\n"
                  "of IN prep 4\n"
                  "Ukraine NNP pobj 5 - B-GPE\n") == Found{});
    CHECK(find_in("France NNP nsubj 2 - B-GPE\n"
                  "condemned VBD ROOT 0 condemn\n"
                  "the DT det 4\n"
                  "invasion NN dobj 2\n"
                  "by IN prep 4\n"
                  "Russia NNP pobj 5 - B-GPE\n") == Found{"France criticizes Russia what=invasion"});
}

TEST_CASE("a group of somebody's people acts for him", "[statements]") {
    CHECK(find_in("A DT det 2\n"
                  "group NN nsubj 6\n"
                  "of IN prep 2\n"
                  "French JJ amod 5 - B-NORP\n"
                  "diplomats NNS pobj 3 diplomat\n"
                  "praised VBD ROOT 0 praise\n"
                  "Ukraine NNP dobj 6 - B-GPE\n") == Found{"France praises Ukraine"});
}

TEST_CASE("a threat is aimed at whom the deed would be done to", "[statements]") {
    CHECK(find_in("Russia NNP nsubj 2 - B-GPE\n"
                  "vowed VBD ROOT 0 vow\n"
                  "to TO aux 4\n"
                  "attack VB xcomp 2\n"
                  "Ukraine NNP dobj 4 - B-GPE\n") == Found{"Russia threatens Ukraine", "Russia attacks Ukraine planned"});
    CHECK(find_in("France NNP nsubj 2 - B-GPE\n"
                  "agreed VBD ROOT 0 agree\n"
                  "to TO aux 4\n"
                  "give VB xcomp 2\n"
                  "money NN dobj 4\n"
                  "to IN prep 4\n"
                  "Ukraine NNP pobj 6 - B-GPE\n") ==
          Found{"France agrees_with Ukraine", "France supplies Ukraine planned"});
}

TEST_CASE("adjectives describe relations", "[statements]") {
    CHECK(find_in("France NNP nsubj 2 - B-GPE\n"
                  "is VBZ ROOT 0 be\n"
                  "not RB neg 2 not\n"
                  "critical JJ acomp 2 critical\n"
                  "of IN prep 4\n"
                  "Ukraine NNP pobj 5 - B-GPE\n") == Found{"France criticizes Ukraine negated"});
}

TEST_CASE("an answer is aimed at whoever did what it answers", "[statements]") {
    const std::string accusation =
        "France NNP nsubj 2 - B-GPE\n"
        "accused VBD ROOT 0 accuse\n"
        "Russia NNP dobj 2 - B-GPE\n"
        "Ukraine NNP nsubj 5 - B-GPE\n"
        "accused VBD ROOT 0 accuse\n"
        "NATO NNP dobj 5 - B-ORG\n";
    const auto answer = [](const std::string& determiner) {
        return "Russia NNP nsubj 8 - B-GPE\n"
               "rejected VBD ROOT 0 reject\n" +
               determiner +
               " DT det 10\n"
               "charge NN dobj 8\n";
    };
    SECTION("deeds aimed at the one who answers go before nearer ones") {
        CHECK(find_in(accusation + answer("the")) ==
              Found{"France accuses Russia", "Ukraine accuses NATO", "Russia rejects France what=charge"});
    }
    SECTION("a charge that is not pointed at is none of these") {
        CHECK(find_in(accusation + answer("a")) ==
              Found{"France accuses Russia", "Ukraine accuses NATO"});
    }
}

TEST_CASE("a bare title has the owner that the title has elsewhere", "[roles]") {
    CHECK(find_in("Prime NNP compound 2\n"
                  "Minister NNP compound 3\n"
                  "Frandsen NNP nsubj 4 - B-PERSON\n"
                  "spoke VBD ROOT 0 speak\n"
                  "The DT det 8\n"
                  "Danish JJ amod 8 - B-NORP\n"
                  "prime JJ amod 8\n"
                  "minister NN nsubj 9\n"
                  "left VBD ROOT 0 leave\n") == Found{"Frandsen leads Denmark role=Prime Minister"});
}

TEST_CASE("what is owned by somebody stands for him", "[statements]") {
    CHECK(find_in("Russia NNP nsubj 2 - B-GPE\n"
                  "attacked VBD ROOT 0 attack\n"
                  "platforms NNS dobj 2 platform\n"
                  "owned VBN acl 3 own\n"
                  "by IN agent 4\n"
                  "NATO NNP pobj 5 - B-ORG\n") == Found{"Russia attacks NATO what=platform"});
}

TEST_CASE("nouns of two words, and pairs joined by a hyphen", "[statements]") {
    CHECK(find_in("Acme NNP nsubj 8 - B-ORG\n"
                  ", , punct 1\n"
                  "the DT det 5\n"
                  "parent NN compound 5\n"
                  "company NN appos 1\n"
                  "of IN prep 5\n"
                  "NATO NNP pobj 6 - B-ORG\n"
                  "left VBD ROOT 0 leave\n") == Found{"Acme owns NATO"});
    CHECK(find_in("a DT det 5\n"
                  "France NNP nmod 4 - B-GPE\n"
                  "- HYPH punct 4\n"
                  "Russia NNP compound 5 - B-GPE\n"
                  "partnership NN ROOT 0\n") == Found{"France cooperates_with Russia"});
}

TEST_CASE("a name that the parser took for a part of the title behind it", "[arguments]") {
    CHECK(find_in("Acme NNP nsubj 2 - B-ORG\n"
                  "named VBD ROOT 0 name\n"
                  "Anna NNP compound 4 - B-PERSON\n"
                  "Berg NNP nmod 6 - I-PERSON\n"
                  "chief JJ amod 6\n"
                  "executive NN oprd 2\n") == Found{"Acme appoints Anna Berg role=chief executive"});
}

TEST_CASE("an apposition that the parser hung on the verb", "[arguments]") {
    CHECK(find_in("Acme NNP nsubj 2 - B-ORG\n"
                  "named VBD ROOT 0 name\n"
                  "a DT det 4\n"
                  "banker NN dobj 2\n"
                  ", , punct 2\n"
                  "Jorge NNP compound 7 - B-PERSON\n"
                  "Diaz NNP npadvmod 2 - I-PERSON\n"
                  ", , punct 7\n"
                  "director NN appos 7\n") == Found{"Acme appoints Jorge Diaz"});
}
