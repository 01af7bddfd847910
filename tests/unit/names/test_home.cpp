#include "extract/names/home.hpp"
#include "extract/data/tables.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/make_document.hpp"

using namespace newsgraph;
using newsgraph::test::make_document;

namespace {

// The country in which the document was written whose first tokens are its dateline; "" if none.
std::string home(const std::string& dateline, Index tokens, const std::string& text) {
    static const Gazetteer gazetteer = known_things();
    static const NameWords words(data::names(), "names.tsv");
    static const Forenames forenames(data::forenames(), "forenames.tsv");
    const nlp::Doc doc = make_document(dateline + text);
    const Tree tree(doc);
    const Layout layout{0, 0, tokens};
    const Names names = find_names(tree, gazetteer, words, forenames, layout);
    const std::size_t mention = home_of(tree, gazetteer, layout, names);
    return mention == no_name ? std::string() : names.thing_of(mention).label;
}

}  // namespace

TEST_CASE("an article is at home where its dateline is a capital", "[home]") {
    const std::string danish = "Denmark NNP ROOT 0 - B-GPE\nwaits VBZ ROOT 0 wait\n";
    CHECK(home("COPENHAGEN NNP ROOT 0\n", 1, danish) == "Denmark");
    CHECK(home("Copenhagen NNP ROOT 0\n", 1, danish) == "Denmark");
    CHECK(home("Copenhagen NNP ROOT 0\n", 0, danish).empty());  // no dateline
    CHECK(home("Esbjerg NNP ROOT 0\n", 1, danish).empty());      // no capital
    CHECK(home("Oslo NNP ROOT 0\n", 1, danish).empty());         // not spoken of
    CHECK(home("Oslo NNP ROOT 0\n/ SYM punct 1\nCopenhagen NNP conj 1\n", 3, danish).empty());
}
