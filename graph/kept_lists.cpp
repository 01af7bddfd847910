#include "graph/kept_lists.hpp"

#include "extract/base/error.hpp"
#include "extract/base/json.hpp"

#include <algorithm>
#include <optional>
#include <utility>

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

rapidjson::Document parsed(std::string_view text) {
    rapidjson::Document list;
    list.Parse<json::strict_parse>(text.data(), text.size());
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

namespace {

// A list as to_json() writes it, of texts in which nothing is escaped: ["a","b"]. Most are, and there are many.
std::optional<std::vector<std::string>> plain_strings(std::string_view text) {
    constexpr std::string_view between = "\",\"";
    if (text.size() < 4 || !text.starts_with("[\"") || !text.ends_with("\"]") || text.find('\\') != std::string_view::npos) {
        return std::nullopt;
    }
    text.remove_prefix(2);
    text.remove_suffix(2);
    std::vector<std::string> out;
    while (true) {
        const std::size_t end = std::min(text.find('"'), text.size());
        const std::string_view item = text.substr(0, end);
        if (std::any_of(item.begin(), item.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; })) {
            return std::nullopt;
        }
        out.emplace_back(item);
        text.remove_prefix(end);
        if (text.empty()) {
            return out;
        }
        if (!text.starts_with(between)) {
            return std::nullopt;
        }
        text.remove_prefix(between.size());
    }
}

}  // namespace

std::vector<std::string> strings_from_json(std::string_view text) {
    if (text == "[]") {
        return {};
    }
    std::optional<std::vector<std::string>> plain = plain_strings(text);
    return plain ? std::move(*plain) : strings_of(parsed(text));
}

std::vector<NodeMerge> merges_from_json(std::string_view text) {
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
