#include "cli/commands.hpp"
#include "cli/manual.hpp"
#include "cli/suggest.hpp"
#include "cli/usage_error.hpp"
#include "export/output_file.hpp"

namespace newsgraph::cli {

namespace {

std::string generated(const std::vector<std::string>& words) {
    if (words.empty()) throw UsageError("what shall be generated?", "man, complete-bash, complete-zsh or complete-fish");
    const std::string& what = words[0];
    if (words.size() > (what == "man" ? 2U : 1U)) throw UsageError("'" + words.back() + "' is one word too many");
    if (what == "man" && words.size() == 2) {
        if (const CommandRow* command = find_command(words[1])) return manual(*command);
        throw UsageError("unknown command '" + words[1] + "'" + did_you_mean(words[1], command_names()));
    }
    if (what == "man") return manual();
    if (what == "complete-bash") return bash_completion();
    if (what == "complete-zsh") return zsh_completion();
    if (what == "complete-fish") return fish_completion();
    throw UsageError("'" + what + "' cannot be generated" + did_you_mean(what, {"man", "complete-bash", "complete-zsh", "complete-fish"}),
                     "it can be man, complete-bash, complete-zsh or complete-fish");
}

}  // namespace

ExitStatus run_generate(const CommandLine& line, Terminal&) {
    const std::string text = generated(line.arguments());
    OutputFile output("-");
    output.write(text);
    output.commit();
    return ExitStatus::done;
}

}  // namespace newsgraph::cli
