// Documents made by hand, so that a stage is tested without a language model: one token a line, "WORD TAG DEP HEAD",
// HEAD being a word number counted from 1 (0: the root), with "LEMMA" and "ENTITY" (B-ORG, I-ORG) behind where they
// matter. Parts of speech follow from the tags.
#pragma once

#include "extract/base/utf8.hpp"
#include "extract/nlp/doc.hpp"

#include <algorithm>
#include <deque>
#include <sstream>
#include <string>
#include <string_view>

namespace newsgraph::test {

// Views in tokens need text that lives as long as the test program.
inline std::string_view kept(const std::string& text) {
    static std::deque<std::string> texts;
    return texts.emplace_back(text);
}

inline std::string_view pos_of(std::string_view tag) {
    if (tag == "MD") return "AUX";
    if (tag.starts_with("VB")) return "VERB";
    if (tag.starts_with("NNP")) return "PROPN";
    if (tag.starts_with("NN")) return "NOUN";
    if (tag.starts_with("JJ")) return "ADJ";
    if (tag.starts_with("RB")) return "ADV";
    if (tag == "IN") return "ADP";
    if (tag == "DT") return "DET";
    if (tag == "CC") return "CCONJ";
    if (tag == "CD") return "NUM";
    if (tag == "TO" || tag == "POS" || tag == "RP") return "PART";
    if (tag.starts_with("PRP") || tag == "WP" || tag == "WDT" || tag == "EX") return "PRON";
    return "PUNCT";
}

inline nlp::Doc make_document(std::string_view lines) {
    nlp::Doc doc;
    std::istringstream in{std::string(lines)};
    for (std::string line; std::getline(in, line);) {
        std::istringstream cells(line);
        std::string word, tag, dep, lemma, entity;
        int head = 0;
        if (!(cells >> word >> tag >> dep >> head)) continue;
        cells >> lemma >> entity;
        nlp::Token token;
        if (!doc.text.empty()) {
            doc.text += ' ';
            doc.tokens.back().space_after = true;
        }
        token.begin_byte = static_cast<std::uint32_t>(doc.text.size());
        token.begin = static_cast<std::uint32_t>(utf8::length(doc.text));
        doc.text += word;
        token.end_byte = static_cast<std::uint32_t>(doc.text.size());
        token.end = static_cast<std::uint32_t>(utf8::length(doc.text));
        token.tag = kept(tag);
        token.dep = kept(dep);
        token.pos = dep == "aux" || dep == "auxpass" || lemma == "be" ? "AUX" : pos_of(tag);
        token.lemma = lemma.empty() || lemma == "-" ? word : lemma;
        token.head = head == 0 ? static_cast<std::int32_t>(doc.tokens.size()) : head - 1;
        token.sentence_start = doc.tokens.empty();
        token.iob = entity.empty() ? nlp::Iob::outside : entity[0] == 'B' ? nlp::Iob::begin : nlp::Iob::inside;
        if (entity.size() > 2) token.entity_type = kept(entity.substr(2));
        doc.tokens.push_back(token);
    }
    for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) doc.tokens[i].left_edge = doc.tokens[i].right_edge = i;
    for (std::size_t round = 0; round < doc.tokens.size(); ++round) {
        for (auto& token : doc.tokens) {
            auto& head = doc.tokens[static_cast<std::size_t>(token.head)];
            head.left_edge = std::min(head.left_edge, token.left_edge);
            head.right_edge = std::max(head.right_edge, token.right_edge);
        }
    }
    return doc;
}

}  // namespace newsgraph::test
