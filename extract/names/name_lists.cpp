#include "extract/names/name_lists.hpp"

#include "extract/base/utf8.hpp"
#include "extract/data/tables.hpp"

#include <algorithm>
#include <map>
#include <utf8proc.h>

namespace newsgraph {

namespace {

// Of several words: the same as is made of their hashes one by one.
std::uint64_t joined(std::uint64_t so_far, std::uint64_t word) {
    const std::uint64_t mixed = (so_far ^ (so_far >> 29)) * 0x9E3779B97F4A7C15U + word;
    return mixed == 0 ? 1 : mixed;
}

}  // namespace

std::string lower_case(std::string_view word) {
    std::string result;
    result.reserve(word.size());
    for (std::size_t at = 0; at < word.size();) {
        const auto c = static_cast<unsigned char>(word[at]);
        if (c < 0x80) {
            result += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
            ++at;
        } else {
            utf8::append(result, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(utf8::next(word, at)))));
        }
    }
    return result;
}

std::uint64_t NameLists::hash(std::string_view word) {  // FNV-1a
    std::uint64_t value = 0xCBF29CE484222325U;
    for (const char c : word) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return value;
}

NameLists::NameLists(std::string_view lists, std::string_view forenames, const std::vector<std::string_view>& things)
    : entries_(std::size_t{1} << 12U) {
    static const std::map<std::string_view, Kind> kinds{{"city", city}, {"company", company}, {"surname", surname}};
    for (const auto& row : data::read_rows(lists)) {
        const auto kind = kinds.find(row[0]);
        if (kind == kinds.end()) data::fail("name_lists.tsv", row.line, "unknown kind '" + std::string(row[0]) + "'");
        add(row[1], kind->second);
    }
    for (const auto& row : data::read_rows(forenames)) {
        add(row[0], row[1] == "m" ? male : female);
    }
    for (const auto& table : things) add_things(table);
}

// Rows as docs/gazetteer.md explains them: id, type, label, names, short names, demonyms, capital, seats.
void NameLists::add_things(std::string_view table) {
    for (const auto& row : data::read_rows(table)) {
        const std::uint16_t kind = row[1] == "country" ? country : row[1] == "place" ? place : organization;
        add(row[2], kind);
        for (const auto name : data::split(row[3], '|')) add(name, kind);
        for (const auto name : data::split(row[4], '|')) {
            if (name.size() > 2) add(name, kind);
        }
        for (const auto name : data::split(row[5], '|')) add(name, demonym);
        for (const auto names : data::split(row[6], '|')) {
            for (const auto name : data::split(names, '=')) add(name, capital);
        }
    }
}

void NameLists::add(std::string_view name, std::uint16_t kind) {
    std::uint64_t first = 0;
    std::uint64_t key = 0;
    std::uint16_t words = 0;
    for (const auto word : data::split(name, ' ')) {
        const auto value = hash(lower_case(word));
        if (words == 0) first = value;
        key = words == 0 ? value : joined(key, value);
        ++words;
    }
    if (words == 0 || words > longest_name) return;
    std::uint16_t& kinds = entry(key).start.kinds;
    kinds = static_cast<std::uint16_t>(kinds | kind);
    std::uint16_t& longest = entry(first).start.longest;
    longest = std::max(longest, words);
}

std::size_t NameLists::place_of(std::uint64_t key) const {
    std::size_t at = key & (entries_.size() - 1);
    while (entries_[at].key != 0 && entries_[at].key != key) at = (at + 1) & (entries_.size() - 1);
    return at;
}

NameLists::Entry& NameLists::entry(std::uint64_t key) {
    if (2 * (used_ + 1) > entries_.size()) {
        std::vector<Entry> old(2 * entries_.size());
        old.swap(entries_);
        for (const Entry& entry : old) {
            if (entry.key != 0) entries_[place_of(entry.key)] = entry;
        }
    }
    Entry& entry = entries_[place_of(key)];
    used_ += entry.key == 0 ? 1U : 0U;
    entry.key = key;
    return entry;
}

NameLists::Start NameLists::start(std::uint64_t word) const { return entries_[place_of(word)].start; }

NameLists::Match NameLists::longest(const std::uint64_t* words, std::size_t count) const {
    if (count == 0) return {};
    const Start start = this->start(words[0]);
    Match best;
    if (start.kinds != 0) best = {1, start.kinds};
    std::uint64_t key = words[0];
    for (std::size_t i = 1; i < std::min<std::size_t>(count, start.longest); ++i) {
        key = joined(key, words[i]);
        if (const auto kinds = entries_[place_of(key)].start.kinds; kinds != 0) best = {static_cast<std::uint32_t>(i + 1), kinds};
    }
    return best;
}

}  // namespace newsgraph
