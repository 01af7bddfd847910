#include "graph/resolution.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/make_record.hpp"

#include <algorithm>
#include <set>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

struct Thing {
    std::string node;
    std::string label;
    std::string type;
    std::vector<std::string> names;
    std::string kind = "name";
};

// Each thing in a document of its own; the node of each.
std::vector<std::string> nodes_of(const std::vector<Thing>& things) {
    std::vector<Record> records;
    for (std::size_t i = 0; i < things.size(); ++i) {
        MakeRecord record("doc" + std::to_string(100 + i));
        record.entity("e1", things[i].node, things[i].label, things[i].type, things[i].names, things[i].kind);
        records.push_back(record);
    }
    return resolve(evidence_of(records)).nodes;
}

std::size_t count_of(const std::vector<std::string>& nodes) {
    return std::set<std::string>(nodes.begin(), nodes.end()).size();
}

}  // namespace

TEST_CASE("one proposed id is one node") {
    CHECK(nodes_of({{"Q159", "Russia", "country", {}}, {"Q159", "Russian Federation", "country", {}}}) ==
          std::vector<std::string>{"Q159", "Q159"});
}

TEST_CASE("one label after normalisation is one node, with the id that most documents propose") {
    CHECK(nodes_of({{"organization:a", "The F.B.I.", "organization", {}},
                    {"organization:b", "FBI", "organization", {}},
                    {"organization:b", "FBI", "organization", {}}}) ==
          std::vector<std::string>(3, "organization:b"));
    CHECK(nodes_of({{"person:b", "Jos\xC3\xA9 Smith", "person", {}}, {"person:a", "Jose Smith", "person", {}}}) ==
          std::vector<std::string>(2, "person:a"));
}

TEST_CASE("one label with two types stays two nodes") {
    CHECK(nodes_of({{"person:jordan", "Jordan", "person", {}}, {"Q810", "Jordan", "country", {}}}) ==
          std::vector<std::string>{"person:jordan", "Q810"});
}

TEST_CASE("a label of several words is one thing, whatever an article takes it for") {
    CHECK(nodes_of({{"organization:chidi-obi", "Chidi Obi", "organization", {}}, {"person:chidi-obi", "Chidi Obi", "person", {}},
                    {"person:chidi-obi", "Chidi Obi", "person", {}}}) == std::vector<std::string>(3, "person:chidi-obi"));
    CHECK(nodes_of({{"place:new-delhi", "New Delhi", "place", {}}, {"organization:new-delhi", "New Delhi", "organization", {}}}) ==
          std::vector<std::string>{"place:new-delhi", "organization:new-delhi"});
}

TEST_CASE("a Wikidata id wins, and two of them are never joined") {
    CHECK(nodes_of({{"organization:nato", "NATO", "organization", {}}, {"organization:nato", "NATO", "organization", {}},
                    {"Q7184", "NATO", "organization", {}}}) == std::vector<std::string>(3, "Q7184"));
    CHECK(nodes_of({{"Q1", "Georgia", "country", {}}, {"Q2", "Georgia", "country", {}},
                    {"country:georgia", "Georgia", "country", {}}, {"country:georgia-2", "Georgia", "country", {}}}) ==
          std::vector<std::string>{"Q1", "Q2", "country:georgia", "country:georgia"});
}

TEST_CASE("a short name means the one thing that has it") {
    CHECK(nodes_of({{"person:volodymyr-zelensky", "Volodymyr Zelensky", "person", {}},
                    {"person:zelensky", "Zelensky", "person", {}}}) ==
          std::vector<std::string>(2, "person:volodymyr-zelensky"));
    CHECK(nodes_of({{"organization:security-service-of-ukraine", "Security Service of Ukraine", "organization", {"SBU"}},
                    {"organization:sbu", "SBU", "organization", {}}}) ==
          std::vector<std::string>(2, "organization:security-service-of-ukraine"));
}

TEST_CASE("a short name that two things have stays by itself") {
    CHECK(count_of(nodes_of({{"person:john-smith", "John Smith", "person", {}},
                             {"person:anna-smith", "Anna Smith", "person", {"Smith"}},
                             {"person:smith", "Smith", "person", {}}})) == 3);
    CHECK(count_of(nodes_of({{"person:john-smith", "John Smith", "person", {}},
                             {"person:anna-smith", "Anna Smith", "person", {}}})) == 2);
    CHECK(count_of(nodes_of({{"organization:a", "Alpha Board of Control", "organization", {"ABC"}},
                             {"organization:b", "American Broadcasting Company", "organization", {"ABC"}},
                             {"organization:abc", "ABC", "organization", {}}})) == 3);
}

TEST_CASE("a short name does not glue together what bears it under several labels") {
    // "Smith" and "Jones" are labels of one thing; each means somebody else.
    CHECK(count_of(nodes_of({{"person:x", "Smith", "person", {}}, {"person:x", "Jones", "person", {}},
                             {"person:john-smith", "John Smith", "person", {}},
                             {"person:anna-jones", "Anna Jones", "person", {}}})) == 2);
}

