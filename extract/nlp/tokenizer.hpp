// spaCy's rule-based tokenizer, driven by the tables of a pipeline's `tokenizer` file: white space, then affixes, then
// exceptions ("don't" is "do" + "n't"). A Tokenizer is immutable; each thread has its own Session.
#pragma once

#include "extract/nlp/lexeme.hpp"
#include "extract/nlp/msgpack.hpp"
#include "extract/nlp/regex.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace newsgraph::nlp {

// A token's place in the text, and its word form. Tokens and the white space U+0020 after them make up the text.
struct LexicalToken {
    const Lexeme* lexeme = nullptr;
    const std::string* norm = nullptr;  // an exception's, else the lexeme's
    std::uint64_t norm_id = 0;
    std::uint32_t begin = 0;  // in code points, end is exclusive
    std::uint32_t end = 0;
    std::uint32_t begin_byte = 0;
    std::uint32_t end_byte = 0;
    bool space_after = false;
};

class Tokenizer {
public:
    // `file` is the content of the `tokenizer` file, `lookups` that of vocab/lookups.bin; the paths name them in
    // messages. Nothing of either is kept. Throws FormatError.
    Tokenizer(const msgpack::Value& file, const std::string& path, const msgpack::Value& lookups,
              const std::string& lookups_path);
    Tokenizer(const Tokenizer&) = delete;
    Tokenizer& operator=(const Tokenizer&) = delete;

    const Vocabulary& vocabulary() const { return vocabulary_; }

    class Session;

private:
    // One token of an exception or a split chunk, by its length.
    struct Piece {
        const Lexeme* lexeme;
        const std::string* norm;  // null: the lexeme's
        std::uint64_t norm_id;
    };
    using Pieces = std::vector<Piece>;

    // Exceptions that the splitting of affixes may have torn apart, found again as sequences of ORTH ids.
    struct PhraseNode {
        std::unordered_map<std::uint64_t, std::uint32_t> next;
        bool ends = false;
    };

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept;
    };

    void read_exceptions(const msgpack::Value& file);
    void read_exception(std::string_view key, const msgpack::Value& tokens);
    void add_phrases();
    bool is_phrase(std::string_view key) const;
    std::optional<Regex> read_pattern(const msgpack::Value& file, std::string_view key) const;
    const Pieces* exception(std::string_view text) const;

    std::size_t find_prefix(std::string_view text) const;
    std::size_t find_suffix(std::string_view text) const;

    std::string path_;
    Vocabulary vocabulary_;
    std::optional<Regex> prefix_, suffix_, infix_, token_match_, url_match_;
    bool faster_heuristics_ = true;
    std::deque<Lexeme> lexemes_;       // of the exceptions
    std::deque<std::string> norms_;    // of the exceptions' tokens
    std::unordered_map<std::string, Pieces, Hash, std::equal_to<>> exceptions_;
    std::size_t longest_exception_ = 0;  // in bytes
    std::vector<PhraseNode> phrases_;    // a trie; node 0 is its root
};

// Tokenizes one text after the other with bounded memory beyond that of the text. What a session has seen before does
// not change its results.
class Tokenizer::Session {
public:
    // The tokenizer must outlive the session.
    explicit Session(const Tokenizer& tokenizer);

    // Bounds the memory: forgets lexemes that were handed out if there are many. For the time between two documents.
    void trim();

    // The tokens of `text`. They are valid until the next call, their lexemes until trim(), as long as the text lives.
    // Texts of 4 GiB and more throw FormatError. REQUIRES: valid UTF-8.
    const std::vector<LexicalToken>& tokenize(std::string_view text);

    // Each word a token, a blank between two, whatever is in them. REQUIRES: no word is empty.
    const std::vector<LexicalToken>& take_words(std::span<const std::string_view> words);

private:
    friend class Tokenizer;

    struct Found {
        std::size_t begin, end;  // tokens
    };

    void add_chunks(std::string_view text, bool with_exceptions);
    void add_chunk(std::string_view chunk, bool with_exceptions);
    void add_pieces(std::span<const Piece> pieces);
    void split(std::string_view chunk, bool with_exceptions);
    std::string_view strip_affixes(std::string_view chunk, bool with_exceptions);
    void split_infixes(std::string_view text);
    void push(std::string_view text);
    void join_phrases(std::string_view text);
    std::vector<Found> find_phrases() const;
    void replace(const std::vector<Found>& spans, std::string_view text);

    static constexpr std::size_t most_chunks = 30000;
    static constexpr std::size_t longest_kept_chunk = 64;  // in bytes

    const Tokenizer* tokenizer_;
    LexemeCache lexemes_;
    std::unordered_map<std::string, Pieces, Hash, std::equal_to<>> chunks_;  // split before; those without exceptions
    std::vector<LexicalToken> tokens_;
    std::vector<LexicalToken> rebuilt_;
    Pieces pieces_;  // of the chunk at hand
    std::vector<std::string_view> suffixes_;
    std::uint32_t at_ = 0;  // where the next token begins
    std::uint32_t at_byte_ = 0;
};

}  // namespace newsgraph::nlp
