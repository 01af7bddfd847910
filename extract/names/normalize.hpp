// How names are compared and turned into ids. Pure functions on valid UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph {

// Case folded, accents taken off, apostrophes made straight, points dropped, other marks and white space made one blank.
std::string fold(std::string_view name);

// Case folded letters and digits of any script, the rest "-": "person:volodymyr-zelensky" is "person:" and the slug.
std::string slug(std::string_view name);

// Without a possessive ending ('s or a bare apostrophe after s).
std::string_view strip_possessive(std::string_view name);

// Without a leading "the", "a" or "an".
std::string_view strip_article(std::string_view name);

}  // namespace newsgraph
