#include "extract/data/tables.hpp"
#include "extract/names/names.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/make_document.hpp"

#include <algorithm>

using namespace newsgraph;
using newsgraph::test::make_document;

namespace {

// "LABEL type: mention (kind), mention"
std::vector<std::string> named(std::string_view lines) {
    static const Gazetteer gazetteer = known_things();
    static const NameWords words(data::names(), "names.tsv");
    static const Forenames forenames(data::forenames(), "forenames.tsv");
    const nlp::Doc doc = make_document(lines);
    const Tree tree(doc);
    const Names names = find_names(tree, gazetteer, words, forenames, {});
    std::vector<std::string> result;
    for (std::size_t thing = 0; thing < names.things.size(); ++thing) {
        std::string text = names.things[thing].label + " " + names.things[thing].type + ":";
        for (const auto& mention : names.mentions) {
            if (mention.thing != thing) continue;
            text += " " + std::string(doc.text_of(nlp::Span{mention.begin, mention.end, {}}));
            if (mention.kind != "name") text += " (" + mention.kind + ")";
        }
        result.push_back(text);
    }
    return result;
}

using Things = std::vector<std::string>;

}  // namespace

TEST_CASE("a country's names, demonym and seat are one thing", "[names]") {
    CHECK(named("Russia NNP nsubj 2 - B-GPE\nwaits VBZ ROOT 0 wait\n"
                "Russian JJ amod 4 - B-NORP\nforces NNS dobj 2 force\n"
                "of IN prep 4\nthe DT det 7\nKremlin NNP pobj 5 - B-ORG\n") ==
          Things{"Russia country: Russia Russian (demonym) Kremlin (metonym)"});
}

TEST_CASE("a capital acts for its country, and is a place otherwise", "[names]") {
    CHECK(named("Moscow NNP nsubj 2 - B-GPE\ndemanded VBD ROOT 0 demand\npeace NN dobj 2\n") ==
          Things{"Russia country: Moscow (metonym)"});
    CHECK(named("He PRP nsubj 2\nflew VBD ROOT 0 fly\nto IN prep 2\nMoscow NNP pobj 3 - B-GPE\n") ==
          Things{"Moscow place: Moscow"});
}

TEST_CASE("an older spelling of a capital is the same city", "[names]") {
    CHECK(named("He PRP nsubj 2\nflew VBD ROOT 0 fly\nto IN prep 2\nPeking NNP pobj 3 - B-GPE\n") ==
          Things{"Beijing place: Peking"});
}

TEST_CASE("a known city inside a name that nobody knows is not that city", "[names]") {
    CHECK(named("Perth NNP compound 3\nHockey NNP compound 3\nClub NNP nsubj 4\nwaits VBZ ROOT 0 wait\n") ==
          Things{"Perth Hockey Club organization: Perth Hockey Club"});
    CHECK(named("Perth NNP nsubj 2\nwaits VBZ ROOT 0 wait\n") == Things{"Perth place: Perth"});
}

TEST_CASE("a known organization may begin with its country", "[names]") {
    CHECK(named("The DT det 3\nU.S. NNP compound 3\nNavy NNP nsubj 4\nwaits VBZ ROOT 0 wait\n") ==
          Things{"US Navy organization: U.S. Navy", "United States country: U.S."});
}

TEST_CASE("a known organization ends with its country behind of alone", "[names]") {
    CHECK(named("The DT det 2\nBank NNP nsubj 5 - B-ORG\nof IN prep 2 - I-ORG\nJapan NNP pobj 3 - I-ORG\nwaits VBZ ROOT 0 wait\n"
                "for IN prep 5\nDaesh NNP pobj 6\n") ==
          Things{"Bank of Japan organization: Bank of Japan", "Japan country: Japan", "Islamic State organization: Daesh"});
    CHECK(named("Islamic NNP compound 2\nState NNP nsubj 7\nof IN prep 2\nIraq NNP pobj 3\nand CC cc 4\nSyria NNP conj 4\n"
                "waits VBZ ROOT 0 wait\n") ==
          Things{"Islamic State organization: Islamic State of Iraq and Syria"});
}

