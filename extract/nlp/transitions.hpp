// The classes of a transition system: which action and label each output of its model stands for. Immutable.
#pragma once

#include "extract/nlp/msgpack.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace newsgraph::nlp {

struct Transition {
    std::uint8_t action = 0;  // parser: 0 shift, 1 reduce, 2 left-arc, 3 right-arc, 4 break; NER: 1 begin .. 5 out
    std::string label;
};

// Reads a `moves` file and orders its classes as spaCy does: by action, then by descending frequency, then by
// descending label; labels added after training (negative frequency) come last. `max_action` bounds the action ids;
// actions below `min_action` make no class. Throws IoError or FormatError.
std::vector<Transition> read_transitions(const std::filesystem::path& path, int min_action, int max_action);

// Neighbouring classes of one action, so that a scan for the best class looks at validity once a run.
struct ActionRun {
    std::uint8_t action;
    std::size_t begin;
    std::size_t end;
};
std::vector<ActionRun> runs_of(const std::vector<Transition>& transitions);

}  // namespace newsgraph::nlp
