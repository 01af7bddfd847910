#include "extract/nlp/doc.hpp"

#include <array>

namespace newsgraph::nlp {

namespace {

bool heads_noun_chunk(std::string_view dep) {
    static constexpr std::array<std::string_view, 10> labels{"oprd",   "nsubj",  "dobj",  "nsubjpass", "pcomp",
                                                             "pobj",   "dative", "appos", "attr",      "ROOT"};
    for (const auto label : labels) {
        if (dep == label) return true;
    }
    return false;
}

// The label that decides about a conjunct: that of the first word of its coordination.
std::string_view first_conjunct_label(const std::vector<Token>& tokens, std::size_t conjunct) {
    auto head = static_cast<std::size_t>(tokens[conjunct].head);
    while (tokens[head].dep == "conj" && static_cast<std::size_t>(tokens[head].head) < head) {
        head = static_cast<std::size_t>(tokens[head].head);
    }
    return tokens[head].dep;
}

}  // namespace

std::string_view Doc::text_of(const Span& span) const {
    if (span.begin >= span.end) return {};
    const auto begin = tokens[span.begin].begin_byte;
    return std::string_view(text).substr(begin, tokens[span.end - 1].end_byte - begin);
}

std::vector<Span> Doc::sentences() const {
    std::vector<Span> result;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        if (i == 0 || tokens[i].sentence_start) result.push_back({i, i, {}});
        result.back().end = i + 1;
    }
    return result;
}

std::vector<Span> Doc::entities() const {
    std::vector<Span> result;
    bool open = false;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (token.iob == Iob::begin) {
            open = !token.entity_type.empty();
            if (open) result.push_back({i, i + 1, token.entity_type});
        } else if (token.iob == Iob::inside && open) {
            result.back().end = i + 1;
        } else {
            open = false;
        }
    }
    return result;
}

std::vector<Span> Doc::noun_chunks() const {
    std::vector<Span> result;
    std::int64_t last = -1;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (token.pos != "NOUN" && token.pos != "PROPN" && token.pos != "PRON") continue;
        if (static_cast<std::int64_t>(token.left_edge) <= last) continue;
        const std::string_view label = token.dep == "conj" ? first_conjunct_label(tokens, i) : token.dep;
        if (!heads_noun_chunk(label)) continue;
        result.push_back({token.left_edge, i + 1, {}});
        last = i;
    }
    return result;
}

}  // namespace newsgraph::nlp
