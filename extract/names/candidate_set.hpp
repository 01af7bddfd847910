// The candidates of a document while they are being found, and which tokens they cover. One thread.
#pragma once

#include "extract/names/names.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace newsgraph::detail {

struct CandidateSet {
    // Both must outlive it.
    CandidateSet(const Tree& tree, const Layout& text_layout) : covering(tree.size(), no_name), layout(text_layout) {}

    void add(Index begin, Index end, std::string_view type, bool pattern = false) {
        Candidate c;
        c.begin = begin;
        c.end = end;
        c.type = type;
        c.headline = begin < layout.headline_end;
        c.from_pattern = pattern;
        for (Index i = begin; i < end; ++i) {
            if (covering[i] == no_name) covering[i] = found.size();
        }
        found.push_back(std::move(c));
    }

    bool is_free(Index i) const { return covering[i] == no_name; }

    std::vector<Candidate> found;
    std::vector<std::size_t> covering;  // per token: the first candidate that was found there, else no_name
    const Layout& layout;
};

}  // namespace newsgraph::detail
