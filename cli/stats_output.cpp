#include "cli/stats_output.hpp"

#include "cli/json_members.hpp"
#include "cli/table.hpp"
#include "export/escape.hpp"
#include "extract/base/utf8.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace newsgraph::cli {

namespace {

constexpr std::size_t number_column = 26;  // numbers end here

using Counts = std::vector<std::pair<std::string, std::size_t>>;

// Largest first, equal ones by name.
Counts largest_first(const std::map<std::string, std::size_t>& counts) {
    Counts sorted(counts.begin(), counts.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return sorted;
}

std::string quad_name(std::string_view quad) {
    if (quad == "VC") return "verbal cooperation";
    if (quad == "MC") return "material cooperation";
    if (quad == "VX") return "verbal conflict";
    if (quad == "MX") return "material conflict";
    return quad.empty() ? "neither" : std::string(quad);
}

std::string number_line(const std::string& name, std::uint64_t number) {
    const std::string clean = one_line_of(name);
    const std::string digits = std::to_string(number);
    const std::size_t length = utf8::length(clean) + digits.size();
    return clean + std::string(length < number_column ? number_column - length : 1, ' ') + digits;
}

std::string counted(std::size_t number, const std::string& one) {
    return std::to_string(number) + " " + one + (number == 1 ? "" : "s");
}

std::string percent(std::size_t part, std::size_t whole) {
    return std::to_string(whole == 0 ? 0 : (100 * part + whole / 2) / whole) + " %";
}

std::string dates_line(const GraphSummary& summary) {
    if (summary.first_date.empty()) return {};
    return "from " + one_line_of(summary.first_date) + " to " + one_line_of(summary.last_date) + "\n";
}

void members(JsonWriter& writer, const char* name, const Counts& counts) {
    writer.Key(name);
    writer.StartObject();
    for (const auto& [key, count] : counts) {
        const std::string name_of_part = key.empty() ? "none" : clean_text(key);
        writer.Key(name_of_part.data(), static_cast<rapidjson::SizeType>(name_of_part.size()));
        writer.Uint64(count);
    }
    writer.EndObject();
}

Counts by_status(const GraphSummary& summary) {
    Counts counts;
    for (const auto& [status, count] : summary.edges_by_status) counts.emplace_back(to_string(status), count);
    return counts;
}

}  // namespace

std::string stats_text(const GraphSummary& summary) {
    std::string text = number_line("nodes", summary.nodes) + "\n";
    for (const auto& [type, count] : largest_first(summary.nodes_by_type)) {
        text += number_line("  " + (type.empty() ? "(no type)" : type), count) + "\n";
    }
    text += number_line("edges", summary.edges) + "\n";
    for (const auto& [status, count] : by_status(summary)) text += number_line("  " + status, count) + "\n";
    if (summary.edges > 0) text += "events of edges\n";
    for (const auto& [quad, count] : largest_first(summary.edges_by_quad)) {
        text += number_line("  " + quad_name(quad), count) + "\n";
    }
    text += number_line("statements", summary.statements) + "\n";
    if (summary.articles) {
        text += number_line("articles", *summary.articles) + "\n" + number_line("  dated", summary.dated_articles) + "  (" +
                percent(summary.dated_articles, *summary.articles) + ")\n";
    }
    text += dates_line(summary);
    text += number_line("connected parts", summary.components);
    if (summary.components > 0) {
        text += "  (the largest has " + counted(summary.largest_component, "node") + ", " +
                percent(summary.largest_component, summary.nodes) + ")";
    }
    return text + "\n" + number_line("nodes without edges", summary.isolated) + "\n";
}

std::string stats_json(const GraphSummary& summary) {
    rapidjson::StringBuffer buffer;
    JsonWriter writer(buffer);
    writer.StartObject();
    member(writer, "nodes", summary.nodes);
    members(writer, "nodes_by_type", largest_first(summary.nodes_by_type));
    member(writer, "edges", summary.edges);
    members(writer, "edges_by_status", by_status(summary));
    members(writer, "edges_by_quad", largest_first(summary.edges_by_quad));
    member(writer, "statements", summary.statements);
    if (summary.articles) {
        member(writer, "articles", *summary.articles);
        member(writer, "dated_articles", summary.dated_articles);
    }
    member(writer, "first_date", summary.first_date);
    member(writer, "last_date", summary.last_date);
    member(writer, "components", summary.components);
    member(writer, "largest_component", summary.largest_component);
    member(writer, "isolated_nodes", summary.isolated);
    writer.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace newsgraph::cli
