// How names are compared. Pure functions on valid UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsgraph {

// For look-ups: case folded, compatibility forms, accents and strokes taken off, apostrophes straight, white space one
// blank.
std::string fold_name(std::string_view name);

// For "the same name": fold_name without points, possessive ending and leading article; other marks become one blank.
// A name of marks alone is its own fold_name.
std::string name_key(std::string_view name);

// The capitalised word right before a place in a text ("Captain" before "Lund"); "" where none stands there, or one that is
// no title. `begin` counts code points.
std::string title_before(std::u32string_view text, std::size_t begin);

// White space made one blank, none at the ends.
std::string one_line(std::string_view text);

// Insertions, deletions, replacements and swaps of neighbours (code points) that turn `a` into `b`; stops counting above
// `limit` and then returns limit + 1.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit);

// Q and digits.
bool is_wikidata_id(std::string_view id);

}  // namespace newsgraph
