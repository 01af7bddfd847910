// One text with what the language stages say about it, under spaCy's names. A Doc owns its text and tokens; the
// string_views inside a token point into the Pipeline (or string literals) and must not outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::nlp {

// Position in a named entity (IOB scheme).
enum class Iob : std::uint8_t { unset = 0, inside = 1, outside = 2, begin = 3 };

struct Token {
    std::uint32_t begin = 0;  // offsets in Doc::text, in code points; end is exclusive
    std::uint32_t end = 0;
    std::uint32_t begin_byte = 0;  // the same place in bytes
    std::uint32_t end_byte = 0;
    bool space_after = false;     // one U+0020 follows (it belongs to no token)
    bool is_space = false;        // the token is white space only
    bool sentence_start = false;  // first token of a sentence
    Iob iob = Iob::unset;
    std::int32_t head = 0;  // index of the head in Doc::tokens; a root is its own head
    std::uint32_t left_edge = 0;   // first and last token of the subtree, both inclusive
    std::uint32_t right_edge = 0;
    std::string_view tag;    // Penn Treebank tag: "NNP"
    std::string_view pos;    // universal part of speech: "PROPN"
    std::string_view morph;  // "Number=Sing|Person=3", "" if there is none
    std::string_view dep;    // dependency label of the arc from the head: "nsubj", "ROOT"
    std::string_view entity_type;  // "GPE", "" outside of entities
    std::string lemma;
};

// A run of tokens [begin, end).
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string_view label;  // entity type; "" for sentences and noun chunks

    bool operator==(const Span&) const = default;
};

struct Doc {
    std::string text;  // valid UTF-8
    std::vector<Token> tokens;

    // What the networks made of each token in its context: a row of vector_width floats a token, those of the entity
    // recognizer's network, then those of the tagger's. Empty without both networks, and in documents made by hand.
    std::size_t vector_width = 0;
    std::vector<float> vectors;

    std::string_view text_of(const Token& token) const {
        return std::string_view(text).substr(token.begin_byte, token.end_byte - token.begin_byte);
    }
    std::string_view text_of(std::size_t token) const { return text_of(tokens[token]); }

    // Text from the first to the last token of a span, spaces between them included.
    std::string_view text_of(const Span& span) const;

    // Sentences in order; together they cover all tokens.
    std::vector<Span> sentences() const;

    // Named entities in order: maximal runs of one `begin` and the `inside`s that follow it.
    std::vector<Span> entities() const;

    // Base noun phrases by spaCy's rules for English (spacy-lang/en/syntax_iterators.py): flat, not nested, in order.
    std::vector<Span> noun_chunks() const;
};

}  // namespace newsgraph::nlp
