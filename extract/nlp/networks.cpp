#include "extract/nlp/networks.hpp"

#include "extract/base/error.hpp"

#include <algorithm>

namespace newsgraph::nlp {

namespace {

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Tagger and parser take the shared network's vectors; a network of their own is not supported.
void require_listener(const Config& config, const std::string& component) {
    config.require("components." + component + ".model.tok2vec.@architectures", "spacy.Tok2VecListener.v1");
}

}  // namespace

Networks::Networks(const std::filesystem::path& directory, const Config& config,
                   const std::vector<std::string>& components)
    : vectors_(directory / "vocab") {
    if (contains(components, "tok2vec")) {
        shared_ = std::make_unique<Tok2Vec>(ModelFile(directory / "tok2vec" / "model"), config,
                                            "components.tok2vec.model", vectors_);
    }
    for (const std::string component : {"tagger", "parser"}) {
        if (!contains(components, component)) continue;
        require_listener(config, component);
        if (!shared_) throw FormatError(config.path() + ": '" + component + "' needs the component 'tok2vec'");
    }
    if (contains(components, "tagger")) tagger_ = std::make_unique<Tagger>(directory, config, "tagger", shared_->width());
    if (contains(components, "parser")) parser_ = std::make_unique<Parser>(directory, config, "parser", shared_->width());
    if (contains(components, "ner")) {
        entity_vectors_ = std::make_unique<Tok2Vec>(ModelFile(directory / "ner" / "model"), config,
                                                    "components.ner.model.tok2vec", vectors_);
        recognizer_ = std::make_unique<EntityRecognizer>(directory, config, "ner", entity_vectors_->width());
    }
}

Networks::Session::Session(const Networks& networks, InstructionSet instructions, std::size_t window)
    : networks_(&networks), multiply_(multiply_for(instructions)), window_(window) {
    if (networks.shared_) shared_cache_ = std::make_unique<EmbeddingCache>(*networks.shared_, cached_tokens);
    if (networks.entity_vectors_) entity_cache_ = std::make_unique<EmbeddingCache>(*networks.entity_vectors_, cached_tokens);
}

// Vectors in context of tokens [first, first + count) come to stand at row reach() of rows_.
void Networks::Session::fill_rows(EmbeddingCache& cache, const Tok2Vec& network, const std::vector<TokenIds>& ids,
                                  std::size_t first, std::size_t count) {
    const std::size_t reach = network.reach();
    const std::size_t width = network.width();
    rows_.assign((count + 2 * reach) * width, 0.0F);
    const std::size_t begin = first - std::min(first, reach);
    const std::size_t end = std::min(ids.size(), first + count + reach);
    float* at = rows_.data() + (reach - (first - begin)) * width;
    cache.embed(multiply_, std::span(ids).subspan(begin, end - begin), at, scratch_);
    network.encode(multiply_, rows_, count, scratch_);
}

// Rows that fill_rows made become part of the document's, from a column on.
void Networks::Session::keep_vectors(const Tok2Vec& network, std::size_t first, std::size_t count, std::size_t column,
                                     Doc& doc) {
    if (doc.vector_width == 0) return;
    const std::size_t width = network.width();
    const float* row = rows_.data() + network.reach() * width;
    for (std::size_t t = first; t < first + count; ++t, row += width) {
        std::copy_n(row, width, doc.vectors.data() + t * doc.vector_width + column);
    }
}

void Networks::Session::run_shared(const std::vector<TokenIds>& ids, Doc& doc) {
    const Tok2Vec& network = *networks_->shared_;
    const Parser* parser = networks_->parser_.get();
    const std::size_t stride = parser ? parser->model().hidden_stride() : 0;
    projected_.resize(ids.size() * stride);
    for (std::size_t first = 0; first < ids.size(); first += window_) {
        const std::size_t count = std::min(window_, ids.size() - first);
        fill_rows(*shared_cache_, network, ids, first, count);
        if (networks_->entity_vectors_) keep_vectors(network, first, count, networks_->entity_vectors_->width(), doc);
        const float* vectors = rows_.data() + network.reach() * network.width();
        if (networks_->tagger_) networks_->tagger_->tag(multiply_, vectors, first, count, doc, scores_);
        if (parser) parser->model().project(multiply_, vectors, count, projected_.data() + first * stride);
    }
    if (parser) parser->parse(multiply_, projected_.data(), doc, parser_);
}

void Networks::Session::run_entities(const std::vector<TokenIds>& ids, Doc& doc) {
    const Tok2Vec& network = *networks_->entity_vectors_;
    const TransitionModel& model = networks_->recognizer_->model();
    const std::size_t stride = model.hidden_stride();
    projected_.resize(ids.size() * stride);
    for (std::size_t first = 0; first < ids.size(); first += window_) {
        const std::size_t count = std::min(window_, ids.size() - first);
        fill_rows(*entity_cache_, network, ids, first, count);
        keep_vectors(network, first, count, 0, doc);
        const float* vectors = rows_.data() + network.reach() * network.width();
        model.project(multiply_, vectors, count, projected_.data() + first * stride);
    }
    networks_->recognizer_->recognize(multiply_, projected_.data(), doc, recognizer_);
}

void Networks::Session::run(const std::vector<TokenIds>& ids, Doc& doc) {
    if (ids.empty()) return;
    if (networks_->shared_ && networks_->entity_vectors_) {
        doc.vector_width = networks_->entity_vectors_->width() + networks_->shared_->width();
        doc.vectors.assign(ids.size() * doc.vector_width, 0.0F);
    }
    if (networks_->shared_) run_shared(ids, doc);
    if (networks_->recognizer_) run_entities(ids, doc);
}

}  // namespace newsgraph::nlp
