#include "tests/support/catch.hpp"
#include "tests/unit/relations/find_in.hpp"

using namespace newsgraph;
using namespace newsgraph::test;

TEST_CASE("subject, verb, object", "[statements]") {
    CHECK(find_in("Russia NNP nsubj 2 - B-GPE\n"
                  "invaded VBD ROOT 0 invade\n"
                  "Ukraine NNP dobj 2 - B-GPE\n") == Found{"Russia invades Ukraine"});
}

TEST_CASE("a passive has its ends the other way round", "[statements]") {
    CHECK(find_in("Ukraine NNP nsubjpass 3 - B-GPE\n"
                  "was VBD auxpass 3 be\n"
                  "invaded VBN ROOT 0 invade\n"
                  "by IN agent 3\n"
                  "Russia NNP pobj 4 - B-GPE\n") == Found{"Russia invades Ukraine"});
    CHECK(find_in("Ukraine NNP nsubjpass 3 - B-GPE\n"
                  "was VBD auxpass 3 be\n"
                  "invaded VBN ROOT 0 invade\n").empty());
}

TEST_CASE("each of several subjects and objects", "[statements]") {
    CHECK(find_in("Britain NNP nsubj 4 - B-GPE\n"
                  "and CC cc 1\n"
                  "France NNP conj 1 - B-GPE\n"
                  "condemned VBD ROOT 0 condemn\n"
                  "Russia NNP dobj 4 - B-GPE\n"
                  "and CC cc 5\n"
                  "Belarus NNP conj 5 - B-GPE\n") ==
          Found{"United Kingdom criticizes Russia", "United Kingdom criticizes Belarus", "France criticizes Russia",
                "France criticizes Belarus"});
}

TEST_CASE("those who meet are in one slot", "[statements]") {
    CHECK(find_in("Britain NNP nsubj 4 - B-GPE\n"
                  "and CC cc 1\n"
                  "France NNP conj 1 - B-GPE\n"
                  "met VBD ROOT 0 meet\n") == Found{"United Kingdom meets France"});
    CHECK(find_in("Britain NNP nsubj 4 - B-GPE\n"
                  "and CC cc 1\n"
                  "France NNP conj 1 - B-GPE\n"
                  "met VBD ROOT 0 meet\n"
                  "Russia NNP dobj 4 - B-GPE\n") == Found{"United Kingdom meets Russia", "France meets Russia"});
}

TEST_CASE("who plans a deed and who talks of the plan", "[statements]") {
    const auto plan = [](const std::string& verb) {
        return find_in("Russia NNP nsubj 2 - B-GPE\n" + verb + "\na DT det 4\nplan NN dobj 2\nto TO aux 6\ninvade VB acl 4\n"
                       "Ukraine NNP dobj 6 - B-GPE\n");
    };
    CHECK(plan("has VBZ ROOT 0 have") == Found{"Russia invades Ukraine planned"});
    CHECK(plan("discussed VBD ROOT 0 discuss").empty());
}

TEST_CASE("a statement for each thing that a plural means", "[statements]") {
    const FindOptions with_coreference{{}, false, true};
    const std::string two = "France NNP nsubj 4 - B-GPE\nand CC cc 1\nGermany NNP conj 1 - B-GPE\nvoted VBD ROOT 0 vote\n. . punct 4\n";
    const std::string both = two + "both DT det 7\nnations NNS nsubj 8 nation\n";
    SECTION("as subject") {
        CHECK(find_in(both + "condemned VBD ROOT 0 condemn\nRussia NNP dobj 8 - B-GPE\n", with_coreference) ==
              Found{"France criticizes Russia", "Germany criticizes Russia"});
    }
    SECTION("with one another, where they are all there is") {
        CHECK(find_in(both + "met VBD ROOT 0 meet\n", with_coreference) == Found{"France meets Germany"});
        CHECK(find_in(both + "met VBD ROOT 0 meet\nRussia NNP dobj 8 - B-GPE\n", with_coreference) ==
              Found{"France meets Russia", "Germany meets Russia"});
    }
    SECTION("not what they do with what is theirs") {
        CHECK(find_in("France NNP nsubj 4 - B-GPE\nand CC cc 1\nGermany NNP conj 1 - B-GPE\nattacked VBD ROOT 0 attack\n"
                      "their PRP$ poss 6\nships NNS dobj 4 ship\n",
                      with_coreference)
                  .empty());
    }
    SECTION("as object and inside a phrase") {
        CHECK(find_in(two + "Russia NNP nsubj 7 - B-GPE\nattacked VBD ROOT 0 attack\nboth DT det 9\nnations NNS dobj 7 nation\n",
                      with_coreference) == Found{"Russia attacks France", "Russia attacks Germany"});
        CHECK(find_in(two + "Russia NNP nsubj 7 - B-GPE\nattacked VBD ROOT 0 attack\nships NNS dobj 7 ship\nof IN prep 8\n"
                            "both DT det 11\nnations NNS pobj 9 nation\n",
                      with_coreference) == Found{"Russia attacks France what=ship", "Russia attacks Germany what=ship"});
    }
}

