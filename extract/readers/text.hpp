// Plain text and Markdown: one article a file. The title is the first line; header lines `Title:`, `Date:`, `URL:`,
// `Source:` may stand before it or right behind it; Markdown may have them as front matter between lines `---`. A dateline
// stays in the text. Pure functions.
#pragma once

#include "extract/readers/input.hpp"

#include <string>
#include <string_view>

namespace newsgraph::readers {

enum class TextStyle { plain, markdown };

// `text` is valid UTF-8 without a byte order mark. Line ends become LF. A file of one line, or whose first line is as
// long as a paragraph, has no title.
Article article_from_text(std::string_view text, TextStyle style);

// The text of an article that has a title: title, empty line, body. A body that repeats its title as its first line is
// taken as it is.
std::string join_title(std::string_view title, std::string_view body);

}  // namespace newsgraph::readers
