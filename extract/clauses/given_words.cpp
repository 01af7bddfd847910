#include "extract/clauses/given_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace newsgraph {

namespace {

// The Penn Treebank's names for brackets and its quotes.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> spelled{{{"-LRB-", "("},
                                                                                 {"-RRB-", ")"},
                                                                                 {"-LSB-", "["},
                                                                                 {"-RSB-", "]"},
                                                                                 {"-LCB-", "{"},
                                                                                 {"-RCB-", "}"},
                                                                                 {"``", "\""},
                                                                                 {"''", "\""}}};

std::string_view as_in_text(std::string_view word) {
    const auto* found = std::find_if(spelled.begin(), spelled.end(), [&](const auto& pair) { return pair.first == word; });
    return found == spelled.end() ? word : found->second;
}

}  // namespace

GivenWords::GivenWords(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    for (std::size_t begin = 0; begin < line.size();) {
        const std::size_t end = std::min(line.find(' ', begin), line.size());
        if (end > begin) {
            written.push_back(line.substr(begin, end - begin));
            read.push_back(as_in_text(written.back()));
        }
        begin = end + 1;
    }
}

}  // namespace newsgraph
