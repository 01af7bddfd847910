// Mentions of one document that have the same words, on the way to being one thing with others. For merging alone.
#pragma once

#include "extract/names/names.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace newsgraph::detail {

struct NameGroup {
    std::vector<std::size_t> members;  // candidates
    std::vector<std::string> words;    // of the name, folded
    std::map<std::string, int> types;
    std::size_t known = no_name;
    std::size_t parent = no_name;    // the group that it was merged into
    Index first_in_body = no_index;  // where its first mention behind the title begins
    std::string type;                // the one that its mentions speak for, once all are known
    bool titled = false;             // "Mrs Torvald"
    bool with_article = false;       // "the Front"
    bool has_ending = false;         // "Torvald Inc."
    bool headline_only = true;       // every mention is in the title
    Sex sex = Sex::unknown;

    std::string voted_type() const {
        std::string best;
        int votes = 0;
        for (const auto& [name, count] : types) {
            if (count > votes) {
                best = name;
                votes = count;
            }
        }
        return best;
    }
};

struct NameGroups {
    std::vector<NameGroup> list;  // by first mention

    std::size_t root(std::size_t group) const {
        while (list[group].parent != no_name) group = list[group].parent;
        return group;
    }

    void join(std::size_t part, std::size_t whole) {
        part = root(part);
        whole = root(whole);
        if (part != whole) list[part].parent = whole;
    }
};

}  // namespace newsgraph::detail
