// When something happened, as the text says it: "on Monday, January 5", "in 2014", "three months ago". Resolved against the
// article's date, never the clock; what cannot be resolved keeps its words and has no value. Pure functions.
#pragma once

#include "extract/clauses/tree.hpp"
#include "extract/relations/time_words.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

// A time that a text names.
struct TimeExpression {
    Index begin = 0;  // tokens, end exclusive; with the preposition before it
    Index end = 0;
    Index head = 0;   // the word by which it hangs in the tree

    // What is known of it. A day of the week, a month or a day without year is `open`: which one is meant depends on
    // whether it has passed.
    std::optional<int> year;
    std::optional<int> month;
    std::optional<int> day;
    std::optional<int> weekday;  // Monday is 1
    int weeks = 0;               // "last Monday": -1, "next Monday": 1
    bool pointed = false;        // "last", "this" or "next" was said
    bool resolvable = true;      // "last week" is no day, month or year
};

struct ResolvedTime {
    std::string value;      // ISO 8601 to its precision; "" if it cannot be told
    std::string precision;  // day, month, year, ""
};

// All times in the text, in its order, none inside another. `published`: the article's ISO date, "" if it has none; only a
// full date resolves what is relative to it.
std::vector<TimeExpression> find_times(const Tree& tree, const TimeWords& words, std::string_view published);

// `ahead`: it lies in the future, so "Monday" is the next one and not the last. O(1).
ResolvedTime resolve_time(const TimeExpression& time, std::string_view published, bool ahead);

}  // namespace newsgraph
