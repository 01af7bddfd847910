// The trained part of a pipeline, run over one tokenized text: vectors, tags, tree, entities. Immutable after loading;
// what changes from text to text is in a Session, one per thread.
#pragma once

#include "extract/nlp/embedding_cache.hpp"
#include "extract/nlp/entity_recognizer.hpp"
#include "extract/nlp/parser.hpp"
#include "extract/nlp/tagger.hpp"
#include "extract/nlp/tok2vec.hpp"
#include "extract/nlp/vectors.hpp"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::nlp {

class Networks {
public:
    // Loads those of the components tok2vec, tagger, parser and ner that `components` names. Throws IoError or
    // FormatError.
    Networks(const std::filesystem::path& directory, const Config& config, const std::vector<std::string>& components);

    class Session {
    public:
        // Tokens whose vectors are made at a time: long texts need little memory, short ones one pass. Results do not
        // depend on it.
        static constexpr std::size_t usual_window = 512;

        // REQUIRES: 0 < window < cached_tokens - 2 * reach of the networks.
        Session(const Networks& networks, InstructionSet instructions, std::size_t window = usual_window);

        // Sets tag, head, dep, edges, sentences, iob, entity_type and vectors of all tokens of texts that do not see each
        // other. `ids` has one entry a token, of the first document's tokens, then of the next one's.
        // Memory beyond the documents': a bounded cache and, for each token, as many floats as the parser's hidden width.
        void run(std::span<const TokenIds> ids, std::span<Doc> docs);

    private:
        static constexpr std::size_t cached_tokens = 8192;

        // Tokens [first, first + count) of all that are at hand, and their vectors in context.
        struct Window {
            std::size_t first = 0;
            std::size_t count = 0;
            const float* vectors = nullptr;
        };

        Window fill_window(EmbeddingCache& cache, const Tok2Vec& network, std::span<const TokenIds> ids, std::size_t first);
        void keep_vectors(const Tok2Vec& network, const Window& window, std::size_t column, std::span<Doc> docs);
        void run_shared(std::span<const TokenIds> ids, std::span<Doc> docs);
        void run_entities(std::span<const TokenIds> ids, std::span<Doc> docs);

        const Networks* networks_;
        Multiply multiply_;
        std::size_t window_;
        std::unique_ptr<EmbeddingCache> shared_cache_;
        std::unique_ptr<EmbeddingCache> entity_cache_;
        Tok2Vec::Scratch scratch_;
        Parser::Scratch parser_;
        EntityRecognizer::Scratch recognizer_;
        std::vector<std::size_t> starts_;  // per document, its first token; one more at the end
        std::vector<std::size_t> text_of_;  // per token, the number of its document
        std::vector<std::size_t> places_;  // per token of a window and beside it, its row
        std::vector<Tok2Vec::Stretch> stretches_;  // of the window's rows, one a text
        std::vector<float> rows_;
        std::vector<float> projected_;
        std::vector<float> scores_;
        std::vector<std::string_view> tags_;
    };

private:
    Vectors vectors_;
    std::unique_ptr<Tok2Vec> shared_;
    std::unique_ptr<Tagger> tagger_;
    std::unique_ptr<Parser> parser_;
    std::unique_ptr<Tok2Vec> entity_vectors_;
    std::unique_ptr<EntityRecognizer> recognizer_;
};

}  // namespace newsgraph::nlp