TEST_CASE("of organizations only acronyms are short names, and only of what does not spell them") {
    CHECK(count_of(nodes_of({{"organization:continental-bank-of-canada", "Continental Bank of Canada", "organization", {"Bank of Canada"}},
                             {"organization:bank-of-canada", "Bank of Canada", "organization", {}}})) == 2);
    CHECK(count_of(nodes_of({{"organization:gatt-council", "GATT Council", "organization", {"Council"}},
                             {"organization:council", "Council", "organization", {}}})) == 2);
    CHECK(count_of(nodes_of({{"organization:cts-and-dynamics", "CTS Corp and Dynamics", "organization", {"CTS"}},
                             {"organization:cts", "CTS", "organization", {}}})) == 2);
    CHECK(count_of(nodes_of({{"organization:psa", "P.S.A.", "organization", {}},
                             {"organization:pacific", "Pacific Southwest Airlines", "organization", {"PSA"}}})) == 1);
}

TEST_CASE("short names count as names alone, of people and organizations alone") {
    CHECK(count_of(nodes_of({{"organization:bank", "Central Bank", "organization", {"regulator"}, "nominal"},
                             {"organization:regulator", "Regulator", "organization", {}}})) == 2);
    CHECK(count_of(nodes_of({{"place:new-york-city", "New York City", "place", {"New York"}},
                             {"place:new-york", "New York", "place", {}}})) == 2);
    CHECK(count_of(nodes_of({{"person:paris-hilton", "Paris Hilton", "person", {"Paris"}},
                             {"place:paris", "Paris", "place", {}}})) == 2);
    CHECK(count_of(nodes_of({{"organization:fed-ny", "Federal Reserve Bank of New York", "organization", {"Fed"}},
                             {"Q53536", "Fed", "organization", {}}})) == 2);
}

TEST_CASE("labels of white space say nothing") {
    CHECK(count_of(nodes_of({{"person:a", " ", "person", {}}, {"person:b", "\n", "person", {}}})) == 2);
}

TEST_CASE("node ids hold only what every file format can hold") {
    const auto nodes = nodes_of({{"person:j. r.\nsmith", "A", "person", {}}, {"person:ok", "B", "person", {}}});
    CHECK(nodes == std::vector<std::string>{"person:j--r--smith", "person:ok"});
}

TEST_CASE("ids that would become one get an end of their own, whatever else is there") {
    const std::vector<Thing> two = {{"x:a b", "A", "person", {}}, {"x:a.b", "B", "person", {}}};
    const auto nodes = nodes_of(two);
    CHECK(count_of(nodes) == 2);
    CHECK(nodes[0].rfind("x:a-b-", 0) == 0);
    CHECK(nodes_of({two[1], two[0]}) == std::vector<std::string>{nodes[1], nodes[0]});

    // Somebody's id is the very end that we would choose.
    const auto three = nodes_of({two[0], two[1], {nodes[0], "C", "person", {}}});
    CHECK(count_of(three) == 3);
    CHECK(three[2] == nodes[0]);
}

TEST_CASE("very long ids are cut between characters and stay apart") {
    std::string stem = "person:";
    for (int i = 0; i < 5000; ++i) stem += "\xC3\xA9";
    const auto nodes = nodes_of({{stem + "1", "A", "person", {}}, {stem + "2", "B", "person", {}}});
    CHECK(count_of(nodes) == 2);
    CHECK(nodes[0].size() < 220);
    CHECK(utf8::is_valid(nodes[0]));
}

TEST_CASE("every merge says what rule made it") {
    MakeRecord a("a");
    a.entity("e1", "person:volodymyr-zelensky", "Volodymyr Zelensky", "person");
    MakeRecord b("b");
    b.entity("e1", "person:zelensky", "Zelensky", "person");
    MakeRecord c("c");
    c.entity("e1", "person:volodymyr-zelensky-2", "Volodymyr Zelensky", "person");
    const Resolution resolution = resolve(evidence_of({a, b, c}));
    REQUIRE(resolution.merges.size() == 2);
    CHECK(resolution.merges[0].into == "person:volodymyr-zelensky");
    CHECK(resolution.merges[0].from == "person:volodymyr-zelensky-2");
    CHECK(resolution.merges[0].rule == "same label");
    CHECK(resolution.merges[0].detail == "volodymyr zelensky");
    CHECK(resolution.merges[1].from == "person:zelensky");
    CHECK(resolution.merges[1].rule == "short name");
    CHECK(resolution.merges[1].detail == "zelensky");
}

TEST_CASE("nothing resolves to nothing") {
    CHECK(resolve({}).nodes.empty());
    CHECK(resolve({}).merges.empty());
}
