#include "extract/data/tables.hpp"
#include "extract/names/coreference.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/make_document.hpp"

using namespace newsgraph;
using newsgraph::test::make_document;

namespace {

// What is meant by words that are no names: "both nations=France+Germany".
std::vector<std::string> meant(const std::string& lines) {
    static const Gazetteer gazetteer = known_things();
    static const NameWords words(data::names(), "names.tsv");
    static const Forenames forenames(data::forenames(), "forenames.tsv");
    const nlp::Doc doc = make_document(lines);
    const Tree tree(doc);
    const Names names = with_coreference(tree, words, forenames, find_names(tree, gazetteer, words, forenames, {}), {});
    std::vector<std::string> result;
    for (std::size_t m = 0; m < names.mentions.size(); m = names.end_of_group(m)) {
        const auto& mention = names.mentions[m];
        if (mention.kind != "pronoun" && mention.kind != "nominal") continue;
        CHECK(names.at[mention.begin] == m);
        std::string text(doc.text_of(nlp::Span{mention.begin, mention.end, {}}));
        for (std::size_t k = m; k < names.end_of_group(m); ++k) text += (k == m ? "=" : "+") + names.thing_of(k).label;
        result.push_back(std::move(text));
    }
    return result;
}

using Found = std::vector<std::string>;

const std::string france_and_germany =
    "France NNP nsubj 4 - B-GPE\nand CC cc 1\nGermany NNP conj 1 - B-GPE\ntalked VBD ROOT 0 talk\n. . punct 4\n";
const std::string merkel_and_macron = "Angela NNP compound 2 - B-PERSON\nMerkel NNP nsubj 6 - I-PERSON\nand CC cc 2\n"
                                      "Emmanuel NNP compound 5 - B-PERSON\nMacron NNP conj 2 - I-PERSON\nspoke VBD ROOT 0 speak\n"
                                      ". . punct 6\n";

// "nations left" as the words of these numbers; the noun with its lemma: "nations:nation".
std::string noun_leaves(std::size_t at, const std::string& noun) {
    const auto colon = noun.find(':');
    return noun.substr(0, colon) + " NNS nsubj " + std::to_string(at + 1) + " " + noun.substr(colon + 1) + "\nleft VBD ROOT 0 leave\n";
}

// "both nations left" behind so many words.
std::string then(std::size_t words, const std::string& determiner, const std::string& noun) {
    return determiner + " DT det " + std::to_string(words + 2) + "\n" + noun_leaves(words + 2, noun);
}

// "the two nations left"
std::string then_the(std::size_t words, const std::string& number, const std::string& noun) {
    const auto at = std::to_string(words + 3);
    return "the DT det " + at + "\n" + number + " CD nummod " + at + "\n" + noun_leaves(words + 3, noun);
}

}  // namespace

TEST_CASE("a counted plural means a coordination of so many", "[plurals]") {
    CHECK(meant(france_and_germany + then(5, "both", "nations:nation")) == Found{"both nations=France+Germany"});
    CHECK(meant(france_and_germany + then_the(5, "two", "countries:country")) == Found{"the two countries=France+Germany"});
    CHECK(meant(merkel_and_macron + then_the(7, "two", "leaders:leader")) == Found{"the two leaders=Angela Merkel+Emmanuel Macron"});
}

TEST_CASE("number, type and sex agree", "[plurals]") {
    CHECK(meant(france_and_germany + then_the(5, "three", "countries:country")).empty());
    CHECK(meant(france_and_germany + then_the(5, "two", "companies:company")).empty());
    CHECK(meant(france_and_germany + then_the(5, "two", "leaders:leader")).empty());
    CHECK(meant(merkel_and_macron + then_the(7, "two", "women:woman")).empty());
    CHECK(meant(merkel_and_macron + then(7, "both", "countries:country")).empty());
}

TEST_CASE("a plural without number means nobody", "[plurals]") {
    CHECK(meant(france_and_germany + then(5, "the", "countries:country")).empty());
    CHECK(meant(france_and_germany + then(5, "several", "countries:country")).empty());
    CHECK(meant(france_and_germany + then(5, "the", "sides:side")) == Found{"the sides=France+Germany"});
}

