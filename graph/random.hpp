// Numbers drawn for sampling and starting places: SplitMix64 (Steele, Lea and Flood 2014, Fast splittable pseudorandom number
// generators), short, and the same numbers everywhere, which the standard library's distributions are not. A value.
#pragma once

#include <cstdint>

namespace newsgraph {

class Random {
public:
    // REQUIRES: bound > 0.
    std::uint64_t below(std::uint64_t bound) {
        // What would make small numbers more frequent is drawn again.
        const std::uint64_t surplus = (0 - bound) % bound;
        std::uint64_t drawn = next();
        while (drawn < surplus) {
            drawn = next();
        }
        return drawn % bound;
    }

    // 0 to 1, without 1.
    double share() { return static_cast<double>(next() >> 11U) / 9007199254740992.0; }

private:
    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    std::uint64_t state_ = 1;
};

}  // namespace newsgraph
