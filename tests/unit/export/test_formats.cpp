#include "export/formats.hpp"

#include "export/palette.hpp"
#include "tests/support/catch.hpp"

#include <set>
#include <string>

using namespace newsgraph;

TEST_CASE("a format is found by name and by suffix") {
    REQUIRE(format_named("graphml") != nullptr);
    CHECK(format_named("graphml")->name == "graphml");
    CHECK(format_named("GRAPHML") == nullptr);
    CHECK(format_named("") == nullptr);
    CHECK(format_of_file("out/graph.graphml") == format_named("graphml"));
    CHECK(format_of_file("a.b.GraphML") == format_named("graphml"));
    CHECK(format_of_file("x.dot") == format_named("dot"));
    CHECK(format_of_file("x.gv") == format_named("dot"));
    CHECK(format_of_file("x.dot.svg") == nullptr);
    CHECK(format_of_file("dot") == nullptr);
    CHECK(format_of_file("-") == nullptr);
    CHECK(format_of_file("") == nullptr);
}

TEST_CASE("the table has no two formats of one name or suffix") {
    std::set<std::string> names;
    for (const GraphFormat& format : graph_formats()) {
        CHECK(names.emplace(format.name).second);
        CHECK(names.emplace(format.suffix).second);
        CHECK(format.suffix.front() == '.');
        CHECK_FALSE(format.description.empty());
        CHECK(format.write != nullptr);
    }
}

TEST_CASE("every node type has a colour of its own, and an unknown one that of a concept") {
    std::set<std::string> colors;
    for (const char* type : {"person", "organization", "country", "place", "group", "agreement", "event", "product", "work", "concept"}) {
        CHECK(type_style(type).type == type);
        CHECK(colors.emplace(type_style(type).color).second);
    }
    CHECK(type_style("spaceship").type == "concept");
    CHECK(type_style("").type == "concept");
    CHECK(quad_color("MX") != quad_color("VC"));
    CHECK(quad_color("") == quad_color("??"));
}