TEST_CASE("a plural with words that tell others apart is another", "[plurals]") {
    const std::string left = "left VBD ROOT 0 leave\n";
    const std::string two = france_and_germany + "the DT det 9\ntwo CD nummod 9\n";
    const std::string relative = "that WDT nsubj 10\nlost VBD relcl 8 lose\n";
    CHECK(meant(france_and_germany + "the DT det 8\ntwo CD nummod 8\ncountries NNS nsubj 11 country\n" + relative +
                left)
              .empty());
    CHECK(meant(two + "other JJ amod 9\ncountries NNS nsubj 10 country\n" + left).empty());
    CHECK(meant(two + "largest JJS amod 9\ncountries NNS nsubj 10 country\n" + left).empty());
}

TEST_CASE("one of the coordinated without a name may be meant", "[plurals]") {
    const std::string with_partner = "Varda NNP compound 2 - B-ORG\nBank NNP nsubj 6 - I-ORG\nand CC cc 2\nits PRP$ poss 5\npartner NN conj 2\n"
                                     "lost VBD ROOT 0 lose\n. . punct 6\n";
    CHECK(meant(with_partner + then_the(7, "two", "banks:bank")).empty());
}

TEST_CASE("the nearest sentences with so many things of the type", "[plurals]") {
    const std::string sued = "France NNP nsubj 2 - B-GPE\nsued VBD ROOT 0 sue\nGermany NNP dobj 2 - B-GPE\n. . punct 2\n";
    CHECK(meant(sued + then_the(4, "two", "countries:country")) == Found{"the two countries=France+Germany"});
    CHECK(meant(sued + "Italy NNP nsubj 6 - B-GPE\nleft VBD ROOT 0 leave\n" + then_the(6, "two", "countries:country")).empty());
    const std::string in_germany =
        "France NNP nsubj 2 - B-GPE\nlost VBD ROOT 0 lose\nin IN prep 2\nGermany NNP pobj 3 - B-GPE\n. . punct 2\n";
    CHECK(meant(in_germany + then_the(5, "two", "countries:country")).empty());
    const std::string rival = "Varda NNP compound 2 - B-ORG\nBank NNP nsubj 3 - I-ORG\nsued VBD ROOT 0 sue\n"
                              "a DT det 5\nlender NN dobj 3\n. . punct 3\n";
    const std::string before = "Norda NNP compound 2 - B-ORG\nBank NNP nsubj 3 - I-ORG\nlost VBD ROOT 0 lose\n";
    CHECK(meant(rival + then_the(6, "two", "companies:company")).empty());
    CHECK(meant(before + "Varda NNP compound 5 - B-ORG\nBank NNP nsubj 6 - I-ORG\nsued VBD ROOT 0 sue\na DT det 8\nlender NN dobj 6\n" +
                then_the(8, "two", "companies:company"))
              .empty());
}

TEST_CASE("of too many those that the noun calls so", "[plurals]") {
    const auto sold = [](const std::string& third) {
        return "Varda NNP compound 2 - B-ORG\nBank NNP nsubj 3 - I-ORG\nsold VBD ROOT 0 sell\nNorda NNP compound 5 - B-ORG\n" + third +
               " NNP dobj 3 - I-ORG\nto IN prep 3\nSelby NNP compound 8 - B-ORG\nBank NNP pobj 6 - I-ORG\n. . punct 3\n";
    };
    CHECK(meant(sold("Motors") + then_the(9, "two", "banks:bank")) == Found{"the two banks=Varda Bank+Selby Bank"});
    CHECK(meant(sold("Bank") + then_the(9, "two", "banks:bank")).empty());
}

TEST_CASE("without a noun, persons of the nearest sentences are meant", "[plurals]") {
    const std::string met = "Angela NNP compound 2 - B-PERSON\nMerkel NNP nsubj 3 - I-PERSON\nmet VBD ROOT 0 meet\n"
                            "Emmanuel NNP compound 5 - B-PERSON\nMacron NNP dobj 3 - I-PERSON\n. . punct 3\n";
    const std::string the_two = "the DT det 8\ntwo CD nsubj 9\nleft VBD ROOT 0 leave\n";
    CHECK(meant(met + the_two) == Found{"the two=Angela Merkel+Emmanuel Macron"});
    const std::string sued = "Varda NNP compound 2 - B-ORG\nBank NNP nsubj 3 - I-ORG\nsued VBD ROOT 0 sue\nNorda NNP compound 5 - B-ORG\n"
                             "Bank NNP dobj 3 - I-ORG\n. . punct 3\n";
    CHECK(meant(sued + the_two).empty());
}

