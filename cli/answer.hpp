// What commands that list have in common behind their list: messages and the exit code. Functions of what they are given.
#pragma once

#include "cli/command_line.hpp"
#include "cli/exit_status.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"

#include <cstddef>
#include <string>

namespace newsgraph::cli {

// Tells by a warning that there is nothing ("no statements found"), and by a note how many the limit left out. The exit code
// says so too, with --exit-status.
ExitStatus finish_list(const CommandLine& line, std::size_t shown, std::size_t total, const std::string& nothing, Terminal& terminal);

// Writes the table in the style that the command line asks for, and finishes it.
ExitStatus answer_table(const CommandLine& line, const Table& table, const std::string& nothing, Terminal& terminal);

}  // namespace newsgraph::cli
