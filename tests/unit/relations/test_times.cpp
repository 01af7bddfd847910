#include "extract/data/tables.hpp"
#include "extract/relations/times.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/make_document.hpp"

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

// The first time of a row of words: value, precision, words. `tags`: one for each word, "w" for NN.
std::string told(std::string_view words, std::string_view published = "2026-01-07", bool ahead = false) {
    static const TimeWords table(data::times(), "times.tsv");
    std::string lines;
    std::istringstream in{std::string(words)};
    int count = 0;
    for (std::string word; in >> word; ++count) {
        const bool number = word.find_first_not_of("0123456789") == std::string::npos;
        const bool preposition = word == "in" || word == "on" || word == "before" || word == "since" || word == "of";
        lines += word + (number ? " CD pobj " : preposition ? " IN prep " : word[0] >= 'A' && word[0] <= 'Z' ? " NNP pobj " : " NN dep ") +
                 (count == 0 ? "0" : "1") + "\n";
    }
    const nlp::Doc doc = make_document(lines);
    const Tree tree(doc);
    const auto times = find_times(tree, table, published);
    if (times.empty()) return "none";
    const ResolvedTime time = resolve_time(times.front(), published, ahead);
    return time.value + "|" + time.precision + "|" +
           std::string(doc.text_of(nlp::Span{times.front().begin, times.front().end, {}}));
}

}  // namespace

TEST_CASE("dates with a year need no article date", "[times]") {
    CHECK(told("on January 5 , 2026", "") == "2026-01-05|day|on January 5 , 2026");
    CHECK(told("on 5 January 2026", "") == "2026-01-05|day|on 5 January 2026");
    CHECK(told("on 5th of January 2026", "") == "2026-01-05|day|on 5th of January 2026");
    CHECK(told("in March 2022", "") == "2022-03|month|in March 2022");
    CHECK(told("in 2014", "") == "2014|year|in 2014");
    CHECK(told("2026-01-05", "") == "2026-01-05|day|2026-01-05");
}

TEST_CASE("days and months without a year lie nearest before the article, or behind it", "[times]") {
    CHECK(told("on December 30") == "2025-12-30|day|on December 30");
    CHECK(told("on January 5") == "2026-01-05|day|on January 5");
    CHECK(told("in March") == "2025-03|month|in March");
    CHECK(told("in March", "2026-01-07", true) == "2026-03|month|in March");
    CHECK(told("in December", "2026-01-07", true) == "2026-12|month|in December");
    CHECK(told("on December 30", "").starts_with("||"));
}

TEST_CASE("days of the week", "[times]") {
    CHECK(told("on Monday") == "2026-01-05|day|on Monday");
    CHECK(told("on Wednesday") == "2026-01-07|day|on Wednesday");
    CHECK(told("on Thursday") == "2026-01-01|day|on Thursday");
    CHECK(told("on Thursday", "2026-01-07", true) == "2026-01-08|day|on Thursday");
    CHECK(told("last Monday") == "2026-01-05|day|last Monday");
    CHECK(told("next Monday") == "2026-01-12|day|next Monday");
    CHECK(told("on Monday night") == "2026-01-05|day|on Monday night");
    CHECK(told("on Monday , January 5") == "2026-01-05|day|on Monday , January 5");
    CHECK(told("on Monday", "").starts_with("||"));
}

TEST_CASE("times that are reckoned from the article's date", "[times]") {
    CHECK(told("yesterday") == "2026-01-06|day|yesterday");
    CHECK(told("tomorrow") == "2026-01-08|day|tomorrow");
    CHECK(told("last month") == "2025-12|month|last month");
    CHECK(told("last year") == "2025|year|last year");
    CHECK(told("two days ago") == "2026-01-05|day|two days ago");
    CHECK(told("three months ago") == "2025-10|month|three months ago");
    CHECK(told("10 years ago") == "2016|year|10 years ago");
    CHECK(told("yesterday", "2026-01").starts_with("||"));
}

TEST_CASE("what cannot be resolved keeps its words", "[times]") {
    CHECK(told("last week") == "||last week");
    CHECK(told("two weeks ago") == "||two weeks ago");
    CHECK(told("three days later") == "||three days later");
    CHECK(told("before Monday") == "||before Monday");
    CHECK(told("on February 30 , 2025") == "||on February 30 , 2025");
}

TEST_CASE("parts of a year, a month and a day", "[times]") {
    CHECK(told("in spring of 2019") == "2019|year|in spring of 2019");
    CHECK(told("in Q3 2020") == "2020|year|in Q3 2020");
    CHECK(told("third quarter of 2020") == "2020|year|third quarter of 2020");
    CHECK(told("in mid-2014") == "2014|year|in mid-2014");
    CHECK(told("in summer") == "||in summer");
    CHECK(told("this morning") == "2026-01-07|day|this morning");
    CHECK(told("last night") == "2026-01-06|day|last night");
    CHECK(told("in January and February 2019") == "2019-01|month|in January");
}

TEST_CASE("a day of the month", "[times]") {
    const TimeWords table(data::times(), "times.tsv");
    const nlp::Doc doc = make_document("on IN ROOT 0\nthe DT det 3\n31st NN pobj 1\n");
    const Tree tree(doc);
    const auto times = find_times(tree, table, "2026-03-02");
    REQUIRE(times.size() == 1);
    CHECK(resolve_time(times.front(), "2026-03-02", false).value == "2026-01-31");
    CHECK(resolve_time(times.front(), "2026-03-02", true).value == "2026-03-31");
    CHECK(resolve_time(times.front(), "", true).value.empty());
}

TEST_CASE("times that are reckoned from another date, rough ones, ranges", "[times]") {
    CHECK(told("following year") == "||following year");
    CHECK(told("previous month") == "||previous month");
    CHECK(told("in 1990s") == "||in 1990s");
    CHECK(told("several years ago") == "||several years ago");
    CHECK(told("than two years ago") == "||two years ago");
    CHECK(told("a week ago Tuesday") == "||a week ago Tuesday");
    CHECK(told("from 2010 to 2014") == "2010|year|from 2010 to 2014");
    CHECK(told("between 2010 and 2014") == "||between 2010 and 2014");
    CHECK(told("between March and May 2019") == "||between March and May 2019");
}

TEST_CASE("what is no time", "[times]") {
    CHECK(told("spring of hope") == "none");
    CHECK(told("previous owner") == "none");
    CHECK(told("may attack") == "none");
    CHECK(told("march on") == "none");
    CHECK(told("1500 soldiers") == "none");
    CHECK(told("last stand") == "none");
    CHECK(told("") == "none");
}

TEST_CASE("a table of times that is malformed names its line", "[times]") {
    CHECK_THROWS_WITH(TimeWords("month\tjanuary\t1\nday\tx\t1\n", "t.tsv"), "t.tsv:2: expected a known kind, words, a meaning");
}
