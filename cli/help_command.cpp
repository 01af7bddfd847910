#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/suggest.hpp"
#include "cli/usage_error.hpp"
#include "export/output_file.hpp"

namespace newsgraph::cli {

namespace {

std::string topic(const std::string& name) {
    if (const CommandRow* command = find_command(name)) return long_help(*command);
    std::vector<std::string_view> known = command_names();
    for (const HelpTopic& one : help_topics()) {
        if (one.name == name) return one.text();
        known.push_back(one.name);
    }
    throw UsageError("no help on '" + name + "'" + did_you_mean(name, known),
                     "'newsgraph help' lists the commands, 'newsgraph help help' the topics");
}

}  // namespace

ExitStatus run_help(const CommandLine& line, Terminal&) {
    if (line.arguments().size() > 1) throw UsageError("help explains one topic at a time");
    OutputFile output("-");
    output.write(line.arguments().empty() ? overview() : topic(line.arguments().front()));
    output.commit();
    return ExitStatus::done;
}

}  // namespace newsgraph::cli