TEST_CASE("a short name of a known organization is it", "[names]") {
    CHECK(named("The DT det 3\nU.S. NNP compound 3\nSenate NNP nsubj 4\nwaits VBZ ROOT 0 wait\nfor IN prep 4\nthe DT det 7\n"
                "Senate NNP pobj 5 - B-ORG\n") ==
          Things{"US Senate organization: U.S. Senate Senate", "United States country: U.S."});
}

TEST_CASE("a country's name may be a surname", "[names]") {
    CHECK(named("Michael NNP compound 2 - B-PERSON\nJordan NNP nsubj 3 - I-PERSON\nwaits VBZ ROOT 0 wait\nfor IN prep 3\n"
                "Jordan NNP pobj 4 - B-PERSON\n") == Things{"Michael Jordan person: Michael Jordan Jordan"});
    CHECK(named("Mr. NNP compound 2\nJordan NNP nsubj 3 - B-PERSON\nwaits VBZ ROOT 0 wait\n") == Things{"Jordan person: Jordan"});
    CHECK(named("Jordan NNP nsubj 2 - B-PERSON\nwaits VBZ ROOT 0 wait\n") == Things{"Jordan country: Jordan"});
}

TEST_CASE("a bracket that opens ends a name", "[names]") {
    CHECK(named("World NNP compound 3 - B-ORG\nHealth NNP compound 3 - I-ORG\nOrganization NNP nsubj 7 - I-ORG\n"
                "( -LRB- punct 3 - I-ORG\nWHO NNP appos 3 - I-ORG\n) -RRB- punct 3\nwaits VBZ ROOT 0 wait\n") ==
          Things{"World Health Organization organization: World Health Organization WHO"});
}

TEST_CASE("a person's name with a company's ending is the company", "[names]") {
    CHECK(named("Torvald NNP compound 2 - B-PERSON\nShipping NNP nsubj 6\nA NNP nmod 2\n/ SYM punct 2\nS NNP appos 2\n"
                "waits VBZ ROOT 0 wait\n") == Things{"Torvald Shipping organization: Torvald Shipping"});
    CHECK(named("John NNP compound 3 - B-PERSON\nSmith NNP compound 3 - I-PERSON\nLtd NNP nsubj 4 - I-PERSON\n"
                "waits VBZ ROOT 0 wait\n") == Things{"John Smith Ltd organization: John Smith Ltd"});
}

TEST_CASE("a company's known name with its ending is the company", "[names]") {
    CHECK(named("Boeing NNP compound 2\nCo NNP nsubj 3\nwaits VBZ ROOT 0 wait\nfor IN prep 3\n"
                "Boeing NNP pobj 4 - B-ORG\n") ==
          Things{"Boeing organization: Boeing Co Boeing"});
}

TEST_CASE("the model's label is corrected", "[names]") {
    // The model calls Kyiv a person at times.
    CHECK(named("He PRP nsubj 2\nflew VBD ROOT 0 fly\nto IN prep 2\nKyiv NNP pobj 3 - B-PERSON\n") ==
          Things{"Kyiv place: Kyiv"});
}

TEST_CASE("short names", "[names]") {
    CHECK(named("Volodymyr NNP compound 2 - B-PERSON\nZelensky NNP nsubj 3 - I-PERSON\nwaits VBZ ROOT 0 wait\n"
                "Zelensky NNP dobj 3 - B-PERSON\n") == Things{"Volodymyr Zelensky person: Volodymyr Zelensky Zelensky"});
}

