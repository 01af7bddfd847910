#include "extract/readers/dates.hpp"
#include "tests/support/catch.hpp"

using newsgraph::readers::dateline_date;
using newsgraph::readers::iso_date;

TEST_CASE("dates are read as newspapers and feeds write them", "[dates]") {
    for (const char* text : {"2026-01-05", "2026-01-05T23:59:59+02:00", "2026/01/05", "20260105", "2026-1-5",
                             "Mon, 05 Jan 2026 10:00:00 GMT", "January 5, 2026", "Jan. 5, 2026", "5 January 2026",
                             "Monday, January 5, 2026", "05-JAN-2026 15:01:01.79", "January 5th, 2026"}) {
        INFO(text);
        CHECK(iso_date(text) == "2026-01-05");
    }
    CHECK(iso_date("Sept. 3, 2024") == "2024-09-03");
    CHECK(iso_date("2024-02-29") == "2024-02-29");
}

TEST_CASE("what is no date, or more than one, is none", "[dates]") {
    for (const char* text : {"", "yesterday", "05/01/2026", "2026", "2026-01", "2026-13-01", "2025-02-29", "0000-00-00",
                             "May", "99999999999999999999", "Marching 5, 2026"}) {
        INFO(text);
        CHECK(iso_date(text).empty());
    }
}

TEST_CASE("a dateline has a date only if it has a year", "[dates]") {
    CHECK(dateline_date("KYIV, January 5, 2026 (Reuters) - Troops ...") == "2026-01-05");
    CHECK(dateline_date("KYIV, 5 January 2026 \xE2\x80\x93 Troops ...") == "2026-01-05");
    CHECK(dateline_date("KYIV, Jan 5 (Reuters) - Troops ...").empty());
    CHECK(dateline_date("On January 5, 2026, troops moved in").empty());
}
