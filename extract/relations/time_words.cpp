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
        for (const auto word : data::split(row[1], '|')) words_[std::string(row[0])].emplace(word, row[2]);
    }
}

std::optional<int> TimeWords::number(std::string_view word) const {
    if (!word.empty() && word.size() <= 4 && word.find_first_not_of("0123456789") == std::string_view::npos) return whole(word);
    return number_in("number", word);
}

std::optional<int> TimeWords::number_in(std::string_view kind, std::string_view word) const {
    return whole(text_in(kind, word));
}

std::string_view TimeWords::text_in(std::string_view kind, std::string_view word) const {
    const auto list = words_.find(kind);
    if (list == words_.end()) return {};
    const auto found = list->second.find(utf8::ascii_lower(word));
    return found == list->second.end() ? std::string_view{} : std::string_view(found->second);
}

}  // namespace newsgraph