TEST_CASE("polarity and realis come before the verb's sense", "[statements]") {
    SECTION("negation") {
        CHECK(find_in("Russia NNP nsubj 4 - B-GPE\n"
                      "did VBD aux 4 do\n"
                      "not RB neg 4\n"
                      "attack VB ROOT 0\n"
                      "Ukraine NNP dobj 4 - B-GPE\n") == Found{"Russia attacks Ukraine negated"});
    }
    SECTION("modal") {
        CHECK(find_in("Russia NNP nsubj 3 - B-GPE\n"
                      "may MD aux 3\n"
                      "attack VB ROOT 0\n"
                      "Ukraine NNP dobj 3 - B-GPE\n") == Found{"Russia attacks Ukraine possible"});
    }
    SECTION("refusing is rejecting the deed") {
        CHECK(find_in("Russia NNP nsubj 2 - B-GPE\n"
                      "refused VBD ROOT 0 refuse\n"
                      "to TO aux 4\n"
                      "attack VB xcomp 2\n"
                      "Ukraine NNP dobj 4 - B-GPE\n") == Found{"Russia attacks Ukraine negated"});
    }
}

TEST_CASE("urging somebody to do something is two statements", "[statements]") {
    CHECK(find_in("France NNP nsubj 2 - B-GPE\n"
                  "urged VBD ROOT 0 urge\n"
                  "Russia NNP dobj 2 - B-GPE\n"
                  "to TO aux 5\n"
                  "withdraw VB xcomp 2\n"
                  "from IN prep 5\n"
                  "Crimea NNP pobj 6 - B-GPE\n") ==
          Found{"France requests Russia", "Russia withdraws_from Crimea demanded"});
}

TEST_CASE("who says that somebody must do something demands it", "[statements]") {
    CHECK(find_in("Zelensky NNP nsubj 2 - B-PERSON\n"
                  "said VBD ROOT 0 say\n"
                  "that IN mark 8\n"
                  "British JJ amod 6 - B-NORP\n"
                  "and CC cc 4\n"
                  "forces NNS nsubjpass 8 force\n"
                  "must MD aux 8\n"
                  "leave VB ccomp 2\n") == Found{"Zelensky demands United Kingdom what=force"});
}

TEST_CASE("the object decides the sense", "[statements]") {
    CHECK(find_in("Zelensky NNP nsubj 2 - B-PERSON\n"
                  "dismissed VBD ROOT 0 dismiss\n"
                  "the DT det 4\n"
                  "head NN dobj 2\n"
                  "of IN prep 4\n"
                  "NATO NNP pobj 5 - B-ORG\n") == Found{"Zelensky dismisses NATO role=head"});
    CHECK(find_in("Russia NNP nsubj 2 - B-GPE\n"
                  "dismissed VBD ROOT 0 dismiss\n"
                  "the DT det 4\n"
                  "proposal NN dobj 2\n"
                  "of IN prep 4\n"
                  "NATO NNP pobj 5 - B-ORG\n") == Found{"Russia rejects NATO what=proposal"});
}

TEST_CASE("nouns and light verbs are events", "[statements]") {
    CHECK(find_in("Russia NNP poss 3 - B-GPE\n"
                  "'s POS case 1\n"
                  "annexation NN nsubj 6\n"
                  "of IN prep 3\n"
                  "Crimea NNP pobj 4 - B-GPE\n"
                  "failed VBD ROOT 0 fail\n") == Found{"Russia annexes Crimea"});
    CHECK(find_in("France NNP nsubj 2 - B-GPE\n"
                  "imposed VBD ROOT 0 impose\n"
                  "sanctions NNS dobj 2 sanction\n"
                  "on IN prep 2\n"
                  "Russia NNP pobj 4 - B-GPE\n") == Found{"France sanctions Russia"});
}

