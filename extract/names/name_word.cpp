#include "extract/names/name_word.hpp"

#include "extract/names/name_model.hpp"

#include <algorithm>

namespace newsgraph {

namespace {

// Room for the words of a few hundred articles, a kilobyte each; beyond it a document begins anew.
constexpr std::size_t most_words = 16'000;

Capitals capitals_of(std::string_view word, std::string_view lower) {
    std::size_t upper = 0, small = 0, digits = 0, other = 0;
    bool first = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto c = static_cast<unsigned char>(word[i]);
        if (c >= 'A' && c <= 'Z') {
            ++upper;
            first = first || i == 0;
        } else if (c >= 'a' && c <= 'z') {
            ++small;
        } else if (c >= '0' && c <= '9') {
            ++digits;
        } else if (c >= 0xC0) {
            ++other;
        }
    }
    // Letters beyond ASCII tell their case by what they become.
    if (other > 0 && static_cast<unsigned char>(word.front()) >= 0xC0 && lower != word) first = true;
    if (upper + small + other == 0) return digits > 0 ? Capitals::digits : Capitals::mark;
    if (first) return small + other == 0 ? Capitals::all : upper <= 1 ? Capitals::first : Capitals::mixed;
    return upper == 0 ? Capitals::none : Capitals::mixed;
}

NameWord::Hash shape_of(std::string_view word) {
    std::string shape;
    for (const char c : word) {
        const auto u = static_cast<unsigned char>(c);
        if (u >= 0x80 && u < 0xC0) continue;
        const char kind = u >= 'A' && u <= 'Z' ? 'X' : (u >= 'a' && u <= 'z') || u >= 0x80 ? 'x' : u >= '0' && u <= '9' ? 'd' : c;
        if (shape.size() >= 2 && shape[shape.size() - 1] == kind && shape[shape.size() - 2] == kind) continue;
        shape += kind;
    }
    return NameLists::hash(shape);
}

}  // namespace

NameWord NameWordCache::make(std::string_view text) const {
    std::string lower = lower_case(text);
    NameWord word;
    word.capitals = capitals_of(text, lower);
    word.vectors = vectors_.find(lower);
    if (model_ != nullptr) word.hidden = model_->of_vectors(word.vectors);
    for (char& c : lower) {
        if (c >= '0' && c <= '9') c = '0';
    }
    word.hash = NameLists::hash(lower);
    word.shape = shape_of(text);
    word.size = lower.size();
    for (std::size_t i = 0; i < word.beginnings.size(); ++i) {
        const std::size_t size = std::min(i + 2, lower.size());
        word.beginnings[i] = NameLists::hash(std::string_view(lower).substr(0, size));
        word.endings[i] = NameLists::hash(std::string_view(lower).substr(lower.size() - size));
    }
    word.known = lists_.start(word.hash);
    if (word.capitals != Capitals::none && word.capitals != Capitals::mark) {
        word.title = words_.has("title", text);
        word.company = words_.has("company", text);
        word.organization = words_.has("organization_word", text) || words_.has("state_org", text);
    }
    return word;
}

std::vector<const NameWord*> NameWordCache::of(const nlp::Doc& doc) {
    if (known_.size() > most_words) known_.clear();
    std::vector<const NameWord*> words;
    words.reserve(doc.tokens.size());
    for (const nlp::Token& token : doc.tokens) {
        const auto text = doc.text_of(token);
        auto place = known_.find(text);
        if (place == known_.end()) place = known_.emplace(text, make(text)).first;
        words.push_back(&place->second);
    }
    return words;
}

}  // namespace newsgraph
