// Every option of every command, in one table: parsing and help are made from it. Constant.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::cli {

enum class OptionGroup { command, input, output, common };

enum class OptionKind {
    flag,     // takes no value
    text,     // any value
    count,    // a whole number, 0 or more
    share,    // a number from 0 to 1
    choice,   // one of `choices`
    choices,  // some of `choices`, parted by commas
    list,     // any values, parted by commas; may be repeated
};

struct OptionRow {
    std::string_view name;  // "output" for --output
    char letter;            // 'o' for -o, 0 for none
    OptionKind kind;
    std::string_view argument;  // how help calls the value; "" for flags
    std::string_view fallback;  // the value if the option is not given; "" for none
    std::string_view choices;   // words parted by blanks
    OptionGroup group;
    unsigned commands;
    std::string_view help;  // one line
    std::string_view more;  // further lines of the long help
};

std::span<const OptionRow> option_table();

// "no-evidence" for "evidence", "overwrite" for "no-overwrite".
std::string opposite_of(std::string_view name);

// The switch that takes this one back in a command, where the table has no row for it; "" for what is no switch (help and
// version are none) and where it has.
std::string implied_opposite(const OptionRow& row, unsigned command);

// The rows of one command, in the order of the table.
std::vector<const OptionRow*> options_of(unsigned command);

// Words of a string that are parted by blanks.
std::vector<std::string_view> words_of(std::string_view text);

}  // namespace newsgraph::cli
