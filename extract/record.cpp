#include "extract/record.hpp"

#include "extract/base/error.hpp"
#include "extract/base/json.hpp"
#include "extract/base/utf8.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <string>

namespace newsgraph {

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;
using Value = rapidjson::Value;

// ---- writing

void write_text(Writer& out, const char* key, const std::string& text) {
    if (text.empty()) {
        return;
    }
    out.Key(key);
    out.String(text);
}

void write_span(Writer& out, TextSpan span) {
    out.StartArray();
    out.Uint(span.begin);
    out.Uint(span.end);
    out.EndArray();
}

void write_ends(Writer& out, TextSpan span, const std::string& text) {
    out.Key("begin");
    out.Uint(span.begin);
    out.Key("end");
    out.Uint(span.end);
    write_text(out, "text", text);
}

// The shortest decimal that reads back as the same number: the standard library's, for RapidJSON's own is not always it.
void write_number(Writer& out, const char* key, double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.Key(key);
    out.RawValue(digits.data(), static_cast<std::size_t>(end - digits.data()), rapidjson::kNumberType);
}

void write_entity(Writer& out, const Entity& entity) {
    out.StartObject();
    out.Key("id");
    out.String(entity.id);
    write_text(out, "node", entity.node);
    write_text(out, "label", entity.label);
    write_text(out, "type", entity.type);
    out.Key("mentions");
    out.StartArray();
    for (const Mention& mention : entity.mentions) {
        out.StartObject();
        write_ends(out, mention.span, mention.text);
        write_text(out, "kind", mention.kind);
        out.EndObject();
    }
    out.EndArray();
    out.EndObject();
}

void write_attribution(Writer& out, const Attribution& attribution) {
    out.Key("attribution");
    out.StartObject();
    write_text(out, "entity", attribution.entity);
    write_text(out, "text", attribution.text);
    out.EndObject();
}

void write_date(Writer& out, const StatementDate& date) {
    out.Key("date");
    out.StartObject();
    write_text(out, "value", date.value);
    write_text(out, "precision", date.precision);
    write_text(out, "text", date.text);
    out.EndObject();
}

void write_statement(Writer& out, const Statement& statement) {
    out.StartObject();
    out.Key("source");
    out.String(statement.source);
    out.Key("relation");
    out.String(statement.relation);
    out.Key("target");
    out.String(statement.target);
    out.Key("sentence");
    out.Uint(statement.sentence);
    out.Key("cue");
    out.StartObject();
    write_ends(out, statement.cue.span, statement.cue.text);
    out.EndObject();
    out.Key("source_span");
    write_span(out, statement.source_span);
    out.Key("target_span");
    write_span(out, statement.target_span);
    write_text(out, "polarity", statement.polarity);
    write_text(out, "realis", statement.realis);
    if (statement.attribution) {
        write_attribution(out, *statement.attribution);
    }
    if (statement.date) {
        write_date(out, *statement.date);
    }
    write_text(out, "what", statement.what);
    write_text(out, "role", statement.role);
    write_text(out, "place", statement.place);
    write_text(out, "amount", statement.amount);
    write_number(out, "confidence", statement.confidence);
    out.EndObject();
}

// ---- reading

// Where we are in the record, for messages: "statements[3]".
[[noreturn]] void refuse(const std::string& where, const std::string& what) {
    throw FormatError(where.empty() ? what : where + ": " + what);
}

std::string at(const char* list, std::size_t index) {
    return std::string(list) + "[" + std::to_string(index) + "]";
}

const Value* member(const Value& object, const char* key) {
    const auto found = object.FindMember(key);
    return found == object.MemberEnd() || found->value.IsNull() ? nullptr : &found->value;
}

std::string text_of(const Value& object, const char* key, const std::string& where) {
    const Value* value = member(object, key);
    if (value == nullptr) {
        return {};
    }
    if (!value->IsString()) {
        refuse(where, std::string("'") + key + "' is no text");
    }
    return {value->GetString(), value->GetStringLength()};
}

std::string needed_text(const Value& object, const char* key, const std::string& where) {
    std::string text = text_of(object, key, where);
    if (text.empty()) {
        refuse(where, std::string("no '") + key + "'");
    }
    return text;
}

const Value& needed(const Value& object, const char* key, const std::string& where) {
    const Value* value = member(object, key);
    if (value == nullptr) {
        refuse(where, std::string("no '") + key + "'");
    }
    return *value;
}

const Value* list_of(const Value& object, const char* key, const std::string& where) {
    const Value* value = member(object, key);
    if (value != nullptr && !value->IsArray()) {
        refuse(where, std::string("'") + key + "' is no list");
    }
    return value;
}

const Value& object_at(const Value& list, rapidjson::SizeType index, const std::string& where) {
    if (!list[index].IsObject()) {
        refuse(where, "no object");
    }
    return list[index];
}

std::uint32_t offset_of(const Value& value, const std::string& where) {
    if (!value.IsUint()) {
        refuse(where, "an offset is no whole number");
    }
    return value.GetUint();
}

class RecordReader {
public:
    explicit RecordReader(const Value& root) : root_(root) {}

