#include "extract/base/error.hpp"
#include "extract/data/tables.hpp"
#include "extract/names/gazetteer.hpp"
#include "tests/support/catch.hpp"

#include <map>
#include <set>

using namespace newsgraph;

namespace {

const Gazetteer& gazetteer() {
    static const Gazetteer result = known_things();
    return result;
}

// "NODE kind" of everything that a surface may mean.
std::string meanings(std::string_view surface) {
    static const std::map<NameKind, std::string> kinds{{NameKind::name, "name"},
                                                       {NameKind::demonym, "demonym"},
                                                       {NameKind::capital, "capital"},
                                                       {NameKind::metonym, "metonym"}};
    const auto* known = gazetteer().find(surface);
    if (known == nullptr) return "";
    std::string result;
    for (const auto& name : *known) {
        result += (result.empty() ? "" : ", ") + gazetteer().things()[name.thing].node + " " + kinds.at(name.kind);
        if (!name.city.empty()) result += " " + name.city;
    }
    return result;
}

}  // namespace

TEST_CASE("forms of one thing lead to it", "[gazetteer]") {
    CHECK(meanings("Russia") == "Q159 name");
    CHECK(meanings("Russian Federation") == "Q159 name");
    CHECK(meanings("Russian") == "Q159 demonym");
    CHECK(meanings("Kremlin") == "Q159 metonym");
    CHECK(meanings("Moscow") == "Q159 capital Moscow");
}

TEST_CASE("a capital under its older spelling is the same city", "[gazetteer]") {
    CHECK(meanings("Kiev") == "Q212 capital Kyiv");
    CHECK(meanings("Peking") == "Q148 capital Beijing");
    CHECK(meanings("Bonn") == "Q183 capital Bonn");
}

TEST_CASE("a city may be a place and speak for something else", "[gazetteer]") {
    CHECK(meanings("Brussels") == "Q458 capital Brussels, place:brussels name");
}

TEST_CASE("former states and former names", "[gazetteer]") {
    CHECK(meanings("Soviet") == "Q15180 demonym");
    CHECK(meanings("Burma") == "Q836 name");
    CHECK(meanings("Zaire") == "Q974 name");
    CHECK(meanings("West German") == "Q183 demonym");
    CHECK(meanings("East German") == "Q16957 demonym");
}

TEST_CASE("abbreviations need their capitals", "[gazetteer]") {
    CHECK(meanings("US") == "Q30 name");
    CHECK(meanings("us").empty());
    CHECK(meanings("WHO") == "Q7817 name");
    CHECK(meanings("who").empty());
}

TEST_CASE("nouns for people, common words and forenames are no names of things", "[gazetteer]") {
    for (const std::string_view word : {"Briton", "Spaniard", "Dane", "Swede", "Pole", "Finn", "Turk", "Serb", "Reading", "Nice",
                                        "Mobile", "Split", "Male", "Reunion", "Victoria", "Charlotte", "Virginia", "Times",
                                        "Security Council"}) {
        INFO(word);
        CHECK(meanings(word).empty());
    }
}

TEST_CASE("an apostrophe may be curly", "[gazetteer]") {
    CHECK(meanings("N'Djamena") == "Q657 capital N'Djamena");
    CHECK(meanings("N\xE2\x80\x99" "Djamena") == "Q657 capital N'Djamena");
}

TEST_CASE("organizations by name, abbreviation and seat", "[gazetteer]") {
    CHECK(meanings("IMF") == meanings("International Monetary Fund"));
    CHECK(meanings("Daesh") == meanings("ISIL"));
    CHECK(meanings("Pentagon") == "Q11209 metonym");
    CHECK(meanings("New York Times") == "Q9684 name");
}

TEST_CASE("no two things have one id", "[gazetteer]") {
    std::set<std::string> nodes;
    for (const auto& thing : gazetteer().things()) {
        INFO(thing.node << " " << thing.label);
        CHECK(nodes.insert(thing.node).second);
    }
}

TEST_CASE("every row has a type of graph-model and its own cells only", "[gazetteer]") {
    std::set<std::string> types;
    for (const auto& thing : gazetteer().things()) types.insert(thing.type);
    CHECK(types == std::set<std::string>{"country", "organization", "place"});
    for (const auto& row : data::read_rows(data::gazetteer())) {
        INFO(row.line << " " << row[2]);
        CHECK(row.cells.size() == 10);
        CHECK(!row[9].empty());
    }
    for (const auto table : {data::organizations(), data::places()}) {
        for (const auto& row : data::read_rows(table)) {
            INFO(row.line << " " << row[2]);
            CHECK(row.cells.size() <= 8);
        }
    }
}

TEST_CASE("a gazetteer with a bad line is refused", "[gazetteer]") {
    CHECK_THROWS_WITH(Gazetteer("Q1\tcountry\n", "g.tsv"), "g.tsv:1: expected id, type and label");
    CHECK_THROWS_WITH(Gazetteer("# x\n\nQ1\tcountry\t\tX\n", "g.tsv"), "g.tsv:3: empty label");
}

TEST_CASE("a surface that stands for two things is refused, in whatever file", "[gazetteer]") {
    using Tables = std::vector<Gazetteer::Table>;
    CHECK_THROWS_WITH(Gazetteer("Q1\tplace\tAsh\n-\tplace\tElm\tOak|Ash\n", "g.tsv"), "g.tsv:2: 'Ash' stands for Ash already");
    CHECK_THROWS_WITH(Gazetteer(Tables{{"Q1\tplace\tAsh\n", "g.tsv"}, {"# x\n-\tplace\tAsh\n", "h.tsv"}}),
                      "h.tsv:2: 'Ash' stands for Ash already");
    CHECK_THROWS_WITH(Gazetteer("Q1\tplace\tAsh\tAsh\n", "g.tsv"), "g.tsv:1: 'Ash' stands for Ash already");
    CHECK_NOTHROW(Gazetteer(Tables{{"Q1\tcountry\tElm\t\t\t\tAsh\n", "g.tsv"}, {"-\tplace\tAsh\n", "h.tsv"}}));
}
