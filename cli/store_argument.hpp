// What the commands that look after a store understand alike.
#pragma once

#include "cli/command_line.hpp"
#include "graph/evidence_store.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace newsgraph::cli {

// The first argument. Throws UsageError if there is none.
const std::string& store_argument(const CommandLine& line);

// The only argument. Throws UsageError if there are more, too.
const std::string& only_store(const CommandLine& line);

// The arguments behind it.
std::vector<std::string> behind_store(const CommandLine& line);

// Throws IoError if nothing is there, for opening it would make one.
EvidenceStore open_existing_store(const std::string& path);

// "3 articles", "1 article".
std::string counted(std::size_t number, const std::string& one);

}  // namespace newsgraph::cli
