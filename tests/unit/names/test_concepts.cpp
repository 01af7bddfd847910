#include "tests/support/catch.hpp"
#include "tests/support/concept_names.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

// The label that an id of small letters alone speaks of.
std::string spoken(std::string node) {
    node.erase(0, node.find(':') + 1);
    std::replace(node.begin(), node.end(), '-', ' ');
    return node;
}

// "ID: mention, mention" for each concept, with its label behind the id if that tells more.
std::vector<std::string> concepts_of(std::string_view lines) {
    const nlp::Doc doc = make_document(lines);
    const Tree tree(doc);
    const Names names = names_and_concepts(tree);
    std::vector<std::string> result;
    for (std::size_t i = 0; i < names.things.size(); ++i) {
        if (names.things[i].type != concept_type) continue;
        std::string text = names.things[i].node + (names.things[i].label == spoken(names.things[i].node) ? ":" : " (" + names.things[i].label + "):");
        for (const auto& mention : names.mentions) {
            if (mention.thing != i) continue;
            text += text.back() == ':' ? " " : ", ";
            text += doc.text_of(nlp::Span{mention.begin, mention.end, {}});
        }
        result.push_back(text);
    }
    return result;
}

}  // namespace

TEST_CASE("a concept is a noun with its adjectives and compounds", "[concepts]") {
    CHECK(concepts_of("The DT det 4\n"
                      "angry JJ amod 4\n"
                      "dock NN compound 4\n"
                      "workers NNS nsubj 5 worker\n"
                      "want VBP ROOT 0 want\n"
                      "several JJ amod 8\n"
                      "military JJ amod 8\n"
                      "guarantees NNS dobj 5 guarantee\n") ==
          std::vector<std::string>{"concept:angry-dock-workers: angry dock workers", "concept:military-guarantees: military guarantees"});
}

TEST_CASE("a plain definite noun is who was spoken of before", "[concepts]") {
    CHECK(concepts_of("A DT det 3\n"
                      "masked JJ amod 3\n"
                      "gunman NN nsubj 4\n"
                      "fled VBD ROOT 0 flee\n"
                      "before IN mark 8\n"
                      "the DT det 7\n"
                      "gunman NN nsubj 8\n"
                      "shot VBD advcl 4 shoot\n") == std::vector<std::string>{"concept:masked-gunman: masked gunman, gunman"});
}

TEST_CASE("names, what a name is, times and quantities are no concepts", "[concepts]") {
    CHECK(concepts_of("Peru NNP nsubj 2 - B-GPE\n"
                      "paid VBD ROOT 0 pay\n"
                      "half PDT dobj 2\n"
                      "a DT det 5\n"
                      "year NN npadvmod 2\n"
                      "ago RB advmod 2\n").empty());
    CHECK(concepts_of("Peru NNP nsubj 7 - B-GPE\n"
                      ", , punct 1\n"
                      "the DT det 5\n"
                      "old JJ amod 5\n"
                      "ally NN appos 1\n"
                      ", , punct 1\n"
                      "left VBD ROOT 0 leave\n").empty());
}

TEST_CASE("who says what they will do", "[concepts]") {
    CHECK(concepts_of("Rebels NNS nsubj 2 rebel\n"
                      "said VBD ROOT 0 say\n"
                      "they PRP nsubj 5\n"
                      "will MD aux 5\n"
                      "leave VB ccomp 2\n") == std::vector<std::string>{"concept:rebels: Rebels, they"});
    CHECK(concepts_of("Rebels NNS nsubj 2 rebel\n"
                      "said VBD ROOT 0 say\n"
                      "he PRP nsubj 5\n"
                      "will MD aux 5\n"
                      "leave VB ccomp 2\n") == std::vector<std::string>{"concept:rebels: Rebels"});
}

TEST_CASE("classes of nouns stand for types of nodes", "[concepts]") {
    const NounClasses classes(data::noun_classes(), "noun_classes.tsv");
    CHECK(classes.of("rebel") == NounClass::person);
    CHECK(classes.of("parliament") == NounClass::group);
    CHECK(classes.of("town") == NounClass::location);
    CHECK(classes.of("honesty") == NounClass::none);
    const auto types = node_types_of(NounClass::person);
    CHECK(std::vector<std::string_view>(types.begin(), types.end()) == std::vector<std::string_view>{"person", "group"});
    CHECK(node_types_of(NounClass::none).empty());
    CHECK_THROWS_WITH(NounClasses("person\trebel\nbeing\tman\n", "own.tsv"), "own.tsv:2: no class of nouns: 'being'");
}

TEST_CASE("nouns for people are concepts in capitals, too", "[concepts]") {
    CHECK(concepts_of("Driver NNP nsubj 2\n"
                      "Dies VBZ ROOT 0 die\n"
                      "as IN mark 6\n"
                      "the DT det 5\n"
                      "Skipper NNP nsubj 6\n"
                      "Sleeps VBZ advcl 2 sleep\n") == std::vector<std::string>{"concept:driver: Driver", "concept:skipper: Skipper"});
    CHECK(concepts_of("The DT det 3\n"
                      "Prime NNP compound 3\n"
                      "Minister NNP nsubj 4\n"
                      "slept VBD ROOT 0 sleep\n") == std::vector<std::string>{"concept:prime-minister: Prime Minister"});
    CHECK(concepts_of("The DT det 2\n"
                      "Torvald NNP nsubj 3\n"
                      "sank VBD ROOT 0 sink\n").empty());
}

TEST_CASE("he and she mean whoever was mentioned last, if it is no name", "[concepts]") {
    const auto with = [](const std::string& pronoun) {
        return concepts_of("A DT det 2\nwoman NN nsubj 3\nhit VBD ROOT 0 hit\na DT det 5\nskipper NN dobj 3\n. . punct 3\n\n" + pronoun +
                           "fled VBD ROOT 0 flee\n");
    };
    CHECK(with("She PRP nsubj 2 she\n") == std::vector<std::string>{"concept:woman: woman, She", "concept:skipper: skipper"});
    CHECK(with("He PRP nsubj 2 he\n") == std::vector<std::string>{"concept:woman: woman", "concept:skipper: skipper, He"});
}
