// Context-free vectors of tokens seen before. They depend on a token's ids alone and make up a quarter of the networks'
// work, while news repeats its words. Bounded; owned by one thread; results do not depend on what is in it.
#pragma once

#include "extract/nlp/tok2vec.hpp"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace newsgraph::nlp {

class EmbeddingCache {
public:
    // Up to `capacity` tokens are kept; the network must outlive the cache.
    EmbeddingCache(const Tok2Vec& network, std::size_t capacity) : network_(&network), capacity_(capacity) {}

    // Writes the vector of each token to a row of its own: to results[rows[t] * width]. REQUIRES: fewer tokens than the capacity.
    void embed(Multiply multiply, std::span<const TokenIds> tokens, std::span<const std::size_t> rows, float* results,
               Tok2Vec::Scratch& scratch);

private:
    struct Hash {
        std::size_t operator()(const TokenIds& ids) const noexcept;
    };

    const Tok2Vec* network_;
    std::size_t capacity_;
    std::unordered_map<TokenIds, std::uint32_t, Hash> places_;
    std::vector<float> rows_;
    std::vector<TokenIds> missing_;
    std::vector<std::uint32_t> wanted_;
};

}  // namespace newsgraph::nlp
