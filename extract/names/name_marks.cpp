#include "extract/names/name_marks.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <vector>

namespace newsgraph {

namespace {

constexpr std::array<std::string_view, 5> replaced{"PERSON", "ORG", "GPE", "LOC", "FAC"};
constexpr std::size_t other = 3;  // of name_model::types

bool is_replaced(std::string_view label) { return std::find(replaced.begin(), replaced.end(), label) != replaced.end(); }
bool is_place(std::string_view label) { return label == "GPE" || label == "LOC" || label == "FAC"; }
bool is_kind_of_name(std::string_view label) {
    return label == "NORP" || label == "EVENT" || label == "LAW" || label == "PRODUCT" || label == "WORK_OF_ART";
}

// The label of a found name, given the language model's name that it shares most words with ("" for none).
std::string_view label_of(std::size_t type, std::string_view before) {
    static constexpr std::array<std::string_view, 4> labels{"PERSON", "ORG", "GPE", ""};
    if (type == 2 && is_place(before)) return before;
    return labels[type];
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// Per token: do capitals tell names in its sentence? Not in headlines, posts in small letters and the like.
std::vector<bool> well_written(const nlp::Doc& doc) {
    std::vector<bool> result(doc.tokens.size(), false);
    for (const auto& sentence : doc.sentences()) {
        std::size_t small = 0, words = 0;
        for (auto i = sentence.begin; i < sentence.end; ++i) {
            const char first = doc.text_of(i).front();
            small += first >= 'a' && first <= 'z' ? 1U : 0U;
            words += (first >= 'a' && first <= 'z') || is_capital(first) ? 1U : 0U;
        }
        const bool well = is_capital(doc.text_of(sentence.begin).front()) && 2 * small >= words && small >= 3;
        std::fill(result.begin() + sentence.begin, result.begin() + sentence.end, well);
    }
    return result;
}

// Words that are capitalised proper nouns, all but small ones such as "of" and "'s".
bool is_proper(const nlp::Doc& doc, const nlp::Span& span) {
    for (auto i = span.begin; i < span.end; ++i) {
        const auto& token = doc.tokens[i];
        const bool small = token.tag == "IN" || token.tag == "POS" || token.tag == "DT" || token.tag == "CC" || token.tag == "HYPH";
        if (!small && !(token.tag.starts_with("NNP") && is_capital(doc.text_of(i).front()))) return false;
    }
    return true;
}

std::size_t type_of(std::string_view label) { return label == "PERSON" ? 0 : label == "ORG" ? 1 : is_place(label) ? 2 : other; }

// "Steve Jobs" where the names model finds "Steve": all that it finds there lies inside, and some of it has the type.
bool holds_type(const nlp::Span& span, std::vector<FoundName>::const_iterator name, std::vector<FoundName>::const_iterator end) {
    bool holds = false;
    for (; name != end && name->begin < span.end; ++name) {
        if (name->begin < span.begin || name->end > span.end) return false;
        holds = holds || name->type == type_of(span.label);
    }
    return holds;
}

// In running text, the language model tells types well: the names model has to be sure to overrule it.
bool is_sure(const FoundName& name, std::size_t against) {
    constexpr float margin = 2.0F;  // of scores; chosen on the development graphs
    return name.type != other && name.scores[name.type] - name.scores[against] >= margin;
}

void put(nlp::Doc& doc, const nlp::Span& span) {
    for (auto i = span.begin; i < span.end; ++i) {
        doc.tokens[i].iob = i == span.begin ? nlp::Iob::begin : nlp::Iob::inside;
        doc.tokens[i].entity_type = span.label;
    }
}

}  // namespace

void mark_names(nlp::Doc& doc, const std::vector<FoundName>& found) {
    std::vector<nlp::Span> names;
    auto next = found.begin();
    const auto before = doc.entities();
    const auto well = well_written(doc);
    // "Torvald" may be the firm where the text has "Torvald Shipping", too.
    std::set<std::string_view> firms;
    for (const auto& span : before) {
        if (span.label == "ORG" && span.end - span.begin > 1) firms.insert(doc.text_of(span.begin));
    }
    // Names of the language model that stay.
    for (const auto& span : before) {
        while (next != found.end() && next->end <= span.begin) ++next;
        const bool free = next == found.end() || next->begin >= span.end;
        const bool same = !free && next->begin == span.begin && next->end == span.end;
        bool stays = free && !is_replaced(span.label);
        if (!free && is_replaced(span.label) && well[span.begin] && is_proper(doc, span)) {
            stays = holds_type(span, next, found.end()) || (same && !is_sure(*next, type_of(span.label)));
        } else if (!free && is_kind_of_name(span.label)) {
            stays = next->type == other || (same && span.label == "NORP");
        }
        stays = stays || (span.label == "ORG" && span.end - span.begin == 1 && firms.contains(doc.text_of(span.begin)));
        if (stays) names.push_back(span);
    }
    // A surname alone that the language model did not mark is found by the full name later, with what its title says.
    std::set<std::string_view> surnames;
    for (const auto& name : found) {
        if (name.type == 0 && name.end - name.begin > 1) surnames.insert(doc.text_of(name.end - 1));
    }
    std::vector<bool> taken(doc.tokens.size(), false);
    for (const auto& span : names) std::fill(taken.begin() + span.begin, taken.begin() + span.end, true);
    for (const auto& name : found) {
        if (std::find(taken.begin() + name.begin, taken.begin() + name.end, true) != taken.begin() + name.end) continue;
        const bool unmarked = name.end - name.begin == 1 && doc.tokens[name.begin].entity_type.empty();
        if (name.type == 0 && unmarked && surnames.contains(doc.text_of(name.begin))) continue;
        std::string_view label;
        for (auto i = name.begin; i < name.end && !is_place(label); ++i) label = doc.tokens[i].entity_type;
        names.push_back({name.begin, name.end, label_of(name.type, label)});
    }
    for (nlp::Token& token : doc.tokens) {
        token.iob = nlp::Iob::outside;
        token.entity_type = {};
    }
    for (const auto& span : names) {
        if (!span.label.empty()) put(doc, span);
    }
}

}  // namespace newsgraph
