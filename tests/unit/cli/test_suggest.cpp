#include "cli/suggest.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph::cli;

TEST_CASE("the nearest known word is found, unless none is near", "[cli]") {
    const std::vector<std::string_view> known = {"build", "extract", "annotate", "neighbors", "model", "help"};
    CHECK(nearest("biuld", known) == "build");       // neighbours swapped
    CHECK(nearest("buid", known) == "build");        // one left out
    CHECK(nearest("neighbours", known) == "neighbors");
    CHECK(nearest("ext", known) == "extract");       // a beginning
    CHECK(nearest("frobnicate", known).empty());
    CHECK(nearest("", known).empty());
    CHECK(nearest(std::string(5000, 'b'), known).empty());
    CHECK(nearest("build", {}).empty());
}

TEST_CASE("of words that are as near the first one is taken", "[cli]") {
    CHECK(nearest("cat", {"bat", "rat"}) == "bat");
}

TEST_CASE("a suggestion is a clause behind the message", "[cli]") {
    CHECK(did_you_mean("graphlm", {"graphml", "dot"}) == " (did you mean 'graphml'?)");
    CHECK(did_you_mean("svg", {"graphml", "dot"}).empty());
}
