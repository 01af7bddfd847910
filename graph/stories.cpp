#include "graph/stories.hpp"

#include "extract/base/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

namespace newsgraph {

namespace {

constexpr std::size_t shortest_text = 60;  // words
constexpr std::size_t shingle_length = 4;  // words
constexpr std::size_t minima = StorySignature::minima;
constexpr std::size_t band_length = 3;     // bytes
constexpr std::string_view make = "1:";    // of signatures; another one when any of the above, or words(), changes

constexpr double copy_resemblance = 0.6;
constexpr double version_resemblance = 0.3;
constexpr double version_containment = 0.8;

// ---- shingles

// Letters and digits in small letters; apostrophes and accents that stand by themselves are not seen.
std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> out;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = utf8::next(text, at);
        const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
        if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) {
            if (!inside) {
                out.emplace_back();
            }
            utf8::append(out.back(), static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
            inside = true;
        } else if (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO) {
            if (!inside) {
                out.emplace_back();
            }
            utf8::append(out.back(), c);
            inside = true;
        } else if (category != UTF8PROC_CATEGORY_MN && c != U'\'' && c != U'\u2019') {
            inside = false;
        }
    }
    return out;
}

// The last step of SplitMix64 (Steele, Lea and Flood 2014): each bit of the input changes half of those of the output.
constexpr std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31U);
}

// FNV-1a.
std::uint64_t hash(std::string_view text) {
    std::uint64_t out = 0xCBF29CE484222325U;
    for (const char c : text) {
        out = (out ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    }
    return mixed(out);
}

// Sorted, each once.
std::vector<std::uint64_t> shingles(const std::vector<std::string>& words) {
    std::vector<std::uint64_t> hashes;
    for (const std::string& word : words) {
        hashes.push_back(hash(word));
    }
    std::vector<std::uint64_t> out;
    for (std::size_t i = 0; i + shingle_length <= hashes.size(); ++i) {
        std::uint64_t shingle = 0;
        for (std::size_t j = i; j < i + shingle_length; ++j) {
            shingle = mixed(shingle + 0x9E3779B97F4A7C15U + hashes[j]);  // in this order: mixed() is no sum
        }
        out.push_back(shingle);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

// ---- signatures

std::array<std::uint8_t, minima> lowest_bytes(const std::vector<std::uint64_t>& shingles) {
    std::array<std::uint8_t, minima> out{};
    for (std::size_t i = 0; i < minima; ++i) {
        const std::uint64_t key = mixed(0x9E3779B97F4A7C15U * (i + 1));  // one hash function each
        std::uint64_t least = UINT64_MAX;
        for (const std::uint64_t shingle : shingles) {
            least = std::min(least, mixed(shingle ^ key));
        }
        out[i] = static_cast<std::uint8_t>(least);
    }
    return out;
}

// RFC 4648; a multiple of three bytes needs no padding.
constexpr std::string_view base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
static_assert(minima % 3 == 0);

std::string encode(const std::array<std::uint8_t, minima>& bytes) {
    std::string out;
    for (std::size_t i = 0; i < minima; i += 3) {
        const std::uint32_t bits = std::uint32_t{bytes[i]} << 16U | std::uint32_t{bytes[i + 1]} << 8U | bytes[i + 2];
        for (const unsigned shift : {18U, 12U, 6U, 0U}) {
            out.push_back(base64[bits >> shift & 63U]);
        }
    }
    return out;
}

std::optional<std::array<std::uint8_t, minima>> decode(std::string_view text) {
    std::array<std::uint8_t, minima> out{};
    if (text.size() != minima / 3 * 4) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < minima; i += 3) {
        std::uint32_t bits = 0;
        for (std::size_t j = 0; j < 4; ++j) {
            const std::size_t digit = base64.find(text[i / 3 * 4 + j]);
            if (digit == std::string_view::npos) {
                return std::nullopt;
            }
            bits = bits << 6U | static_cast<std::uint32_t>(digit);
        }
        out[i] = static_cast<std::uint8_t>(bits >> 16U);
        out[i + 1] = static_cast<std::uint8_t>(bits >> 8U);
        out[i + 2] = static_cast<std::uint8_t>(bits);
    }
    return out;
}

Resemblance compare(const StorySignature& a, const StorySignature& b) {
    int same = 0;
    for (std::size_t i = 0; i < minima; ++i) {
        same += a.bytes[i] == b.bytes[i] ? 1 : 0;
    }
    constexpr double by_chance = 1.0 / 256.0;  // that the lowest bytes of different minima are the same
    Resemblance out;
    out.resemblance = std::max(0.0, (static_cast<double>(same) / static_cast<double>(minima) - by_chance) / (1.0 - by_chance));
    const double both = out.resemblance / (1.0 + out.resemblance) * (static_cast<double>(a.shingles) + static_cast<double>(b.shingles));
    out.containment = std::min(1.0, both / static_cast<double>(std::min(a.shingles, b.shingles)));
    return out;
}

}  // namespace

std::string story_signature(std::string_view text) {
    const std::vector<std::string> all = words(text);
    if (all.size() < shortest_text) {
        return "";
    }
    const std::vector<std::uint64_t> runs = shingles(all);
    return std::string(make) + std::to_string(runs.size()) + ":" + encode(lowest_bytes(runs));
}

Resemblance resemblance(std::string_view signature, std::string_view other) {
    const auto a = read_signature(signature);
    const auto b = read_signature(other);
    return a && b ? compare(*a, *b) : Resemblance{};
}

bool are_copies(const Resemblance& texts) {
    return texts.resemblance >= copy_resemblance ||
           (texts.resemblance >= version_resemblance && texts.containment >= version_containment);
}

// ---- which of many are copies

std::optional<StorySignature> read_signature(std::string_view text) {
    if (!text.starts_with(make)) {
        return std::nullopt;
    }
    text.remove_prefix(make.size());
    StorySignature out;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out.shingles);
    if (error != std::errc() || end == text.data() + text.size() || *end != ':' || out.shingles == 0) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
    const auto bytes = decode(text);
    if (!bytes) {
        return std::nullopt;
    }
    out.bytes = *bytes;
    return out;
}

