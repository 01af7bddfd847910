// What words and runs of words may be, whatever their capitals: places, companies, surnames, forenames and what the
// gazetteer knows. Immutable after construction; share between threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

// The word in small letters.
std::string lower_case(std::string_view word);

class NameLists {
public:
    // Bits of what a name may be.
    enum Kind : std::uint16_t {
        city = 1,
        company = 2,
        surname = 4,
        male = 8,
        female = 16,
        country = 32,
        demonym = 64,
        place = 128,
        organization = 256,
        capital = 512,
    };

    // A table of kinds and names (extract/data/name_lists.tsv), and the tables of forenames and of known things.
    // Throws FormatError for an unknown kind.
    NameLists(std::string_view lists, std::string_view forenames, const std::vector<std::string_view>& things);

    // The longest name of several words, or one, that begins at a word; words are given by their hashes.
    struct Match {
        std::uint32_t length = 0;  // in words, 0: none
        std::uint16_t kinds = 0;
    };
    Match longest(const std::uint64_t* words, std::size_t count) const;

    // What a word is as a name, and of how many words the longest name is that begins with it.
    struct Start {
        std::uint16_t kinds = 0;
        std::uint16_t longest = 0;
    };
    Start start(std::uint64_t word) const;

    // Of a word in small letters.
    static std::uint64_t hash(std::string_view word);

private:
    static constexpr std::size_t longest_name = 6;

    void add(std::string_view name, std::uint16_t kind);
    void add_things(std::string_view table);
    struct Entry {
        std::uint64_t key = 0;  // 0: free
        Start start;            // kinds: of the name, 0 for what only begins names
    };

    // The place of a key, free if it has none.
    std::size_t place_of(std::uint64_t key) const;
    Entry& entry(std::uint64_t key);

    std::vector<Entry> entries_;  // open addressing; its size is a power of two
    std::size_t used_ = 0;
};

}  // namespace newsgraph
