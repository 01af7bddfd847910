#include "graph/kept_lists.hpp"

#include "extract/base/error.hpp"
#include "extract/base/json.hpp"

namespace newsgraph::detail {

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write(Writer& writer, const std::string& text) {
    writer.String(text);
}

void write(Writer& writer, const std::vector<std::string>& list) {
    writer.StartArray();
    for (const std::string& text : list) {
        writer.String(text);
    }
    writer.EndArray();
}

void write(Writer& writer, const NodeMerge& merge) {
    writer.StartArray();
    for (const std::string* text : {&merge.from, &merge.into, &merge.rule, &merge.detail}) {
        writer.String(*text);
    }
    write(writer, merge.beside);
    writer.EndArray();
}

void write(Writer& writer, const Decision& decision) {
    write(writer, std::vector<std::string>{decision.kind, decision.subject, decision.object});
}

template <typename Thing>
std::string list_of(const std::vector<Thing>& things) {
    if (things.empty()) {
        return "[]";
    }
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    writer.StartArray();
    for (const Thing& thing : things) {
        write(writer, thing);
    }
    writer.EndArray();
    return {buffer.GetString(), buffer.GetSize()};
}

[[noreturn]] void fail() {
    throw FormatError("the store is damaged: a list in its graph is none");
}


std::string string_of(const rapidjson::Value& value) {
    if (!value.IsString()) {
        fail();
    }
    return {value.GetString(), value.GetStringLength()};
}

std::vector<std::string> strings_of(const rapidjson::Value& list) {
    if (!list.IsArray()) {
        fail();
    }
    std::vector<std::string> out;
    for (const rapidjson::Value& value : list.GetArray()) {
        out.push_back(string_of(value));
    }
    return out;
}

rapidjson::Document parsed(const std::string& text) {
    rapidjson::Document list;
    list.Parse<json::strict_parse>(text);
    if (list.HasParseError() || !list.IsArray()) {
        fail();
    }
    return list;
}

}  // namespace

std::string to_json(const std::vector<std::string>& list) {
    return list_of(list);
}

std::string to_json(const std::vector<NodeMerge>& merges) {
    return list_of(merges);
}

std::string to_json(const Decisions& decisions) {
    return list_of(decisions);
}

std::vector<std::string> strings_from_json(const std::string& text) {
    return text == "[]" ? std::vector<std::string>{} : strings_of(parsed(text));
}

std::vector<NodeMerge> merges_from_json(const std::string& text) {
    std::vector<NodeMerge> out;
    if (text == "[]") {
        return out;
    }
    constexpr rapidjson::SizeType texts = 4;
    const rapidjson::Document list = parsed(text);
    for (const rapidjson::Value& value : list.GetArray()) {
        if (!value.IsArray() || value.Size() != texts + 1) {
            fail();
        }
        out.push_back({string_of(value[0]), string_of(value[1]), string_of(value[2]), string_of(value[3]), strings_of(value[texts])});
    }
    return out;
}

}  // namespace newsgraph::detail
