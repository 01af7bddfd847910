// The words of time and number of extract/data/times.tsv, looked up without regard to case. Immutable; may be shared by threads.
#pragma once

#include "extract/base/text_map.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

class TimeWords {
public:
    // Throws FormatError "NAME:LINE: ..." for a table that is malformed.
    TimeWords(std::string_view table, std::string_view file_name);

    std::optional<int> month(std::string_view word) const { return number_in("month", word); }
    std::optional<int> weekday(std::string_view word) const { return number_in("weekday", word); }  // Monday is 1
    std::optional<int> number(std::string_view word) const;     // "three", "3"; up to 9999
    std::optional<int> relative(std::string_view word) const { return number_in("relative", word); }  // "yesterday": -1
    std::optional<int> pointing(std::string_view word) const { return number_in("pointing", word); }  // "last": -1

    // "" for words that are none.
    std::string_view unit(std::string_view word) const { return text_in("unit", word); }          // day, week, month, quarter, year, -
    std::string_view distance(std::string_view word) const { return text_in("distance", word); }  // back, on, anchor
    std::string_view preposition(std::string_view word) const { return text_in("before", word); }  // in, not
    // "previous", "following": reckoned from a date that the text has told, not from the article's.
    bool is_pointing_elsewhere(std::string_view word) const { return !text_in("elsewhere", word).empty(); }
    bool is_rough(std::string_view word) const { return !text_in("rough", word).empty(); }      // "several", "almost"
    bool is_share(std::string_view word) const { return !text_in("share", word).empty(); }      // "third" of "a third of"
    bool is_currency(std::string_view word) const { return !text_in("currency", word).empty(); }
    bool is_within(std::string_view word) const { return !text_in("within", word).empty(); }    // "early", "mid"
    bool is_season(std::string_view word) const { return !text_in("season", word).empty(); }    // "spring", "Q3"
    bool is_quarter(std::string_view word) const { return !text_in("ordinal", word).empty(); }  // "third" of "third quarter"
    bool is_part_of_day(std::string_view word) const { return !text_in("part", word).empty(); }

    // Is it any of these?
    bool has(std::string_view word) const;

private:
    std::optional<int> number_in(std::string_view kind, std::string_view word) const;
    std::string_view text_in(std::string_view kind, std::string_view word) const;

    struct Meaning {
        std::string kind;
        std::string text;
    };
    TextMap<std::vector<Meaning>> words_;  // by the word in small letters
};

}  // namespace newsgraph
