// What the first bytes of a file are. Pure functions.
#pragma once

#include "extract/readers/files.hpp"

#include <string>
#include <string_view>

namespace newsgraph::readers {

constexpr std::size_t sniffed_bytes = 64 * 1024;

// Why these bytes cannot be text in UTF-8 ("bzip2 data ...", "text in UTF-16 ..."), "" if they can be.
std::string why_not_text(std::string_view head);

// Of bytes whose suffix says nothing, or "json" where many programs write one object a line.
InputFormat format_of_content(std::string_view head);

}  // namespace newsgraph::readers
