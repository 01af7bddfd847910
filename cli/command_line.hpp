// Words of the command line -> a command, its options, its arguments; checked against the option table before anything
// is opened. A value.
#pragma once

#include "cli/command_table.hpp"
#include "cli/option_table.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::cli {

class CommandLine {
public:
    // `words` are those behind the command. Options may stand anywhere; what is given twice counts as given last. Throws
    // UsageError for options that the command does not have, for missing, surplus and impossible values.
    CommandLine(const CommandRow& command, const std::vector<std::string>& words);

    const CommandRow& command() const { return *command_; }
    const std::vector<std::string>& arguments() const { return arguments_; }

    // Was the option given? (Not: has it a value.)
    bool has(std::string_view option) const;

    // The value that counts: the last one given, else the table's.
    std::string text(std::string_view option) const;
    std::size_t count(std::string_view option) const;
    double share(std::string_view option) const;

    // For kinds list (of all occurrences) and choices (of the last one).
    std::vector<std::string> list(std::string_view option) const;

    // --help was written in full.
    bool long_help() const { return long_help_; }

private:
    const OptionRow& row(std::string_view option) const;

    const CommandRow* command_;
    std::map<std::string, std::vector<std::string>, std::less<>> values_;
    std::vector<std::string> arguments_;
    bool long_help_ = false;
};

}  // namespace newsgraph::cli
