// Things that turn out to be one: disjoint sets of the numbers 0 to n-1. The smallest number of a set names it, so the
// result does not depend on the order of joining. One thread.
#pragma once

#include <cstddef>
#include <numeric>
#include <vector>

namespace newsgraph {

class Groups {
public:
    explicit Groups(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

    std::size_t of(std::size_t item) {
        while (parent_[item] != item) {
            parent_[item] = parent_[parent_[item]];
            item = parent_[item];
        }
        return item;
    }

    // False if they were one already.
    bool join(std::size_t a, std::size_t b) {
        a = of(a);
        b = of(b);
        if (a == b) {
            return false;
        }
        parent_[a < b ? b : a] = a < b ? a : b;
        return true;
    }

private:
    std::vector<std::size_t> parent_;
};

}  // namespace newsgraph
