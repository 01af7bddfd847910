#include "cli/commands.hpp"
#include "cli/store_argument.hpp"
#include "cli/table.hpp"
#include "export/escape.hpp"
#include "export/output_file.hpp"
#include "extract/base/json.hpp"

#include <utility>

namespace newsgraph::cli {

namespace {

using Count = std::pair<const char*, std::int64_t>;

std::vector<Count> counts_of(const StoreInfo& info) {
    return {{"documents", info.documents},   {"texts", info.texts},         {"entities", info.entities}, {"mentions", info.mentions},
            {"statements", info.statements}, {"decisions", info.decisions}, {"schema", info.version},    {"bytes", info.bytes}};
}

std::string padded(const std::string& name, const std::string& value) {
    constexpr std::size_t number_column = 26;  // numbers end here
    const std::size_t length = name.size() + value.size();
    return name + std::string(length < number_column ? number_column - length : 1, ' ') + value + "\n";
}

std::string or_none(const std::string& text) {
    return text.empty() ? "none" : one_line_of(text);
}

std::string text_of(const StoreInfo& info) {
    std::string text;
    for (const auto& [name, count] : counts_of(info)) text += padded(name, std::to_string(count));
    if (!info.first_date.empty()) text += "from " + one_line_of(info.first_date) + " to " + one_line_of(info.last_date) + "\n";
    for (const auto& [reading, documents] : info.readings) {
        if (reading == Reading{}) {
            text += counted(static_cast<std::size_t>(documents), "record") + " of unknown reading\n";
            continue;
        }
        text += counted(static_cast<std::size_t>(documents), "article") + " read with\n";
        text += "  language model  " + or_none(reading.model) + "\n  relation table  " + or_none(reading.relations.substr(0, 12)) +
                "\n  options         " + or_none(reading.options) + "\n  program         " + or_none(reading.program) + "\n";
    }
    return text;
}

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void member(Writer& writer, const char* name, const std::string& value) {
    writer.Key(name);
    writer.String(clean_text(value));
}

std::string json_of(const StoreInfo& info) {
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    writer.StartObject();
    for (const auto& [name, count] : counts_of(info)) {
        writer.Key(name);
        writer.Int64(count);
    }
    if (!info.first_date.empty()) {
        member(writer, "first_date", info.first_date);
        member(writer, "last_date", info.last_date);
    }
    writer.Key("readings");
    writer.StartArray();
    for (const auto& [reading, documents] : info.readings) {
        writer.StartObject();
        writer.Key("documents");
        writer.Int64(documents);
        if (reading != Reading{}) {
            member(writer, "model", reading.model);
            member(writer, "relations", reading.relations);
            member(writer, "options", reading.options);
            member(writer, "program", reading.program);
        }
        writer.EndObject();
    }
    writer.EndArray();
    writer.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

std::string list_of(const std::vector<Decision>& decisions) {
    std::string text;
    for (const Decision& decision : decisions) {
        text += decision.kind + "\t" + one_line_of(decision.subject) + "\t" + one_line_of(decision.object) + "\n";
    }
    return text;
}

std::string json_of(const std::vector<Decision>& decisions) {
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    writer.StartArray();
    for (const Decision& decision : decisions) {
        writer.StartObject();
        member(writer, "kind", decision.kind);
        member(writer, "subject", decision.subject);
        member(writer, "object", decision.object);
        writer.EndObject();
    }
    writer.EndArray();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

std::string answer(const CommandLine& line, const EvidenceStore& store) {
    if (line.has("decisions")) return line.has("json") ? json_of(store.decisions()) : list_of(store.decisions());
    return line.has("json") ? json_of(store.info()) : text_of(store.info());
}

}  // namespace

ExitStatus run_info(const CommandLine& line, Terminal& /*terminal*/) {
    const std::string text = answer(line, EvidenceStore(only_store(line), StoreAccess::read));
    OutputFile output("-");
    output.write(text);
    output.commit();
    return ExitStatus::done;
}

}  // namespace newsgraph::cli
