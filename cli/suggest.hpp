// "Did you mean": the known word nearest to what somebody typed. Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::cli {

// "" if nothing is near.
std::string nearest(std::string_view word, const std::vector<std::string_view>& known);

// " (did you mean 'build'?)" or "".
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace newsgraph::cli
