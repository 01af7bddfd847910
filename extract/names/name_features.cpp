#include "extract/names/name_features.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace newsgraph {

namespace {

using Hash = std::uint64_t;

Hash mix(Hash a, Hash b) {
    Hash value = (a ^ (b + 0x9E3779B97F4A7C15U + (a << 6U) + (a >> 2U))) * 0xFF51AFD7ED558CCDU;
    return value ^ (value >> 32U);
}

std::uint32_t folded(Hash value) {
    value = (value ^ (value >> 33U)) * 0xC4CEB9FE1A85EC53U;
    return static_cast<std::uint32_t>(value >> 32U);
}

// Each part of a text in which capitals say nothing.
enum class Style : std::uint8_t { usual, capitals, titled, small };

// What a document says of a word elsewhere than at the token itself.
struct Elsewhere {
    std::uint32_t small = 0;     // written without a capital
    std::uint32_t capital = 0;   // with one, not as a sentence's first word
    std::uint32_t named = 0;     // inside names of the model
    std::array<std::uint32_t, 4> types{};  // of these names: person, organization, place, other
    std::uint32_t longer = 0;    // of several words
};

struct Word {
    const NameWord* own = nullptr;
    Elsewhere* elsewhere = nullptr;
    Hash tag = 0;
    Hash label = 0;           // the model's: position and type
    std::uint16_t span = 0;   // of the longest known name around it
    std::uint8_t place = 0;   // there: 0 outside, 1 the only word, 2 the first, 3 a later one
};

class Maker {
public:
    Maker(const nlp::Doc& doc, const std::vector<const NameWord*>& words, const NameLists& lists, Tokens tokens)
        : doc_(doc), tokens_(tokens) {
        read_words(words);
        find_known_names(lists);
        read_document();
        for (const auto& sentence : doc.sentences()) read_sentence(sentence);
    }

    NameFeatures run() {
        const std::size_t count = doc_.tokens.size();
        result_.starts.reserve(count + 1);
        result_.values.reserve(count * (tokens_ == Tokens::all ? 72 : 32));
        for (std::size_t i = 0; i < count; ++i) {
            result_.starts.push_back(static_cast<std::uint32_t>(result_.values.size()));
            template_ = 0;
            if (tokens_ == Tokens::likely && !is_likely(i)) continue;
            add_words(i);
            add_spelling(i);
            add_grammar(i);
            add_known(i);
            add_run(i);
            add_document(i);
        }
        result_.starts.push_back(static_cast<std::uint32_t>(result_.values.size()));
        return std::move(result_);
    }

private:
    // May the token, or one of two beside it, be in a name? Where capitals say nothing, any may.
    bool is_likely(std::size_t i) const {
        if (styles_[i] != Style::usual) return true;
        for (std::ptrdiff_t offset = -2; offset <= 2; ++offset) {
            const auto place = static_cast<std::ptrdiff_t>(i) + offset;
            if (place < 0 || place >= static_cast<std::ptrdiff_t>(words_.size())) continue;
            const nlp::Token& token = doc_.tokens[static_cast<std::size_t>(place)];
            const auto capitals = words_[static_cast<std::size_t>(place)].own->capitals;
            if ((capitals != Capitals::none && capitals != Capitals::mark && capitals != Capitals::digits && !token.sentence_start) ||
                token.tag.starts_with("NNP") || !token.entity_type.empty()) {
                return true;
            }
        }
        return false;
    }

    void read_words(const std::vector<const NameWord*>& words) {
        words_.resize(words.size());
        styles_.resize(words.size());
        for (std::size_t i = 0; i < words.size(); ++i) {
            const nlp::Token& token = doc_.tokens[i];
            words_[i].own = words[i];
            words_[i].elsewhere = &elsewhere_[words[i]->hash];
            words_[i].tag = NameLists::hash(token.tag);
            words_[i].label = mix(static_cast<Hash>(token.iob), NameLists::hash(token.entity_type));
        }
    }

    void find_known_names(const NameLists& lists) {
        std::vector<Hash> hashes;
        hashes.reserve(words_.size());
        for (const Word& w : words_) hashes.push_back(w.own->hash);
        for (std::size_t i = 0; i < words_.size();) {
            NameLists::Match match;
            const NameLists::Start known = words_[i].own->known;
            if (known.longest > 1) match = lists.longest(hashes.data() + i, hashes.size() - i);
            else if (known.kinds != 0) match = {1, known.kinds};
            const std::size_t size = std::max<std::size_t>(match.length, 1);
            for (std::size_t k = i; k < i + size && match.length > 0; ++k) {
                words_[k].span = match.kinds;
                words_[k].place = size == 1 ? 1 : k == i ? 2 : 3;
            }
            i += size;
        }
    }

