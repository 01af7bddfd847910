#include "extract/names/noun_classes.hpp"

#include "extract/data/tables.hpp"

#include <algorithm>
#include <string>

namespace newsgraph {

namespace {

struct ClassRow {
    std::string_view name;
    NounClass noun_class;
    std::string_view node_types;  // that it may stand for, parted by blanks
};

constexpr ClassRow rows[] = {
    {"act", NounClass::act, "event agreement"},
    {"artifact", NounClass::artifact, "product place"},
    {"communication", NounClass::communication, "agreement work"},
    {"event", NounClass::event, "event"},
    {"group", NounClass::group, "organization group country"},
    {"location", NounClass::location, "place country"},
    {"person", NounClass::person, "person group"},
    {"quantity", NounClass::quantity, ""},
    {"time", NounClass::time, ""},
};

}  // namespace

NounClasses::NounClasses(std::string_view table, std::string_view file_name) {
    for (const auto& row : data::read_rows(table)) {
        const auto known = std::find_if(std::begin(rows), std::end(rows), [&](const ClassRow& r) { return r.name == row[0]; });
        if (known == std::end(rows)) data::fail(file_name, row.line, "no class of nouns: '" + std::string(row[0]) + "'");
        for (const std::string_view noun : data::split(row[1], '|')) classes_.emplace(noun, known->noun_class);
    }
}

NounClass NounClasses::of(std::string_view lemma) const {
    const auto found = classes_.find(lemma);
    return found == classes_.end() ? NounClass::none : found->second;
}

bool may_be(NounClass noun_class, std::string_view node_type) {
    const auto known = std::find_if(std::begin(rows), std::end(rows), [&](const ClassRow& r) { return r.noun_class == noun_class; });
    if (known == std::end(rows)) return false;
    const auto types = data::split(known->node_types, ' ');
    return std::find(types.begin(), types.end(), node_type) != types.end();
}

}  // namespace newsgraph
