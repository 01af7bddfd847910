// Help texts, made from the tables. Pure functions; every text ends with a newline and has at most 79 columns.
#pragma once

#include "cli/command_table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::cli {

std::string overview();                               // the commands, one line each
std::string short_help(const CommandRow& command);    // at most 25 lines
std::string long_help(const CommandRow& command);
std::string exit_codes_help();
std::string environment_help();

std::string usage(const CommandRow& command);  // the calling forms, one a line

// Words filled into lines, each behind `indent` blanks.
std::string filled(std::string_view text, std::size_t indent);

// What 'newsgraph help' explains beside the commands.
struct HelpTopic {
    std::string_view name;
    std::string (*text)();
};
std::vector<HelpTopic> help_topics();  // by name

}  // namespace newsgraph::cli