TEST_CASE("what comes first and more often is no shortened name, nor is a name with a legal form", "[names]") {
    CHECK(named("Nordvik NNP nsubj 2 - B-ORG\nbought VBD ROOT 0 buy\nwhat WP dobj 5\nNordvik NNP nsubj 5 - B-ORG\n"
                "sold VBD ccomp 2 sell\nto IN prep 5\nNordvik NNP compound 8 - B-ORG\nStores NNPS pobj 6 - I-ORG\n") ==
          Things{"Nordvik organization: Nordvik Nordvik", "Nordvik Stores organization: Nordvik Stores"});
    CHECK(named("Nordvik NNP compound 2 - B-ORG\nLine NNP nsubj 3 - I-ORG\nsued VBD ROOT 0 sue\nNordvik NNP compound 5 - B-ORG\n"
                "Inc. NNP dobj 3 - I-ORG\n") == Things{"Nordvik Line organization: Nordvik Line", "Nordvik Inc. organization: Nordvik Inc."});
    CHECK(named("Nordvik NNP compound 2 - B-ORG\nLine NNP nsubj 3 - I-ORG\nsaid VBD ROOT 0 say\nNordvik NNP nsubj 5 - B-ORG\n"
                "left VBD ccomp 3 leave\n") == Things{"Nordvik Line organization: Nordvik Line Nordvik"});
}

TEST_CASE("what stands beside a longer name is not short for it", "[names]") {
    CHECK(named("Nordvik NNP compound 2 - B-ORG\nLine NNP nsubj 3 - I-ORG\nsaid VBD ROOT 0 say\nNordvik NNP nsubj 8 - B-ORG\n"
                "and CC cc 4\nNordvik NNP compound 7 - B-ORG\nLine NNP conj 4 - I-ORG\nleft VBD ccomp 3 leave\n") ==
          Things{"Nordvik Line organization: Nordvik Line Nordvik Line", "Nordvik organization: Nordvik"});
}

TEST_CASE("an adjective in small letters is no part of a place", "[names]") {
    CHECK(named("He PRP nsubj 2\nlived VBD ROOT 0 live\nin IN prep 2\ncentral JJ amod 5 - B-GPE\nBergen NNP pobj 3 - I-GPE\n") ==
          Things{"Bergen place: Bergen"});
}

TEST_CASE("a forename and a capitalised word are a person where the model sees nothing", "[names]") {
    CHECK(named("Ursula NNP compound 2\nTorvald NNP nsubj 3\nwaits VBZ ROOT 0 wait\n") == Things{"Ursula Torvald person: Ursula Torvald"});
    CHECK(named("Ursula NNP compound 3\nTorvald NNP compound 3\nBank NNP nsubj 4\nwaits VBZ ROOT 0 wait\n") ==
          Things{"Ursula Torvald Bank organization: Ursula Torvald Bank"});
    CHECK(named("Monday NNP compound 2\nTorvald NNP nsubj 3\nwaits VBZ ROOT 0 wait\n").empty());
}

TEST_CASE("a person of whom the model sees the surname alone", "[names]") {
    CHECK(named("Ursula NNP compound 4\nvon NNP compound 4\nder NNP compound 4\nLeyen NNP nsubj 5 - B-PERSON\n"
                "waits VBZ ROOT 0 wait\nfor IN prep 5\nVon NNP compound 9 - B-PERSON\nder NNP compound 9 - I-PERSON\n"
                "Leyen NNP pobj 6 - I-PERSON\n") == Things{"Ursula von der Leyen person: Ursula von der Leyen Von der Leyen"});
}

TEST_CASE("a surname that the model missed is found again", "[names]") {
    CHECK(named("Priya NNP compound 2 - B-PERSON\nRaman NNP nsubj 3 - I-PERSON\nwaits VBZ ROOT 0 wait\n"
                "Raman NNP dobj 3\n") == Things{"Priya Raman person: Priya Raman Raman"});
}

TEST_CASE("small words belong to a name", "[names]") {
    CHECK(named("Ursula NNP compound 4 - B-PERSON\nvon NNP compound 4 - I-PERSON\nder NNP compound 4 - I-PERSON\n"
                "Leyen NNP nsubj 5 - B-GPE\nwaits VBZ ROOT 0 wait\n") == Things{"Ursula von der Leyen person: Ursula von der Leyen"});
}

