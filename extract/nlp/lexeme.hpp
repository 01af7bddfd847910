// What spaCy knows of a word form whatever its context: ids of its spellings and lexical flags. Pure functions of the
// text, given the pipeline's table of norms. A Vocabulary is immutable; a LexemeCache belongs to one thread.
#pragma once

#include "extract/nlp/msgpack.hpp"
#include "extract/nlp/regex.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace newsgraph::nlp {

// Numbers of the flags, spaCy's: flag f of a lexeme is bit f of Lexeme::flags.
enum class LexicalFlag : std::uint8_t {
    is_alpha = 1, is_ascii = 2, is_digit = 3, is_lower = 4, is_punct = 5, is_space = 6, is_title = 7, is_upper = 8,
    like_url = 9, like_num = 10, like_email = 11, is_stop = 12, is_bracket = 14, is_quote = 15, is_left_punct = 16,
    is_right_punct = 17, is_currency = 18
};

struct Lexeme {
    std::string text;
    std::string lower;
    std::string norm;
    std::string shape;  // "Xxxx", "dd.d"; "LONG" from 100 characters on
    std::uint64_t orth_id = 0;  // ids: strings.hpp
    std::uint64_t lower_id = 0;
    std::uint64_t norm_id = 0;
    std::uint64_t prefix_id = 0;
    std::uint64_t suffix_id = 0;
    std::uint64_t shape_id = 0;
    std::uint64_t flags = 0;
    std::uint32_t length = 0;        // in code points
    std::uint32_t prefix_bytes = 0;  // the first character
    std::uint32_t suffix_bytes = 0;  // the last three

    bool has(LexicalFlag flag) const { return (flags >> static_cast<unsigned>(flag) & 1U) != 0; }
    bool is_space() const { return has(LexicalFlag::is_space); }
    std::string_view prefix() const { return std::string_view(text).substr(0, prefix_bytes); }
    std::string_view suffix() const { return std::string_view(text).substr(text.size() - suffix_bytes); }
};

class Vocabulary {
public:
    // `lookups` is the content of vocab/lookups.bin, of which the table lexeme_norm is read if it is there; `url_pattern`
    // is the tokenizer's, empty if it has none. `path` names the file in messages. Throws FormatError.
    Vocabulary(const msgpack::Value& lookups, const std::string& path, std::string_view url_pattern);

    // REQUIRES: text is not empty, valid UTF-8.
    Lexeme lexeme(std::string_view text) const;

private:
    std::string norm_of(const Lexeme& lexeme) const;
    std::uint64_t flags_of(const Lexeme& lexeme) const;
    bool like_url(std::string_view text) const;

    std::unordered_map<std::uint64_t, std::string> norms_;  // by id of the text
    std::optional<Regex> url_;
};

// Lexemes made so far. They stay where they are until trim().
class LexemeCache {
public:
    // The vocabulary must outlive the cache.
    explicit LexemeCache(const Vocabulary& vocabulary) : vocabulary_(&vocabulary) {}

    const Lexeme& get(std::string_view text);

    // Forgets everything if there is more than is worth keeping, and tells whether it did. For the time between two
    // documents: lexemes handed out so far are gone then.
    bool trim();

private:
    static constexpr std::size_t most_kept = 50000;
    static constexpr std::size_t most_bytes_kept = 32U << 20U;

    struct Hash {
        std::size_t operator()(std::string_view text) const noexcept;
    };

    const Vocabulary* vocabulary_;
    std::deque<Lexeme> lexemes_;
    std::unordered_map<std::string_view, const Lexeme*, Hash> places_;  // keys are views into lexemes_
    std::size_t bytes_ = 0;
};

}  // namespace newsgraph::nlp
