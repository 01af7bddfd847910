// What the commands are called and what their help says. Constant.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace newsgraph::cli {

// Sets of commands, for the option table.
namespace on {
inline constexpr unsigned build = 1;
inline constexpr unsigned extract = 2;
inline constexpr unsigned annotate = 4;
inline constexpr unsigned neighbors = 8;
inline constexpr unsigned model = 16;
inline constexpr unsigned help = 32;
inline constexpr unsigned export_graph = 64;
inline constexpr unsigned entities = 128;
inline constexpr unsigned relations = 256;
inline constexpr unsigned stats = 512;
inline constexpr unsigned schema = 1024;
inline constexpr unsigned generate = 2048;
inline constexpr unsigned triples = 4096;
inline constexpr unsigned evidence = 1U << 16U;
inline constexpr unsigned path = 1U << 17U;
inline constexpr unsigned top = 1U << 18U;
inline constexpr unsigned timeline = 1U << 19U;
inline constexpr unsigned documents = 1U << 20U;
inline constexpr unsigned diff = 1U << 21U;
inline constexpr unsigned communities = 1U << 22U;
inline constexpr unsigned add = 1U << 23U;
inline constexpr unsigned remove = 1U << 24U;
inline constexpr unsigned merge = 1U << 25U;
inline constexpr unsigned info = 1U << 26U;
inline constexpr unsigned check = 1U << 27U;
inline constexpr unsigned why = 1U << 13U;
inline constexpr unsigned same = 1U << 14U;
inline constexpr unsigned different = 1U << 15U;
inline constexpr unsigned rename = 1U << 28U;
inline constexpr unsigned retype = 1U << 29U;
inline constexpr unsigned decisions = same | different | rename | retype;
inline constexpr unsigned articles = build | extract | annotate | triples;
inline constexpr unsigned statements = evidence | timeline;
inline constexpr unsigned questions = statements | path | top | documents | diff | communities;
inline constexpr unsigned filters = neighbors | export_graph | (questions & ~documents);
inline constexpr unsigned lists = entities | relations;  // what there is
inline constexpr unsigned stores = add | remove | merge | info | check;
inline constexpr unsigned every =
    articles | stores | decisions | neighbors | why | questions | lists | stats | export_graph | schema | model | generate | help;
}  // namespace on

struct CommandRow {
    std::string_view name;
    unsigned bit;
    std::string_view summary;   // one line, for the list of commands
    std::string_view usage;     // calling forms, one a line, without "newsgraph NAME"
    std::string_view examples;  // shell lines
    std::string_view details;   // paragraphs of the long help
};

std::span<const CommandRow> command_table();

// nullptr if there is none.
const CommandRow* find_command(std::string_view name);

std::vector<std::string_view> command_names();

}  // namespace newsgraph::cli