    Record read() {
        read_document();
        read_sentences();
        read_entities();
        read_statements();
        return std::move(record_);
    }

private:
    void read_document() {
        record_.doc = needed_text(root_, "doc", {});
        record_.title = text_of(root_, "title", {});
        record_.date = text_of(root_, "date", {});
        record_.source = text_of(root_, "source", {});
        record_.url = text_of(root_, "url", {});
        record_.text = text_of(root_, "text", {});
        length_ = utf8::length(record_.text);
    }

    TextSpan checked(TextSpan span, const std::string& where) const {
        if (span.begin > span.end || span.end > length_) {
            refuse(where, "offsets " + std::to_string(span.begin) + " to " + std::to_string(span.end) +
                              " do not fit the text of " + std::to_string(length_) + " characters");
        }
        return span;
    }

    TextSpan pair(const Value& value, const std::string& where) const {
        if (!value.IsArray() || value.Size() != 2) {
            refuse(where, "no pair of offsets");
        }
        return checked({offset_of(value[0], where), offset_of(value[1], where)}, where);
    }

    TextSpan ends(const Value& object, const std::string& where) const {
        return checked({offset_of(needed(object, "begin", where), where), offset_of(needed(object, "end", where), where)},
                       where);
    }

    void read_sentences() {
        const Value* list = list_of(root_, "sentences", {});
        for (rapidjson::SizeType i = 0; list != nullptr && i < list->Size(); ++i) {
            record_.sentences.push_back(pair((*list)[i], at("sentences", i)));
        }
    }

    void read_entities() {
        const Value& list = needed(root_, "entities", {});
        if (!list.IsArray()) {
            refuse({}, "'entities' is no list");
        }
        for (rapidjson::SizeType i = 0; i < list.Size(); ++i) {
            const std::string where = at("entities", i);
            const Value& object = object_at(list, i, where);
            Entity entity;
            entity.id = needed_text(object, "id", where);
            if (!ids_.insert(entity.id).second) {
                refuse(where, "id '" + entity.id + "' comes twice");
            }
            entity.node = needed_text(object, "node", where);
            entity.label = needed_text(object, "label", where);
            entity.type = needed_text(object, "type", where);
            read_mentions(object, where, entity.mentions);
            record_.entities.push_back(std::move(entity));
        }
    }

    void read_mentions(const Value& object, const std::string& parent, std::vector<Mention>& mentions) const {
        const Value* list = list_of(object, "mentions", parent);
        for (rapidjson::SizeType i = 0; list != nullptr && i < list->Size(); ++i) {
            const std::string where = parent + "." + at("mentions", i);
            const Value& mention = object_at(*list, i, where);
            mentions.push_back({ends(mention, where), text_of(mention, "text", where), text_of(mention, "kind", where)});
        }
    }

    std::string entity_id(const Value& object, const char* key, const std::string& where) const {
        std::string id = needed_text(object, key, where);
        if (ids_.count(id) == 0) {
            refuse(where, std::string("'") + key + "' names no entity of the record: '" + id + "'");
        }
        return id;
    }

    static std::string word(const Value& object, const char* key, const std::string& fallback,
                            std::initializer_list<std::string_view> allowed, const std::string& where) {
        std::string text = text_of(object, key, where);
        if (text.empty()) {
            return fallback;
        }
        for (const std::string_view candidate : allowed) {
            if (text == candidate) {
                return text;
            }
        }
        refuse(where, std::string("unknown ") + key + " '" + text + "'");
    }

