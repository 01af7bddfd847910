#include "extract/clauses/given_words.hpp"
#include "extract/clauses/triples.hpp"
#include "extract/data/tables.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/make_document.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

std::string text_of(const Tree& tree, const Triple& triple) {
    std::string text;
    for (const Words* words : {&triple.subject, &triple.relation, &triple.object}) {
        text += text.empty() ? "" : " |";
        for (const Index word : *words) text += (text.empty() ? "" : " ") + std::string(tree.text(word));
    }
    return text;
}

// Each triple that could be made, those of low exactness too: what is shown hangs on trained weights.
std::vector<std::string> triples_of(std::string_view lines) {
    const nlp::Doc doc = make_document(lines);
    const Tree tree(doc);
    std::vector<std::string> out;
    for (const WeighedTriple& made : find_weighed_triples(tree)) out.push_back(text_of(tree, made.triple));
    return out;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("objects, adverbials and what is inside them", "[triples]") {
    CHECK(triples_of("He PRP nsubj 2\nserved VBD ROOT 0 serve\nas IN prep 2\nminister NN pobj 3\nof IN prep 4\nFrance NNP pobj 5\n") ==
          Found{"He | served as | minister of France", "He | served as minister of | France"});
    CHECK(triples_of("He PRP nsubj 2\nheld VBD ROOT 0 hold\ntalks NNS dobj 2 talk\nin IN prep 2\nParis NNP pobj 4\n") ==
          Found{"He | held | talks", "He | held | talks in Paris", "He | held talks in | Paris"});
}

TEST_CASE("coordinated objects are one triple each", "[triples]") {
    CHECK(triples_of("He PRP nsubj 2\nlikes VBZ ROOT 0 like\ntea NN dobj 2\nand CC cc 3\ncake NN conj 3\n") ==
          Found{"He | likes | tea", "He | likes | cake"});
}

TEST_CASE("the agent of a passive", "[triples]") {
    CHECK(triples_of("Boats NNS nsubjpass 3 boat\nwere VBD auxpass 3 be\nbuilt VBN ROOT 0 build\nby IN agent 3\nTom NNP pobj 4\n") ==
          Found{"Boats | were built by | Tom"});
}

TEST_CASE("slots keep the order of the text", "[triples]") {
    CHECK(triples_of("In IN prep 4\n1879 CD pobj 1\nhe PRP nsubj 4\ncame VBD ROOT 0 come\n") == Found{"he | came | In 1879"});
}

TEST_CASE("what is said, and infinitives behind nouns", "[triples]") {
    CHECK(triples_of("He PRP nsubj 2\nsaid VBD ROOT 0 say\nthat IN mark 5\nAnn NNP nsubj 5\nleft VBD ccomp 2 leave\n") ==
          Found{"He | said that | Ann left"});
    CHECK(triples_of("It PRP nsubj 2\nwas VBD ROOT 0 be\na DT det 4\nship NN attr 2\nto TO aux 6\nconduct VB relcl 4\nattacks NNS dobj 6 attack\n") ==
          Found{"It | was | a ship", "It | was a ship to conduct | attacks"});
}

TEST_CASE("what is said stands behind the object, too", "[triples]") {
    CHECK(triples_of("He PRP nsubj 2\ntold VBD ROOT 0 tell\nus PRP dobj 2\nthat IN mark 6\nAnn NNP nsubj 6\nleft VBD ccomp 2 leave\n") ==
          Found{"He | told | us", "He | told | us that Ann left", "He | told us that | Ann left"});
    CHECK(triples_of("It PRP nsubj 2\nmade VBD ROOT 0 make\nAnn NNP nsubj 4\nfamous JJ ccomp 2\n") == Found{"It | made | Ann famous"});
    SECTION("what is said first is the whole, and not what was moved to the front") {
        const std::string said = "Ann NNP nsubj 2\nleft VBD ccomp 6 leave\n, , punct 6\ntoday NN npadvmod 6\nhe PRP nsubj 6\nsaid VBD ROOT 0 say\n";
        const nlp::Doc doc = make_document(said);
        const Tree tree(doc);
        const auto made = find_weighed_triples(tree);
        const auto whole = std::find_if(made.begin(), made.end(), [](const auto& m) { return m.features.has(TripleFeature::whole); });
        REQUIRE(whole != made.end());
        CHECK(text_of(tree, whole->triple) == "he | said | Ann left");
    }
    SECTION("what stands beside is not said") {
        CHECK(triples_of("Tom NNP nsubj 2\nfell VBD ccomp 5 fall\n; : punct 5\nAnn NNP nsubj 5\nwas VBD ROOT 0 be\nthere RB advmod 5\n") ==
              Found{"Ann | was | there"});
    }
}

TEST_CASE("a whole clause holds what follows the verb, a part one fact", "[triples]") {
    SECTION("adverbs stand before the preposition") {
        CHECK(triples_of("Rain NN nsubj 2\nweighs VBZ ROOT 0 weigh\nheavily RB advmod 2\non IN prep 2\nprices NNS pobj 4 price\n") ==
              Found{"Rain | weighs heavily on | prices", "Rain | weighs on | prices"});
    }
    SECTION("an adverb is the object where nothing else is") {
        CHECK(triples_of("It PRP nsubj 2\nfell VBD ROOT 0 fall\nsuddenly RB advmod 2\n") == Found{"It | fell | suddenly"});
        CHECK(triples_of("Later RB advmod 4\nit PRP nsubjpass 4\nwas VBD auxpass 4 be\nclosed VBN ROOT 0 close\n") ==
              Found{"it | was closed | Later"});
        CHECK(triples_of("When WRB advmod 3\nTom NNP nsubj 3\ncame VBD ROOT 0 come\n").empty());
    }
    SECTION("an adverbial behind an agent") {
        CHECK(triples_of("It PRP nsubjpass 3\nwas VBD auxpass 3 be\nbuilt VBN ROOT 0 build\nby IN agent 3\nTom NNP pobj 4\nin IN prep 3\n"
                         "Rome NNP pobj 6\n") ==
              Found{"It | was built by | Tom", "It | was built by | Tom in Rome", "It | was built by Tom in | Rome"});
    }
    SECTION("a relative clause stands for the noun before it") {
        CHECK(triples_of("the DT det 2\nhead NN nsubj 9\nof IN prep 2\nAcme NNP pobj 3\nthat WDT dobj 7\nTom NNP nsubj 7\nsaw VBD relcl 2 see\n"
                         "twice RB advmod 7\nleft VBD ROOT 0 leave\n") == Found{"Tom | saw | the head of Acme"});
    }
    SECTION("a coordinated verb takes what stands behind the last one") {
        CHECK(triples_of("Tom NNP nsubj 2\nbuys VBZ ROOT 0 buy\nand CC cc 2\nsells VBZ conj 2 sell\nboats NNS dobj 4 boat\n") ==
              Found{"Tom | buys | boats", "Tom | sells | boats"});
    }
}

TEST_CASE("the complement of an object stands behind it", "[triples]") {
    CHECK(triples_of("Tom NNP nsubj 2\ncalled VBD ROOT 0 call\nAnn NNP dobj 2\nfriend NN oprd 2\n") ==
          Found{"Tom | called | Ann", "Tom | called | Ann friend", "Tom | called Ann | friend"});
}

TEST_CASE("adverbial clauses", "[triples]") {
    CHECK(triples_of("Tom NNP nsubj 2\nleft VBD ROOT 0 leave\nafter IN mark 5\nAnn NNP nsubj 5\ncame VBD advcl 2 come\n") ==
          Found{"Tom | left after | Ann came"});
    CHECK(triples_of("If IN mark 2\nasked VBN advcl 5 ask\n, , punct 5\nTom NNP nsubj 5\nleaves VBZ ROOT 0 leave\n") ==
          Found{"Tom | leaves | If asked"});
}

TEST_CASE("existentials and clauses that are subjects", "[triples]") {
    CHECK(triples_of("There EX expl 2\nare VBP ROOT 0 be\nboats NNS attr 2 boat\nin IN prep 2\nRome NNP pobj 4\n") ==
          Found{"There | are | boats", "There | are | boats in Rome", "There | are boats in | Rome"});
    CHECK(triples_of("To TO aux 2\nwin VB csubj 3\nhelps VBZ ROOT 0 help\nAnn NNP dobj 3\n") == Found{"To win | helps | Ann"});
}

TEST_CASE("prepositions of several words", "[triples]") {
    CHECK(triples_of("It PRP nsubj 2\nfell VBD ROOT 0 fall\naccording VBG prep 2\nto IN prep 3\nTom NNP pobj 4\n").front() ==
          "It | fell according to | Tom");
    CHECK(triples_of("It PRP nsubj 2\nfell VBD ROOT 0 fall\nin IN prep 2\nand CC cc 3\naround IN conj 3\nRome NNP pobj 5\n").back() ==
          "It | fell around | Rome");
}

TEST_CASE("punctuation inside a slot and at its end", "[triples]") {
    CHECK(triples_of("It PRP nsubj 2\nis VBZ ROOT 0 be\na DT det 7\nfree JJ amod 7\n, , punct 7\nopen JJ amod 7\ntown NN attr 2\n, , punct 2\n") ==
          Found{"It | is | a free , open town"});
}

TEST_CASE("nouns that relate without a verb", "[triples]") {
    const std::string met = "met VBD ROOT 0 meet\n";
    SECTION("apposition with a preposition") {
        CHECK(triples_of("Ann NNP nsubj 6\n, , punct 1\nhead NN appos 1\nof IN prep 3\nAcme NNP pobj 4\n" + met) == Found{"Ann | head of | Acme"});
    }
    SECTION("possessive, the name behind") {
        CHECK(triples_of("Acme NNP poss 3\n's POS case 1\nhead NN nsubj 6\n, , punct 3\nAnn NNP appos 3\n" + met) == Found{"Ann | head | Acme"});
    }
    SECTION("title between two names") {
        CHECK(triples_of("Acme NNP compound 4 Acme B-ORG\nchief NN compound 4\nAnn NNP compound 4 Ann B-PERSON\nLee NNP nsubj 5 Lee I-PERSON\n" +
                         met) == Found{"Ann Lee | chief | Acme"});
    }
    SECTION("two names side by side have no relation") {
        CHECK(triples_of("Acme NNP compound 2 Acme B-ORG\nAnn NNP nsubj 3 Ann B-PERSON\n" + met).empty());
    }
}

TEST_CASE("the whole is always shown, and its parts only where they are probable", "[triples]") {
    const nlp::Doc doc = make_document("He PRP nsubj 2\nheld VBD ROOT 0 hold\ntalks NNS dobj 2 talk\nin IN prep 2\nParis NNP pobj 4\n");
    const Tree tree(doc);
    std::vector<std::string> shown, parts;
    for (const Triple& triple : find_triples(tree)) shown.push_back(text_of(tree, triple));
    CHECK(std::find(shown.begin(), shown.end(), "He | held | talks in Paris") != shown.end());
    for (const WeighedTriple& made : find_weighed_triples(tree)) {
        const bool probable = made.features.has(TripleFeature::whole) || exactness(made.features) >= 0.4;
        CHECK(probable == (std::find(shown.begin(), shown.end(), text_of(tree, made.triple)) != shown.end()));
        CHECK(made.triple.confidence == confidence(made.features));
    }
}

TEST_CASE("each feature has its two weights", "[triples]") {
    const auto rows = data::read_rows(data::triples());
    REQUIRE(rows.size() == TripleFeatures::size + 1);
    for (const auto& row : rows) CHECK(row.cells.size() == 3);
    CHECK(rows.front()[0] == "constant");
    CHECK(rows[1 + static_cast<std::size_t>(TripleFeature::whole)][0] == "whole");
    CHECK(rows.back()[0] == "sentence_30");
    CHECK(exactness({}) > 0.0);
    CHECK(confidence(TripleFeatures{}.with(TripleFeature::whole)) > confidence(TripleFeatures{}.with(TripleFeature::inner)));
}

TEST_CASE("a tree whose words lead back to one another ends", "[triples]") {
    CHECK_NOTHROW(triples_of("the DT det 2\nlight NN nsubj 6\nthat WDT dobj 5\nto TO aux 5\ncarry VB relcl 2\nshines VBZ ROOT 0 shine\n"
                             "on IN prep 6\nthat WDT pobj 7\n"));
}

TEST_CASE("a slot of more than a hundred words is no triple", "[triples]") {
    const auto with_adjectives = [](int count) {
        std::string lines = "He PRP nsubj 2\nlikes VBZ ROOT 0 like\n";
        for (int i = 0; i < count; ++i) lines += "old JJ amod " + std::to_string(count + 3) + "\n";
        return triples_of(lines + "tea NN dobj 2\n");
    };
    CHECK(with_adjectives(99).size() == 1);
    CHECK(with_adjectives(100).empty());
}

TEST_CASE("words of a line that is split already", "[triples]") {
    const GivenWords words("`` We   won -LRB- twice -RRB- . ''\r");
    CHECK(words.written == std::vector<std::string_view>{"``", "We", "won", "-LRB-", "twice", "-RRB-", ".", "''"});
    CHECK(words.read == std::vector<std::string_view>{"\"", "We", "won", "(", "twice", ")", ".", "\""});
    CHECK(GivenWords(" ").written.empty());
}
