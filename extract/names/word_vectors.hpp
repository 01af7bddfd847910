// Short vectors of words, made from a larger model's (extract/data/generate_name_words.py). A view of its file's bytes, which
// must outlive it. Immutable; share between threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace newsgraph {

class WordVectors {
public:
    // Throws FormatError that names the file.
    WordVectors(std::string_view bytes, std::string_view file_name);

    // Numbers that `write` makes of a word.
    std::size_t width() const { return 2 * dimensions_; }

    // The vectors of the word in small letters and of the word with a capital; zeros for one that is not known.
    // `lower`: the word in small letters.
    void write(const std::string& lower, std::span<float> result) const;

private:
    std::size_t find(std::string_view word) const;  // the number of the vector, vectors_ if there is none

    std::size_t dimensions_ = 0;
    std::size_t vectors_ = 0;
    std::size_t words_ = 0;
    std::string_view values_;  // bytes
    std::string_view hashes_;  // 32 bits a word, sorted
    std::string_view rows_;    // 16 bits a word
};

}  // namespace newsgraph
