#include "extract/nlp/networks.hpp"

#include "extract/base/error.hpp"

#include <algorithm>
#include <cassert>

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

// The texts stand in one row of rows, with as many rows of zeros between two as the network reaches: so no token sees another
// text, and the ends of each text look as if it were alone.
Networks::Session::Window Networks::Session::fill_window(EmbeddingCache& cache, const Tok2Vec& network,
                                                         std::span<const TokenIds> ids, std::size_t first) {
    const std::size_t reach = network.reach();
    const std::size_t width = network.width();
    const std::size_t end = std::min(first + window_, ids.size());
    const auto row_of = [&](std::size_t token) { return token + text_of_[token] * reach; };
    // Tokens within reach of the window have a part in it.
    const std::size_t first_row = row_of(first);  // of the window; `reach` rows stand before it
    const std::size_t count = row_of(end - 1) + 1 - first_row;
    std::size_t from = first, to = end;
    while (from > 0 && row_of(from - 1) + reach >= first_row) --from;
    while (to < ids.size() && row_of(to) < first_row + count + reach) ++to;
    places_.clear();
    for (std::size_t t = from; t < to; ++t) places_.push_back(row_of(t) + reach - first_row);
    rows_.assign((count + 2 * reach) * width, 0.0F);
    cache.embed(multiply_, ids.subspan(from, to - from), places_, rows_.data(), scratch_);
    stretches_.clear();
    for (std::size_t t = first; t < end; ++t) {
        const std::size_t row = places_[t - from];
        if (stretches_.empty() || stretches_.back().end != row) stretches_.push_back({row, row});
        ++stretches_.back().end;
    }
    network.encode(multiply_, rows_, stretches_, scratch_);
    // The rows between texts go.
    float* vectors = rows_.data() + reach * width;
    for (std::size_t t = first; t < end; ++t) {
        const float* row = rows_.data() + places_[t - from] * width;
        float* place = vectors + (t - first) * width;
        if (row != place) std::copy_n(row, width, place);
    }
    return {first, end - first, vectors};
}

// Vectors of a window become part of the documents', from a column on.
void Networks::Session::keep_vectors(const Tok2Vec& network, const Window& window, std::size_t column, std::span<Doc> docs) {
    const std::size_t width = network.width();
    for (std::size_t t = 0; t < window.count; ++t) {
        const std::size_t text = text_of_[window.first + t];
        Doc& doc = docs[text];
        if (doc.vector_width == 0) return;
        const std::size_t token = window.first + t - starts_[text];
        std::copy_n(window.vectors + t * width, width, doc.vectors.data() + token * doc.vector_width + column);
    }
}

void Networks::Session::run_shared(std::span<const TokenIds> ids, std::span<Doc> docs) {
    const Tok2Vec& network = *networks_->shared_;
    const Parser* parser = networks_->parser_.get();
    const std::size_t stride = parser ? parser->model().hidden_stride() : 0;
    projected_.resize(ids.size() * stride);
    for (std::size_t first = 0; first < ids.size(); first += window_) {
        const Window window = fill_window(*shared_cache_, network, ids, first);
        if (networks_->entity_vectors_) keep_vectors(network, window, networks_->entity_vectors_->width(), docs);
        if (networks_->tagger_) {
            tags_.resize(window.count);
            networks_->tagger_->tag(multiply_, window.vectors, tags_, scores_);
            for (std::size_t t = first; t < first + window.count; ++t) {
                docs[text_of_[t]].tokens[t - starts_[text_of_[t]]].tag = tags_[t - first];
            }
        }
        if (parser) parser->model().project(multiply_, window.vectors, window.count, projected_.data() + first * stride);
    }
    if (!parser) return;
    for (std::size_t d = 0; d < docs.size(); ++d) {
        if (!docs[d].tokens.empty()) parser->parse(multiply_, projected_.data() + starts_[d] * stride, docs[d], parser_);
    }
}

void Networks::Session::run_entities(std::span<const TokenIds> ids, std::span<Doc> docs) {
    const Tok2Vec& network = *networks_->entity_vectors_;
    const TransitionModel& model = networks_->recognizer_->model();
    const std::size_t stride = model.hidden_stride();
    projected_.resize(ids.size() * stride);
    for (std::size_t first = 0; first < ids.size(); first += window_) {
        const Window window = fill_window(*entity_cache_, network, ids, first);
        keep_vectors(network, window, 0, docs);
        model.project(multiply_, window.vectors, window.count, projected_.data() + first * stride);
    }
    for (std::size_t d = 0; d < docs.size(); ++d) {
        networks_->recognizer_->recognize(multiply_, projected_.data() + starts_[d] * stride, docs[d], recognizer_);
    }
}

void Networks::Session::run(std::span<const TokenIds> ids, std::span<Doc> docs) {
    if (ids.empty()) return;
    starts_.assign(1, 0);
    text_of_.clear();
    for (Doc& doc : docs) {
        text_of_.resize(text_of_.size() + doc.tokens.size(), starts_.size() - 1);
        starts_.push_back(text_of_.size());
        if (!networks_->shared_ || !networks_->entity_vectors_) continue;
        doc.vector_width = networks_->entity_vectors_->width() + networks_->shared_->width();
        doc.vectors.assign(doc.tokens.size() * doc.vector_width, 0.0F);
    }
    assert(text_of_.size() == ids.size());
    if (networks_->shared_) run_shared(ids, docs);
    if (networks_->recognizer_) run_entities(ids, docs);
}

}  // namespace newsgraph::nlp
