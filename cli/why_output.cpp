#include "cli/why_output.hpp"

#include "cli/json_members.hpp"
#include "cli/table.hpp"
#include "export/escape.hpp"

#include <algorithm>

namespace newsgraph::cli {

namespace {

constexpr std::size_t articles_shown = 5;  // of one id

std::string counted(std::size_t number, const std::string& one) {
    return std::to_string(number) + " " + one + (number == 1 ? "" : "s");
}

std::string listed(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + one_line_of(part);
    return out;
}

// "Lund (3), Karen Lund (2)": most used first.
std::string names_text(const Origin& origin) {
    std::vector<std::pair<std::string, std::uint32_t>> names(origin.names.begin(), origin.names.end());
    std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> parts;
    for (const auto& [name, count] : names) parts.push_back(name + " (" + std::to_string(count) + ")");
    return parts.empty() ? "no name" : listed(parts);
}

std::string origin_text(const Origin& origin) {
    std::vector<std::string> shown = origin.documents;
    std::string more;
    if (shown.size() > articles_shown) {
        more = " and " + std::to_string(shown.size() - articles_shown) + " more";
        shown.resize(articles_shown);
    }
    return "    " + one_line_of(origin.id) + ": " + names_text(origin) + "\n        " + counted(origin.documents.size(), "article") +
           ": " + listed(shown) + more + "\n";
}

std::string merge_text(const NodeMerge& merge) {
    std::string out = "    " + one_line_of(merge.from) + " is " + one_line_of(merge.into) + "\n        " + one_line_of(merge.rule);
    if (!merge.detail.empty() && merge.rule != "decision") out += ": " + one_line_of(merge.detail);
    if (!merge.beside.empty()) out += "; beside both: " + listed(merge.beside);
    return out + "\n";
}

}  // namespace

std::string why_text(const GraphNode& node, const NodeOrigins& origins) {
    std::string out = one_line_of(node.label) + "  " + one_line_of(node.type) + "  " + one_line_of(node.id) + "\nread as\n";
    for (const Origin& origin : origins.read) out += origin_text(origin);
    if (!origins.merges.empty()) out += "joined, for\n";
    for (const NodeMerge& merge : origins.merges) out += merge_text(merge);
    if (!origins.decisions.empty()) out += "decided\n";
    for (const Decision& decision : origins.decisions) {
        out += "    " + one_line_of(decision.kind) + " " + one_line_of(decision.subject) + " " + one_line_of(decision.object) + "\n";
    }
    return out;
}

std::string why_json(const GraphNode& node, const NodeOrigins& origins) {
    rapidjson::StringBuffer buffer;
    JsonWriter writer(buffer);
    writer.StartObject();
    name_members(writer, node);
    member(writer, "mentions", std::uint64_t{node.mentions});
    member(writer, "documents", std::uint64_t{node.documents});
    objects(writer, "read", origins.read, [&](const Origin& origin) {
        member(writer, "id", origin.id);
        objects(writer, "names", origin.names, [&](const auto& name) {
            member(writer, "text", name.first);
            member(writer, "count", std::uint64_t{name.second});
        });
        member(writer, "documents", origin.documents);
    });
    objects(writer, "merges", origins.merges, [&](const NodeMerge& merge) {
        member(writer, "from", merge.from);
        member(writer, "into", merge.into);
        member(writer, "rule", merge.rule);
        member(writer, "detail", merge.detail);
        member(writer, "beside", merge.beside);
    });
    objects(writer, "decisions", origins.decisions, [&](const Decision& decision) {
        member(writer, "kind", decision.kind);
        member(writer, "subject", decision.subject);
        member(writer, "object", decision.object);
    });
    writer.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace newsgraph::cli
