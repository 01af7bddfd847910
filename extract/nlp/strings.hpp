// spaCy's 64-bit ids of strings: 0 for the empty one, a small number for the names of spacy.symbols ("number", "ORG"),
// else a hash. Pure functions. The same ids key the tables of a pipeline and are hashed into the embeddings.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsgraph::nlp {

std::uint64_t string_id(std::string_view text);

// MurmurHash2 for 64-bit platforms (Austin Appleby, public domain): MurmurHash64A.
std::uint64_t murmur_hash(std::string_view bytes, std::uint64_t seed);

}  // namespace newsgraph::nlp
