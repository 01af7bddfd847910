#include "extract/names/name_types.hpp"

#include "extract/base/utf8.hpp"

#include <map>

namespace newsgraph::detail {

// What stands before a name, and its first word, tell its type better than the model does.
void NameTypes::correct(Candidate& c) const {
    if (c.known != no_name || c.from_pattern || c.kind != "name" || c.headline) return;
    c.titled = is_titled(c);
    c.sex = sex_of(c);
    if (c.type == "group") return;
    const Index size = c.end - c.begin;
    const bool has_word = has_organization_word(c);
    const bool forename = size >= 2 && size <= 3 && forenames_.has(tree_.text(c.begin)) && !has_word;
    if (const auto called = type_of_noun_before(c); !called.empty() && !c.titled) {
        c.type = called;
        c.from_pattern = true;
    } else if (c.titled || forename || (is_called_person(c) && !has_word)) {
        c.type = "person";
    } else if (c.type == "person" && has_word && words_.has("organization_word", tree_.text(c.end - 1))) {
        c.type = "organization";
    } else if ((c.type == "person" || c.type == "organization") && !has_word && is_where(c)) {
        c.type = "place";
    }
}

Index NameTypes::end_with_particles(Index begin, Index end) const {
    const auto is_particle = [&](Index i) { return i < tree_.size() && words_.has("particle", tree_.text(i)); };
    Index last = end;
    while (is_particle(last)) ++last;
    const bool open = last > end || is_particle(end - 1);
    if (!open || last >= tree_.size() || tree_.sentence(last) != tree_.sentence(begin)) return end;
    return is_proper(tree_.token(last)) && is_upper(tree_.text(last).front()) ? last + 1 : end;
}

Index NameTypes::begin_with_particles(Index begin) const {
    Index first = begin;
    while (first > 0 && words_.has("particle", tree_.text(first - 1))) --first;
    if (first == begin || first == 0 || tree_.sentence(first - 1) != tree_.sentence(begin)) return begin;
    return forenames_.has(tree_.text(first - 1)) && is_upper(tree_.text(first - 1).front()) ? first - 1 : begin;
}

Sex NameTypes::sex_of(const Candidate& c) const {
    if (c.titled && words_.has("male", tree_.text(c.begin - 1))) return Sex::male;
    if (c.titled && words_.has("female", tree_.text(c.begin - 1))) return Sex::female;
    if (c.end - c.begin == 1 || words_.has("particle", utf8::ascii_lower(tree_.text(c.begin)))) return Sex::unknown;  // "Von der Leyen"
    return forenames_.sex(tree_.text(c.begin));
}

// "the frigate Skagen", "the shipping line Torvald"
std::string_view NameTypes::type_of_noun_before(const Candidate& c) const {
    if (c.begin == 0 || tree_.token(c.begin - 1).tag != "NN" || tree_.head(c.begin - 1) != c.end - 1) return {};
    return words_.hypernym_type(tree_.lemma(c.begin - 1));
}

bool NameTypes::is_titled(const Candidate& c) const {
    return c.begin > 0 && tree_.sentence(c.begin - 1) == tree_.sentence(c.begin) && is_title(c.begin - 1);
}

// "sprint champion Femi Adeyemi"
bool NameTypes::is_called_person(const Candidate& c) const {
    const Index name = c.end - 1;
    return c.begin > 0 && tree_.token(c.begin - 1).tag == "NN" && words_.has("person_noun", tree_.lemma(c.begin - 1)) &&
           tree_.head(c.begin - 1) == name;
}

// "In Oruro, ... marched", "was born in Chennai", "the road to Cochabamba"; not "shares in X", "invested in X".
bool NameTypes::is_where(const Candidate& c) const {
    const Index name = c.end - 1;
    if (!tree_.has_dep(name, {"pobj"}) || tree_.head(name) >= c.begin) return false;
    const Index preposition = tree_.head(name);
    if (tree_.is_root(preposition)) return false;
    const Index governor = tree_.head(preposition);
    const auto& lemma = tree_.lemma(preposition);
    if (lemma == "in") return tree_.is_verb(governor) && !words_.has("not_where", tree_.lemma(governor));
    return lemma == "to" && words_.has("move_verb", tree_.lemma(governor)) && !words_.has("not_where", tree_.lemma(governor));
}

bool NameTypes::has_organization_word(const Candidate& c) const {
    for (Index i = c.begin; i < c.end; ++i) {
        const auto word = tree_.text(i);
        if (words_.has("company", word) || words_.has("state_org", word) || words_.has("organization_word", word)) return true;
        if (!starts_name(word) || !is_proper(tree_.token(i))) return true;
    }
    return false;
}

bool speaks_for_country(const Tree& tree, const NameWords& words, Index begin, Index end) {
    const Index name = end - 1;
    const Index i = tree.first_conjunct(name);
    const Index head = tree.head(i);
    if (head == i || begin >= end) return false;
    // What is bombed or visited is the city.
    const bool done_to = tree.has_dep(i, {"dobj", "nsubjpass"}) || (tree.has_dep(i, {"pobj"}) && !tree.is_root(head));
    const Index verb = tree.has_dep(i, {"pobj"}) ? tree.head(head) : head;
    if (done_to && words.has("harm_verb", tree.lemma(verb))) return false;
    if (tree.has_dep(i, {"nsubj"})) return tree.is_verb(head) && !words.has("place_verb", tree.lemma(head));
    if (tree.has_dep(i, {"poss"})) return !words.has("place_noun", tree.lemma(head));
    if (tree.has_dep(i, {"dobj", "dative"})) return !words.has("move_verb", tree.lemma(head));
    if (tree.has_dep(i, {"pobj"})) {
        // "political will in London", "the government in Kyiv": word beside word, or the parser may have joined what is not one.
        if (tree.lemma(head) == "in" && head > 0 && head + 1 == begin && words.has("seat_noun", tree.lemma(head - 1))) return true;
        if (words.has("place_in", tree.lemma(head))) return false;
        const auto governor = tree.head(head);
        const auto& prep = tree.lemma(head);
        if (words.has("move_verb", tree.lemma(governor))) return false;
        if (prep == "by" || prep == "between" || prep == "against" || prep == "with") return true;
        return prep == "from" && tree.token(governor).pos == "NOUN";
    }
    return false;
}

std::string_view type_of_label(std::string_view label) {
    static const std::map<std::string_view, std::string_view> types{
        {"PERSON", "person"},     {"ORG", "organization"}, {"GPE", "place"},     {"LOC", "place"},
        {"FAC", "place"},         {"NORP", "group"},       {"LAW", "agreement"}, {"EVENT", "event"},
        {"PRODUCT", "product"},   {"WORK_OF_ART", "work"}};
    const auto found = types.find(label);
    return found == types.end() ? std::string_view{} : found->second;
}

}  // namespace newsgraph::detail
