// Copies of one story: agency texts that several outlets print, repeats, updates. Two texts are copies where they share
// most of their runs of four words, as a short signature of each text tells (docs/evidence.md, "Copies"). Pure functions;
// the same on every machine. No errors: a signature that cannot be read is one that resembles none.
//
// Sources: resemblance and containment of shingles, Broder 1997, "On the resemblance and containment of documents"; the
// lowest bits of each minimum, Li and Koenig 2010, "b-Bit Minwise Hashing"; bands, Leskovec, Rajaraman and Ullman, "Mining
// of Massive Datasets", chapter 3.4; stars, Aslam, Pelekhov and Rus 2004, "The Star Clustering Algorithm".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

// The signature of a text, some 135 characters of ASCII; "" for texts of fewer than 60 words, where figures and names of
// a form ("Qtly div 10 cts") are all that tells one story from another. REQUIRES: valid UTF-8. Linear.
std::string story_signature(std::string_view text);

// How much of all shingles two texts have in common (Jaccard), and how much of the shorter text's; both as estimated from
// 96 minima, with a standard error of at most 0.05 for the first. 0 if a signature is "" or of another make.
struct Resemblance {
    double resemblance = 0.0;
    double containment = 0.0;
};
Resemblance resemblance(std::string_view signature, std::string_view other);

// Is one a copy, or a longer version, of the other?
bool are_copies(const Resemblance& texts);

// A signature that can be read, for those who look for the copies of some of many texts.
struct StorySignature {
    static constexpr std::size_t minima = 96;  // of each of which a byte is kept

    std::uint32_t shingles = 0;
    std::array<std::uint8_t, minima> bytes{};

    auto operator<=>(const StorySignature&) const = default;
};

std::optional<StorySignature> read_signature(std::string_view signature);
bool are_copies(const StorySignature& text, const StorySignature& other);

// Copies are nearly always the same in one of these 32: texts that resemble each other by 0.6 in 99.96 of 100 cases, by 0.4 in
// 88.
std::vector<std::int64_t> bands_of(const StorySignature& signature);

// Are these two of all different signatures that are the same in a band compared? Each is with the first few and with the few
// behind it, so that a thousand copies are no million pairs: they meet in their stars' centres. Places are in the order of
// signatures.
bool meet_in_band(std::size_t place, std::size_t other);
inline constexpr std::size_t all_meet = 17;  // where there are no more than these

// For each text the one in the centre of its star: the text with most copies takes all of them that are not taken yet.
// REQUIRES: texts in their order, each once; of each its copies by index.
std::vector<std::uint32_t> star_centers(const std::vector<StorySignature>& texts, const std::vector<std::vector<std::uint32_t>>& copies);

// For each signature the index of the first one of its story. What is one story depends on the set of signatures alone,
// not on their order. Each text of a story is a copy of its central one, so copies of copies of copies do not chain.
// Without a signature a text is its own story. O(n log n).
std::vector<std::uint32_t> find_stories(const std::vector<std::string>& signatures);

}  // namespace newsgraph
