#include "extract/base/error.hpp"
#include "extract/data/tables.hpp"
#include "extract/relations/relation_table.hpp"
#include "extract/relations/relation_text.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>

using namespace newsgraph;

namespace {

std::string message(std::string_view text) {
    try {
        RelationTable(text, "mine.tsv");
    } catch (const FormatError& error) {
        return error.what();
    }
    return {};
}

const std::string include = "include\tdefault\n";
const std::string likes = "relation\tlikes\t-\tVC\t1\t-\tactor>actor\n";

}  // namespace

TEST_CASE("a table without include stays as it is", "[relation_text]") {
    CHECK(relation_text(likes, "mine.tsv").text == likes);
    CHECK(relation_text(data::relations(), "relations.tsv").text == data::relations());
    CHECK(relation_text("", "mine.tsv").text.empty());
}

TEST_CASE("a table that extends the built-in one has its relations and words", "[relation_text]") {
    const RelationTable built_in(data::relations(), "relations.tsv");
    const RelationTable table("# mine\n" + include + likes + "verb\tlike\tsubj>obj\tlikes\nrole\tfan\tlikes\nlist\tnegation\tnope",
                              "mine.tsv");
    CHECK(table.relations().size() == built_in.relations().size() + 1);
    CHECK(table.find("likes") != nullptr);
    CHECK(table.find("attacks")->score == built_in.find("attacks")->score);
    CHECK(table.verb("pull out").size() == built_in.verb("pull out").size());
    CHECK(table.relations()[table.role("fan")].name == "likes");
    CHECK(table.has("negation", "nope"));
    CHECK(table.has("negation", "never"));
    CHECK(table.effect("may") == "possible");
}

TEST_CASE("what an extension says goes before what is built in", "[relation_text]") {
    const RelationTable built_in(data::relations(), "relations.tsv");
    const RelationTable table(include + "relation\tmeets\t-\tMX\t-4\t-\tperson>person\nverb\tattack\tsubj>obj\tmeets\n" +
                                  "role\tpresident\tmeets\neffect\tplanned\tmay|manage\n"
                                  "implies\tto\tnegated\ttrue\tpledge\n",
                              "mine.tsv");
    CHECK(table.relations().size() == built_in.relations().size());
    CHECK(table.find("meets")->score == -4);
    CHECK_FALSE(table.find("meets")->symmetric);
    REQUIRE(table.verb("attack").size() == built_in.verb("attack").size() + 1);
    CHECK(table.relations()[table.verb("attack").front().relation].name == "meets");
    CHECK(table.relations()[table.role("president")].name == "meets");
    CHECK(table.effect("may") == "planned");
    CHECK(built_in.implication("manage", false) != nullptr);
    CHECK(table.implication("manage", false) == nullptr);  // its effect goes before
    REQUIRE(table.implication("pledge", false) != nullptr);
    CHECK(table.implication("pledge", false)->asserted == "negated");
}

TEST_CASE("the text of an extended table is a table, and the same one", "[relation_text]") {
    const RelationText once = relation_text(include + likes + "verb\tlike\tsubj>obj\tlikes", "mine.tsv");
    CHECK(relation_text(once.text, "again.tsv").text == once.text);
    CHECK(message(once.text).empty());
    const auto lines = static_cast<std::size_t>(std::count(once.text.begin(), once.text.end(), '\n'));
    const std::string_view built_in = data::relations();
    CHECK(lines == static_cast<std::size_t>(std::count(built_in.begin(), built_in.end(), '\n')) + 3);
}

TEST_CASE("mistakes in an extension have the line of its file", "[relation_text]") {
    CHECK(message(include + likes + "verb\tlike\tsubj>obj\tloves\n") == "mine.tsv:3: unknown relation 'loves'");
    CHECK(message("# mine\n\n" + include + likes + likes) == "mine.tsv:5: relation 'likes' comes twice");
    CHECK(message(include + "relation\tmeets\t-\t-\tmuch\t-\tactor>actor\n") == "mine.tsv:2: 'much' is no number");
    CHECK(message(likes + include) == "mine.tsv:2: 'include' must be the first line");
    CHECK(message(include + include) == "mine.tsv:2: 'include' must be the first line");
    CHECK(message("include\tother.tsv\n") == "mine.tsv:1: only 'default' can be included, not 'other.tsv'");
    CHECK(message("include\n") == "mine.tsv:1: only 'default' can be included, not ''");
}
