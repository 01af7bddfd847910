#include "extract/names/gazetteer.hpp"

#include "extract/data/tables.hpp"
#include "extract/names/normalize.hpp"

#include <algorithm>

namespace newsgraph {

Gazetteer::Gazetteer(std::string_view table, std::string_view file_name) {
    for (const auto& row : data::read_rows(table)) {
        if (row.cells.size() < 3) data::fail(file_name, row.line, "expected id, type and label");
        if (row[2].empty()) data::fail(file_name, row.line, "empty label");
        KnownThing thing;
        thing.type = row[1];
        thing.label = row[2];
        thing.node = row[0] == "-" ? thing.type + ":" + slug(thing.label) : std::string(row[0]);
        const auto capitals = data::split(row[6], '|');
        if (!capitals.empty()) thing.capital = capitals.front();
        things_.push_back(std::move(thing));
        const auto index = things_.size() - 1;
        add(row[2], index, NameKind::name);
        add(row[3], index, NameKind::name);
        add(row[4], index, NameKind::name);
        add(row[5], index, NameKind::demonym);
        add(row[6], index, NameKind::capital);
        add(row[7], index, NameKind::metonym);
    }
}

void Gazetteer::add(std::string_view surfaces, std::size_t thing, NameKind kind) {
    for (const auto surface : data::split(surfaces, '|')) {
        names_[std::string(surface)].push_back({thing, kind});
        const auto words = 1 + static_cast<std::size_t>(std::count_if(surface.begin(), surface.end(), [](char c) {
                               return c == ' ' || c == '-' || c == '\'';
                           })) * 2;
        longest_ = std::max(longest_, words);
    }
}

const std::vector<KnownName>* Gazetteer::find(std::string_view surface) const {
    const auto found = names_.find(surface);
    return found == names_.end() ? nullptr : &found->second;
}

Forenames::Forenames(std::string_view table, std::string_view file_name) {
    for (const auto& row : data::read_rows(table)) {
        if (row[1] != "m" && row[1] != "f") data::fail(file_name, row.line, "expected a name and m or f");
        sexes_[fold(row[0])] = row[1] == "m" ? Sex::male : Sex::female;
    }
}

Sex Forenames::sex(std::string_view forename) const {
    const auto found = sexes_.find(fold(forename));
    return found == sexes_.end() ? Sex::unknown : found->second;
}

NameWords::NameWords(std::string_view table, std::string_view file_name) {
    for (const auto& row : data::read_rows(table)) {
        if (row.cells.size() < 2) data::fail(file_name, row.line, "expected a kind and words");
        for (const auto word : data::split(row[1], '|')) {
            if (row[0] == "head") {
                NameHead head{std::string(row[2]), row[3].find("demonym") != std::string_view::npos,
                              row[3].find("plural") != std::string_view::npos};
                heads_[std::string(word)] = head;
            } else if (row[0] == "hypernym") {
                hypernyms_[std::string(word)] = row[2];
            } else {
                lists_[std::string(row[0])].insert(std::string(word));
            }
        }
    }
}

bool NameWords::has(std::string_view list, std::string_view word) const {
    const auto found = lists_.find(list);
    return found != lists_.end() && found->second.contains(word);
}

const NameHead* NameWords::head(std::string_view noun) const {
    const auto found = heads_.find(noun);
    return found == heads_.end() ? nullptr : &found->second;
}

std::string_view NameWords::hypernym_type(std::string_view noun) const {
    const auto found = hypernyms_.find(noun);
    return found == hypernyms_.end() ? std::string_view{} : std::string_view(found->second);
}

}  // namespace newsgraph
