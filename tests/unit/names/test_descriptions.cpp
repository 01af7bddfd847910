#include "extract/names/descriptions.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/concept_names.hpp"

#include <string>
#include <vector>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

// "LABEL: words (kind)" for each description.
std::vector<std::string> descriptions_of(std::string_view lines) {
    const nlp::Doc doc = make_document(lines);
    const Tree tree(doc);
    const Names names = names_and_concepts(tree);
    std::vector<std::string> result;
    for (const NameMention& mention : Describing(tree, noun_classes(), name_words(), names).all()) {
        result.push_back(names.things[mention.thing].label + ": " + std::string(doc.text_of(nlp::Span{mention.begin, mention.end, {}})) +
                         " (" + mention.kind + ")");
    }
    return result;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("a title before a name means who bears it", "[descriptions]") {
    CHECK(descriptions_of("Nordvik NNP compound 2 - B-ORG\n"
                          "director NN compound 4\n"
                          "Anna NNP compound 4 - B-PERSON\n"
                          "Berg NNP nsubj 5 - I-PERSON\n"
                          "resigned VBD ROOT 0 resign\n") == Found{"Anna Berg: Nordvik director (nominal)"});
}

TEST_CASE("an apposition means what it stands beside, with what stands before its noun", "[descriptions]") {
    CHECK(descriptions_of("Nordvik NNP nsubj 8 - B-ORG\n"
                          ", , punct 1\n"
                          "a DT det 4\n"
                          "lender NN appos 1\n"
                          "in IN prep 4\n"
                          "Bergen NNP pobj 5 - B-GPE\n"
                          ", , punct 1\n"
                          "closed VBD ROOT 0 close\n") == Found{"Nordvik: a lender (nominal)"});
    CHECK(descriptions_of("Its PRP$ poss 2 it\n"
                          "director NN nsubj 7\n"
                          ", , punct 2\n"
                          "Anna NNP compound 5 - B-PERSON\n"
                          "Berg NNP appos 2 - I-PERSON\n"
                          ", , punct 2\n"
                          "resigned VBD ROOT 0 resign\n") == Found{"Anna Berg: Its director (nominal)"});
}

TEST_CASE("who stands beside several names describes none of them", "[descriptions]") {
    CHECK(descriptions_of("The DT det 2\n"
                          "group NN nsubj 7\n"
                          ", , punct 2\n"
                          "Nordvik NNP appos 2 - B-ORG\n"
                          "and CC cc 4\n"
                          "Sydfisk NNP conj 4 - B-ORG\n"
                          "closed VBD ROOT 0 close\n").empty());
}

TEST_CASE("what somebody is said to be describes them, what they would be or are not does not", "[descriptions]") {
    CHECK(descriptions_of("Anna NNP compound 2 - B-PERSON\n"
                          "Berg NNP nsubj 3 - I-PERSON\n"
                          "is VBZ ROOT 0 be\n"
                          "a DT det 5\n"
                          "lawyer NN attr 3\n") == Found{"Anna Berg: a lawyer (nominal)"});
    CHECK(descriptions_of("Anna NNP compound 2 - B-PERSON\n"
                          "Berg NNP nsubj 3 - I-PERSON\n"
                          "is VBZ ROOT 0 be\n"
                          "not RB neg 3\n"
                          "a DT det 6\n"
                          "lawyer NN attr 3\n").empty());
    CHECK(descriptions_of("Anna NNP compound 2 - B-PERSON\n"
                          "Berg NNP nsubj 4 - I-PERSON\n"
                          "may MD aux 4 may\n"
                          "be VB ROOT 0 be\n"
                          "a DT det 6\n"
                          "lawyer NN attr 4\n").empty());
}

TEST_CASE("no person is a factory", "[descriptions]") {
    CHECK(descriptions_of("factory NN compound 3\n"
                          "Anna NNP compound 3 - B-PERSON\n"
                          "Berg NNP nsubj 4 - I-PERSON\n"
                          "closed VBD ROOT 0 close\n").empty());
}

TEST_CASE("a relative pronoun means the noun that its clause belongs to", "[descriptions]") {
    CHECK(descriptions_of("Anna NNP compound 2 - B-PERSON\n"
                          "Berg NNP nsubj 6 - I-PERSON\n"
                          ", , punct 2\n"
                          "who WP nsubj 5 who\n"
                          "lost VBD relcl 2 lose\n"
                          "resigned VBD ROOT 0 resign\n") == Found{"Anna Berg: who (pronoun)"});
    CHECK(descriptions_of("The DT det 2\n"
                          "gunman NN nsubj 5\n"
                          "who WP nsubj 4 who\n"
                          "lost VBD relcl 2 lose\n"
                          "fled VBD ROOT 0 flee\n") == Found{"gunman: who (pronoun)"});
    CHECK(descriptions_of("The DT det 2\n"
                          "skipper NN nsubj 9\n"
                          "of IN prep 2\n"
                          "a DT det 5\n"
                          "boat NN pobj 3\n"
                          "who WP nsubj 7 who\n"
                          "lost VBD relcl 5 lose\n"
                          ", , punct 2\n"
                          "fled VBD ROOT 0 flee\n") == Found{"skipper: who (pronoun)"});
}
