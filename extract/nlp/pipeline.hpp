// A spaCy v3 English pipeline (tokenizer, tok2vec, tagger, parser, attribute ruler, lemmatizer, entity recognizer)
// loaded from its directory. Immutable after loading; share one between threads. Each thread makes its own Annotator.
#pragma once

#include "extract/nlp/doc.hpp"
#include "extract/nlp/matmul.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::nlp {

// spaCy 3.8.8 changed which of several rule-made lemmas wins (Lemmatizer.rule_lemmatize). The older order is right more
// often ("hoped" -> hope, not hop); the newer one is what current spaCy prints.
enum class LemmaOrder { before_3_8_8, since_3_8_8 };

struct PipelineOptions {
    LemmaOrder lemma_order = LemmaOrder::since_3_8_8;
    // The kernels of the networks; nothing: the best of this processor. Every one gives the same bytes.
    std::optional<InstructionSet> instructions;
};

class Pipeline {
public:
    // Reads all files of `directory` (the one that holds config.cfg). Throws FormatError or IoError that name the file,
    // what is wrong with it and what mends it.
    explicit Pipeline(const std::filesystem::path& directory, const PipelineOptions& options = {});
    ~Pipeline();
    Pipeline(Pipeline&&) noexcept;
    Pipeline& operator=(Pipeline&&) noexcept;

    const std::string& name() const;     // "en_core_web_sm"
    const std::string& version() const;  // "3.8.0"

    struct Parts;
    const Parts& parts() const { return *parts_; }

private:
    std::unique_ptr<Parts> parts_;
};

// Runs a pipeline over texts. Owns caches and scratch memory, so one per thread. The same text gives the same bytes
// whatever was annotated before, alone or in a batch, on any instruction set.
class Annotator {
public:
    explicit Annotator(const Pipeline& pipeline);
    ~Annotator();
    Annotator(Annotator&&) noexcept;

    // REQUIRES: valid UTF-8 (base/utf8.hpp repairs bytes that are not).
    Doc annotate(std::string text);

    // The same of several texts, each read by itself: faster where they are short, for the networks see them together.
    // Needs as much memory as for one text of all of them.
    std::vector<Doc> annotate(std::vector<std::string> texts);

    // The same for a sentence whose tokens are given; its text has a blank between two. REQUIRES: valid UTF-8, no word is
    // empty or holds a blank.
    Doc annotate_words(std::span<const std::string_view> words);

    // Tokens only.
    Doc tokenize(std::string text);

private:
    void run(std::span<Doc> docs);

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace newsgraph::nlp
