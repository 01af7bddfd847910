#include "extract/relations/time_words.hpp"

#include "extract/base/utf8.hpp"
#include "extract/data/tables.hpp"

#include <array>
#include <charconv>

namespace newsgraph {

namespace {

constexpr std::array<std::string_view, 16> kinds{"month",    "weekday", "number", "unit",   "relative", "pointing", "distance",
                                                "before", "part",    "elsewhere", "rough",  "season",   "ordinal",  "within", "share",  "currency"};

std::optional<int> whole(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

TimeWords::TimeWords(std::string_view table, std::string_view file_name) {
    for (const auto& row : data::read_rows(table)) {
        bool known = false;
        for (const std::string_view kind : kinds) known = known || row[0] == kind;
        if (!known || row[1].empty() || row[2].empty()) data::fail(file_name, row.line, "expected a known kind, words, a meaning");
        for (const auto word : data::split(row[1], '|')) {
            words_[std::string(word)].push_back({std::string(row[0]), std::string(row[2])});
        }
    }
}

std::optional<int> TimeWords::number(std::string_view word) const {
    if (!word.empty() && word.size() <= 4 && word.find_first_not_of("0123456789") == std::string_view::npos) return whole(word);
    return number_in("number", word);
}

std::optional<int> TimeWords::number_in(std::string_view kind, std::string_view word) const {
    return whole(text_in(kind, word));
}

// The first meaning of the kind.
std::string_view TimeWords::text_in(std::string_view kind, std::string_view word) const {
    const auto found = words_.find(utf8::ascii_lower(word));
    if (found == words_.end()) return {};
    for (const Meaning& meaning : found->second) {
        if (meaning.kind == kind) return meaning.text;
    }
    return {};
}

bool TimeWords::has(std::string_view word) const { return words_.contains(utf8::ascii_lower(word)); }

}  // namespace newsgraph
