// The one place for the escape rules of the file formats. Pure functions; any bytes may come in (bad UTF-8 is replaced),
// what goes out is valid UTF-8 without the characters that XML 1.0 forbids.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsgraph {

// Valid UTF-8, without control characters except tab and line breaks, and without U+FFFE and U+FFFF.
std::string clean_text(std::string_view text);

// The first `limit` code points, with an ellipsis in the place of the last one if something is cut off.
std::string cut_text(std::string_view text, std::size_t limit);

std::string xml_text(std::string_view text);       // between tags
std::string xml_attribute(std::string_view text);  // with its quotes

// With its quotes, for ids, labels, tooltips and URLs. `limit` in code points; long before the 16,383 bytes that Graphviz
// 2.42 refuses, the text is cut too.
std::string dot_string(std::string_view text, std::size_t limit = 2000);

// Shortest decimal that reads back as the same number; "0" for what is no finite number.
std::string number_text(double value);

}  // namespace newsgraph
