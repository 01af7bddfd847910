// One JSON object -> an article, a line of `extract`, or why it is neither. Field names go by many names (docs/input.md);
// fields of unexpected types are as if they were not there. Pure functions.
#pragma once

#include "extract/readers/input.hpp"

#include <string>
#include <string_view>

namespace newsgraph::readers {

// `json` is valid UTF-8. The id is the object's `id`, else its URL, else `place`.
InputItem item_from_json(std::string_view json, const std::string& place);

}  // namespace newsgraph::readers
