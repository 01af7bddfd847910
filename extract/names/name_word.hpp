// What the names model knows of a word by itself, whatever stands beside it. News repeats its words, so that it is worked out
// once for each spelling.
#pragma once

#include "extract/base/text_map.hpp"
#include "extract/names/gazetteer.hpp"
#include "extract/names/name_lists.hpp"
#include "extract/names/word_vectors.hpp"
#include "extract/nlp/doc.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace newsgraph {

class NameModel;

enum class Capitals : std::uint8_t { none, first, all, mixed, digits, mark };

struct NameWord {
    using Hash = std::uint64_t;

    Hash hash = 0;                   // in small letters, digits as 0
    Hash shape = 0;                  // "Xxx-dd", runs of more than two cut
    std::array<Hash, 3> beginnings{};  // the first two, three and four bytes, in small letters
    std::array<Hash, 3> endings{};     // the last
    std::size_t size = 0;            // bytes in small letters
    Capitals capitals = Capitals::none;
    NameLists::Start known{};        // as a name, and as the first word of names
    WordVectors::Rows vectors{};
    std::vector<float> hidden;  // of its vectors, see NameModel::of_vectors(); empty in a cache without a model
    bool title = false;
    bool company = false;       // "Inc", "Ltd"
    bool organization = false;  // "Ministry", "Council"
};

// Words met before. Bounded; owned by one thread; results do not depend on what is in it.
class NameWordCache {
public:
    // All must outlive the cache. `model`: the one that is to read the words; the trainer has none.
    NameWordCache(const NameLists& lists, const NameWords& words, const WordVectors& vectors, const NameModel* model)
        : lists_(lists), words_(words), vectors_(vectors), model_(model) {}

    // One a token; good until the next call.
    std::vector<const NameWord*> of(const nlp::Doc& doc);

private:
    NameWord make(std::string_view text) const;

    const NameLists& lists_;
    const NameWords& words_;
    const WordVectors& vectors_;
    const NameModel* model_;
    TextMap<NameWord> known_;
};

}  // namespace newsgraph
