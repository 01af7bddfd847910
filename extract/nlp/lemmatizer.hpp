// spaCy's lemmatizer for English: lists of known lemmas, exceptions and suffix rules by part of speech, or one table of
// forms. Immutable after loading.
#pragma once

#include "extract/nlp/doc.hpp"
#include "extract/nlp/pipeline.hpp"
#include "extract/nlp/tokenizer.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace newsgraph::nlp {

class Lemmatizer {
public:
    // `lookups` is the content of lemmatizer/lookups/lookups.bin, `path` names it in messages; nothing of it is kept.
    // `mode` is "rule" or "lookup"; lemmas that a token has already are only replaced if `overwrite`. Throws FormatError.
    Lemmatizer(const msgpack::Value& lookups, std::string_view mode, bool overwrite, LemmaOrder order,
               const std::string& path);

    // Lemmas made by rules before. Bounded; one per thread; results do not depend on what is in it.
    class Cache;

    // Sets the lemmas from text, part of speech and features. `lexical` are the document's tokens as the tokenizer gave
    // them.
    void apply(Doc& doc, std::span<const LexicalToken> lexical, Cache& cache) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept;
    };
    // The tables of one part of speech.
    struct Table {
        std::vector<std::string> index;  // sorted: a hundred thousand words are read faster than hashed
        std::unordered_map<std::string, std::vector<std::string>, Hash, std::equal_to<>> exceptions;
        std::vector<std::pair<std::string, std::string>> rules;  // old ending, new ending

        bool empty() const { return index.empty() && exceptions.empty() && rules.empty(); }
    };

    void read_index(const msgpack::Value& tables, const std::string& path);
    void read_exceptions(const msgpack::Value& tables, const std::string& path);
    void read_rules(const msgpack::Value& tables, const std::string& path);
    void read_forms(const msgpack::Value& tables, const std::string& path);
    void set_by_rule(Token& token, const Lexeme& lexeme, Cache& cache) const;
    std::string rule_lemma(const Table& table, const Lexeme& lexeme) const;
    void add_by_rules(const Table& table, const std::string& lower, std::vector<std::string>& forms,
                      std::vector<std::string>& unknown) const;

    bool by_rule_;
    bool overwrite_;
    LemmaOrder order_;
    std::unordered_map<std::uint64_t, Table> tables_;        // by id of the part of speech in lower case
    std::unordered_map<std::uint64_t, std::string> forms_;   // lookup mode: by id of the text
};

class Lemmatizer::Cache {
private:
    friend class Lemmatizer;
    static constexpr std::size_t most_kept = 20000;
    static constexpr std::size_t longest_kept = 64;  // bytes of a form

    const std::string* find(const Table& table, std::string_view text) const;
    void add(const Table& table, std::string_view text, const std::string& lemma);

    // By table, so a cache may serve one lemmatizer only.
    std::unordered_map<const Table*, std::unordered_map<std::string, std::string, Hash, std::equal_to<>>> lemmas_;
    std::size_t count_ = 0;
};

}  // namespace newsgraph::nlp