    void read_statements() {
        const Value* list = list_of(root_, "statements", {});
        for (rapidjson::SizeType i = 0; list != nullptr && i < list->Size(); ++i) {
            const std::string where = at("statements", i);
            record_.statements.push_back(statement(object_at(*list, i, where), where));
        }
    }

    Statement statement(const Value& object, const std::string& where) const {
        Statement out;
        out.source = entity_id(object, "source", where);
        out.relation = needed_text(object, "relation", where);
        out.target = entity_id(object, "target", where);
        out.sentence = offset_of(needed(object, "sentence", where), where);
        if (out.sentence >= record_.sentences.size()) {
            refuse(where, "there is no sentence " + std::to_string(out.sentence));
        }
        const Value& cue = needed(object, "cue", where);
        if (!cue.IsObject()) {
            refuse(where, "'cue' is no object");
        }
        out.cue = {ends(cue, where + ".cue"), text_of(cue, "text", where + ".cue")};
        out.source_span = pair(needed(object, "source_span", where), where + ".source_span");
        out.target_span = pair(needed(object, "target_span", where), where + ".target_span");
        out.polarity = word(object, "polarity", "asserted", {"asserted", "negated"}, where);
        out.realis = word(object, "realis", "actual", {"actual", "planned", "possible", "conditional", "demanded"}, where);
        out.attribution = attribution(object, where);
        out.date = date(object, where);
        out.what = text_of(object, "what", where);
        out.role = text_of(object, "role", where);
        out.place = text_of(object, "place", where);
        out.amount = text_of(object, "amount", where);
        const Value& confidence = needed(object, "confidence", where);
        if (!confidence.IsNumber() || !(confidence.GetDouble() >= 0.0 && confidence.GetDouble() <= 1.0)) {
            refuse(where, "'confidence' is no number from 0 to 1");
        }
        out.confidence = confidence.GetDouble();
        return out;
    }

    std::optional<Attribution> attribution(const Value& object, const std::string& where) const {
        const Value* value = member(object, "attribution");
        if (value == nullptr) {
            return std::nullopt;
        }
        if (!value->IsObject()) {
            refuse(where, "'attribution' is no object");
        }
        Attribution out;
        out.entity = member(*value, "entity") == nullptr ? "" : entity_id(*value, "entity", where + ".attribution");
        out.text = text_of(*value, "text", where + ".attribution");
        return out;
    }

    static std::optional<StatementDate> date(const Value& object, const std::string& where) {
        const Value* value = member(object, "date");
        if (value == nullptr) {
            return std::nullopt;
        }
        if (!value->IsObject()) {
            refuse(where, "'date' is no object");
        }
        return StatementDate{text_of(*value, "value", where + ".date"), text_of(*value, "precision", where + ".date"),
                             text_of(*value, "text", where + ".date")};
    }

    const Value& root_;
    Record record_;
    std::size_t length_ = 0;
    std::set<std::string> ids_;
};

}  // namespace

std::string to_json(const Record& record) {
    rapidjson::StringBuffer buffer;
    Writer out(buffer);
    out.StartObject();
    out.Key("doc");
    out.String(record.doc);
    write_text(out, "title", record.title);
    write_text(out, "date", record.date);
    write_text(out, "source", record.source);
    write_text(out, "url", record.url);
    write_text(out, "text", record.text);
    out.Key("sentences");
    out.StartArray();
    for (const TextSpan sentence : record.sentences) {
        write_span(out, sentence);
    }
    out.EndArray();
    out.Key("entities");
    out.StartArray();
    for (const Entity& entity : record.entities) {
        write_entity(out, entity);
    }
    out.EndArray();
    out.Key("statements");
    out.StartArray();
    for (const Statement& statement : record.statements) {
        write_statement(out, statement);
    }
    out.EndArray();
    out.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

Record record_from_json(std::string_view line) {
    rapidjson::Document document;
    document.Parse<json::strict_parse>(line.data(), line.size());
    if (document.HasParseError()) {
        throw FormatError("byte " + std::to_string(document.GetErrorOffset()) + ": " +
                          rapidjson::GetParseError_En(document.GetParseError()));
    }
    if (!document.IsObject()) {
        throw FormatError("byte 0: no JSON object");
    }
    return RecordReader(document).read();
}

}  // namespace newsgraph
