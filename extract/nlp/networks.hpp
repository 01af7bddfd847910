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
#include <string>
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

        // Sets tag, head, dep, edges, sentences, iob, entity_type and vectors of all tokens. `ids` has one entry a token.
        // Memory beyond the document's: a bounded cache and, for each token, as many floats as the parser's hidden width.
        void run(const std::vector<TokenIds>& ids, Doc& doc);

    private:
        static constexpr std::size_t cached_tokens = 8192;

        void fill_rows(EmbeddingCache& cache, const Tok2Vec& network, const std::vector<TokenIds>& ids,
                       std::size_t first, std::size_t count);
        void keep_vectors(const Tok2Vec& network, std::size_t first, std::size_t count, std::size_t column, Doc& doc);
        void run_shared(const std::vector<TokenIds>& ids, Doc& doc);
        void run_entities(const std::vector<TokenIds>& ids, Doc& doc);

        const Networks* networks_;
        Multiply multiply_;
        std::size_t window_;
        std::unique_ptr<EmbeddingCache> shared_cache_;
        std::unique_ptr<EmbeddingCache> entity_cache_;
        Tok2Vec::Scratch scratch_;
        Parser::Scratch parser_;
        EntityRecognizer::Scratch recognizer_;
        std::vector<float> rows_;
        std::vector<float> projected_;
        std::vector<float> scores_;
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
