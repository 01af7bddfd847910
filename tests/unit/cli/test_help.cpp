#include "cli/help.hpp"
#include "cli/manual.hpp"

#include "cli/option_table.hpp"
#include "cli/suggest.hpp"
#include "export/formats.hpp"
#include "extract/base/utf8.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace newsgraph;
using namespace newsgraph::cli;

namespace {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto newline = text.find('\n');
        REQUIRE(newline != std::string_view::npos);  // every text ends with a newline
        lines.emplace_back(text.substr(0, newline));
        text.remove_prefix(newline + 1);
    }
    return lines;
}

std::vector<std::string> every_help() {
    std::vector<std::string> texts = {overview()};
    for (const CommandRow& command : command_table()) {
        texts.push_back(short_help(command));
        texts.push_back(long_help(command));
    }
    for (const HelpTopic& topic : help_topics()) texts.push_back(topic.text());
    return texts;
}

}  // namespace

TEST_CASE("help fits a terminal of 80 columns", "[cli]") {
    for (const std::string& text : every_help()) {
        for (const std::string& line : lines_of(text)) {
            INFO(line);
            CHECK(utf8::length(line) <= 79);
            CHECK((line.empty() || line.back() != ' '));
        }
    }
}

TEST_CASE("short help fits a small terminal window", "[cli]") {
    for (const CommandRow& command : command_table()) {
        INFO(command.name);
        CHECK(lines_of(short_help(command)).size() <= 28);
    }
}

TEST_CASE("long help has every option of its command, and no other", "[cli]") {
    for (const CommandRow& command : command_table()) {
        const std::string text = long_help(command);
        for (const OptionRow& row : option_table()) {
            if ((row.commands & command.bit) == 0) continue;
            INFO(command.name << " --" << row.name);
            const std::string name = "--" + std::string(row.name) + (row.argument.empty() ? "" : " " + std::string(row.argument));
            CHECK((text.find("      " + name + " ") != std::string::npos || text.find(", " + name + " ") != std::string::npos));
            CHECK(text.find(row.help) != std::string::npos);
            for (const auto choice : words_of(row.choices)) {
                INFO(choice);
                CHECK(text.find(choice) != std::string::npos);
            }
        }
        CHECK(text.find("EXAMPLES") != std::string::npos);
        CHECK(text.find(command.details) != std::string::npos);
    }
}

TEST_CASE("short help leaves out only what every command has, and opposites of switches", "[cli]") {
    for (const CommandRow& command : command_table()) {
        const std::string text = short_help(command);
        for (const OptionRow* row : options_of(command.bit)) {
            INFO(command.name << " --" << row->name);
            const bool there = text.find("--" + std::string(row->name)) != std::string::npos;
            const bool opposite = row->name.starts_with("no-") && text.find("--" + std::string(row->name.substr(3)) + " ") != std::string::npos;
            CHECK((there || opposite || row->group == OptionGroup::common));
        }
    }
}

TEST_CASE("the overview names every command", "[cli]") {
    const std::string text = overview();
    for (const CommandRow& command : command_table()) {
        CHECK(text.find("\n  " + std::string(command.name) + " ") != std::string::npos);
        CHECK(text.find(command.summary) != std::string::npos);
    }
}

TEST_CASE("help on help names every topic", "[cli]") {
    const std::string text = long_help(*find_command("help"));
    const auto topics = help_topics();
    CHECK(topics.size() >= 3);
    for (const HelpTopic& topic : topics) CHECK(text.find("\n  " + std::string(topic.name) + " ") != std::string::npos);
    CHECK(std::is_sorted(topics.begin(), topics.end(), [](const auto& a, const auto& b) { return a.name < b.name; }));
}

TEST_CASE("the help on formats has every format of the table", "[cli]") {
    const auto topics = help_topics();
    const auto formats = std::find_if(topics.begin(), topics.end(), [](const auto& topic) { return topic.name == "formats"; });
    REQUIRE(formats != topics.end());
    for (const GraphFormat& format : graph_formats()) {
        CHECK(formats->text().find("  " + std::string(format.name) + " ") != std::string::npos);
    }
}

TEST_CASE("examples use commands and options that are there", "[cli]") {
    for (const CommandRow& command : command_table()) {
        for (const std::string& line : lines_of(std::string(command.examples) + "\n")) {
            INFO(line);
            const auto words = words_of(line);
            const CommandRow* current = nullptr;
            for (std::size_t i = 0; i < words.size(); ++i) {
                if (words[i] == "newsgraph") current = i + 1 < words.size() ? find_command(words[i + 1]) : nullptr;
                if (words[i] == "newsgraph") CHECK(current != nullptr);
                if (words[i] == "|") current = nullptr;
                if (current == nullptr || !words[i].starts_with("--")) continue;
                const auto options = options_of(current->bit);
                CHECK(std::any_of(options.begin(), options.end(), [&](const OptionRow* row) { return row->name == words[i].substr(2); }));
            }
        }
    }
}

TEST_CASE("man pages and completions have every option of every command", "[cli]") {
    const std::string bash = bash_completion();
    const std::string zsh = zsh_completion();
    const std::string fish = fish_completion();
    for (const CommandRow& command : command_table()) {
        const std::string page = manual(command);
        CHECK(manual().find("newsgraph\\-" + std::string(command.name)) != std::string::npos);
        for (const OptionRow* row : options_of(command.bit)) {
            INFO(command.name << " --" << row->name);
            std::string escaped;
            for (const char c : row->name) escaped += c == '-' ? std::string("\\-") : std::string(1, c);
            CHECK(page.find("\\fB\\-\\-" + escaped + "\\fR") != std::string::npos);
            CHECK(bash.find("--" + std::string(row->name)) != std::string::npos);
            CHECK(zsh.find("--" + std::string(row->name)) != std::string::npos);
            const std::string seen = "__fish_seen_subcommand_from " + std::string(command.name) + "' -l " + std::string(row->name);
            CHECK(fish.find(seen) != std::string::npos);
            const std::string opposite = "--" + implied_opposite(*row, command.bit);
            CHECK(bash.find(opposite) != std::string::npos);
            CHECK(zsh.find("'" + opposite) != std::string::npos);
        }
    }
}

TEST_CASE("no line of a man page is taken for a request by accident", "[cli]") {
    for (const CommandRow& command : command_table()) {
        for (const std::string& line : lines_of(manual(command))) {
            INFO(line);
            CHECK((line.empty() || line[0] != '\''));
            CHECK((line.empty() || line[0] != '.' || line.starts_with(".TH ") || line.starts_with(".SH ") || line.starts_with(".TP") ||
                   line.starts_with(".nf") || line.starts_with(".fi") || line.starts_with(".BR ")));
        }
    }
}
