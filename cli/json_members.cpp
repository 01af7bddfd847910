#include "cli/json_members.hpp"

#include "export/escape.hpp"

namespace newsgraph::cli {

void member(JsonWriter& writer, const char* name, const std::string& value) {
    if (value.empty()) return;
    writer.Key(name);
    writer.String(clean_text(value));
}

void member(JsonWriter& writer, const char* name, const std::vector<std::string>& values) {
    if (values.empty()) return;
    writer.Key(name);
    writer.StartArray();
    for (const std::string& value : values) writer.String(clean_text(value));
    writer.EndArray();
}

void member(JsonWriter& writer, const char* name, std::uint64_t value) {
    writer.Key(name);
    writer.Uint64(value);
}

void fraction(JsonWriter& writer, const char* name, double value) {
    const std::string text = number_text(value);
    writer.Key(name);
    writer.RawValue(text.data(), text.size(), rapidjson::kNumberType);
}

void name_members(JsonWriter& writer, const GraphNode& node) {
    member(writer, "id", node.id);
    member(writer, "label", node.label);
    member(writer, "type", node.type);
}

}  // namespace newsgraph::cli
