// Publication dates as articles write them -> ISO 8601. Pure functions, no clock, no locale, no time zones: the day is
// the one that is written.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph::readers {

// "2026-01-05" from ISO 8601 and its kin ("2026-01-05T10:00:00Z", "2026/01/05", "20260105"), RFC 822
// ("Mon, 05 Jan 2026 10:00:00 GMT"), "January 5, 2026", "5 January 2026", "26-FEB-1987". "" for anything else, and for
// days that no calendar has; 05/01/2026 means different days in different countries and is not read.
std::string iso_date(std::string_view text);

// The full date in a dateline ("KYIV, January 5, 2026 - ..."): before the first dash of a paragraph. "" if there is none.
std::string dateline_date(std::string_view paragraph);

}  // namespace newsgraph::readers
