// A record whose texts every graph file can hold. Graph files leave control characters out; were they kept in evidence, a
// graph that was written and read back would have other names than the one that was written. A pure function.
#pragma once

#include "extract/record.hpp"

#include <optional>

namespace newsgraph {

// The record without the characters that utf8::clean takes out, but for `text`, to which offsets point; ids of entities
// that would then be the same get an end of their own. Nothing if there is nothing to take out, as almost always.
// REQUIRES: valid UTF-8.
std::optional<Record> fit_record(const Record& record);

}  // namespace newsgraph