TEST_CASE("a phrase stands for the name in it", "[statements]") {
    // "deals like the Minsk accords"
    CHECK(find_in("Russia NNP poss 3 - B-GPE\n"
                  "'s POS case 1\n"
                  "violations NNS ROOT 0 violation\n"
                  "of IN prep 3\n"
                  "deals NNS pobj 4 deal\n"
                  "like IN prep 5\n"
                  "Minsk NNP compound 8\n"
                  "accords NNS pobj 6 accord\n") == Found{"Russia violates Minsk accords what=deal"});
    // A Russian tanker is not Russia acting.
    CHECK(find_in("A DT det 3\n"
                  "Russian JJ amod 3 - B-NORP\n"
                  "poet NN nsubj 4\n"
                  "criticized VBD ROOT 0 criticize\n"
                  "France NNP dobj 4 - B-GPE\n").empty());
}

TEST_CASE("subjects are handed on", "[statements]") {
    SECTION("to a relative clause") {
        CHECK(find_in("Russia NNP nsubj 6 - B-GPE\n"
                      ", , punct 1\n"
                      "which WDT nsubj 4\n"
                      "invaded VBD relcl 1 invade\n"
                      "Ukraine NNP dobj 4 - B-GPE\n"
                      "waits VBZ ROOT 0 wait\n") == Found{"Russia invades Ukraine"});
    }
    SECTION("to a participle") {
        CHECK(find_in("Russia NNP nsubj 2 - B-GPE\n"
                      "gained VBD ROOT 0 gain\n"
                      "by IN prep 2\n"
                      "invading VBG pcomp 3 invade\n"
                      "Ukraine NNP dobj 4 - B-GPE\n") == Found{"Russia invades Ukraine"});
    }
}

TEST_CASE("who is asked acts, who promises acts himself", "[statements]") {
    CHECK(find_in("France NNP nsubj 2 - B-GPE\ncalled VBD ROOT 0 call\non IN prep 2\nSerbia NNP pobj 3 - B-GPE\nto TO aux 6\n"
                  "recognize VB xcomp 2\nKosovo NNP dobj 6 - B-GPE\n") ==
          Found{"France requests Serbia", "Serbia recognizes Kosovo demanded"});
    CHECK(find_in("France NNP nsubj 2 - B-GPE\npromised VBD ROOT 0 promise\nSerbia NNP dobj 2 - B-GPE\nto TO aux 5\n"
                  "attack VB xcomp 2\nRussia NNP dobj 5 - B-GPE\n") == Found{"France agrees_with Serbia", "France attacks Russia planned"});
    CHECK(find_in("France NNP nsubj 2 - B-GPE\nwarned VBD ROOT 0 warn\nSerbia NNP dobj 2 - B-GPE\nagainst IN prep 2\n"
                  "attacking VBG pcomp 4 attack\nRussia NNP dobj 5 - B-GPE\n") ==
          Found{"France threatens Serbia", "Serbia attacks Russia possible"});
}

TEST_CASE("who says so is kept", "[statements]") {
    CHECK(find_in("Macron NNP nsubj 2 - B-PERSON\n"
                  "said VBD ROOT 0 say\n"
                  "Russia NNP nsubj 4 - B-GPE\n"
                  "invaded VBD ccomp 2 invade\n"
                  "Ukraine NNP dobj 4 - B-GPE\n") == Found{"Russia invades Ukraine said by Macron"});
}

TEST_CASE("what somebody will not accept is rejected", "[statements]") {
    CHECK(find_in("Syria NNP nsubj 4 - B-GPE\n"
                  "will MD aux 4 will\n"
                  "not RB neg 4\n"
                  "accept VB ROOT 0\n"
                  "Iraqi JJ amod 6 - B-NORP\n"
                  "troops NNS dobj 4 troop\n") == Found{"Syria rejects Iraq what=troop"});
}

TEST_CASE("whose deed it is says the subject", "[statements]") {
    CHECK(find_in("Serbia NNP nsubj 2 - B-GPE\n"
                  "completed VBD ROOT 0 complete\n"
                  "its PRP$ poss 4\n"
                  "withdrawal NN dobj 2\n"
                  "from IN prep 4\n"
                  "Croatia NNP pobj 5 - B-GPE\n") == Found{"Serbia withdraws_from Croatia"});
}

