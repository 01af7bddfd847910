// Members of the JSON objects that commands print: what is empty is left out, numbers are the same on every machine.
#pragma once

#include "extract/base/json.hpp"
#include "graph/knowledge_graph.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace newsgraph::cli {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

void member(JsonWriter& writer, const char* name, const std::string& value);
void member(JsonWriter& writer, const char* name, const std::vector<std::string>& values);
void member(JsonWriter& writer, const char* name, std::uint64_t value);
void fraction(JsonWriter& writer, const char* name, double value);

// A member that holds an array of objects; `write` adds the members of one.
template <typename Items, typename Write>
void objects(JsonWriter& writer, const char* name, const Items& items, const Write& write) {
    writer.Key(name);
    writer.StartArray();
    for (const auto& item : items) {
        writer.StartObject();
        write(item);
        writer.EndObject();
    }
    writer.EndArray();
}

// id, label and type.
void name_members(JsonWriter& writer, const GraphNode& node);

}  // namespace newsgraph::cli
