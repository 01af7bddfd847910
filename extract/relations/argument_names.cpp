// The half of ArgumentFinder that finds names inside phrases; arguments.cpp finds the phrases.
#include "extract/relations/arguments.hpp"

#include <algorithm>

namespace newsgraph {

namespace {

constexpr int deepest_name = 1;  // nouns between the phrase and the noun that the name stands beside

}  // namespace

bool ArgumentFinder::is_modifier(Index child) const {
    return tree_.has_dep(child, {"amod", "compound", "nmod", "nounmod"});
}

bool ArgumentFinder::acts_for_its_name(Index noun) const {
    const auto& lemma = tree_.lemma(noun);
    return table_.has("acts_for", lemma) || table_.role(lemma) != RelationTable::no_relation;
}

std::vector<Argument> ArgumentFinder::arguments(const std::vector<Index>& heads, End end) const {
    std::vector<Argument> result;
    for (const Index head : heads) {
        for (const Index part : tree_.conjuncts(head)) add(part, end, 0, result);
    }
    return result;
}

std::vector<Argument> ArgumentFinder::concepts(const std::vector<Index>& heads, End end) const {
    std::vector<Argument> result;
    if (names_.concept_at.empty()) return result;
    for (const Index head : heads) {
        for (const Index part : tree_.conjuncts(head)) add_concept(part, end, result);
    }
    return result;
}

void ArgumentFinder::add_concept(Index head, End end, std::vector<Argument>& result) const {
    std::vector<Argument> named;
    add(head, end, 0, named);
    // "Darfur rebels" are none of the place's doing.
    const auto is_place = [&](const Argument& a) { return a.depth > 0 && names_.thing_of(a.mention).type == "place"; };
    if (!std::all_of(named.begin(), named.end(), is_place)) return;
    if (table_.has("transparent", tree_.lemma(head))) {
        // "hundreds of demonstrators"
        const auto inside = under_preposition(head, "of");
        for (const Index of : inside) {
            for (const Index part : tree_.conjuncts(of)) {
                if (names_.concept_of(part) != no_name) result.push_back({names_.concept_of(part), part, 0, {}, {}});
            }
        }
        if (!inside.empty()) return;
    }
    if (names_.concept_of(head) != no_name) result.push_back({names_.concept_of(head), head, 0, {}, {}});
}

// The name whose last word is the head of its phrase; of "Torvald Shipping A/S", which has the form of the firm as its head, too.
std::size_t ArgumentFinder::name_headed_by(Index head) const {
    if (names_.at[head] != no_name || head < 3 || tree_.text(head - 1) != "/") return names_.at[head];
    const std::string form = std::string(tree_.text(head - 2)) + "/" + std::string(tree_.text(head));
    const std::size_t name = names_.at[head - 3];
    return name != no_name && names_.mentions[name].end == head - 2 && table_.has("legal_form", form) ? name : no_name;
}

// What "Denmark's frigate Skagen" does, Denmark does.
void ArgumentFinder::add_owner(Index product, int depth, std::vector<Argument>& result) const {
    Index owner = no_index;
    bool acts = false;
    for (const Index c : tree_.children(product)) {
        if (tree_.has_dep(c, {"poss"}) && names_.at[c] != no_name) owner = c;
        if (is_modifier(c) && table_.has("acts_for", tree_.lemma(c))) acts = true;
    }
    if (owner != no_index && acts) result.push_back({names_.at[owner], product, depth + 1, {}, {}});
}

// An end for each thing that its mention means: several for "both nations".
void ArgumentFinder::add_things(const Argument& argument, std::vector<Argument>& result) const {
    for (std::size_t m = argument.mention; m < names_.end_of_group(argument.mention); ++m) {
        result.push_back(argument);
        result.back().mention = m;
    }
}

void ArgumentFinder::add(Index head, End end, int depth, std::vector<Argument>& result) const {
    const auto known = [&](std::size_t mention) {
        return std::any_of(result.begin(), result.end(), [&](const Argument& a) {
            return names_.mentions[a.mention].thing == names_.mentions[mention].thing;
        });
    };
    std::vector<Argument> inside;
    if (const std::size_t mention = name_headed_by(head); mention != no_name) {
        // A name that is only the beginning of its phrase ("Russia-backed") does not count.
        add_things({mention, head, depth, {}, {}}, inside);
        if (end == End::source && names_.thing_of(mention).type == "product") add_owner(head, depth, inside);
    } else {
        add_inside(head, end, depth, inside);
    }
    for (auto& argument : inside) {
        if (!known(argument.mention)) result.push_back(std::move(argument));
    }
}

// "A former adviser to the bank, Devlin said", "the pension fund Albion Mutual opposed": right behind a subject that is no name, or
// behind a comma, the name that hangs on the same verb. Else no_index.
Index ArgumentFinder::second_subject(Index noun) const {
    if (!tree_.has_dep(noun, {"nsubj"}) || names_.at[noun] != no_name || tree_.is_root(noun)) return no_index;
    Index begin = tree_.token(noun).right_edge + 1;
    const bool comma = begin < tree_.size() && tree_.text(begin) == ",";
    if (comma) ++begin;
    if (begin >= tree_.head(noun)) return no_index;
    const std::size_t mention = names_.at[begin];
    if (mention == no_name || names_.mentions[mention].begin != begin) return no_index;
    const Index name = names_.mentions[mention].end - 1;
    if (name >= tree_.head(noun) || tree_.head(name) != tree_.head(noun)) return no_index;
    return tree_.has_dep(name, comma ? Labels{"nsubj"} : Labels{"npadvmod"}) ? name : no_index;
}

// What stands in apposition to a noun. The parser hangs some of it on the verb: "named her brother-in-law, Jorge Diaz,
// ambassador".
std::vector<Index> ArgumentFinder::appositions(Index noun) const {
    std::vector<Index> result;
    for (const Index c : tree_.children(noun)) {
        if (tree_.has_dep(c, {"appos"})) result.push_back(c);
    }
    if (const Index subject = second_subject(noun); result.empty() && subject != no_index) return {subject};
    const Index comma = tree_.token(noun).right_edge + 1;
    if (!result.empty() || comma + 1 >= tree_.size() || tree_.text(comma) != ",") return result;
    const std::size_t mention = names_.at[comma + 1];
    if (mention == no_name || names_.thing_of(mention).type != "person") return result;
    const Index name = names_.mentions[mention].end - 1;
    if (tree_.has_dep(name, {"npadvmod"}) && tree_.head(name) == tree_.head(noun)) result.push_back(name);
    return result;
}

// The name that a noun stands beside: "its president, X", "X, a fund that ...", "X is a fund that ...".
std::size_t ArgumentFinder::name_of_apposition(Index noun) const {
    for (const Index c : appositions(noun)) {
        if (names_.at[c] != no_name) return names_.at[c];
        // "Hale's nephew, the novelist Peter Marsh"
        for (const Index further : tree_.children(c)) {
            if (tree_.has_dep(further, {"appos"}) && names_.at[further] != no_name) return names_.at[further];
        }
    }
    if (tree_.is_root(noun)) return no_name;
    const Index head = tree_.head(noun);
    if (tree_.has_dep(noun, {"appos"})) return name_headed_by(head);
    if (!tree_.has_dep(noun, {"attr"}) || tree_.lemma(head) != "be") return no_name;
    const Index subject = tree_.child(head, {"nsubj"});
    return subject == no_index ? no_name : names_.at[subject];
}

// "deals like the Minsk accords", "countries such as France"
std::vector<Index> ArgumentFinder::examples(Index noun) const {
    std::vector<Index> result;
    for (const Index c : tree_.children(noun)) {
        if (!tree_.has_dep(c, {"prep"}) || !table_.has("before_examples", tree_.lemma(c))) continue;
        for (const Index object : tree_.children(c)) {
            if (!tree_.has_dep(object, {"pobj"})) continue;
            for (const Index part : tree_.conjuncts(object)) {
                if (names_.at[part] != no_name) result.push_back(part);
            }
        }
    }
    return result;
}

// A noun like "invasion": what stands behind its "of" has suffered it.
bool ArgumentFinder::is_deed(Index noun) const {
    const Slot of{Slot::Kind::preposition, "of"};
    const auto& frames = table_.noun(tree_.lemma(noun));
    return std::any_of(frames.begin(), frames.end(), [&](const Frame& frame) { return frame.target == of; });
}

// The words around a noun that may say whose it is, the surest kind first: "Russia's ...", "Russian ...", "... of Russia",
// "... by Russia".
std::vector<std::vector<Index>> ArgumentFinder::owners_of(Index noun, End end) const {
    std::vector<Index> possessors;
    std::vector<Index> modifiers;
    std::vector<Index> holders;  // "platforms owned by Petrolis"
    for (const Index c : tree_.children(noun)) {
        if (tree_.has_dep(c, {"poss"})) possessors.push_back(c);
        if (is_modifier(c)) modifiers.push_back(c);
        if (tree_.has_dep(c, {"acl"}) && table_.has("holds", tree_.lemma(c))) holders = under_preposition(c, "by");
    }
    if (is_deed(noun)) return {possessors, under_preposition(noun, "by"), modifiers};
    std::vector<std::vector<Index>> kinds{possessors, modifiers, under_preposition(noun, "of"), holders};
    if (end == End::target) {
        kinds.push_back(under_preposition(noun, "by"));
        kinds.push_back(under_preposition(noun, "from"));
        if (table_.has("told", tree_.lemma(noun))) kinds.push_back(under_preposition(noun, "in"));  // "a report in the Ledger"
    }
    return kinds;
}

void ArgumentFinder::add_inside(Index head, End end, int depth, std::vector<Argument>& result) const {
    if (!tree_.is_noun(head)) return;
    if (table_.has("transparent", tree_.lemma(head)) && names_.at[head] == no_name) {
        for (const Index of : under_preposition(head, "of")) {
            for (const Index part : tree_.conjuncts(of)) add(part, end, depth, result);
        }
        if (!result.empty()) return;
    }
    if (const std::size_t name = name_of_apposition(head); name != no_name) {
        return add_things({name, head, depth, {}, {}}, result);
    }
    const auto& lemma = tree_.lemma(head);
    for (const Index example : examples(head)) add_things({names_.at[example], example, depth, {}, lemma}, result);
    if (!result.empty() || (end == End::source && !acts_for_its_name(head))) return;
    const bool is_role = table_.role(lemma) != RelationTable::no_relation;
    const auto kinds = owners_of(head, end);
    // A name right beside the noun is surer than one further inside: "the deputy chief of Israel's militia ally".
    for (const auto& kind : kinds) {
        for (const Index owner : kind) {
            for (const Index part : tree_.conjuncts(owner)) {
                if (names_.at[part] == no_name) continue;
                add_things({names_.at[part], head, depth + 1, is_role ? lemma : std::string(), is_role ? std::string() : lemma}, result);
            }
        }
        if (!result.empty()) return;
    }
    if (depth == deepest_name) return;
    for (const auto& kind : kinds) {
        for (const Index owner : kind) {
            for (const Index part : tree_.conjuncts(owner)) add_inside(part, end, depth + 1, result);
        }
        if (!result.empty()) return;
    }
}

}  // namespace newsgraph