TEST_CASE("a demand that somebody do something", "[statements]") {
    CHECK(find_in("Iraq NNP nsubj 2 - B-GPE\n"
                  "repeated VBD ROOT 0 repeat\n"
                  "its PRP$ poss 4\n"
                  "demand NN dobj 2\n"
                  "that IN mark 7\n"
                  "Iran NNP nsubj 7 - B-GPE\n"
                  "apologize VB acl 4\n") == Found{"Iraq demands Iran"});
}

TEST_CASE("up to so many are no particle", "[statements]") {
    CHECK(find_in("Russia NNP nsubj 2 - B-GPE\n"
                  "killed VBD ROOT 0 kill\n"
                  "up RP prt 2\n"
                  "to IN prep 3\n"
                  "16 CD nummod 7\n"
                  "Iraqi JJ amod 7 - B-NORP\n"
                  "soldiers NNS pobj 4 soldier\n") == Found{"Russia attacks Iraq role=soldier"});
}

TEST_CASE("what a phrase of number or state speaks of meets a condition", "[statements]") {
    const std::string end = "in IN prep 4\n"
                            "Lima NNP pobj 7 - B-GPE\n";
    CHECK(find_in("Iran NNP nsubj 2 - B-GPE\n"
                  "exploded VBD ROOT 0 explode\n"
                  "a DT det 4\n"
                  "series NN dobj 2\n"
                  "of IN prep 4\n"
                  "bombs NNS pobj 5 bomb\n" + end) == Found{"Iran attacks Lima"});
    CHECK(find_in("Peru NNP nsubj 2 - B-GPE\n"
                  "declared VBD ROOT 0 declare\n"
                  "a DT det 4\n"
                  "state NN dobj 2\n"
                  "of IN prep 4\n"
                  "siege NN pobj 5\n" + end) == Found{"Peru restricts Lima"});
}

TEST_CASE("a preposition on the verb hides none on its object", "[statements]") {
    CHECK(find_in("France NNP nsubj 2 - B-GPE\n"
                  "imposed VBD ROOT 0 impose\n"
                  "a DT det 4\n"
                  "curfew NN dobj 2\n"
                  "in IN prep 4\n"
                  "Lima NNP pobj 5 - B-GPE\n"
                  "in IN prep 2\n"
                  "response NN pobj 7\n") == Found{"France restricts Lima"});
}

TEST_CASE("driven out of a place", "[statements]") {
    CHECK(find_in("France NNP nsubj 2 - B-GPE\n"
                  "forced VBD ROOT 0 force\n"
                  "Britain NNP dobj 2 - B-GPE\n"
                  "out IN prep 2\n"
                  "of IN prep 4\n"
                  "the DT det 7\n"
                  "country NN pobj 5\n") == Found{"France sanctions United Kingdom"});
}

TEST_CASE("the object decides what is done to somebody", "[statements]") {
    const auto peru = [](const std::string& verb, const std::string& noun, const std::string& preposition) {
        return find_in("Peru NNP nsubj 2 - B-GPE\nx VBD ROOT 0 " + verb + "\nx NN dobj 2 " + noun + "\nx IN prep 3 " + preposition +
                       "\nChile NNP pobj 4 - B-GPE\n");
    };
    CHECK(peru("pledge", "aid", "to") == Found{"Peru agrees_with Chile"});
    CHECK(peru("close", "border", "with") == Found{"Peru sanctions Chile"});
    CHECK(peru("recall", "ambassador", "from") == Found{"Peru sanctions Chile"});
    CHECK(peru("deliver", "message", "to") == Found{"Peru talks_to Chile"});
    CHECK(peru("forgive", "debt", "of") == Found{"Peru supplies Chile what=debt"});
    CHECK(peru("vow", "revenge", "against") == Found{"Peru threatens Chile"});
    CHECK(peru("resolve", "dispute", "with") == Found{"Peru agrees_with Chile"});
}

TEST_CASE("the second of those thanked may hang on the verb", "[statements]") {
    CHECK(find_in("France NNP nsubj 2 - B-GPE\n"
                  "thanked VBD ROOT 0 thank\n"
                  "Britain NNP dobj 2 - B-GPE\n"
                  "and CC cc 2\n"
                  "Spain NNP conj 2 - B-GPE\n") == Found{"France praises United Kingdom", "France praises Spain"});
}

TEST_CASE("who visits somebody meets him", "[statements]") {
    CHECK(find_in("Lund NNP nsubj 2 - B-PERSON\n"
                  "visited VBD ROOT 0 visit\n"
                  "Alabi NNP dobj 2 - B-PERSON\n") == Found{"Lund meets Alabi"});
}

