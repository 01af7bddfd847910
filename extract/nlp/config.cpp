#include "extract/nlp/config.hpp"

#include "extract/base/error.hpp"
#include "extract/base/json.hpp"

namespace newsgraph::nlp {

namespace {

// Deeper than any value of a config; what handles values calls itself once a level.
constexpr int max_depth = 32;

std::string_view trim(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

rapidjson::Document parse(const std::string& json) {
    rapidjson::Document document;
    document.Parse<json::strict_parse>(json.data(), json.size());
    return document;
}

bool is_nested_too_deep(std::string_view json) {
    int depth = 0;
    bool in_text = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (in_text && c == '\\') ++i;
        if (c == '"') in_text = !in_text;
        if (in_text) continue;
        if (c == '[' || c == '{') ++depth;
        if (c == ']' || c == '}') --depth;
        if (depth > max_depth) return true;
    }
    return false;
}

std::string to_text(const rapidjson::Value& value) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    value.Accept(writer);
    return {buffer.GetString(), buffer.GetSize()};
}

std::string_view view(const rapidjson::Value& value) {
    return {value.GetString(), value.GetStringLength()};
}

// "${a.b.c}" or the older "${a.b:c}" as a key; "" if the text is no reference.
std::string referenced_key(std::string_view text) {
    if (!text.starts_with("${") || !text.ends_with("}")) return {};
    std::string key(text.substr(2, text.size() - 3));
    for (char& c : key) {
        if (c == ':') c = '.';
    }
    return key;
}

}  // namespace

Config::Config(std::string_view text, std::string path) : path_(std::move(path)) {
    std::string section;
    std::size_t line_number = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const auto end = std::min(text.find('\n', offset), text.size());
        const auto line = trim(text.substr(offset, end - offset));
        offset = end + 1;
        ++line_number;
        if (line.empty() || line.starts_with('#') || line.starts_with(';')) continue;
        if (line.starts_with('[') && line.ends_with(']')) {
            section = std::string(line.substr(1, line.size() - 2)) + ".";
            continue;
        }
        const auto equals = line.find('=');
        if (equals == std::string_view::npos) {
            throw FormatError(path_ + ":" + std::to_string(line_number) + ": neither a [section] nor a key = value line");
        }
        add(section + std::string(trim(line.substr(0, equals))), std::string(trim(line.substr(equals + 1))), line_number);
    }
}

void Config::add(const std::string& key, const std::string& json, std::size_t line) {
    if (!referenced_key(json).empty()) {
        values_[key] = json;
        return;
    }
    if (is_nested_too_deep(json)) {
        throw FormatError(path_ + ":" + std::to_string(line) + ": the value of '" + key + "' is nested too deep");
    }
    const auto document = parse(json);
    if (document.HasParseError()) {
        // Only what is read later has to be JSON: training settings may hold references inside of text.
        if (json.find("${") != std::string::npos) return;
        throw FormatError(path_ + ":" + std::to_string(line) + ": the value of '" + key + "' is no JSON");
    }
    if (!document.IsObject()) {
        values_[key] = json;
        return;
    }
    for (auto member = document.MemberBegin(); member != document.MemberEnd(); ++member) {
        add(key + "." + std::string(view(member->name)), to_text(member->value), line);
    }
}

const std::string& Config::value(std::string_view key) const {
    static const std::string null = "null";
    std::string name(key);
    for (int steps = 0; steps < 16; ++steps) {  // a reference may name another one; a circle ends here
        const auto found = values_.find(name);
        if (found == values_.end()) return null;
        const auto next = referenced_key(found->second);
        if (next.empty()) return found->second;
        name = next;
    }
    throw FormatError(path_ + ": '" + std::string(key) + "' refers to itself");
}

void Config::fail(std::string_view key, std::string_view expected) const {
    throw FormatError(path_ + ": '" + std::string(key) + "' is " + value(key) + ", expected " + std::string(expected));
}

bool Config::has(std::string_view key) const {
    return value(key) != "null";
}

std::string Config::text(std::string_view key) const {
    const auto document = parse(value(key));
    if (!document.IsString()) fail(key, "text");
    return std::string(view(document));
}

std::size_t Config::size(std::string_view key) const {
    const auto document = parse(value(key));
    if (!document.IsUint()) fail(key, "a whole number");
    return document.GetUint();
}

std::size_t Config::positive(std::string_view key) const {
    const std::size_t number = size(key);
    if (number == 0) fail(key, "a number above 0");
    return number;
}

bool Config::boolean(std::string_view key) const {
    const auto document = parse(value(key));
    if (!document.IsBool()) fail(key, "true or false");
    return document.GetBool();
}

std::vector<std::string> Config::texts(std::string_view key) const {
    const auto document = parse(value(key));
    if (!document.IsArray()) fail(key, "a list of texts");
    std::vector<std::string> result;
    for (const auto& element : document.GetArray()) {
        if (!element.IsString()) fail(key, "a list of texts");
        result.emplace_back(view(element));
    }
    return result;
}

std::vector<std::size_t> Config::sizes(std::string_view key) const {
    const auto document = parse(value(key));
    if (!document.IsArray()) fail(key, "a list of whole numbers");
    std::vector<std::size_t> result;
    for (const auto& element : document.GetArray()) {
        if (!element.IsUint()) fail(key, "a list of whole numbers");
        result.push_back(element.GetUint());
    }
    return result;
}

void Config::require(std::string_view key, std::string_view expected) const {
    const auto document = parse(value(key));
    if (!document.IsString() || view(document) != expected) fail(key, "\"" + std::string(expected) + "\"");
}

}  // namespace newsgraph::nlp
