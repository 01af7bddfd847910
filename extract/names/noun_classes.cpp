#include "extract/names/noun_classes.hpp"

#include "extract/data/tables.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace newsgraph {

namespace {

struct ClassRow {
    std::string_view name;
    NounClass noun_class;
    std::array<std::string_view, 3> node_types;
    std::size_t count;
};

constexpr ClassRow rows[] = {
    {"act", NounClass::act, {"event", "agreement"}, 2},
    {"artifact", NounClass::artifact, {"product"}, 1},
    {"communication", NounClass::communication, {"agreement", "work"}, 2},
    {"event", NounClass::event, {"event"}, 1},
    {"group", NounClass::group, {"organization", "group", "country"}, 3},
    {"location", NounClass::location, {"place", "country"}, 2},
    {"object", NounClass::object, {"place"}, 1},
    {"person", NounClass::person, {"person", "group"}, 2},
    {"quantity", NounClass::quantity, {}, 0},
    {"structure", NounClass::structure, {"place"}, 1},
    {"time", NounClass::time, {}, 0},
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

std::span<const std::string_view> node_types_of(NounClass noun_class) {
    const auto known = std::find_if(std::begin(rows), std::end(rows), [&](const ClassRow& r) { return r.noun_class == noun_class; });
    if (known == std::end(rows)) return {};
    return std::span(known->node_types).first(known->count);
}

}  // namespace newsgraph