TEST_CASE("the form of a firm is no name of its own", "[statements]") {
    CHECK(find_in("Russia NNP nsubj 2 - B-GPE\n"
                  "sued VBD ROOT 0 sue\n"
                  "Torvald NNP compound 7 - B-ORG\n"
                  "Shipping NNP compound 7 - I-ORG\n"
                  "A NNP nmod 7\n"
                  "/ SYM punct 7\n"
                  "S NNP dobj 2\n") == Found{"Russia sues Torvald Shipping"});
}

TEST_CASE("a name beside the subject that the parser hangs on the verb", "[statements]") {
    CHECK(find_in("The DT det 2\n"
                  "fund NN nsubj 5\n"
                  "Albion NNP compound 4 - B-ORG\n"
                  "Mutual NNP npadvmod 5 - I-ORG\n"
                  "sued VBD ROOT 0 sue\n"
                  "Russia NNP dobj 5 - B-GPE\n") == Found{"Albion Mutual sues Russia"});
    CHECK(find_in("A DT det 3\n"
                  "former JJ amod 3\n"
                  "president NN nsubj 8\n"
                  "of IN prep 3\n"
                  "France NNP pobj 4 - B-GPE\n"
                  ", , punct 8\n"
                  "Devlin NNP nsubj 8 - B-PERSON\n"
                  "waits VBZ ROOT 0 wait\n") == Found{"Devlin leads France role=president"});
}

TEST_CASE("an adverb may be a particle", "[statements]") {
    CHECK(find_in("Russia NNP nsubj 2 - B-GPE\n"
                  "broke VBD ROOT 0 break\n"
                  "away RB advmod 2\n"
                  "from IN prep 3\n"
                  "OPEC NNP pobj 4 - B-ORG\n") == Found{"Russia withdraws_from OPEC"});
}

TEST_CASE("a past tense that the parser takes for a participle", "[statements]") {
    CHECK(find_in("Nordvik NNP ROOT 0 - B-ORG\n"
                  "named VBN acl 1 name\n"
                  "Berg NNP oprd 2 - B-PERSON\n") == Found{"Nordvik appoints Berg"});
}

TEST_CASE("rivals aside", "[statements]") {
    const std::string rivals = "Bolivia NNP nsubj 9 - B-GPE\nand CC cc 1\nChile NNP conj 1 - B-GPE\n, , punct 1\nrivals NNS conj 1 rival\n"
                               "since IN prep 5\n1879 CD pobj 6\n, , punct 1\nwait VBP ROOT 0\n";
    CHECK(find_in(rivals) == Found{"Bolivia rival_of Chile"});
}

TEST_CASE("a state's ship acts for it", "[statements]") {
    CHECK(find_in("Denmark NNP poss 4 - B-GPE\n"
                  "'s POS case 1\n"
                  "frigate NN compound 4\n"
                  "Skagen NNP nsubj 5 - B-PRODUCT\n"
                  "attacked VBD ROOT 0 attack\n"
                  "Russia NNP dobj 5 - B-GPE\n") ==
          Found{"Denmark owns Skagen", "Denmark attacks Russia"});
}

TEST_CASE("a report in a newspaper is its report", "[statements]") {
    const auto denied = [](const std::string& noun) {
        return find_in("Russia NNP nsubj 2 - B-GPE\ndenied VBD ROOT 0 deny\na DT det 4\nx NN dobj 2 " + noun +
                       "\nin IN prep 4\nLedger NNP pobj 5 - B-ORG\n");
    };
    CHECK(denied("report") == Found{"Russia rejects Ledger what=report"});
    CHECK(denied("stake").empty());
}

TEST_CASE("types of the ends are those of the relation", "[statements]") {
    // A place cannot sign.
    CHECK(find_in("Crimea NNP nsubj 2 - B-GPE\n"
                  "annexed VBD ROOT 0 annex\n"
                  "Russia NNP dobj 2 - B-GPE\n").empty());
}

TEST_CASE("other verbs on request", "[statements]") {
    const std::string lines = "France NNP nsubj 2 - B-GPE\n"
                              "imitates VBZ ROOT 0 imitate\n"
                              "Germany NNP dobj 2 - B-GPE\n";
    CHECK(find_in(lines).empty());
    CHECK(find_in(lines, {.open = true, .statements = false}) == Found{"France related_to Germany"});
}

