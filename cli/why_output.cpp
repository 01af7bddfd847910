#include "cli/why_output.hpp"

#include "cli/table.hpp"
#include "export/escape.hpp"
#include "extract/base/json.hpp"

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

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void member(Writer& writer, const char* key, const std::string& value) {
    if (value.empty()) return;
    writer.Key(key);
    writer.String(clean_text(value));
}

void member(Writer& writer, const char* key, const std::vector<std::string>& values) {
    if (values.empty()) return;
    writer.Key(key);
    writer.StartArray();
    for (const std::string& value : values) writer.String(clean_text(value));
    writer.EndArray();
}

void number(Writer& writer, const char* key, std::uint32_t value) {
    writer.Key(key);
    writer.Uint(value);
}

template <typename Items, typename Write>
void objects(Writer& writer, const char* key, const Items& items, const Write& write) {
    writer.Key(key);
    writer.StartArray();
    for (const auto& item : items) {
        writer.StartObject();
        write(item);
        writer.EndObject();
    }
    writer.EndArray();
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
    Writer writer(buffer);
    writer.StartObject();
    member(writer, "id", node.id);
    member(writer, "label", node.label);
    member(writer, "type", node.type);
    number(writer, "mentions", node.mentions);
    number(writer, "documents", node.documents);
    objects(writer, "read", origins.read, [&](const Origin& origin) {
        member(writer, "id", origin.id);
        objects(writer, "names", origin.names, [&](const auto& name) {
            member(writer, "text", name.first);
            number(writer, "count", name.second);
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
