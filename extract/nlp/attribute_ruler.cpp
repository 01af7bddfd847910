#include "extract/nlp/attribute_ruler.hpp"

#include "extract/nlp/attribute_ruler_loader.hpp"

#include <algorithm>
#include <limits>

namespace newsgraph::nlp {

AttributeRuler::AttributeRuler(const msgpack::Value& patterns, const std::string& path) {
    Loader(*this, path).read(patterns);
}

void AttributeRuler::apply(Doc& doc, std::span<const LexicalToken> lexical, Scratch& scratch) const {
    scratch.winners_.assign(doc.tokens.size(), Winners{});
    for (std::size_t at = 0; at < doc.tokens.size(); ++at) {
        const Lexeme& lexeme = *lexical[at].lexeme;
        if (const auto found = by_lower_.find(lexeme.lower_id); found != by_lower_.end()) {
            try_patterns(found->second, doc, lexical, at, scratch);
        }
        if (const auto tag = name_number(doc.tokens[at].tag); tag < by_tag_.size()) {
            try_patterns(by_tag_[tag], doc, lexical, at, scratch);
        }
        if (const auto dep = name_number(doc.tokens[at].dep); dep < by_dep_.size()) {
            try_patterns(by_dep_[dep], doc, lexical, at, scratch);
        }
        if (lexeme.is_space()) try_patterns(by_space_, doc, lexical, at, scratch);
        try_patterns(anywhere_, doc, lexical, at, scratch);
    }
    for (std::size_t at = 0; at < doc.tokens.size(); ++at) write(doc.tokens[at], scratch.winners_[at]);
}

// Names that no pattern has share a number that none has.
std::uint64_t AttributeRuler::name_number(std::string_view name) const {
    const auto found = names_.find(name);
    return found == names_.end() ? std::numeric_limits<std::uint64_t>::max() : found->second;
}

void AttributeRuler::try_patterns(const Numbers& candidates, const Doc& doc, std::span<const LexicalToken> lexical,
                                  std::size_t at, Scratch& scratch) const {
    for (const auto number : candidates) {
        const Pattern& pattern = patterns_[number];
        if (at < pattern.anchor || at - pattern.anchor + pattern.specs.size() > doc.tokens.size()) continue;
        const std::size_t begin = at - pattern.anchor;
        bool all_fit = true;
        for (std::size_t i = 0; i < pattern.specs.size() && all_fit; ++i) {
            all_fit = fits(pattern.specs[i], {&doc.tokens[begin + i], &lexical[begin + i]});
        }
        if (!all_fit) continue;
        Winners& winners = scratch.winners_[begin + pattern.target];
        for (std::size_t slot = 0; slot < settable; ++slot) {
            if (entries_[pattern.entry].sets[slot]) winners[slot] = std::max(winners[slot], pattern.entry + 1);
        }
    }
}

bool AttributeRuler::fits(const Spec& spec, const View& view) const {
    return std::all_of(spec.begin(), spec.end(), [&](const Condition& condition) { return holds(condition, view); });
}

std::uint64_t AttributeRuler::value_of(const Condition& condition, const View& view) const {
    const Lexeme& lexeme = *view.lexical->lexeme;
    switch (condition.field) {
        case Field::tag: return name_number(view.token->tag);
        case Field::pos: return name_number(view.token->pos);
        case Field::morph: return name_number(view.token->morph);
        case Field::dep: return name_number(view.token->dep);
        case Field::lemma: return name_number(view.token->lemma);
        case Field::entity_type: return name_number(view.token->entity_type);
        case Field::orth: return lexeme.orth_id;
        case Field::lower: return lexeme.lower_id;
        case Field::norm: return view.lexical->norm_id;
        case Field::prefix: return lexeme.prefix_id;
        case Field::suffix: return lexeme.suffix_id;
        case Field::shape: return lexeme.shape_id;
        case Field::length: return lexeme.length;
        case Field::flag: return lexeme.has(condition.flag) ? 1 : 0;
        case Field::spacy: return view.lexical->space_after ? 1 : 0;
        case Field::sentence_start: return view.token->sentence_start ? 1 : 0;
    }
    return 0;
}

// REQUIRES: a field of text.
std::string_view AttributeRuler::text_of(Field field, const View& view) {
    const Lexeme& lexeme = *view.lexical->lexeme;
    switch (field) {
        case Field::tag: return view.token->tag;
        case Field::pos: return view.token->pos;
        case Field::morph: return view.token->morph;
        case Field::dep: return view.token->dep;
        case Field::lemma: return view.token->lemma;
        case Field::entity_type: return view.token->entity_type;
        case Field::orth: return lexeme.text;
        case Field::lower: return lexeme.lower;
        case Field::norm: return *view.lexical->norm;
        case Field::prefix: return lexeme.prefix();
        case Field::suffix: return lexeme.suffix();
        case Field::shape: return lexeme.shape;
        default: return {};
    }
}

bool AttributeRuler::holds(const Condition& condition, const View& view) const {
    const auto is_listed = [&] {
        const auto value = value_of(condition, view);
        if (condition.values.size() == 1) return condition.values.front() == value;
        return std::binary_search(condition.values.begin(), condition.values.end(), value);
    };
    const auto number = [&] { return static_cast<std::int64_t>(value_of(condition, view)); };
    switch (condition.test) {
        case Test::is_in: return is_listed();
        case Test::not_in: return !is_listed();
        case Test::regex: return regexes_[condition.regex].search(text_of(condition.field, view)).has_value();
        case Test::unequal: return number() != condition.number;
        case Test::less: return number() < condition.number;
        case Test::less_equal: return number() <= condition.number;
        case Test::greater: return number() > condition.number;
        case Test::greater_equal: return number() >= condition.number;
    }
    return false;
}

void AttributeRuler::write(Token& token, const Winners& winners) const {
    const auto value = [&](std::size_t slot) -> std::string_view { return entries_[winners[slot] - 1].values[slot]; };
    if (winners[0] != 0) token.tag = value(0);
    if (winners[1] != 0) token.pos = value(1);
    if (winners[2] != 0) token.morph = value(2);
    if (winners[3] != 0) token.dep = value(3);
    if (winners[4] != 0) token.lemma = value(4);
}

}  // namespace newsgraph::nlp
