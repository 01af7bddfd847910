#include "extract/nlp/embedding_cache.hpp"

#include <algorithm>
#include <cassert>

namespace newsgraph::nlp {

// String ids are hashes already; the text's, the norm's (an exception's may differ) and the flag tell tokens apart.
std::size_t EmbeddingCache::Hash::operator()(const TokenIds& ids) const noexcept {
    const auto of = [&](Attribute attribute) { return ids[static_cast<std::size_t>(attribute)]; };
    return of(Attribute::orth) ^ of(Attribute::norm) * 31U ^ of(Attribute::spacy);
}

void EmbeddingCache::embed(Multiply multiply, std::span<const TokenIds> tokens, std::span<const std::size_t> rows, float* results,
                           Tok2Vec::Scratch& scratch) {
    assert(tokens.size() < capacity_);
    if (places_.size() + tokens.size() > capacity_) places_.clear();
    const std::size_t known = places_.size();
    missing_.clear();
    wanted_.clear();
    for (const auto& token : tokens) {
        const auto [entry, is_new] = places_.try_emplace(token, static_cast<std::uint32_t>(places_.size()));
        if (is_new) missing_.push_back(token);
        wanted_.push_back(entry->second);
    }
    const std::size_t width = network_->width();
    if (rows_.size() < places_.size() * width) {
        const std::size_t doubled = std::min(capacity_, rows_.size() / width * 2);
        rows_.resize(std::max(places_.size(), doubled) * width);
    }
    network_->embed(multiply, missing_, rows_.data() + known * width, scratch);
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        std::copy_n(rows_.data() + wanted_[t] * width, width, results + rows[t] * width);
    }
}

}  // namespace newsgraph::nlp
