#include "extract/nlp/strings.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace newsgraph::nlp {

namespace {

constexpr std::pair<std::string_view, std::uint16_t> symbols[] = {
#include "extract/nlp/symbols.inc"
};

constexpr std::size_t longest_symbol = [] {
    std::size_t longest = 0;
    for (const auto& [name, number] : symbols) longest = std::max(longest, name.size());
    return longest;
}();

static_assert(std::endian::native == std::endian::little, "the hash reads words as little-endian");

}  // namespace

std::uint64_t murmur_hash(std::string_view bytes, std::uint64_t seed) {
    constexpr std::uint64_t m = 0xc6a4a7935bd1e995ULL;
    constexpr int r = 47;
    std::uint64_t h = seed ^ (bytes.size() * m);
    std::size_t offset = 0;
    for (; offset + 8 <= bytes.size(); offset += 8) {
        std::uint64_t k = 0;
        std::memcpy(&k, bytes.data() + offset, sizeof k);
        k *= m;
        k ^= k >> r;
        k *= m;
        h = (h ^ k) * m;
    }
    if (offset < bytes.size()) {
        std::uint64_t tail = 0;
        std::memcpy(&tail, bytes.data() + offset, bytes.size() - offset);
        h = (h ^ tail) * m;
    }
    h ^= h >> r;
    h *= m;
    return h ^ h >> r;
}

std::uint64_t string_id(std::string_view text) {
    if (text.empty()) return 0;
    if (text.size() <= longest_symbol) {
        const auto* found = std::lower_bound(std::begin(symbols), std::end(symbols), text,
                                             [](const auto& symbol, std::string_view name) { return symbol.first < name; });
        if (found != std::end(symbols) && found->first == text) return found->second;
    }
    return murmur_hash(text, 1);
}

}  // namespace newsgraph::nlp