    static std::size_t type_number(std::string_view label) {
        if (label == "PERSON") return 0;
        if (label == "ORG") return 1;
        return label == "GPE" || label == "LOC" || label == "FAC" ? 2 : 3;
    }

    void read_document() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            Elsewhere& e = *words_[i].elsewhere;
            if (words_[i].own->capitals == Capitals::none) ++e.small;
            if (words_[i].own->capitals == Capitals::first && !doc_.tokens[i].sentence_start) ++e.capital;
        }
        for (const auto& span : doc_.entities()) {
            const auto type = type_number(span.label);
            for (std::size_t i = span.begin; i < span.end; ++i) {
                Elsewhere& e = *words_[i].elsewhere;
                ++e.named;
                ++e.types[type];
                if (span.end - span.begin > 1) ++e.longer;
            }
        }
    }

    void read_sentence(const nlp::Span& sentence) {
        std::size_t letters = 0, capital = 0, all = 0;
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
            const auto c = words_[i].own->capitals;
            if (c == Capitals::digits || c == Capitals::mark || words_[i].own->size < 2) continue;
            ++letters;
            capital += c != Capitals::none ? 1 : 0;
            all += c == Capitals::all ? 1 : 0;
        }
        const Style style = letters < 3 ? Style::usual : 10 * all >= 7 * letters ? Style::capitals
                            : 10 * capital >= 8 * letters                        ? Style::titled
                            : capital == 0                                       ? Style::small
                                                                                 : Style::usual;
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) styles_[i] = style;
    }

    void put(Hash value, bool lexical = false) {
        result_.values.push_back(folded(mix(++template_, value)));
        if (tokens_ == Tokens::all) result_.lexical.push_back(lexical ? 1 : 0);
    }
    void pair(Hash a, Hash b, bool lexical = false) { put(mix(a, b), lexical); }
    // Keeps the numbers of the templates the same where a feature is left out.
    void skip(std::size_t count = 1) { template_ += count; }

    const Word& at(std::size_t i, std::ptrdiff_t offset) const {
        static const NameWord no_word;
        static const Word outside{&no_word, nullptr, 0, 0, 0, 0};
        const auto place = static_cast<std::ptrdiff_t>(i) + offset;
        return place < 0 || place >= static_cast<std::ptrdiff_t>(words_.size()) ? outside : words_[static_cast<std::size_t>(place)];
    }

    void add_words(std::size_t i) {
        for (std::ptrdiff_t offset = -2; offset <= 2; ++offset) put(at(i, offset).own->hash, true);
        pair(at(i, -1).own->hash, words_[i].own->hash, true);
        pair(words_[i].own->hash, at(i, 1).own->hash, true);
        pair(at(i, -1).own->hash, at(i, 1).own->hash, true);
        pair(words_[i].own->hash, static_cast<Hash>(words_[i].own->capitals), true);
    }

    void add_spelling(std::size_t i) {
        const Word& w = words_[i];
        for (std::size_t k = 0; k < w.own->beginnings.size(); ++k) {
            const bool lexical = k + 1 == w.own->beginnings.size();
            put(w.own->beginnings[k], lexical);
            put(w.own->endings[k], lexical);
        }
        const auto style = static_cast<Hash>(styles_[i]);
        pair(w.own->shape, style);
        pair(at(i, -1).own->shape, w.own->shape);
        pair(w.own->shape, at(i, 1).own->shape);
        pair(mix(static_cast<Hash>(at(i, -1).own->capitals), static_cast<Hash>(w.own->capitals)), static_cast<Hash>(at(i, 1).own->capitals));
        pair(mix(style, static_cast<Hash>(w.own->capitals)), doc_.tokens[i].sentence_start ? 1 : 0);
        pair(style, std::min<Hash>(w.own->size, 8));
    }

    void add_grammar(std::size_t i) {
        const nlp::Token& token = doc_.tokens[i];
        const Word& w = words_[i];
        const Hash dep = NameLists::hash(token.dep);
        const Word& head = words_[static_cast<std::size_t>(token.head)];
        put(w.tag);
        pair(at(i, -1).tag, w.tag);
        pair(w.tag, at(i, 1).tag);
        pair(w.tag, static_cast<Hash>(w.own->capitals));
        pair(dep, head.tag);
        pair(dep, head.own->hash, true);
        put(w.label);
        pair(at(i, -1).label, w.label);
        pair(w.label, at(i, 1).label);
        pair(w.label, w.own->shape);
        pair(w.label, w.tag);
        pair(w.label, w.own->hash, true);
        pair(w.label, at(i, -1).own->hash, true);
        pair(w.label, at(i, 1).own->hash, true);
        pair(w.label, static_cast<Hash>(styles_[i]));
    }

    void add_known(std::size_t i) {
        const Word& w = words_[i];
        const Word& next = at(i, 1);
        const Word& last = at(i, -1);
        const Hash here = mix(w.span, w.place);
        put(here);
        pair(here, w.label);
        pair(here, static_cast<Hash>(w.own->capitals));
        pair(mix(at(i, -1).span, w.span), next.span);
        pair(w.own->known.kinds, next.own->known.kinds);
        pair(last.own->known.kinds, w.own->known.kinds);
        pair(mix(w.own->known.kinds, w.label), static_cast<Hash>(w.own->capitals));
        for (unsigned bit = 0; bit < 10; ++bit) {
            if ((w.span >> bit & 1U) == 0) {
                skip();
            } else {
                pair(w.place, static_cast<Hash>(w.own->capitals));
            }
        }
        const Hash marks = (last.own->title ? 1U : 0U) | (w.own->title ? 2U : 0U) | (w.own->company ? 4U : 0U) | (w.own->organization ? 8U : 0U) |
                           (next.own->company ? 16U : 0U) | (next.own->organization ? 32U : 0U) | (next.own->title ? 64U : 0U);
        put(marks);
        pair(marks, w.label);
    }

    bool is_capital(std::size_t i) const {
        const auto c = words_[i].own->capitals;
        return c == Capitals::first || c == Capitals::all || c == Capitals::mixed;
    }

    // The run of capitalised words around the token, across "of", "the", "and".
    void add_run(std::size_t i) {
        if (!is_capital(i)) {
            skip(7);
            return;
        }
        std::size_t begin = i, end = i + 1;
        while (begin > 0 && i - begin < 6 && is_capital(begin - 1) && styles_[begin - 1] == styles_[i]) --begin;
        while (end < words_.size() && end - i < 6 && is_capital(end) && styles_[end] == styles_[i]) ++end;
        const Word& first = words_[begin];
        const Word& last = words_[end - 1];
        const auto size = std::min<Hash>(end - begin, 5);
        put(first.own->hash, true);
        put(last.own->hash, true);
        pair(size, std::min<Hash>(i - begin, 3));
        pair(mix(last.own->organization ? 1 : last.own->company ? 2 : 0, last.own->known.kinds), size);
        pair(mix(first.own->known.kinds, first.own->title ? 1 : 0), size);
        put(begin > 0 ? words_[begin - 1].own->hash : 0, true);
        put(end < words_.size() ? words_[end].own->hash : 0, true);
    }

    void add_document(std::size_t i) {
        const Word& w = words_[i];
        Elsewhere e = *w.elsewhere;
        const nlp::Token& token = doc_.tokens[i];
        const bool named = token.iob == nlp::Iob::begin || token.iob == nlp::Iob::inside;
        if (w.own->capitals == Capitals::none) --e.small;
        if (w.own->capitals == Capitals::first && !token.sentence_start) --e.capital;
        if (named) {
            --e.named;
            --e.types[type_number(token.entity_type)];
        }
        pair(std::min<Hash>(e.small, 2), mix(std::min<Hash>(e.capital, 2), static_cast<Hash>(w.own->capitals)));
        if (e.named == 0 || !is_capital(i)) {
            skip(3);
            return;
        }
        const auto best = static_cast<Hash>(std::max_element(e.types.begin(), e.types.end()) - e.types.begin());
        pair(best, std::min<Hash>(e.named, 3));
        pair(best, w.label);
        pair(mix(best, std::min<Hash>(e.longer, 2)), mix(w.own->known.kinds, named ? 1 : 0));
    }

    const nlp::Doc& doc_;
    Tokens tokens_;
    std::vector<Word> words_;
    std::vector<Style> styles_;
    std::unordered_map<Hash, Elsewhere> elsewhere_;  // only looked up, never walked
    NameFeatures result_;
    Hash template_ = 0;
};

}  // namespace

NameFeatures name_features(const nlp::Doc& doc, const std::vector<const NameWord*>& words, const NameLists& lists, Tokens tokens) {
    return Maker(doc, words, lists, tokens).run();
}

std::uint32_t kind_of_text(std::string_view set) { return folded(mix(1000, NameLists::hash(set))); }

}  // namespace newsgraph
