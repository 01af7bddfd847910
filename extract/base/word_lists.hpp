// Lists of words under names, asked which words they hold: by the word, for most words are in no list. Immutable once filled;
// may be shared by threads.
#pragma once

#include "extract/base/text_map.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

class WordLists {
public:
    void add(std::string_view list, std::string_view word) {
        auto& lists = lists_of_[std::string(word)];
        if (!contains(lists, list)) lists.emplace_back(list);
        names_.emplace(list);
    }

    bool has_list(std::string_view list) const { return names_.contains(list); }

    bool has(std::string_view list, std::string_view word) const {
        const auto found = lists_of_.find(word);
        return found != lists_of_.end() && contains(found->second, list);
    }

private:
    static bool contains(const std::vector<std::string>& lists, std::string_view list) {
        return std::find(lists.begin(), lists.end(), list) != lists.end();
    }

    TextMap<std::vector<std::string>> lists_of_;  // by the word
    TextSet names_;
};

}  // namespace newsgraph
