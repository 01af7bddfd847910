// Node types that more than one room asks for by name.
#pragma once

#include <string_view>

namespace newsgraph {

// What has no name of its own: "military guarantees", "demonstrators".
inline constexpr std::string_view concept_type = "concept";

}  // namespace newsgraph
