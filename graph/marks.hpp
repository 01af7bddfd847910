// Row numbers of tables as indexes, and sets of them. For kept graphs alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace newsgraph::detail {

inline constexpr std::int64_t most_rows = std::int64_t{1} << 27;  // of a kept table: more edges than anybody can look at

constexpr std::size_t index_of(std::int64_t row) {
    return static_cast<std::size_t>(row);
}
constexpr std::int64_t row_of(std::size_t index) {
    return static_cast<std::int64_t>(index);
}

// Row numbers that are marked, each once, in their order.
class Marks {
public:
    void add(std::int64_t row) {
        const std::size_t index = index_of(row);
        if (index >= marked_.size()) {
            marked_.resize(index + index / 2 + 1, false);
        }
        marked_[index] = true;
    }

    bool has(std::int64_t row) const { return index_of(row) < marked_.size() && marked_[index_of(row)]; }

    template <typename Visit>
    void each(Visit visit) const {
        for (std::size_t i = 0; i < marked_.size(); ++i) {
            if (marked_[i]) {
                visit(row_of(i));
            }
        }
    }

private:
    std::vector<bool> marked_;
};

}  // namespace newsgraph::detail