TEST_CASE("who has no name may do something, too", "[statements]") {
    const std::string strike = "Angry JJ amod 2\n"
                               "workers NNS nsubj 3 worker\n"
                               "criticized VBD ROOT 0 criticize\n"
                               "Acme NNP dobj 3 - B-ORG\n"
                               "and CC cc 4\n"
                               "honesty NN conj 4\n";
    CHECK(find_in(strike).empty());
    CHECK(find_in(strike, FindOptions{{}, true}) == Found{"angry workers criticizes Acme"});
    // A name inside the phrase is who acts.
    CHECK(find_in("Russian JJ amod 2 - B-NORP\n"
                  "forces NNS nsubj 3 force\n"
                  "attacked VBD ROOT 0 attack\n"
                  "hundreds NNS dobj 3 hundred\n"
                  "of IN prep 4\n"
                  "villagers NNS pobj 5 villager\n", FindOptions{{}, true}) == Found{"Russia attacks villagers"});
}

TEST_CASE("a condition that asks for a type", "[statements]") {
    const std::string taught = "Berg NNP nsubjpass 3 - B-PERSON\nwas VBD auxpass 3 be\neducated VBN ROOT 0 educate\nat IN prep 3\n";
    CHECK(find_in(taught + "Acme NNP pobj 4 - B-ORG\n") == Found{"Berg educated_at Acme"});
    CHECK(find_in(taught + "Paris NNP pobj 4 - B-GPE\n").empty());
}

TEST_CASE("where somebody worked", "[statements]") {
    CHECK(find_in("Acme NNP nsubj 6 - B-ORG\n, , punct 1\nwhere WRB advmod 5\nBerg NNP nsubj 5 - B-PERSON\nworked VBD relcl 1 work\n"
                  "waits VBZ ROOT 0 wait\n") == Found{"Berg works_for Acme"});
}

TEST_CASE("a participle that the parser takes for an adjective", "[statements]") {
    CHECK(find_in("Berg NNP nsubjpass 3 - B-PERSON\nis VBZ auxpass 3 be\nmarried JJ ROOT 0\nto IN prep 3\nKrol NNP pobj 4 - B-PERSON\n") ==
          Found{"Berg spouse_of Krol"});
}

TEST_CASE("a place is in another one", "[statements]") {
    CHECK(find_in("Paris NNP nsubj 2 - B-GPE\nis VBZ ROOT 0 be\nin IN prep 2\nFrance NNP pobj 3 - B-GPE\n") ==
          Found{"Paris located_in France"});
    CHECK(find_in("Berg NNP nsubj 2 - B-PERSON\nis VBZ ROOT 0 be\nin IN prep 2\nFrance NNP pobj 3 - B-GPE\n").empty());
}

TEST_CASE("what money is for stands behind in", "[statements]") {
    CHECK(find_in("Norway NNP nsubj 2 - B-GPE\npledged VBD ROOT 0 pledge\nmillions NNS dobj 2 million\nin IN prep 3\naid NN pobj 4\n"
                  "to IN prep 2\nYemen NNP pobj 6 - B-GPE\n") == Found{"Norway agrees_with Yemen"});
}

TEST_CASE("two who do something with one another", "[statements]") {
    const std::string two = "Norway NNP nsubj 4 - B-GPE\nand CC cc 1\nSweden NNP conj 1 - B-GPE\n";
    CHECK(find_in(two + "resumed VBD ROOT 0 resume\npeace NN compound 6\ntalks NNS dobj 4 talk\n") == Found{"Norway talks_to Sweden"});
    CHECK(find_in(two + "held VBD ROOT 0 hold\nnaval JJ amod 6\nexercises NNS dobj 4 exercise\n") == Found{"Norway cooperates_with Sweden"});
}

TEST_CASE("participles behind a hyphen", "[statements]") {
    const std::string acme = "carmaker NN compound 5\nAcme NNP nsubj 6 - B-ORG\nwaits VBZ ROOT 0 wait\n";
    CHECK(find_in("Paris NNP npadvmod 3 - B-GPE\n- HYPH punct 3\nbased VBN amod 4 base\n" + acme) == Found{"Acme located_in Paris"});
    CHECK(find_in("France NNP npadvmod 3 - B-GPE\n- HYPH punct 3\nbacked VBN amod 4 back\n" + acme) == Found{"France supports Acme"});
}