TEST_CASE("two people with one surname stay apart", "[names]") {
    CHECK(named("George NNP compound 2 - B-PERSON\nBush NNP nsubj 3 - I-PERSON\nmet VBD ROOT 0 meet\n"
                "Jeb NNP compound 5 - B-PERSON\nBush NNP dobj 3 - I-PERSON\nwhile IN mark 8\nBush NNP nsubj 8 - B-PERSON\n"
                "slept VBD advcl 3 sleep\n") == Things{"George Bush person: George Bush", "Jeb Bush person: Jeb Bush", "Bush person: Bush"});
}

TEST_CASE("who is titled before anybody has the whole name is somebody else", "[names]") {
    CHECK(named("Mrs. NNP compound 2\nObi NNP nsubj 3 - B-PERSON\nmet VBD ROOT 0 meet\n"
                "Chidi NNP compound 5 - B-PERSON\nObi NNP dobj 3 - I-PERSON\n") ==
          Things{"Obi person: Obi", "Chidi Obi person: Chidi Obi"});
    CHECK(named("Chidi NNP compound 2 - B-PERSON\nObi NNP nsubj 3 - I-PERSON\nslept VBD ROOT 0 sleep\nwhile IN mark 7\n"
                "Mr. NNP compound 6\nObi NNP nsubj 7 - B-PERSON\nworked VBD advcl 3 work\n") == Things{"Chidi Obi person: Chidi Obi Obi"});
}

TEST_CASE("a man's title and a woman's name are two people, whatever stands between", "[names]") {
    CHECK(named("Ursula NNP compound 2 - B-PERSON\nTorvald NNP nsubj 3 - I-PERSON\nslept VBD ROOT 0 sleep\nwhile IN mark 6\n"
                "Torvald NNP nsubj 6 - B-PERSON\nworked VBD advcl 3 work\nwith IN prep 6\nMr. NNP compound 9\n"
                "Torvald NNP pobj 7 - B-PERSON\n") == Things{"Ursula Torvald person: Ursula Torvald Torvald", "Torvald person: Torvald"});
}

TEST_CASE("a noun in small letters behind an organization is no part of its name", "[names]") {
    CHECK(named("The DT det 3\nNordvik NNP compound 3 - B-ORG\nunion NN nsubj 4 - I-ORG\nwaits VBZ ROOT 0 wait\n") ==
          Things{"Nordvik organization: Nordvik"});
}

TEST_CASE("what acts and has somebody's surname is no place", "[names]") {
    CHECK(named("Ursula NNP compound 2 - B-PERSON\nTorvald NNP nsubj 3 - I-PERSON\nleft VBD ROOT 0 leave\nafter IN mark 6\n"
                "Torvald NNP nsubj 6 - B-GPE\nwon VBD advcl 3 win\n") == Things{"Ursula Torvald person: Ursula Torvald Torvald"});
    CHECK(named("Ursula NNP compound 2 - B-PERSON\nTorvald NNP nsubj 3 - I-PERSON\nleft VBD ROOT 0 leave\nfor IN prep 3\n"
                "Torvald NNP pobj 4 - B-GPE\n") == Things{"Ursula Torvald person: Ursula Torvald", "Torvald place: Torvald"});
}

TEST_CASE("a country in brackets is no acronym, endings alone are no firm", "[names]") {
    CHECK(named("Torvald NNP compound 2 - B-ORG\nMotors NNPS nsubj 6 - I-ORG\n( -LRB- punct 4\nUSA NNP appos 2\n"
                ") -RRB- punct 4\nwaits VBZ ROOT 0 wait\n") ==
          Things{"Torvald Motors organization: Torvald Motors", "United States country: USA"});
    CHECK(named("Co NNP compound 2 - B-ORG\nLtd NNP nsubj 3 - I-ORG\nwaits VBZ ROOT 0 wait\n").empty());
}

