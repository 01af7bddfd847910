#include "cli/option_table.hpp"

#include "cli/command_table.hpp"
#include "tests/support/catch.hpp"

#include <map>
#include <set>
#include <string>

using namespace newsgraph::cli;

TEST_CASE("one letter means one option, in all commands", "[cli]") {
    std::map<char, std::string_view> names;
    for (const OptionRow& row : option_table()) {
        if (row.letter == 0) continue;
        const auto [known, added] = names.emplace(row.letter, row.name);
        INFO(row.letter);
        CHECK(known->second == row.name);
    }
    CHECK(names.size() > 5);
}

TEST_CASE("a command has each option once", "[cli]") {
    for (const CommandRow& command : command_table()) {
        std::set<std::string_view> names;
        for (const OptionRow* row : options_of(command.bit)) {
            INFO(command.name << " " << row->name);
            CHECK(names.insert(row->name).second);
        }
        CHECK(names.contains("help"));
        CHECK(names.contains("quiet"));
    }
}

TEST_CASE("rows of the option table are sound", "[cli]") {
    for (const OptionRow& row : option_table()) {
        INFO(row.name);
        CHECK_FALSE(row.help.empty());
        CHECK(row.help.back() != '.');
        CHECK((row.commands & ~on::every) == 0);
        CHECK(row.commands != 0);
        CHECK((row.kind == OptionKind::flag) == row.argument.empty());
        const bool chosen = row.kind == OptionKind::choice || row.kind == OptionKind::choices;
        CHECK(chosen == !row.choices.empty());
        const auto choices = words_of(row.choices);
        if (chosen && !row.fallback.empty()) CHECK(std::set(choices.begin(), choices.end()).contains(row.fallback));
    }
}

TEST_CASE("commands have bits of their own", "[cli]") {
    unsigned all = 0;
    for (const CommandRow& command : command_table()) {
        CHECK((all & command.bit) == 0);
        all |= command.bit;
    }
    CHECK(all == on::every);
}

TEST_CASE("words are parted by blanks", "[cli]") {
    CHECK(words_of("out in both") == std::vector<std::string_view>{"out", "in", "both"});
    CHECK(words_of("").empty());
}
