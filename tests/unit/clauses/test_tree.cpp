#include "extract/clauses/tree.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/make_document.hpp"

#include <vector>

using namespace newsgraph;
using newsgraph::test::make_document;

namespace {

std::vector<Index> children_of(const Tree& tree, Index i) {
    const auto children = tree.children(i);
    return {children.begin(), children.end()};
}

}  // namespace

TEST_CASE("children come in the order of the text", "[tree]") {
    const auto doc = make_document("the DT det 2\nbank NN nsubj 3\nclosed VBD ROOT 0 close\nearly RB advmod 3\n. . punct 3\n");
    const Tree tree(doc);
    CHECK(children_of(tree, 0).empty());
    CHECK(children_of(tree, 1) == std::vector<Index>{0});
    CHECK(children_of(tree, 2) == std::vector<Index>{1, 3, 4});
    CHECK(children_of(tree, 4).empty());
    CHECK(tree.child(2, {"advmod", "nsubj"}) == 1);
    CHECK(tree.child(2, {"dobj"}) == no_index);
}

TEST_CASE("labels are asked for as sets", "[tree]") {
    const auto doc = make_document("Rosa NNP nsubj 2\nsaw VBD ROOT 0 see\nOtto NNP dobj 2\nhm UH own_label 2\n");
    const Tree tree(doc);
    CHECK(tree.has_dep(0, {"nsubj"}));
    CHECK(tree.has_dep(0, {"dobj", "nsubj"}));
    CHECK_FALSE(tree.has_dep(0, {"nsubjpass"}));
    CHECK(tree.has_dep(1, {"ROOT"}));
    CHECK_FALSE(tree.has_dep(3, {"dep", "intj", "xcomp", "acl"}));
    static_assert(Label("xcomp").is_known());
    static_assert(!Label("xcom").is_known());
    static_assert(!Label("").is_known());
}

TEST_CASE("the first word of a coordination, also of one that goes backwards", "[tree]") {
    const auto doc = make_document("Ana NNP conj 3\nand CC cc 3\nOtto NNP nsubj 8\nand CC cc 3\nEva NNP conj 3\nand CC cc 5\n"
                                   "Ida NNP conj 5\nmet VBD ROOT 0 meet\nand CC cc 8\nleft VBD conj 8 leave\n");
    const Tree tree(doc);
    for (const Index name : {0U, 2U, 4U, 6U}) CHECK(tree.first_conjunct(name) == 2);
    CHECK(tree.first_conjunct(9) == 7);
    CHECK(tree.first_conjunct(1) == 1);
    CHECK(tree.conjuncts(2) == std::vector<Index>{0, 2, 4, 6});
    CHECK(tree.conjuncts(4) == std::vector<Index>{4, 6});
}