TEST_CASE("what is only said of them by the way", "[plurals]") {
    const auto besides = [](const std::string& apposition) {
        return meant(france_and_germany + "the DT det 8\ntwo CD nummod 8\ncountries NNS nsubj 12 country\n, , punct 8\n" + apposition +
                     ", , punct 8\nleft VBD ROOT 0 leave\n");
    };
    CHECK(besides("neighbors NNS appos 8 neighbor\n") == Found{"the two countries=France+Germany"});
    CHECK(besides("Italy NNP appos 8 - B-GPE\n").empty());
}

TEST_CASE("two pairs in one sentence: either may be meant", "[plurals]") {
    const std::string pairs = "France NNP nsubj 4 - B-GPE\nand CC cc 1\nGermany NNP conj 1 - B-GPE\naccused VBD ROOT 0 accuse\n"
                              "Italy NNP dobj 4 - B-GPE\nand CC cc 5\nSpain NNP conj 5 - B-GPE\n. . punct 4\n";
    CHECK(meant(pairs + then(8, "both", "countries:country")).empty());
}

TEST_CASE("a plural does not mean who does it to them", "[plurals]") {
    CHECK(meant("France NNP nsubj 4 - B-GPE\nand CC cc 1\nGermany NNP conj 1 - B-GPE\nwarned VBD ROOT 0 warn\n"
                "both DT det 6\ncountries NNS dobj 4 country\n")
              .empty());
}

TEST_CASE("demonyms tell countries", "[plurals]") {
    CHECK(meant("French JJ amod 4 - B-NORP\nand CC cc 1\nGerman JJ conj 1 - B-NORP\nships NNS nsubj 5\ncollided VBD ROOT 0 collide\n. . punct 5\n" +
                then(6, "both", "countries:country")) == Found{"both countries=France+Germany"});
}

TEST_CASE("both, the two, they and the pair mean a coordination", "[plurals]") {
    CHECK(meant(merkel_and_macron + "both DT nsubj 9\nleft VBD ROOT 0 leave\n") == Found{"both=Angela Merkel+Emmanuel Macron"});
    CHECK(meant(merkel_and_macron + "the DT det 9\ntwo CD nsubj 10\nleft VBD ROOT 0 leave\n") == Found{"the two=Angela Merkel+Emmanuel Macron"});
    CHECK(meant(merkel_and_macron + "they PRP nsubj 9\nleft VBD ROOT 0 leave\n") == Found{"they=Angela Merkel+Emmanuel Macron"});
    CHECK(meant(merkel_and_macron + "the DT det 9\npair NN nsubj 10\nleft VBD ROOT 0 leave\n") == Found{"the pair=Angela Merkel+Emmanuel Macron"});
    CHECK(meant(france_and_germany + "they PRP nsubj 7\nleft VBD ROOT 0 leave\n") == Found{"they=France+Germany"});
    CHECK(meant("Angela NNP compound 2 - B-PERSON\nMerkel NNP nsubj 3 - I-PERSON\nsaid VBD ROOT 0 say\n"
                "they PRP nsubj 5\nleft VBD ccomp 3 leave\n").empty());
}

TEST_CASE("what means several may be meant by several", "[plurals]") {
    CHECK(meant(france_and_germany + then(5, "both", "nations:nation") + ". . punct 8\n" + "Italy NNP nsubj 11 - B-GPE\npraised VBD ROOT 0 praise\n"
                "the DT det 14\ntwo CD nummod 14\ncountries NNS dobj 11 country\n") ==
          Found{"both nations=France+Germany", "the two countries=France+Germany"});
}

TEST_CASE("they are not those of whom they tell", "[plurals]") {
    CHECK(meant("France NNP nsubj 4 - B-GPE\nand CC cc 1\nGermany NNP conj 1 - B-GPE\nagreed VBD ccomp 7 agree\n, , punct 7\n"
                "they PRP nsubj 7\nsaid VBD ROOT 0 say\n")
              .empty());
}

TEST_CASE("the paper that is told is none of those meant", "[plurals]") {
    const auto told = [](const std::string& verb) {
        return meant("Varda NNP compound 2 - B-ORG\nBank NNP nsubj 3 - I-ORG\n" + verb + "\nNorda NNP compound 5 - B-ORG\nPress NNP dobj 3 - I-ORG\n"
                     ". . punct 3\n" + then_the(6, "two", "companies:company"));
    };
    CHECK(told("sued VBD ROOT 0 sue") == Found{"the two companies=Varda Bank+Norda Press"});
    CHECK(told("told VBD ROOT 0 tell").empty());
}
