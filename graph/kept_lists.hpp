// Lists in cells of a kept graph's tables, as JSON. Pure functions; FormatError for what they did not write.
#pragma once

#include "graph/knowledge_graph.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::detail {

std::string to_json(const std::vector<std::string>& list);
std::string to_json(const std::vector<NodeMerge>& merges);
std::string to_json(const Decisions& decisions);

std::vector<std::string> strings_from_json(std::string_view text);
std::vector<NodeMerge> merges_from_json(std::string_view text);

}  // namespace newsgraph::detail
