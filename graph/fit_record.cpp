#include "graph/fit_record.hpp"

#include "extract/base/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>

namespace newsgraph {

namespace {

// Every text but the article's own and the ids of entities.
template <typename AnyRecord, typename Visit>
void each_text(AnyRecord& record, const Visit& visit) {
    for (auto* text : {&record.doc, &record.title, &record.date, &record.source, &record.url}) visit(*text);
    for (auto& entity : record.entities) {
        for (auto* text : {&entity.node, &entity.label, &entity.type}) visit(*text);
        for (auto& mention : entity.mentions) {
            visit(mention.text);
            visit(mention.kind);
        }
    }
    for (auto& statement : record.statements) {
        for (auto* text : {&statement.relation, &statement.cue.text, &statement.polarity, &statement.realis, &statement.what,
                           &statement.role, &statement.place, &statement.amount}) {
            visit(*text);
        }
        if (statement.attribution) visit(statement.attribution->text);
        if (statement.date) {
            for (auto* text : {&statement.date->value, &statement.date->precision, &statement.date->text}) visit(*text);
        }
    }
}

void rename_entities(Record& record) {
    std::map<std::string, std::string> names;
    std::set<std::string> taken;
    for (Entity& entity : record.entities) {
        const std::string clean = utf8::clean(entity.id);
        std::string name = clean;
        for (std::size_t number = 2; !taken.insert(name).second; ++number) {
            name = clean + "-" + std::to_string(number);
        }
        names.emplace(entity.id, name);
        entity.id = name;
    }
    const auto rename = [&](std::string& id) {
        if (const auto found = names.find(id); found != names.end()) id = found->second;
    };
    for (Statement& statement : record.statements) {
        rename(statement.source);
        rename(statement.target);
        if (statement.attribution) rename(statement.attribution->entity);
    }
}

}  // namespace

std::optional<Record> fit_record(const Record& record) {
    bool fits = std::all_of(record.entities.begin(), record.entities.end(),
                            [](const Entity& entity) { return utf8::clean(entity.id) == entity.id; });
    each_text(record, [&](const std::string& text) { fits = fits && utf8::clean(text) == text; });
    if (fits) {
        return std::nullopt;
    }
    Record out = record;
    each_text(out, [](std::string& text) { text = utf8::clean(text); });
    rename_entities(out);
    return out;
}

}  // namespace newsgraph
