#include "extract/data/tables.hpp"
#include "extract/names/common_nouns.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/make_document.hpp"

#include <string>
#include <vector>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

// The names that are left.
std::vector<std::string> names_of(std::string_view lines) {
    static const NounClasses classes(data::noun_classes(), "noun_classes.tsv");
    nlp::Doc doc = make_document(lines);
    unmark_common_nouns(doc, classes);
    std::vector<std::string> result;
    for (const auto& span : doc.entities()) result.emplace_back(doc.text_of(span));
    return result;
}

using Left = std::vector<std::string>;

}  // namespace

TEST_CASE("a noun for people that begins a sentence is no name", "[names]") {
    CHECK(names_of("Suspect NNP nsubj 2 - B-PERSON\nfled VBD ROOT 0 flee\n").empty());
    CHECK(names_of("Torvald NNP nsubj 2 - B-PERSON\nfled VBD ROOT 0 flee\n") == Left{"Torvald"});
}

TEST_CASE("a surname that is a noun is a name inside a sentence, and then where it begins one", "[names]") {
    CHECK(names_of("Police NNS nsubj 2\nsaw VBD ROOT 0 see\nBaker NNP dobj 2 - B-PERSON\n. . punct 2\n\n"
                   "Baker NNP nsubj 2 - B-PERSON\nfled VBD ROOT 0 flee\n") == Left{"Baker", "Baker"});
}

TEST_CASE("an office is no organization", "[names]") {
    CHECK(names_of("The DT det 3\nSurgeon NNP compound 3 - B-ORG\nGeneral NNP nsubj 4 - I-ORG\nleft VBD ROOT 0 leave\n").empty());
    CHECK(names_of("Torvald NNP compound 2 - B-ORG\nGeneral NNP nsubj 3 - I-ORG\nclosed VBD ROOT 0 close\n") == Left{"Torvald General"});
}