bool are_copies(const StorySignature& text, const StorySignature& other) {
    return are_copies(compare(text, other));
}

namespace {

constexpr std::size_t few = 16;
static_assert(all_meet == few + 1);

std::int64_t band_of(const StorySignature& signature, std::size_t begin) {
    auto key = static_cast<std::int64_t>(begin / band_length);
    for (std::size_t i = begin; i < begin + band_length; ++i) {
        key = key << 8U | signature.bytes[i];
    }
    return key;
}

using Neighbors = std::vector<std::vector<std::uint32_t>>;

class CopyFinder {
public:
    explicit CopyFinder(const std::vector<StorySignature>& texts) : texts_(texts) {}

    Neighbors find() {
        for (std::size_t band = 0; band + band_length <= minima; band += band_length) {
            compare_within(band);
        }
        Neighbors out(texts_.size());
        std::sort(found_.begin(), found_.end());
        found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
        for (const auto& [a, b] : found_) {
            out[a].push_back(b);
            out[b].push_back(a);
        }
        return out;
    }

private:
    void compare_within(std::size_t band) {
        std::vector<std::pair<std::int64_t, std::uint32_t>> keyed;  // the band's bytes, text
        keyed.reserve(texts_.size());
        for (std::uint32_t i = 0; i < texts_.size(); ++i) {
            keyed.emplace_back(band_of(texts_[i], band), i);
        }
        std::sort(keyed.begin(), keyed.end());
        std::vector<std::uint32_t> alike;
        for (std::size_t i = 0; i < keyed.size(); ++i) {
            alike.push_back(keyed[i].second);
            if (i + 1 == keyed.size() || keyed[i + 1].first != keyed[i].first) {
                compare_all(alike);
                alike.clear();
            }
        }
    }

    // Those that meet_in_band().
    void compare_all(const std::vector<std::uint32_t>& alike) {
        for (std::size_t i = 0; i < alike.size(); ++i) {
            for (std::size_t j = 0; j < std::min(i, few); ++j) {
                check(alike[j], alike[i]);
            }
            for (std::size_t j = std::max(i - std::min(i, few), few); j < i; ++j) {
                check(alike[j], alike[i]);
            }
        }
    }

    void check(std::uint32_t a, std::uint32_t b) {
        if (are_copies(texts_[a], texts_[b])) {
            found_.emplace_back(a, b);
        }
    }

    const std::vector<StorySignature>& texts_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found_;
};

}  // namespace

std::vector<std::int64_t> bands_of(const StorySignature& signature) {
    std::vector<std::int64_t> bands;
    for (std::size_t band = 0; band + band_length <= minima; band += band_length) {
        bands.push_back(band_of(signature, band));
    }
    return bands;
}

bool meet_in_band(std::size_t place, std::size_t other) {
    const auto [first, second] = std::minmax(place, other);
    return first != second && (first < few || second - first <= few);
}

std::vector<std::uint32_t> star_centers(const std::vector<StorySignature>& texts, const std::vector<std::vector<std::uint32_t>>& copies) {
    std::vector<std::uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(copies[a].size(), texts[a].shingles) > std::pair(copies[b].size(), texts[b].shingles);
    });
    const auto none = static_cast<std::uint32_t>(texts.size());
    std::vector<std::uint32_t> center(texts.size(), none);
    for (const std::uint32_t text : order) {
        if (center[text] != none) {
            continue;
        }
        center[text] = text;
        for (const std::uint32_t copy : copies[text]) {
            center[copy] = center[copy] == none ? text : center[copy];
        }
    }
    return center;
}

std::vector<std::uint32_t> find_stories(const std::vector<std::string>& signatures) {
    std::map<StorySignature, std::vector<std::uint32_t>> bearers;
    std::vector<std::uint32_t> story(signatures.size());
    std::iota(story.begin(), story.end(), std::uint32_t{0});
    for (std::uint32_t i = 0; i < signatures.size(); ++i) {
        if (const auto signature = read_signature(signatures[i])) {
            bearers[*signature].push_back(i);
        }
    }
    std::vector<StorySignature> texts;
    for (const auto& [signature, indexes] : bearers) {
        texts.push_back(signature);
    }
    const std::vector<std::uint32_t> center = star_centers(texts, CopyFinder(texts).find());
    std::vector<std::uint32_t> first(texts.size(), UINT32_MAX);  // of each star
    for (std::size_t text = 0; const auto& [signature, indexes] : bearers) {
        std::uint32_t& least = first[center[text++]];
        least = std::min(least, indexes.front());
    }
    for (std::size_t text = 0; const auto& [signature, indexes] : bearers) {
        for (const std::uint32_t index : indexes) {
            story[index] = first[center[text]];
        }
        ++text;
    }
    return story;
}

}  // namespace newsgraph