TEST_CASE("two names that the article has by themselves are no third one", "[names]") {
    CHECK(named("Torvald NNP nsubj 2 - B-ORG\nsued VBD ROOT 0 sue\nSkagen NNP dobj 2 - B-ORG\n. . punct 2\n\n"
                "Torvald NNP nsubj 4 - B-ORG\nand CC cc 1 - I-ORG\nSkagen NNP conj 1 - I-ORG\nsettled VBD ROOT 0 settle\n") ==
          Things{"Torvald organization: Torvald Torvald", "Skagen organization: Skagen Skagen"});
    CHECK(named("Torvald NNP nsubj 4 - B-ORG\nand CC cc 1 - I-ORG\nSkagen NNP conj 1 - I-ORG\nsettled VBD ROOT 0 settle\n") ==
          Things{"Torvald and Skagen organization: Torvald and Skagen"});
}

TEST_CASE("a person is not what is called after her", "[names]") {
    CHECK(named("Ursula NNP compound 2 - B-PERSON\nTorvald NNP nsubj 3 - I-PERSON\nleft VBD ROOT 0 leave\nUrsula NNP compound 6 - B-ORG\n"
                "Torvald NNP compound 6 - I-ORG\nFoundation NNP dobj 3 - I-ORG\n") ==
          Things{"Ursula Torvald person: Ursula Torvald", "Ursula Torvald Foundation organization: Ursula Torvald Foundation"});
}

TEST_CASE("an owner that the article names is no part of what it owns", "[names]") {
    CHECK(named("Torvald NNP compound 2 - B-ORG\nMotors NNPS nsubj 3 - I-ORG\nowns VBZ ROOT 0 own\nTorvald NNP compound 5 - B-ORG\n"
                "Motors NNPS poss 8 - I-ORG\n' POS case 5 - I-ORG\nSkagen NNP compound 8 - I-ORG\nHoldings NNPS dobj 3 - I-ORG\n") ==
          Things{"Torvald Motors organization: Torvald Motors Torvald Motors", "Skagen Holdings organization: Skagen Holdings"});
    CHECK(named("Lloyd NNP poss 3 - B-ORG\n's POS case 1 - I-ORG\nRegister NNP nsubj 4 - I-ORG\nwaits VBZ ROOT 0 wait\n") ==
          Things{"Lloyd 's Register organization: Lloyd 's Register"});
}

TEST_CASE("a city that is bombed, and one in the name of a club", "[names]") {
    CHECK(named("Russia NNP nsubj 2 - B-GPE\nshelled VBD ROOT 0 shell\nKyiv NNP dobj 2 - B-GPE\n") ==
          Things{"Russia country: Russia", "Kyiv place: Kyiv"});
    CHECK(named("Arsenal NNP nsubj 2 - B-ORG\nbeat VBD ROOT 0 beat\nReal NNP compound 4\nMadrid NNP dobj 2\n") ==
          Things{"Arsenal organization: Arsenal"});
}

TEST_CASE("an acronym in brackets", "[names]") {
    CHECK(named("Global NNP compound 2 - B-ORG\nBank NNP nsubj 6 - I-ORG\n( -LRB- punct 4\nGB NNP appos 2\n"
                ") -RRB- punct 4\nwaits VBZ ROOT 0 wait\n") == Things{"Global Bank organization: Global Bank GB"});
}

