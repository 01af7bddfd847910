#include "cli/command_line.hpp"

#include "cli/suggest.hpp"
#include "cli/usage_error.hpp"

#include <boost/program_options.hpp>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <optional>

namespace newsgraph::cli {

namespace po = boost::program_options;

namespace {

std::string hint(const CommandRow& command) {
    return "'newsgraph " + std::string(command.name) + " --help' lists the options";
}

po::options_description description_of(const CommandRow& command) {
    po::options_description description;
    for (const OptionRow* row : options_of(command.bit)) {
        std::string name(row->name);
        if (row->letter != 0) name += std::string(",") + row->letter;
        if (row->kind == OptionKind::flag) {
            description.add_options()(name.c_str(), "");
            if (const std::string opposite = implied_opposite(*row, command.bit); !opposite.empty()) {
                description.add_options()(opposite.c_str(), "");
            }
        } else {
            description.add_options()(name.c_str(), po::value<std::string>(), "");
        }
    }
    description.add_options()("arguments", po::value<std::vector<std::string>>());
    return description;
}

std::vector<std::string_view> long_names(const CommandRow& command) {
    std::vector<std::string_view> names;
    for (const OptionRow* row : options_of(command.bit)) names.push_back(row->name);
    return names;
}

[[noreturn]] void fail_unknown(const CommandRow& command, const std::string& option) {
    const std::string written = option.substr(0, option.find('='));
    const std::string name = written.substr(std::min(written.find_first_not_of('-'), written.size()));
    std::string near = name.size() > 1 ? nearest(name, long_names(command)) : "";
    if (!near.empty()) near = " (did you mean '--" + near + "'?)";
    throw UsageError("unknown option '" + written + "'" + near, hint(command));
}

po::parsed_options parse(const CommandRow& command, const std::vector<std::string>& words) {
    const po::options_description description = description_of(command);
    po::positional_options_description positions;
    positions.add("arguments", -1);
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    try {
        // The parser keeps a reference to the description, so it must not outlive this block.
        po::parsed_options parsed =
            po::command_line_parser(words).options(description).positional(positions).style(style).run();
        parsed.description = nullptr;
        return parsed;
    } catch (const po::unknown_option& error) {
        fail_unknown(command, error.get_option_name());
    } catch (const po::invalid_command_line_syntax& error) {
        const std::string option = "option '" + error.get_option_name() + "'";
        if (error.kind() == po::invalid_syntax::extra_parameter) throw UsageError(option + " takes no value", hint(command));
        throw UsageError(option + " needs a value", hint(command));
    } catch (const po::error& error) {
        throw UsageError(error.what(), hint(command));
    }
}

std::vector<std::string> parts_of(const std::string& value) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= value.size();) {
        const std::size_t comma = std::min(value.find(',', begin), value.size());
        if (comma > begin) parts.push_back(value.substr(begin, comma - begin));
        begin = comma + 1;
    }
    return parts;
}

template <typename Number>
std::optional<Number> number(const std::string& value) {
    Number result{};
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
    if (error != std::errc() || end != value.data() + value.size()) return {};
    return result;
}

void check_choice(const OptionRow& row, std::string_view value) {
    const auto known = words_of(row.choices);
    if (std::find(known.begin(), known.end(), value) != known.end()) return;
    std::string list;
    for (const auto word : known) list += (list.empty() ? "" : ", ") + std::string(word);
    throw UsageError("option '--" + std::string(row.name) + "': unknown value '" + std::string(value) + "'" + did_you_mean(value, known),
                     "it can be " + list);
}

void check(const CommandRow& command, const OptionRow& row, const std::string& value) {
    const std::string where = "option '--" + std::string(row.name) + "': '" + value + "' is no ";
    switch (row.kind) {
        case OptionKind::flag:
        case OptionKind::text:
        case OptionKind::list: break;
        case OptionKind::count:
            if (!number<std::size_t>(value)) throw UsageError(where + "whole number", hint(command));
            break;
        case OptionKind::share: {
            const auto found = number<double>(value);
            if (!found || !(*found >= 0.0 && *found <= 1.0)) throw UsageError(where + "number from 0 to 1", hint(command));
            break;
        }
        case OptionKind::choice: check_choice(row, value); break;
        case OptionKind::choices:
            for (const std::string& part : parts_of(value)) check_choice(row, part);
            break;
    }
}

}  // namespace

CommandLine::CommandLine(const CommandRow& command, const std::vector<std::string>& words) : command_(&command) {
    for (const po::option& option : parse(command, words).options) {
        if (option.string_key == "arguments" || option.position_key >= 0) {
            arguments_.insert(arguments_.end(), option.value.begin(), option.value.end());
            continue;
        }
        const bool written_long = !option.original_tokens.empty() && option.original_tokens.front().starts_with("--");
        if (option.string_key == "help" && written_long) long_help_ = true;
        // A switch and its opposite: the last one counts.
        const auto rows = options_of(command.bit);
        const auto named = [&](const std::string& name) {
            return std::any_of(rows.begin(), rows.end(), [&](const OptionRow* row) { return row->name == name; });
        };
        values_.erase(opposite_of(option.string_key));
        if (!named(option.string_key)) continue;
        auto& values = values_[option.string_key];
        for (const std::string& value : option.value) {
            check(command, row(option.string_key), value);
            values.push_back(value);
        }
    }
}

const OptionRow& CommandLine::row(std::string_view option) const {
    for (const OptionRow* row : options_of(command_->bit)) {
        if (row->name == option) return *row;
    }
    assert(!"an option that the command does not have");
    return option_table().front();
}

bool CommandLine::has(std::string_view option) const {
    return values_.find(option) != values_.end();
}

std::string CommandLine::text(std::string_view option) const {
    const auto found = values_.find(option);
    if (found == values_.end() || found->second.empty()) return std::string(row(option).fallback);
    return found->second.back();
}

std::size_t CommandLine::count(std::string_view option) const {
    return number<std::size_t>(text(option)).value_or(0);
}

double CommandLine::share(std::string_view option) const {
    return number<double>(text(option)).value_or(0.0);
}

std::vector<std::string> CommandLine::list(std::string_view option) const {
    const auto found = values_.find(option);
    if (found == values_.end() || row(option).kind == OptionKind::choices) return parts_of(text(option));
    std::vector<std::string> parts;
    for (const std::string& value : found->second) {
        for (std::string& part : parts_of(value)) parts.push_back(std::move(part));
    }
    return parts;
}

}  // namespace newsgraph::cli
