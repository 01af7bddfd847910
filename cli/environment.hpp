// What the program takes from environment variables ('newsgraph help environment'). Functions that look at the
// environment; call them before threads are started.
#pragma once

#include "extract/nlp/matmul.hpp"

#include <optional>
#include <string>

namespace newsgraph::cli {

// "" if it is not set.
std::string variable(const char* name);

// NEWSGRAPH_INSTRUCTIONS; nothing if it is not set or empty. Throws UsageError for a name that is none, Error for
// instructions that this processor does not have.
std::optional<nlp::InstructionSet> chosen_instructions();

}  // namespace newsgraph::cli
