#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "cli/help.hpp"
#include "cli/suggest.hpp"
#include "cli/usage_error.hpp"
#include "export/output_file.hpp"

namespace newsgraph::cli {

namespace {

std::string topic(const std::string& name) {
    if (name == "formats") return formats_help();
    if (name == "exit-codes") return exit_codes_help();
    if (const CommandRow* command = find_command(name)) return long_help(*command);
    std::vector<std::string_view> known = command_names();
    known.emplace_back("formats");
    known.emplace_back("exit-codes");
    throw UsageError("no help on '" + name + "'" + did_you_mean(name, known), "'newsgraph help' lists the commands");
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
