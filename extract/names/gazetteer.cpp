#include "extract/names/gazetteer.hpp"

#include "extract/data/tables.hpp"
#include "extract/names/normalize.hpp"

#include <algorithm>
#include <charconv>

namespace newsgraph {

namespace {

constexpr auto no_thing = static_cast<std::size_t>(-1);

// 0 for what is no number.
std::size_t number_in(std::string_view digits) {
    std::size_t value = 0;
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return end == digits.data() + digits.size() ? value : 0;
}

// Words and the marks between them, as the tokenizer may part them.
std::size_t most_tokens(std::string_view surface) {
    constexpr std::string_view between = " -'/,&.";
    const auto marks = std::count_if(surface.begin(), surface.end(),
                                     [&](char c) { return between.find(c) != std::string_view::npos; });
    return 1 + static_cast<std::size_t>(marks) * 2;
}

// What surface and token have in common, however the tokenizer parts "al-Qaeda" and "N'Djamena".
std::string_view first_word(std::string_view text) {
    const auto end = text.find_first_of(" -'/,.\xE2", 1);
    return text.substr(0, end);
}

}  // namespace

Gazetteer::Gazetteer(const std::vector<Table>& tables) {
    std::size_t size = 0;
    for (const auto& table : tables) size += table.text.size();
    names_.reserve(size / 20);
    for (const auto& table : tables) add_table(table);
}

void Gazetteer::add_table(const Table& table) {
    for (const auto& row : data::read_rows(table.text)) {
        if (row.cells.size() < 3) data::fail(table.file_name, row.line, "expected id, type and label");
        if (row[2].empty()) data::fail(table.file_name, row.line, "empty label");
        KnownThing thing;
        thing.type = row[1];
        thing.label = row[2];
        thing.node = row[0] == "-" ? thing.type + ":" + slug(thing.label) : std::string(row[0]);
        things_.push_back(std::move(thing));
        const auto index = things_.size() - 1;
        const auto add_all = [&](std::string_view surfaces, char separator, NameKind kind, std::string_view city = {}) {
            for (const auto surface : data::split(surfaces, separator)) {
                const auto other = add(surface, {index, kind, std::string(city)});
                if (other == no_thing) continue;
                data::fail(table.file_name, row.line, "'" + std::string(surface) + "' stands for " + things_[other].label + " already");
            }
        };
        for (const std::size_t cell : {2U, 3U, 4U}) add_all(row[cell], '|', NameKind::name);
        add_all(row[5], '|', NameKind::demonym);
        for (const auto spellings : data::split(row[6], '|')) {
            const auto city = data::split(spellings, '=').front();
            if (things_[index].capital.empty()) things_[index].capital = city;
            add_all(spellings, '=', NameKind::capital, city);
        }
        add_all(row[7], '|', NameKind::metonym);
    }
}

std::size_t Gazetteer::add(std::string_view surface, const KnownName& name) {
    auto& longest = longest_[std::string(first_word(surface))];
    longest = std::max(longest, most_tokens(surface));
    auto& names = names_[std::string(surface)];
    for (const auto& other : names) {
        if (other.kind == name.kind) return other.thing;
    }
    names.push_back(name);
    if (surface.find('\'') == std::string_view::npos) return no_thing;
    std::string curly;
    for (const char c : surface) curly += c == '\'' ? "\xE2\x80\x99" : std::string(1, c);
    return add(curly, name);
}

Gazetteer known_things() {
    return Gazetteer({{data::gazetteer(), "gazetteer.tsv"},
                      {data::organizations(), "organizations.tsv"},
                      {data::places(), "places.tsv"}});
}

const std::vector<KnownName>* Gazetteer::find(std::string_view surface) const {
    const auto found = names_.find(surface);
    return found == names_.end() ? nullptr : &found->second;
}

std::size_t Gazetteer::longest(std::string_view first_token) const {
    const auto found = longest_.find(first_word(first_token));
    return found == longest_.end() ? 0 : found->second;
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
            } else if (row[0] == "several") {
                several_[std::string(word)] = row[2];
            } else if (row[0] == "number" || row[0] == "collective") {
                const auto many = number_in(row[2]);
                if (many < 2) data::fail(file_name, row.line, "expected a number of things, 2 or more");
                (row[0] == "number" ? numbers_ : collectives_)[std::string(word)] = many;
            } else {
                lists_.add(row[0], word);
            }
        }
    }
}

const NameHead* NameWords::head(std::string_view noun) const {
    const auto found = heads_.find(noun);
    return found == heads_.end() ? nullptr : &found->second;
}

bool NameWords::is_title(std::string_view words) const {
    if (has("title", words)) return true;
    if (words.find('.') == std::string_view::npos) return false;
    std::string without_points(words);
    std::erase(without_points, '.');
    return has("title", without_points);
}

std::size_t NameWords::count(const TextMap<std::size_t>& counts, std::string_view word) {
    const auto found = counts.find(word);
    return found == counts.end() ? 0 : found->second;
}

std::string_view NameWords::several_type(std::string_view noun) const {
    const auto found = several_.find(noun);
    return found == several_.end() ? std::string_view{} : std::string_view(found->second);
}

std::string_view NameWords::hypernym_type(std::string_view noun) const {
    const auto found = hypernyms_.find(noun);
    return found == hypernyms_.end() ? std::string_view{} : std::string_view(found->second);
}

}  // namespace newsgraph