TEST_CASE("other and former names", "[names]") {
    CHECK(named("Albion NNP nsubj 7 - B-ORG\n, , punct 1\nformerly RB advmod 4\nknown VBN acl 1 know\nas IN prep 4\n"
                "Norvan NNP pobj 5 - B-ORG\n, , punct 1\nleft VBD ROOT 0 leave\n") ==
          Things{"Albion organization: Albion Norvan"});
    CHECK(named("Albion NNP nsubj 2 - B-ORG\nchanged VBD ROOT 0 change\nits PRP$ poss 4\nname NN dobj 2\nto IN prep 2\n"
                "Norvan NNP pobj 5 - B-ORG\n. . punct 2\n") == Things{"Albion organization: Albion Norvan"});
    // A country inside of a name stands between.
    CHECK(named("Bank NNP nsubj 9 - B-ORG\nof IN prep 1 - I-ORG\nNorway NNP pobj 2 - I-ORG\n, , punct 1\nformerly RB advmod 6\n"
                "called VBN acl 1 call\nNorvan NNP oprd 6 - B-ORG\n, , punct 1\nleft VBD ROOT 0 leave\n") ==
          Things{"Bank of Norway organization: Bank of Norway Norvan", "Norway country: Norway"});
    // "Albion, formerly Norvan chief" is no Norvan.
    CHECK(named("Albion NNP nsubj 6 - B-ORG\n, , punct 1\nformerly RB advmod 5\nNorvan NNP compound 5 - B-ORG\nchief NN appos 1\n"
                "left VBD ROOT 0 leave\n").size() == 2);
    CHECK(named("Albion NNP nsubj 7 - B-ORG\n, , punct 1\nformerly RB advmod 5\nthe DT det 5\nNorvan NNP appos 1 - B-ORG\n"
                ", , punct 1\nleft VBD ROOT 0 leave\n") == Things{"Albion organization: Albion Norvan"});
}

TEST_CASE("names of agreements and events by their last word", "[names]") {
    CHECK(named("the DT det 3\nMinsk NNP compound 3\naccords NNS ROOT 0 accord\n") ==
          Things{"Minsk accords agreement: Minsk accords"});
}

TEST_CASE("titles are no part of a name", "[names]") {
    CHECK(named("President NNP compound 2 - B-PERSON\nMacron NNP nsubj 3 - I-PERSON\nwaits VBZ ROOT 0 wait\n") ==
          Things{"Macron person: Macron"});
}

TEST_CASE("a name of marks alone is none", "[names]") {
    CHECK(named("\xC2\xB0\xC2\xB0 NNP nsubj 2 - B-PERSON\nwaits VBZ ROOT 0 wait\n").empty());
}

TEST_CASE("a name ends where somebody's title begins", "[names]") {
    CHECK(named("Acme NNP poss 3 - B-ORG\n's POS case 1 - I-ORG\nC.E.O. NNP nsubj 4 - I-ORG\nleft VBD ROOT 0 leave\n") ==
          Things{"Acme organization: Acme"});
    CHECK(named("Sam NNP poss 3 - B-ORG\n's POS case 1 - I-ORG\nClub NNP nsubj 4 - I-ORG\nclosed VBD ROOT 0 close\n") ==
          Things{"Sam 's Club organization: Sam 's Club"});
}

TEST_CASE("a surname finds its whole name among very many names that begin alike") {
    std::string lines;
    for (int i = 0; i < 1200; ++i) {
        const auto letter = [&](int place) { return static_cast<char>('a' + place % 26); };
        const std::string surname = std::string("Mor") + letter(i / 676) + letter(i / 26) + letter(i) + "sen";
        const std::string verb = std::to_string(4 * i + 3);
        lines += "Ingrid NNP compound " + std::to_string(4 * i + 2) + " Ingrid B-PERSON\n" + surname + " NNP nsubj " + verb + " " +
                 surname + " I-PERSON\nleft VBD ROOT 0 leave\n. . punct " + verb + "\n";
    }
    lines += "Morapfsen NNP nsubj 4802 Morapfsen B-PERSON\nreturned VBD ROOT 0 return\n. . punct 4802\n";
    const auto found = named(lines);
    CHECK(found.size() == 1200);
    CHECK(std::count(found.begin(), found.end(), "Ingrid Morapfsen person: Ingrid Morapfsen Morapfsen") == 1);
}

TEST_CASE("a place and a participle are no name", "[names]") {
    CHECK(named("Paris NNP npadvmod 3 - B-ORG\n- HYPH punct 3 - I-ORG\nbased VBN amod 4 base I-ORG\nAcme NNP nsubj 5 - I-ORG\n"
                "waits VBZ ROOT 0 wait\n") == Things{"Paris place: Paris", "Acme organization: Acme"});
}
