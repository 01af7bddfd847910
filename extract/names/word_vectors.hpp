// Short vectors of words, made from a larger model's (extract/data/generate_name_words.py). A view of its file's bytes, which
// must outlive it. Immutable; share between threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

class WordVectors {
public:
    // Throws FormatError that names the file.
    WordVectors(std::string_view bytes, std::string_view file_name);

    // Numbers that `write` makes of a word.
    std::size_t width() const { return 2 * dimensions_; }

    // Where the vectors of a word stand: of it in small letters, and with a capital.
    struct Rows {
        std::uint16_t small = 0;  // numbers of vectors counted from 1, 0 for none
        std::uint16_t capital = 0;
    };
    Rows find(const std::string& lower) const;  // a word in small letters

    // Both vectors, zeros for one that is not there.
    void write(Rows rows, std::span<float> result) const;

private:
    std::uint16_t row_of(std::string_view word) const;

    std::size_t dimensions_ = 0;
    std::size_t vectors_ = 0;
    std::size_t words_ = 0;
    std::string_view values_;  // bytes
    std::string_view hashes_;  // 32 bits a word, sorted
    std::string_view rows_;    // 16 bits a word
    std::vector<std::uint32_t> starts_;  // per beginning of a hash (16 bits), its first word; one more at the end
};

}  // namespace newsgraph
