#include "extract/base/error.hpp"
#include "extract/data/tables.hpp"
#include "extract/relations/relation_table.hpp"
#include "tests/support/catch.hpp"

#include <set>
#include <string_view>

using namespace newsgraph;

TEST_CASE("the table that is compiled in", "[relation_table]") {
    const RelationTable table(data::relations(), "relations.tsv");
    CHECK(table.relations().size() >= 60);
    REQUIRE(table.find("meets") != nullptr);
    CHECK(table.find("meets")->symmetric);
    CHECK(table.find("attacks")->score == -9);
    CHECK(table.find("attacks")->quad == "MX");
    CHECK(table.find("leads")->plover.empty());
    CHECK(table.find("no such") == nullptr);
    CHECK(!table.verb("pull out").empty());
    CHECK(table.verb("nonsense").empty());
    CHECK(table.effect("may") == "possible");
    REQUIRE(table.implication("forget", false) != nullptr);
    CHECK(table.implication("forget", false)->asserted == "negated");
    CHECK(table.implication("forget", true)->holds_anyway());
    CHECK(table.implication("nonsense", true) == nullptr);
    CHECK(table.has("negation", "never"));
}

TEST_CASE("every relation can be expressed or is made on request", "[relation_table]") {
    // A relation without words would never make an edge.
    const RelationTable table(data::relations(), "relations.tsv");
    const std::string_view text = data::relations();
    for (const auto& relation : table.relations()) {
        if (relation.name == "says_about" || relation.name == "related_to" || relation.name == "party_to") continue;
        std::size_t lines = 0;
        for (const auto& row : data::read_rows(text)) {
            if (row[0] != "relation" && (row[2] == relation.name || row[3] == relation.name)) ++lines;
        }
        INFO(relation.name);
        CHECK(lines > 0);
    }
}

TEST_CASE("a verb of several words is a verb and a particle, or it could never match", "[relation_table]") {
    const std::set<std::string_view> particles{"up", "down", "out", "off", "over", "on", "in", "away", "back", "apart", "around",
                                               "along", "through", "by", "aside", "forward", "together", "under", "across", "about"};
    for (const auto& row : data::read_rows(data::relations())) {
        if (row[0] != "verb") continue;
        for (const auto words : data::split(row[1], '|')) {
            const auto blank = words.find(' ');
            if (blank == std::string_view::npos) continue;
            INFO(words);
            CHECK(particles.contains(words.substr(blank + 1)));
        }
    }
}

TEST_CASE("a user's table is checked", "[relation_table]") {
    const auto message = [](std::string_view text) {
        try {
            RelationTable(text, "mine.tsv");
        } catch (const FormatError& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    const std::string good = "relation\tlikes\t-\tVC\t1\t-\tactor>actor\n";
    CHECK(message(good + "verb\tlike\tsubj>obj\tlikes\n").empty());
    CHECK(message("relation\tlikes\t-\tVC\tmuch\t-\tactor>actor\n") == "mine.tsv:1: 'much' is no number");
    CHECK(message("relation\tlikes\t-\tVC\t1\t-\tactor\n") == "mine.tsv:1: expected the ends as SOURCE_TYPES>TARGET_TYPES");
    CHECK(message("relation\tlikes\t-\tVC\t1\t-\tactor>dog\n") == "mine.tsv:1: unknown node type 'dog'");
    CHECK(message(good + "verb\tlike\tsubj>object\tlikes\n") == "mine.tsv:2: unknown slot 'object'");
    CHECK(message(good + "verb\tlike\tsubj>obj\tloves\n") == "mine.tsv:2: unknown relation 'loves'");
    CHECK(message(good + "verb\tlike\tsubj>obj\tlikes\tdogs\n") == "mine.tsv:2: expected SLOT@LIST, not 'dogs'");
    CHECK(message(good + "verb\tlike\tsubj>obj\tlikes\tobj@dogs\n") == "mine.tsv:2: unknown list 'dogs'");
    CHECK(message("# nothing\n") == "mine.tsv: the table has no relation");
    CHECK(message(good + good) == "mine.tsv:2: relation 'likes' comes twice");
    CHECK(message("implies\tto\ttrue\tfunny\tlike\n") == "mine.tsv:1: unknown effect 'funny'");
    CHECK(message("implies\tof\ttrue\ttrue\tlike\n") == "mine.tsv:1: expected 'to' or 'that', not 'of'");
    CHECK(message("effect\tfunny\tlike\n") == "mine.tsv:1: unknown effect 'funny'");
    CHECK(message("rule\tx\ty\n") ==
          "mine.tsv:1: unknown kind 'rule' (known: relation, verb, noun, adj, deed, role, list, effect, implies)");
    CHECK(message("relation likes\n") == "mine.tsv:1: expected a kind and at least two more cells, parted by tabs");
}
