// What --version prints, and the version alone.
#pragma once

#include <string>

namespace newsgraph::cli {

std::string program_version();  // "1.2.3"

std::string version_text();

}  // namespace newsgraph::cli
