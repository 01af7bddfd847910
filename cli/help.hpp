// Help texts, made from the tables. Pure functions; every text ends with a newline and has at most 79 columns.
#pragma once

#include "cli/command_table.hpp"

#include <string>

namespace newsgraph::cli {

std::string overview();                               // the commands, one line each
std::string short_help(const CommandRow& command);    // at most 25 lines
std::string long_help(const CommandRow& command);
std::string exit_codes_help();

}  // namespace newsgraph::cli
