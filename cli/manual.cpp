#include "cli/manual.hpp"

#include "cli/help.hpp"
#include "cli/option_table.hpp"
#include "cli/version.hpp"

namespace newsgraph::cli {

namespace {

// Text of a man page: nothing of it is a request, an escape or a typographic dash.
std::string roff(std::string_view text) {
    std::string out;
    bool line_begins = true;
    for (const char c : text) {
        if (line_begins && (c == '.' || c == '\'')) out += "\\&";
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else {
            out += c;
        }
        line_begins = c == '\n';
    }
    return out;
}

std::string title(std::string_view page, std::string_view summary) {
    std::string upper;
    for (const char c : page) upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    const std::string version = version_text();
    return ".TH " + upper + " 1 \"\" \"" + roff(version.substr(0, version.find('\n'))) + "\" \"User Commands\"\n.SH NAME\n" +
           roff(page) + " \\- " + roff(summary) + "\n";
}

std::string section(std::string_view name, std::string_view text) {
    return ".SH " + std::string(name) + "\n.nf\n" + roff(text) + (text.ends_with('\n') ? "" : "\n") + ".fi\n";
}

// The body of a help text, without the line that names it.
std::string_view behind_first_line(std::string_view text) { return text.substr(text.find('\n') + 1); }

std::string option(const OptionRow& row) {
    std::string out = ".TP\n";
    if (row.letter != 0) out += "\\fB\\-" + std::string(1, row.letter) + "\\fR, ";
    out += "\\fB\\-\\-" + roff(row.name) + "\\fR";
    if (!row.argument.empty()) out += " \\fI" + roff(row.argument) + "\\fR";
    out += "\n" + roff(row.help) + ".\n";
    return row.more.empty() ? out : out + roff(row.more) + "\n";
}

std::string option_word(const OptionRow& row) { return "--" + std::string(row.name); }

// Single-quoted for a shell.
std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

std::vector<std::string> option_words(const CommandRow& command) {
    std::vector<std::string> words;
    for (const OptionRow* row : options_of(command.bit)) {
        words.push_back(option_word(*row));
        if (row->letter != 0) words.push_back(std::string("-") + row->letter);
        if (const std::string opposite = implied_opposite(*row, command.bit); !opposite.empty()) words.push_back("--" + opposite);
    }
    return words;
}

// In zsh's specifications brackets and colons have a meaning.
std::string zsh_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string zsh_option(const OptionRow& row) {
    std::string value;
    if (!row.argument.empty()) {
        value = ":" + zsh_text(row.argument) + ":" + (row.choices.empty() ? "_files" : "(" + std::string(row.choices) + ")");
    }
    const std::string help = "[" + zsh_text(row.help) + "]" + value;
    if (row.letter == 0) return quoted(option_word(row) + help);
    const std::string letter = std::string("-") + row.letter;
    return "'(" + letter + " " + option_word(row) + ")'{" + letter + "," + option_word(row) + "}" + quoted(help);
}

}  // namespace

std::string manual() {
    std::string out = title("newsgraph", "news articles in, one knowledge graph out");
    out += ".SH SYNOPSIS\n.B newsgraph\n.I COMMAND\n.RI [ OPTION ...]\n.RI [ ARGUMENT ...]\n.SH COMMANDS\n";
    for (const CommandRow& command : command_table()) {
        out += ".TP\n.BR newsgraph\\-" + std::string(command.name) + " (1)\n" + roff(command.summary) + ".\n";
    }
    for (const HelpTopic& topic : help_topics()) {
        std::string name(topic.name);
        for (char& c : name) c = c == '-' ? ' ' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        out += section("\"" + name + "\"", behind_first_line(topic.text()));
    }
    return out + ".SH EXAMPLES\n.nf\nnewsgraph build seeds/ \\-o graph.graphml\nnewsgraph neighbors graph.graphml Zelensky\n.fi\n";
}

std::string manual(const CommandRow& command) {
    const std::string page = "newsgraph-" + std::string(command.name);
    std::string out = title(page, command.summary) + ".SH SYNOPSIS\n.nf\n" + roff(usage(command)) + ".fi\n.SH DESCRIPTION\n.nf\n" +
                      roff(command.details) + "\n.fi\n.SH OPTIONS\n";
    for (const OptionRow* row : options_of(command.bit)) out += option(*row);
    return out + "Every switch has its opposite; of what is given twice the last counts.\n" +
           section("EXAMPLES", command.examples) + section("\"EXIT STATUS\"", behind_first_line(exit_codes_help())) +
           section("ENVIRONMENT", behind_first_line(environment_help())) + ".SH \"SEE ALSO\"\n.BR newsgraph (1)\n";
}

std::string bash_completion() {
    std::string out = "# bash completion for newsgraph\n_newsgraph() {\n"
                      "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=\n"
                      "    if [ \"$COMP_CWORD\" = 1 ]; then\n        words=";
    std::vector<std::string> names;
    for (const std::string_view name : command_names()) names.emplace_back(name);
    out += quoted(joined(names)) + "\n    else\n        case ${COMP_WORDS[1]} in\n";
    for (const CommandRow& command : command_table()) {
        out += "        " + std::string(command.name) + ")\n            case $before in\n";
        for (const OptionRow* row : options_of(command.bit)) {
            if (row->choices.empty()) continue;
            out += "            " + option_word(*row) + (row->letter == 0 ? "" : std::string("|-") + row->letter) + ") words=" +
                   quoted(row->choices) + " ;;\n";
        }
        out += "            *) words=" + quoted(joined(option_words(command))) + " ;;\n            esac ;;\n";
    }
    return out + "        esac\n    fi\n    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
                 "    [ \"$COMP_CWORD\" = 1 ] || COMPREPLY+=($(compgen -f -- \"$word\"))\n}\n"
                 "complete -o filenames -F _newsgraph newsgraph\n";
}

std::string zsh_completion() {
    std::string out = "#compdef newsgraph\n# zsh completion for newsgraph\nlocal -a commands\ncommands=(\n";
    for (const CommandRow& command : command_table()) {
        out += "  " + quoted(std::string(command.name) + ":" + zsh_text(command.summary)) + "\n";
    }
    out += ")\nif (( CURRENT == 2 )); then\n  _describe command commands\n  return\nfi\ncase $words[2] in\n";
    for (const CommandRow& command : command_table()) {
        out += std::string(command.name) + ")\n  _arguments -s : \\\n";
        for (const OptionRow* row : options_of(command.bit)) {
            out += "    " + zsh_option(*row) + " \\\n";
            const std::string opposite = implied_opposite(*row, command.bit);
            if (!opposite.empty()) out += "    " + quoted("--" + opposite + "[not --" + std::string(row->name) + "]") + " \\\n";
        }
        out += "    '*:file:_files' ;;\n";
    }
    return out + "esac\n";
}

std::string fish_completion() {
    std::string out = "# fish completion for newsgraph\n";
    for (const CommandRow& command : command_table()) {
        out += "complete -c newsgraph -n __fish_use_subcommand -f -a " + std::string(command.name) + " -d " + quoted(command.summary) + "\n";
    }
    for (const CommandRow& command : command_table()) {
        const std::string start = "complete -c newsgraph -n '__fish_seen_subcommand_from " + std::string(command.name) + "' -l ";
        for (const OptionRow* row : options_of(command.bit)) {
            out += start + std::string(row->name);
            if (row->letter != 0) out += std::string(" -s ") + row->letter;
            if (!row->argument.empty()) out += row->choices.empty() ? " -r" : " -x -a " + quoted(row->choices);
            out += " -d " + quoted(row->help) + "\n";
            const std::string opposite = implied_opposite(*row, command.bit);
            if (!opposite.empty()) out += start + opposite + " -d " + quoted("not --" + std::string(row->name)) + "\n";
        }
    }
    return out;
}

}  // namespace newsgraph::cli
