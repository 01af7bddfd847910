#include "extract/data/tables.hpp"
#include "extract/base/error.hpp"
#include "extract/names/coreference.hpp"
#include "extract/names/pronoun_ranking.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/make_document.hpp"

using namespace newsgraph;
using newsgraph::test::make_document;

namespace {

// What pronouns and nominals stand for: "she=Priya Raman".
std::vector<std::string> resolved(std::string_view lines) {
    static const Gazetteer gazetteer = known_things();
    static const NameWords words(data::names(), "names.tsv");
    static const Forenames forenames(data::forenames(), "forenames.tsv");
    const nlp::Doc doc = make_document(lines);
    const Tree tree(doc);
    const Names names =
        with_coreference(tree, words, forenames, find_names(tree, gazetteer, words, forenames, {}), {});
    std::vector<std::string> result;
    for (const auto& mention : names.mentions) {
        if (mention.kind != "pronoun" && mention.kind != "nominal") continue;
        result.push_back(std::string(doc.text_of(nlp::Span{mention.begin, mention.end, {}})) + "=" +
                         names.things[mention.thing].label);
    }
    return result;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("pronouns agree in sex", "[coreference]") {
    const std::string two = "Mary NNP compound 2 - B-PERSON\nSmith NNP nsubj 3 - I-PERSON\nmet VBD ROOT 0 meet\n"
                            "John NNP compound 5 - B-PERSON\nBrown NNP dobj 3 - I-PERSON\nand CC cc 3\n";
    CHECK(resolved(two + "she PRP nsubj 8\nleft VBD conj 3 leave\n") == Found{"she=Mary Smith"});
    CHECK(resolved(two + "he PRP nsubj 8\nleft VBD conj 3 leave\n") == Found{"he=John Brown"});
}

TEST_CASE("a title tells the sex", "[coreference]") {
    CHECK(resolved("Mrs NNP compound 2\nObi NNP nsubj 3 - B-PERSON\nsaid VBD ROOT 0 say\nshe PRP nsubj 5\nleft VBD ccomp 3 leave\n") ==
          Found{"she=Obi"});
    CHECK(resolved("Mrs NNP compound 2\nObi NNP nsubj 3 - B-PERSON\nsaid VBD ROOT 0 say\nhe PRP nsubj 5\nleft VBD ccomp 3 leave\n").empty());
}

TEST_CASE("it is a thing, and not the other argument of its verb", "[coreference]") {
    CHECK(resolved("Britain NNP nsubj 2 - B-GPE\nsaid VBD ROOT 0 say\nit PRP nsubj 4\nleft VBD ccomp 2 leave\n") ==
          Found{"it=United Kingdom"});
    CHECK(resolved("Britain NNP nsubj 2 - B-GPE\nleft VBD ROOT 0 leave\nit PRP dobj 2\n").empty());
    CHECK(resolved("Britain NNP nsubj 2 - B-GPE\nhurt VBD ROOT 0 hurt\nitself PRP dobj 2\n") == Found{"itself=United Kingdom"});
}

TEST_CASE("a possessor is the subject of its own clause", "[coreference]") {
    CHECK(resolved("France NNP nsubj 2 - B-GPE\ndemanded VBD ROOT 0 demand\nthat IN mark 5\nBritain NNP nsubj 5 - B-GPE\n"
                   "withdraw VB ccomp 2\nits PRP$ poss 7\nfleet NN dobj 5\n") == Found{"its=United Kingdom"});
}

TEST_CASE("empty it stands for nothing", "[coreference]") {
    CHECK(resolved("Britain NNP nsubj 2 - B-GPE\nsaid VBD ROOT 0 say\nit PRP nsubj 4\nis VBZ ccomp 2 be\nclear JJ acomp 4\n").empty());
}

TEST_CASE("plain nominals", "[coreference]") {
    const std::string bank = "Nordvik NNP compound 2 - B-ORG\nBank NNP nsubj 3 - I-ORG\nfell VBD ROOT 0 fall\n";
    CHECK(resolved(bank + "the DT det 5\nbank NN nsubj 6\nsaid VBD conj 3 say\n") == Found{"the bank=Nordvik Bank"});
    CHECK(resolved(bank + "a DT det 5\nbank NN nsubj 6\nsaid VBD conj 3 say\n").empty());
    CHECK(resolved(bank + "the DT det 5\nhead NN nsubj 8\nof IN prep 5\nit PRP pobj 6\nsaid VBD conj 3 say\n").size() <= 1);
}

TEST_CASE("nominals by the noun of a name or of what stands beside it", "[coreference]") {
    const auto again = [](const std::string& noun) { return "the DT det 6\n" + noun + " NN nsubj 7\nmoved VBD conj 4 move\n"; };
    const std::string court = "The DT det 3\nVarda NNP compound 3 - B-ORG\nCourt NNP nsubj 4 - I-ORG\nruled VBD ROOT 0 rule\n";
    CHECK(resolved(court + again("court")) == Found{"the court=Varda Court"});
    CHECK(resolved(court + again("jury")).empty());
    CHECK(resolved(court + "the DT det 7\nprevious JJ amod 7\ncourt NN nsubj 8\nmoved VBD conj 4 move\n").empty());
    const std::string road = "Varda NNP compound 2 - B-ORG\nRoad NNP nsubj 4 - I-ORG\nthen RB advmod 4\nclosed VBD ROOT 0 close\n";
    CHECK(resolved(road + again("road")).empty());
    const std::string ship = "The DT det 3\ntanker NN compound 3\nOrsolya NNP nsubj 4 - B-PRODUCT\nsank VBD ROOT 0 sink\n";
    CHECK(resolved(ship + again("tanker")) == Found{"the tanker=Orsolya"});
    CHECK(resolved(ship + again("missile")).empty());
    const std::string coach = "coach NN compound 3\nAnna NNP compound 3 - B-PERSON\nBerg NNP nsubj 4 - I-PERSON\nspoke VBD ROOT 0 speak\n";
    CHECK(resolved(coach + again("coach")) == Found{"the coach=Anna Berg"});
    CHECK(resolved(coach + again("player")).empty());
}

TEST_CASE("an unnamed subject is nearer than a name", "[coreference]") {
    CHECK(resolved("Nordvik NNP compound 2 - B-ORG\nBank NNP nsubj 3 - I-ORG\nfell VBD ROOT 0 fall\na DT det 5\n"
                   "regulator NN nsubj 6\nsaid VBD conj 3 say\nit PRP nsubj 8\nknew VBD ccomp 6 know\n")
              .empty());
}

TEST_CASE("a noun that agrees in number and stands between is meant", "[coreference]") {
    const auto text = [](const std::string& object, const std::string& pronoun) {
        return "Nordvik NNP compound 2 - B-ORG\nBank NNP nsubj 3 - I-ORG\nsold VBD ROOT 0 sell\n" + object + " dobj 3\n. . punct 3\n" +
               "People NNS nsubj 7\nliked VBD ROOT 0 like\n" + pronoun + " dobj 7\n";
    };
    CHECK(resolved(text("furniture NN", "it PRP")).empty());
    CHECK(resolved(text("chairs NNS", "it PRP")) == Found{"it=Nordvik Bank"});
    CHECK(resolved(text("furniture NN", "them PRP")).empty());  // the people are
}

TEST_CASE("he makes a person of a proper noun that nothing has found", "[coreference]") {
    CHECK(resolved("Woods NNP nsubj 2\nleft VBD ROOT 0 leave\nhis PRP$ poss 4\nhome NN dobj 2\n") == Found{"his=Woods"});
    CHECK(resolved("Woods NNP nsubj 2\nleft VBD ROOT 0 leave\nits PRP$ poss 4\nhome NN dobj 2\n").empty());
}

TEST_CASE("what a clause says of its subject tells the sex", "[coreference]") {
    const std::string clause = "Raman NNP nsubj 2 - B-PERSON\nsold VBD ROOT 0 sell\nher PRP$ poss 4\nhome NN dobj 2\n. . punct 2\n";
    CHECK(resolved(clause + "He PRP nsubj 7\nleft VBD ROOT 0 leave\n") == Found{"her=Raman"});
    CHECK(resolved(clause + "She PRP nsubj 7\nleft VBD ROOT 0 leave\n") == Found{"her=Raman", "She=Raman"});
}

TEST_CASE("weights of pronouns are numbers", "[coreference]") {
    CHECK_THROWS_AS(detail::PronounWeights("first\t0.5\nback=1&before\tmuch\n", "pronouns.tsv"), FormatError);
    const detail::PronounWeights weights("first\t0.5\npart=nsubj&same\t-1\n", "pronouns.tsv");
    std::vector<std::string> names;
    detail::FeatureSum sum(weights, &names);
    sum.add("first");
    sum.add("part", "nsubj", "same");
    sum.add("part", "dobj");
    CHECK(sum.sum() == -0.5);
    CHECK(names == std::vector<std::string>{"first", "part=nsubj&same", "part=dobj"});
}

namespace {

const std::string glad = "`` `` punct 9\nI PRP nsubj 3\nam VBP ccomp 9 be\nglad JJ acomp 3\n, , punct 9\n'' '' punct 9\n";

}  // namespace

TEST_CASE("who speaks is I", "[coreference]") {
    CHECK(resolved(glad + "Anna NNP compound 8 - B-PERSON\nBerg NNP nsubj 9 - I-PERSON\nsaid VBD ROOT 0 say\n") ==
          Found{"I=Anna Berg"});
    CHECK(resolved("Anna NNP compound 2 - B-PERSON\nBerg NNP nsubj 3 - I-PERSON\nsaid VBD ROOT 0 say\n: : punct 3\n"
                   "`` `` punct 7\nI PRP nsubj 7\nleft VBD ccomp 3 leave\n'' '' punct 3\n") == Found{"I=Anna Berg"});
}

TEST_CASE("I outside a quotation, and of a speaker who has no name, is nobody", "[coreference]") {
    CHECK(resolved("Anna NNP compound 2 - B-PERSON\nBerg NNP nsubj 3 - I-PERSON\nsaid VBD ROOT 0 say\nI PRP nsubj 5\n"
                   "left VBD ccomp 3 leave\n").empty());
    CHECK(resolved(glad + "a DT det 8\nwitness NN nsubj 9\nsaid VBD ROOT 0 say\nof IN prep 9\nAnna NNP compound 12 - B-PERSON\n"
                   "Berg NNP pobj 10 - I-PERSON\n").empty());
}

TEST_CASE("a stand-alone quotation is of who spoke in the sentence before", "[coreference]") {
    CHECK(resolved("Anna NNP compound 2 - B-PERSON\nBerg NNP nsubj 3 - I-PERSON\nexplained VBD ROOT 0 explain\nwhy WRB advmod 3\n"
                   ". . punct 3\n`` `` punct 3\nI PRP nsubj 3\nlost VBD ROOT 0 lose\n. . punct 3\n'' '' punct 3\n") ==
          Found{"I=Anna Berg"});
}

TEST_CASE("we are the speaker's organization if the article says which", "[coreference]") {
    const std::string words = "`` `` punct 8\nWe PRP nsubj 3\nlost VBD ccomp 8 lose\n, , punct 8\n'' '' punct 8\n"
                              "Anna NNP compound 7 - B-PERSON\nBerg NNP nsubj 8 - I-PERSON\nsaid VBD ROOT 0 say\n";
    const std::string bank = "Nordvik NNP compound 13 - B-ORG\nBank NNP pobj 11 - I-ORG\n";
    CHECK(resolved(words + ", , punct 7\ndirector NN appos 7\nof IN prep 10\n" + bank) == Found{"We=Nordvik Bank"});
    CHECK(resolved(words + "the DT det 10\nday NN npadvmod 8\nof IN prep 10\n" + bank).empty());
}

TEST_CASE("they are the subject of a clause around, not a name inside it", "[coreference]") {
    const auto said = [](const std::string& noun) {
        return resolved(noun + "\nof IN prep 1\nNordvik NNP compound 4 - B-ORG\nBank NNP pobj 2 - I-ORG\nhave VBP aux 6\n"
                               "said VBN ROOT 0 say\nthey PRP nsubj 8\nleft VBD ccomp 6 leave\n");
    };
    CHECK(said("Buyers NNS nsubj 6 buyer").empty());
    CHECK(said("Chiefs NNS nsubj 6 chief") == Found{"they=Nordvik Bank"});
    CHECK(said("Much NN nsubj 6") == Found{"they=Nordvik Bank"});
}
