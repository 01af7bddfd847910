// Man pages and shell completions, made from the tables of commands and options. Pure functions.
#pragma once

#include "cli/command_table.hpp"

#include <string>

namespace newsgraph::cli {

// newsgraph(1), as roff for man(7).
std::string manual();

// newsgraph-COMMAND(1).
std::string manual(const CommandRow& command);

std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

}  // namespace newsgraph::cli
