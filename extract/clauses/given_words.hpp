// A sentence whose tokens somebody else has made: one line, words parted by single blanks, as treebanks and benchmarks have
// them. Views: the line must outlive it.
#pragma once

#include <string_view>
#include <vector>

namespace newsgraph {

struct GivenWords {
    // A carriage return at the end is no word; nor is what lies between two blanks.
    explicit GivenWords(std::string_view line);

    std::vector<std::string_view> written;
    // For the language model, which has learned from text with brackets and quotes: "(" for "-LRB-", one for each of `written`.
    std::vector<std::string_view> read;
};

}  // namespace newsgraph
