#include "extract/base/error.hpp"
#include "extract/data/tables.hpp"
#include "extract/names/gazetteer.hpp"
#include "tests/support/catch.hpp"

#include <set>

using namespace newsgraph;

TEST_CASE("forms of one thing lead to it", "[gazetteer]") {
    const Gazetteer gazetteer(data::gazetteer(), "gazetteer.tsv");
    for (const std::string_view form : {"Russia", "Russian Federation", "Russian", "Kremlin"}) {
        const auto* known = gazetteer.find(form);
        INFO(form);
        REQUIRE(known != nullptr);
        CHECK(gazetteer.things()[known->front().thing].node == "Q159");
    }
    CHECK(gazetteer.find("Russian")->front().kind == NameKind::demonym);
    CHECK(gazetteer.find("Kremlin")->front().kind == NameKind::metonym);
    CHECK(gazetteer.find("us") == nullptr);
    CHECK(gazetteer.find("US") != nullptr);
}

TEST_CASE("no two things have one id", "[gazetteer]") {
    const Gazetteer gazetteer(data::gazetteer(), "gazetteer.tsv");
    std::set<std::string> nodes;
    for (const auto& thing : gazetteer.things()) {
        INFO(thing.node << " " << thing.label);
        CHECK(nodes.insert(thing.node).second);
    }
}

TEST_CASE("a gazetteer with a bad line is refused", "[gazetteer]") {
    CHECK_THROWS_WITH(Gazetteer("Q1\tcountry\n", "g.tsv"), "g.tsv:1: expected id, type and label");
    CHECK_THROWS_WITH(Gazetteer("# x\n\nQ1\tcountry\t\tX\n", "g.tsv"), "g.tsv:3: empty label");
}
