// What --version prints.
#pragma once

#include <string>

namespace newsgraph::cli {

std::string version_text();

}  // namespace newsgraph::cli
