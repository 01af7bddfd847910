#include "cli/help.hpp"

#include "cli/graph_options.hpp"
#include "cli/option_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace newsgraph::cli {

namespace {

constexpr std::size_t command_column = 15;
constexpr std::size_t option_column = 28;
constexpr std::size_t line_width = 79;

std::string padded(std::string text, std::size_t width) {
    if (text.size() < width) text.append(width - text.size(), ' ');
    return text;
}

std::string upper_first(std::string_view text) {
    std::string result(text);
    if (!result.empty() && result[0] >= 'a' && result[0] <= 'z') result[0] = static_cast<char>(result[0] - 'a' + 'A');
    return result;
}

}  // namespace

std::string filled(std::string_view text, std::size_t indent) {
    std::string result;
    std::string line;
    for (const std::string_view word : words_of(text)) {
        if (!line.empty() && line.size() + 1 + word.size() > line_width) {
            result += line + "\n";
            line.clear();
        }
        line += line.empty() ? std::string(indent, ' ') : " ";
        line += word;
    }
    return line.empty() ? result : result + line + "\n";
}

namespace {

std::string indented(std::string_view text, std::string_view indent) {
    std::string result;
    while (!text.empty()) {
        const auto newline = text.find('\n');
        const std::string_view line = text.substr(0, newline);
        if (!line.empty()) result.append(indent).append(line);
        result += '\n';
        text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
    }
    return result;
}

}  // namespace

std::string usage(const CommandRow& command) {
    std::string result;
    std::string_view forms = command.usage;
    while (!forms.empty()) {
        const auto newline = forms.find('\n');
        const std::string_view form = forms.substr(0, newline);
        // A form that holds another command stands for itself.
        const bool pipeline = form.find(" | ") != std::string_view::npos;
        result += "  newsgraph ";
        if (!pipeline) result.append(command.name).append(" [OPTION...] ");
        result.append(form).append("\n");
        forms.remove_prefix(newline == std::string_view::npos ? forms.size() : newline + 1);
    }
    return result;
}

namespace {

std::string option_line(const OptionRow& row) {
    std::string name = row.letter == 0 ? "      " : std::string("  -") + row.letter + ", ";
    name += "--" + std::string(row.name);
    if (!row.argument.empty()) name += " " + std::string(row.argument);
    // A name that is too wide for its column still has two blanks behind it.
    name = padded(std::move(name) + "  ", option_column);
    return name + std::string(row.help) + "\n";
}

std::string_view title_of(OptionGroup group) {
    switch (group) {
        case OptionGroup::command: return "COMMAND OPTIONS";
        case OptionGroup::input: return "INPUT OPTIONS";
        case OptionGroup::output: return "OUTPUT OPTIONS";
        case OptionGroup::common: return "COMMON OPTIONS";
    }
    return {};
}

std::string long_options(const CommandRow& command) {
    std::string result;
    for (const OptionGroup group : {OptionGroup::command, OptionGroup::input, OptionGroup::output, OptionGroup::common}) {
        std::string lines;
        for (const OptionRow* row : options_of(command.bit)) {
            if (row->group != group) continue;
            lines += option_line(*row) + filled(row->more, 10);
        }
        if (!lines.empty()) result += "\n" + std::string(title_of(group)) + "\n" + lines;
    }
    return result;
}

// What every command has is left to the long help, but for two.
std::string short_options(const CommandRow& command) {
    std::string result;
    const std::vector<const OptionRow*> rows = options_of(command.bit);
    for (const OptionRow* row : rows) {
        // Of a switch and its opposite the first is enough.
        const bool opposite_shown = row->name.starts_with("no-") && std::any_of(rows.begin(), rows.end(), [&](const OptionRow* other) {
                                        return other->name == row->name.substr(3);
                                    });
        const bool common = row->group == OptionGroup::common && row->name != "quiet" && row->name != "help";
        if (!common && !opposite_shown) result += option_line(*row);
    }
    return result;
}

}  // namespace

std::string overview() {
    std::string result =
        "newsgraph: news articles in, one knowledge graph out\n\n"
        "USAGE\n  newsgraph COMMAND [OPTION...] [ARGUMENT...]\n\nCOMMANDS\n";
    for (const CommandRow& command : command_table()) {
        result += padded("  " + std::string(command.name), command_column) + std::string(command.summary) + "\n";
    }
    return result +
           "\nEXAMPLES\n"
           "  newsgraph build seeds/ -o graph.graphml\n"
           "  newsgraph neighbors graph.graphml Zelensky\n\n"
           "'newsgraph COMMAND -h' lists a command's options, 'newsgraph help COMMAND'\n"
           "explains them; 'newsgraph help help' lists other topics; 'newsgraph --version'\n"
           "prints the version.\n";
}

std::string short_help(const CommandRow& command) {
    return upper_first(command.summary) + ".\n\nUSAGE\n" + usage(command) + "\nOPTIONS\n" + short_options(command);
}

std::string long_help(const CommandRow& command) {
    return upper_first(command.summary) + ".\n\nUSAGE\n" + usage(command) + "\nEXAMPLES\n" +
           indented(command.examples, "  ") + "\n" + std::string(command.details) + "\n" + long_options(command) +
           "\nEvery switch has its opposite (--no-quiet, --overwrite); the last one counts.\n"
           "'newsgraph help exit-codes' says what the exit codes mean.\n";
}

std::string exit_codes_help() {
    return "EXIT CODES\n"
           "  0    done\n"
           "  1    data or I/O trouble; some articles could not be read; a name is unknown\n"
           "       or could be several nodes\n"
           "  2    the command line cannot be understood\n"
           "  4    a query found nothing (only with -e, --exit-status)\n"
           "  130  interrupted (Ctrl-C)\n";
}

std::string environment_help() {
    return "ENVIRONMENT VARIABLES (an option beats its variable; an empty one is as none)\n"
           "  NEWSGRAPH_MODEL         the language model's folder, as --model DIR\n"
           "  XDG_DATA_HOME           where a user's data is, newsgraph/models/ in it\n"
           "                          (default: ~/.local/share)\n"
           "  NEWSGRAPH_INSTRUCTIONS  plain, avx2 or avx512: the processor's instructions\n"
           "                          that the networks use (default: the fastest that it\n"
           "                          has); the output is the same with each\n"
           "  NO_COLOR                if set, no colour, as --color never\n"
           "  TERM                    if dumb, no colour and no progress bar\n";
}

std::vector<HelpTopic> help_topics() {
    return {{"environment", environment_help}, {"exit-codes", exit_codes_help}, {"formats", formats_help}};
}

}  // namespace newsgraph::cli
