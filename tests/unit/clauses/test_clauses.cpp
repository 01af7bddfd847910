#include "extract/clauses/clauses.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/make_document.hpp"

#include <string>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

// "TYPE subject | verb group", for each clause.
std::vector<std::string> clauses_of(std::string_view lines) {
    const nlp::Doc doc = make_document(lines);
    const Tree tree(doc);
    std::vector<std::string> out;
    for (const Clause& clause : find_clauses(tree)) {
        std::string text = std::string(to_string(clause.type())) + " " + std::string(tree.text(clause.subject)) + " |";
        for (const Index word : clause.verb_group) text += " " + std::string(tree.text(word));
        out.push_back(text);
    }
    return out;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("the seven types of clauses", "[clauses]") {
    CHECK(clauses_of("Tom NNP nsubj 2\ncame VBD ROOT 0 come\n") == Found{"SV Tom | came"});
    CHECK(clauses_of("Tom NNP nsubj 2\nlives VBZ ROOT 0 live\nin IN prep 2\nParis NNP pobj 3\n") == Found{"SVA Tom | lives"});
    CHECK(clauses_of("Tom NNP nsubj 2\nis VBZ ROOT 0 be\na DT det 4\nteacher NN attr 2\n") == Found{"SVC Tom | is"});
    CHECK(clauses_of("Tom NNP nsubj 2\nreads VBZ ROOT 0 read\nbooks NNS dobj 2 book\n") == Found{"SVO Tom | reads"});
    CHECK(clauses_of("Tom NNP nsubj 2\ngave VBD ROOT 0 give\nAnn NNP dative 2\nbooks NNS dobj 2 book\n") == Found{"SVOO Tom | gave"});
    CHECK(clauses_of("Tom NNP nsubj 2\nput VBD ROOT 0 put\nbooks NNS dobj 2 book\nin IN prep 2\nboxes NNS pobj 4 box\n") ==
          Found{"SVOA Tom | put"});
    CHECK(clauses_of("Tom NNP nsubj 2\ncalled VBD ROOT 0 call\nAnn NNP dobj 2\nfriend NN oprd 2\n") == Found{"SVOC Tom | called"});
}

TEST_CASE("coordinated subjects and verbs, with shared auxiliaries", "[clauses]") {
    CHECK(clauses_of("Tom NNP nsubjpass 5\nand CC cc 1\nAnn NNP conj 1\nwere VBD auxpass 5 be\nseen VBN ROOT 0 see\n"
                     "and CC cc 5\nheard VBN conj 5 hear\n") ==
          Found{"SV Tom | were seen", "SV Ann | were seen", "SV Tom | were heard", "SV Ann | were heard"});
}

TEST_CASE("chains of verbs are one group", "[clauses]") {
    CHECK(clauses_of("Tom NNP nsubj 2\nbegan VBD ROOT 0 begin\nto TO aux 4\nbuild VB xcomp 2\nboats NNS dobj 4 boat\n") ==
          Found{"SVO Tom | began to build"});
    CHECK(clauses_of("Tom NNP nsubj 2\nwas VBD ROOT 0 be\nable JJ acomp 2\nto TO aux 5\nbuild VB xcomp 3\nboats NNS dobj 5 boat\n") ==
          Found{"SVO Tom | was able to build"});
}

TEST_CASE("degrees stay in a chain, for they turn its sense", "[clauses]") {
    CHECK(clauses_of("Tom NNP nsubj 2\nwas VBD ROOT 0 be\ntoo RB advmod 4\nyoung JJ acomp 2\n"
                     "to TO aux 6\nbuild VB xcomp 4\nboats NNS dobj 6 boat\n") ==
          Found{"SVO Tom | was too young to build"});
}

TEST_CASE("polarity, existence and clauses as subjects", "[clauses]") {
    const auto clause_of = [](std::string_view lines) {
        const nlp::Doc doc = make_document(lines);
        return find_clauses(Tree(doc)).at(0);
    };
    CHECK(clause_of("Tom NNP nsubj 4\ndid VBD aux 4 do\nnot RB neg 4\ncome VB ROOT 0 come\n").negated);
    CHECK_FALSE(clause_of("Tom NNP nsubj 2\ncame VBD ROOT 0 come\n").negated);
    const Clause there = clause_of("There EX expl 2\nare VBP ROOT 0 be\nboats NNS attr 2 boat\n");
    CHECK(there.existential);
    CHECK(there.complements == std::vector<Index>{2});
    CHECK(clause_of("To TO aux 2\nwin VB csubj 3\nhelps VBZ ROOT 0 help\nAnn NNP dobj 3\n").subject == 1);
}

TEST_CASE("what relative clauses and coordinated verbs govern", "[clauses]") {
    SECTION("the owner of the subject is no object") {
        const nlp::Doc doc = make_document(
            "men NNS nsubj 6 man\nwhose WP$ poss 3\nhouse NN nsubj 4\nburned VBD relcl 1 burn\ndown RP prt 4\nleft VBD ROOT 0 leave\n");
        const auto clauses = find_clauses(Tree(doc));
        REQUIRE(clauses.size() == 2);
        CHECK(clauses[0].objects.empty());
    }
    SECTION("verbs with objects of their own share none") {
        const nlp::Doc doc = make_document(
            "Tom NNP nsubj 2\nbuys VBZ ROOT 0 buy\ntea NN dobj 2\nand CC cc 2\nsells VBZ conj 2 sell\nboats NNS dobj 5 boat\n");
        const auto clauses = find_clauses(Tree(doc));
        REQUIRE(clauses.size() == 2);
        CHECK(clauses[0].objects == std::vector<Index>{2});
        CHECK(clauses[1].objects == std::vector<Index>{5});
    }
}

TEST_CASE("understood subjects", "[clauses]") {
    SECTION("who is asked acts") {
        CHECK(clauses_of("Tom NNP nsubj 2\nurged VBD ROOT 0 urge\nAnn NNP dobj 2\nto TO aux 5\nbuild VB xcomp 2\nboats NNS dobj 5 boat\n") ==
              Found{"SVO Tom | urged", "SVO Ann | to build"});
    }
    SECTION("relative clauses") {
        CHECK(clauses_of("Tom NNP nsubj 5\nwho WP nsubj 3\nreads VBZ relcl 1 read\nbooks NNS dobj 3 book\nlaughed VBD ROOT 0 laugh\n") ==
              Found{"SVO Tom | reads", "SV Tom | laughed"});
    }
    SECTION("participles") {
        CHECK(clauses_of("boats NNS nsubj 5 boat\nbuilt VBN acl 1 build\nby IN agent 2\nTom NNP pobj 3\nsank VBD ROOT 0 sink\n") ==
              Found{"SVA boats | built", "SV boats | sank"});
    }
}

TEST_CASE("a sentence without a verb has no clause", "[clauses]") {
    CHECK(clauses_of("Oil NN ROOT 0\n").empty());
    CHECK(clauses_of("").empty());
}
