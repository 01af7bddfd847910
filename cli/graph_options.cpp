#include "cli/graph_options.hpp"

#include "cli/help.hpp"
#include "cli/suggest.hpp"
#include "cli/usage_error.hpp"

namespace newsgraph::cli {

std::set<EdgeStatus> statuses_of(const CommandLine& line) {
    std::set<EdgeStatus> statuses;
    for (const std::string& name : line.list("status")) {
        if (name == "all") return {EdgeStatus::asserted, EdgeStatus::negated, EdgeStatus::unrealized};
        statuses.insert(edge_status(name).value());
    }
    return statuses;
}

OutputStyle style_of(const CommandLine& line) {
    const int chosen = int{line.has("json")} + int{line.has("csv")} + int{line.has("tsv")};
    if (chosen > 1) throw UsageError("--json, --csv and --tsv exclude each other");
    if (line.has("json")) return OutputStyle::json;
    if (line.has("csv")) return OutputStyle::csv;
    return line.has("tsv") ? OutputStyle::tsv : OutputStyle::text;
}

const std::string& graph_argument(const CommandLine& line) {
    const std::string form = "newsgraph " + std::string(line.command().name) + " " + std::string(line.command().usage);
    if (line.arguments().empty()) throw UsageError("no graph", form);
    if (line.arguments().size() > 1) throw UsageError("one graph only: '" + line.arguments()[1] + "' is too many", form);
    return line.arguments().front();
}

std::vector<std::string_view> graph_format_names() {
    std::vector<std::string_view> names;
    for (const GraphFormat& format : graph_formats()) names.push_back(format.name);
    return names;
}

const GraphFormat& graph_format_of(const CommandLine& line) {
    const std::string hint = "'newsgraph help formats' lists the formats";
    const std::string name = line.text("format");
    if (!name.empty()) {
        if (const GraphFormat* format = format_named(name)) return *format;
        throw UsageError("unknown format '" + name + "'" + did_you_mean(name, graph_format_names()), hint);
    }
    const std::string output = line.text("output");
    if (output == "-") throw UsageError("the format must be named for standard output: -f NAME", hint);
    if (const GraphFormat* format = format_of_file(output)) return *format;
    const auto dot = output.find_last_of("./");
    const std::string suffix = dot == std::string::npos || output[dot] == '/' ? "" : output.substr(dot + 1);
    throw UsageError("'" + output + "': its suffix names no format" + did_you_mean(suffix, graph_format_names()) +
                         "; name one with -f",
                     hint);
}

WriteOptions write_options_of(const CommandLine& line) {
    WriteOptions options;
    options.undirected_symmetric = line.has("undirected-symmetric");
    options.strict = line.has("strict");
    return options;
}

std::string formats_help() {
    std::string text = "FORMATS OF GRAPHS (-f NAME, or the suffix of OUT)\n";
    for (const GraphFormat& format : graph_formats()) {
        std::string line = "  " + std::string(format.name);
        line.append(line.size() < 12 ? 12 - line.size() : 1, ' ');
        line += std::string(format.suffix);
        line.append(line.size() < 24 ? 24 - line.size() : 1, ' ');
        // Behind the columns of name and suffix; long descriptions go on below.
        const std::string description = filled(format.description, 24);
        text += line + description.substr(24);
    }
    return text +
           "\nFORMATS OF ARTICLES (-F NAME, or the suffix of the file)\n"
           "  text      .txt .text          one article: title on the first line, then text\n"
           "  md        .md .markdown       the same with a Markdown title\n"
           "  jsonl     .jsonl .ndjson      one article a line\n"
           "  json      .json               one object, or an array of them\n"
           "Each may be packed by gzip: .txt.gz is as .txt.\n";
}

}  // namespace newsgraph::cli
