#include "extract/names/descriptions.hpp"

#include <algorithm>

namespace newsgraph {

namespace {

bool is_plural(const nlp::Token& token) { return token.tag == "NNS" || token.tag == "NNPS"; }

}  // namespace

// May the noun be said of the thing? Makers and carriers are people to WordNet.
bool Describing::fits(Index noun, std::size_t mention) const {
    const NamedThing& thing = names_.thing_of(mention);
    const auto& lemma = tree_.lemma(noun);
    const NounClass noun_class = classes_.of(lemma);
    if (thing.type == concept_type) return noun_class != NounClass::none && noun_class == thing.noun_class;
    if (thing.type == "person") {
        return noun_class == NounClass::person || words_.has("nominal_person", lemma) || words_.has("person_noun", lemma);
    }
    if (thing.type == "organization" && (noun_class == NounClass::person || words_.has("nominal_organization", lemma))) return true;
    return may_be_any(noun_class, [&](std::string_view type) { return type == thing.type; });
}

// "would be", "is not", "if he is"
bool Describing::is_plainly_said(Index verb) const {
    if (tree_.has_dep(verb, {"advcl"})) return false;
    return std::none_of(tree_.children(verb).begin(), tree_.children(verb).end(),
                        [&](Index c) { return tree_.has_dep(c, {"aux", "neg"}) && tree_.lemma(c) != "have"; });
}

// "director Anna Berg", "director and founder Anna Berg"
std::size_t Describing::title_of(Index noun) const {
    const Index first = tree_.first_conjunct(noun);
    if (!tree_.has_dep(first, {"compound", "nmod"})) return no_name;
    const std::size_t mention = names_.at[tree_.head(first)];
    const bool before = mention != no_name && names_.mentions[mention].begin > noun && names_.mentions[mention].kind == "name";
    return before && fits(noun, mention) ? mention : no_name;
}

// "Anna Berg, the director", "the director, Anna Berg"
std::size_t Describing::beside(Index noun) const {
    const Index first = tree_.first_conjunct(noun);
    if (tree_.has_dep(first, {"appos"})) {
        const std::size_t mention = mention_at(tree_.head(first));
        if (mention != no_name && fits(noun, mention)) return mention;
    }
    const Index name = tree_.child(noun, {"appos"});
    if (name == no_index || names_.at[name] == no_name || tree_.conjuncts(name).size() > 1) return no_name;
    return fits(noun, names_.at[name]) ? names_.at[name] : no_name;
}

// "Nordvik is a lender"
std::size_t Describing::subject_of(Index noun) const {
    const Index first = tree_.first_conjunct(noun);
    if (!tree_.has_dep(first, {"attr"}) || tree_.lemma(tree_.head(first)) != "be" || !is_plainly_said(tree_.head(first))) return no_name;
    const Index subject = tree_.child(tree_.head(first), {"nsubj"});
    if (subject == no_index || subject > noun || tree_.conjuncts(subject).size() > 1) return no_name;
    const std::size_t mention = mention_at(tree_.antecedent(subject));
    return mention != no_name && fits(noun, mention) ? mention : no_name;
}

std::size_t Describing::described_by(Index noun) const {
    if (names_.at[noun] != no_name || !tree_.is_noun(noun) || is_plural(tree_.token(noun))) return no_name;
    for (const std::size_t mention : {title_of(noun), beside(noun), subject_of(noun)}) {
        if (mention != no_name && !names_.mentions[mention].further && names_.end_of_group(mention) == mention + 1) return mention;
    }
    return no_name;
}

// "who" is somebody, "which" is not.
bool Describing::agrees(Index pronoun, std::size_t mention) const {
    const NamedThing& thing = names_.thing_of(mention);
    const bool person = thing.type == "person" || thing.noun_class == NounClass::person;
    const bool body = thing.type == "organization" || thing.type == "country" || thing.type == "group" || thing.noun_class == NounClass::group;
    const auto& lemma = tree_.lemma(pronoun);
    if (lemma == "who" || lemma == "whom") return person || body;
    return lemma != "which" || !person;
}

// "the skipper of a trawler, who": of the noun that the clause hangs on and those above it the first that agrees.
std::size_t Describing::relative(Index pronoun) const {
    const auto& tag = tree_.token(pronoun).tag;
    if (tag != "WDT" && tag != "WP" && tag != "WP$") return no_name;
    Index noun = pronoun;
    while (!tree_.is_root(noun) && !tree_.has_dep(noun, {"relcl"})) noun = tree_.head(noun);
    if (tree_.is_root(noun)) return no_name;
    for (noun = tree_.head(noun); noun < pronoun && tree_.is_noun(noun); noun = tree_.head(tree_.head(noun))) {
        if (const std::size_t mention = mention_at(noun); mention != no_name && agrees(pronoun, mention)) return mention;
        if (!tree_.has_dep(noun, {"pobj"})) break;
    }
    return no_name;
}

void Describing::add(Index begin, Index end, std::size_t mention, const char* kind, std::vector<NameMention>& result) const {
    for (std::size_t m = mention; m < names_.end_of_group(mention); ++m) {
        result.push_back({begin, end, names_.mentions[m].thing, kind, false, m > mention});
    }
}

// With what stands before the noun; what follows it ("director of Nordvik") is often a name of something else.
void Describing::add_phrase(Index noun, std::size_t mention, std::vector<NameMention>& result) const {
    const NameMention& name = names_.mentions[mention];
    Index begin = tree_.token(noun).left_edge;
    if (begin < name.end && noun >= name.end) begin = name.end;
    add(begin, noun + 1, mention, "nominal", result);
}

std::vector<NameMention> Describing::all() const {
    std::vector<NameMention> result;
    for (Index i = 0; i < tree_.size(); ++i) {
        if (names_.at[i] != no_name || names_.concept_of(i) != no_name) continue;
        if (const std::size_t mention = described_by(i); mention != no_name) {
            add_phrase(i, mention, result);
        } else if (const std::size_t antecedent = relative(i); antecedent != no_name) {
            add(i, i + 1, antecedent, "pronoun", result);
        }
    }
    return result;
}

}  // namespace newsgraph
