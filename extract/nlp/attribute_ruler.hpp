// spaCy's attribute ruler: patterns over tokens ("tag IN, lower that") that set tag, part of speech, features, lemma or
// dependency label. Immutable after loading; what it writes are views into it, so it must outlive the documents.
#pragma once

#include "extract/nlp/doc.hpp"
#include "extract/nlp/regex.hpp"
#include "extract/nlp/tokenizer.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace newsgraph::nlp {

class AttributeRuler {
public:
    // `patterns` is the content of attribute_ruler/patterns, `path` names it in messages; nothing of it is kept. Throws
    // FormatError for patterns that are malformed or use what this runtime does not know (operators, extensions, fuzzy
    // matching, subsets of features).
    AttributeRuler(const msgpack::Value& patterns, const std::string& path);
    AttributeRuler(const AttributeRuler&) = delete;
    AttributeRuler& operator=(const AttributeRuler&) = delete;

    class Scratch;

    // Applies all rules at once: patterns see the document as it came; of rules that set the same, the later one wins.
    // `lexical` are the document's tokens as the tokenizer gave them.
    void apply(Doc& doc, std::span<const LexicalToken> lexical, Scratch& scratch) const;

private:
    // What a condition looks at.
    enum class Field : std::uint8_t {
        tag, pos, morph, dep, lemma, entity_type,         // compared as numbers of names_
        orth, lower, norm, prefix, suffix, shape,         // compared as string ids
        length, flag, spacy, sentence_start               // compared as numbers
    };
    enum class Test : std::uint8_t { is_in, not_in, regex, unequal, less, less_equal, greater, greater_equal };

    struct Condition {
        Field field{};
        Test test = Test::is_in;
        LexicalFlag flag{};
        std::int64_t number = 0;            // what comparisons compare with
        std::vector<std::uint64_t> values;  // of is_in and not_in, sorted
        std::size_t regex = 0;              // place in regexes_
    };
    using Spec = std::vector<Condition>;  // all conditions on one token

    struct Pattern {
        std::vector<Spec> specs;
        std::size_t anchor = 0;  // the spec that the pattern is found by
        std::size_t target = 0;  // the token that is changed
        std::uint32_t entry = 0;
    };

    static constexpr std::size_t settable = 5;  // TAG, POS, MORPH, DEP, LEMMA
    struct Entry {
        std::array<bool, settable> sets{};
        std::array<std::string, settable> values;
    };
    using Winners = std::array<std::uint32_t, settable>;  // of a token: number + 1 of the entry that sets it, or 0
    using Numbers = std::vector<std::uint32_t>;           // places in patterns_

    struct View {
        const Token* token;
        const LexicalToken* lexical;
    };

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
    };

    class Loader;

    std::uint64_t name_number(std::string_view name) const;
    std::uint64_t value_of(const Condition& condition, const View& view) const;
    static std::string_view text_of(Field field, const View& view);
    bool holds(const Condition& condition, const View& view) const;
    bool fits(const Spec& spec, const View& view) const;
    void try_patterns(const Numbers& candidates, const Doc& doc, std::span<const LexicalToken> lexical, std::size_t at,
                      Scratch& scratch) const;
    void write(Token& token, const Winners& winners) const;

    std::vector<Entry> entries_;
    std::vector<Pattern> patterns_;
    std::vector<Regex> regexes_;
    std::unordered_map<std::string, std::uint64_t, Hash, std::equal_to<>> names_;  // "" is 0

    // Patterns by what their anchor asks for; one that asks for several of these is in the rarest place.
    std::unordered_map<std::uint64_t, Numbers> by_lower_;
    std::vector<Numbers> by_tag_, by_dep_;  // by number of the name
    Numbers by_space_;                      // only for white space
    Numbers anywhere_;
};

// Memory of one thread, used again for every document.
class AttributeRuler::Scratch {
private:
    friend class AttributeRuler;
    std::vector<Winners> winners_;
};

}  // namespace newsgraph::nlp
