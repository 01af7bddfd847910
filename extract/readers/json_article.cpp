#include "extract/readers/json_article.hpp"

#include "extract/base/json.hpp"
#include "extract/readers/dates.hpp"
#include "extract/readers/markup.hpp"
#include "extract/readers/text.hpp"

#include <array>
#include <initializer_list>
#include <span>

namespace newsgraph::readers {

namespace {

using Json = rapidjson::Value;

// Names are compared without case, '_' and '-': publishedAt, published_at and PublishedAt are one name.
bool same_name(std::string_view field, std::string_view name) {
    std::size_t at = 0;
    for (const char c : field) {
        if (c == '_' || c == '-') continue;
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (at == name.size() || name[at++] != lower) return false;
    }
    return at == name.size();
}

std::string_view string_of(const Json& value) {
    return value.IsString() ? std::string_view(value.GetString(), value.GetStringLength()) : std::string_view{};
}

constexpr std::array<std::string_view, 7> body_names = {"text",        "body",        "content", "maintext",
                                                        "articlebody", "description", "summary"};

std::string text_of(const Json& value);

// "a", ["a", "b"], {"name": "a"}; "" for anything else.
std::string list_of(const Json& value) {
    std::string joined;
    for (const auto& part : value.GetArray()) {
        const std::string_view text = string_of(part);
        if (text.empty()) continue;
        if (!joined.empty()) joined += "\n\n";
        joined += text;
    }
    return joined;
}

std::string text_of(const Json& value) {
    if (value.IsString()) return std::string(string_of(value));
    if (value.IsArray()) return list_of(value);
    if (value.IsObject()) {
        const auto name = value.FindMember("name");
        if (name != value.MemberEnd()) return std::string(string_of(name->value));
    }
    return {};
}

// The first of the names, in this order, that has a usable value.
std::string field(const Json& object, std::span<const std::string_view> names) {
    for (const std::string_view name : names) {
        for (auto member = object.MemberBegin(); member != object.MemberEnd(); ++member) {
            if (!same_name(string_of(member->name), name)) continue;
            std::string text = text_of(member->value);
            if (!text.empty()) return text;
        }
    }
    return {};
}

std::string field(const Json& object, std::initializer_list<std::string_view> names) {
    return field(object, std::span(names.begin(), names.size()));
}

bool has_empty_text(const Json& object) {
    const auto member = object.FindMember("text");
    return member != object.MemberEnd() && member->value.IsString();
}

std::string parse_error(const rapidjson::Document& document, std::string_view json) {
    const std::string column = std::to_string(document.GetErrorOffset() + 1);
    if (document.GetErrorOffset() >= json.size() ||
        json.find_first_not_of(" \t\r\n", document.GetErrorOffset()) == std::string_view::npos) {
        return "the JSON ends early, at byte " + column;
    }
    std::string reason = rapidjson::GetParseError_En(document.GetParseError());
    if (!reason.empty() && reason.back() == '.') reason.pop_back();
    return "no JSON: " + reason + ", at byte " + column;
}

// A number will do.
std::string id_field(const Json& object) {
    for (auto member = object.MemberBegin(); member != object.MemberEnd(); ++member) {
        if (same_name(string_of(member->name), "id") && member->value.IsInt64()) {
            return std::to_string(member->value.GetInt64());
        }
    }
    return field(object, {"id", "doc"});
}

// Why an object has no text: none of the fields is there, or one is and holds something else.
std::string why_no_text(const Json& object) {
    for (const std::string_view name : body_names) {
        for (auto member = object.MemberBegin(); member != object.MemberEnd(); ++member) {
            if (same_name(string_of(member->name), name) && !member->value.IsString()) {
                return "no text: the field '" + std::string(string_of(member->name)) + "' is of another type";
            }
        }
    }
    return "no text (fields text, body, content, maintext, articleBody)";
}

std::string date_field(const Json& object) {
    std::string found = iso_date(field(object, {"date", "datepublished", "publisheddate", "datepublish", "publishedat",
                                                "published", "publicationdate", "pubdate"}));
    if (!found.empty()) return found;
    const auto meta = object.FindMember("meta");
    return meta != object.MemberEnd() && meta->value.IsObject() ? iso_date(field(meta->value, {"date"})) : std::string();
}

std::string source_field(const Json& object) {
    std::string found =
        field(object, {"source", "publisher", "outlet", "sitename", "domain", "sourcedomain", "domainurl"});
    const auto meta = object.FindMember("meta");
    if (found.empty() && meta != object.MemberEnd() && meta->value.IsObject()) {
        found = field(meta->value, {"outlet", "source"});
    }
    return found;
}

}  // namespace

InputItem item_from_json(std::string_view json, const std::string& place) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());  // deep nesting must not eat the stack
    if (document.HasParseError()) return BadInput{place, place, parse_error(document, json)};
    if (!document.IsObject()) return BadInput{place, place, "not a JSON object"};
    if (document.HasMember("doc") && document.HasMember("entities")) return RecordLine{std::string(json), place};

    if (!document.HasMember("text") && document.HasMember("doc") && document.HasMember("error")) {
        // `extract --on-error record` wrote it: the trouble goes on with the pipe.
        return BadInput{text_of(document["doc"]), place, text_of(document["error"])};
    }

    Article article;
    article.place = place;
    article.title = field(document, {"title", "headline"});
    article.date = date_field(document);
    article.source = source_field(document);
    article.url = field(document, {"url", "link"});
    article.id = id_field(document);
    if (article.id.empty()) article.id = article.url.empty() ? place : article.url;
    std::string body = field(document, body_names);
    if (body.empty() && article.title.empty() && !has_empty_text(document)) {
        return BadInput{article.id, place, why_no_text(document)};
    }
    if (is_html(body) || is_html(article.title)) {
        article.title = text_of_html(article.title);
        body = text_of_html(body);
    }
    if (article.date.empty()) article.date = dateline_date(std::string_view(body).substr(0, body.find('\n')));
    article.text = join_title(article.title, body);
    return article;
}

}  // namespace newsgraph::readers
