#include "extract/relations/arguments.hpp"

#include <algorithm>

namespace newsgraph {

namespace {

constexpr int longest_chain = 6;  // of verbs that hand their subject on

void append(std::vector<Index>& to, const std::vector<Index>& from) {
    for (const Index i : from) {
        if (std::find(to.begin(), to.end(), i) == to.end()) to.push_back(i);
    }
}

}  // namespace

// The soldiers of "captured up to 16 soldiers", where to the parser "up" is a particle or a preposition; else no_index.
Index ArgumentFinder::counted_object(Index verb) const {
    const Index up = tree_.child(verb, {"prt", "prep"});
    if (up == no_index || tree_.lemma(up) != "up") return no_index;
    const Index to = tree_.child(up, {"prep"});
    if (to != up + 1 || tree_.lemma(to) != "to") return no_index;
    const Index object = tree_.child(to, {"pobj"});
    return object != no_index && tree_.child(object, {"nummod"}) != no_index ? object : no_index;
}

std::string ArgumentFinder::verb_lemma(Index verb) const {
    const Index particle = counted_object(verb) == no_index ? tree_.child(verb, {"prt"}) : no_index;
    std::string lemma = tree_.lemma(verb);
    // "broke away from": to the parser, an adverb.
    const Index next = verb + 1;
    if (particle == no_index && next < tree_.size() && tree_.head(next) == verb && tree_.has_dep(next, {"advmod"})) {
        std::string with_adverb = lemma + " " + tree_.lemma(next);
        if (!table_.verb(with_adverb).empty()) return with_adverb;
    }
    if (particle != no_index) lemma.append(" ").append(tree_.lemma(particle));
    return lemma;
}

// "Nordvik named Ingrid Berg ...": to the parser, a bank that was named. Whoever was named has no name behind it.
Index ArgumentFinder::object_of_participle(Index verb) const {
    if (!tree_.has_dep(verb, {"acl"}) || tree_.token(verb).tag != "VBN" || verb == 0 || tree_.head(verb) != verb - 1) return no_index;
    if (names_.at[verb - 1] == no_name || !tree_.is_root(verb - 1)) return no_index;
    const Index object = tree_.child(verb, {"dobj", "oprd"});
    return object != no_index && names_.at[object] != no_name ? object : no_index;
}

// The name before the hyphen of "Paris-based", "Iran-backed"; else no_index.
Index ArgumentFinder::hyphenated(Index verb) const {
    if (verb < 2 || tree_.token(verb).tag != "VBN" || !tree_.has_dep(verb, {"amod"}) || tree_.text(verb - 1) != "-") return no_index;
    return names_.at[verb - 2] == no_name ? no_index : verb - 2;
}

bool ArgumentFinder::is_passive(Index verb) const {
    if (hyphenated(verb) != no_index) return true;
    if (object_of_participle(verb) != no_index) return false;
    if (tree_.token(verb).pos == "ADJ") return false;  // "is married to", which the parser takes for one now and then
    if (tree_.child(verb, {"nsubjpass", "auxpass", "csubjpass"}) != no_index) return true;
    // "a missile made by Raytheon"
    return tree_.has_dep(verb, {"acl"}) && tree_.token(verb).tag == "VBN";
}

std::vector<Index> ArgumentFinder::subjects(Index verb, int depth) const {
    if (const Index name = hyphenated(verb); name != no_index) {
        return table_.has("hyphen_place", tree_.lemma(verb)) ? std::vector<Index>{} : std::vector<Index>{name};
    }
    if (is_passive(verb)) {
        return under_preposition(verb, "by");
    }
    std::vector<Index> result;
    for (const Index c : tree_.children(verb)) {
        if (tree_.has_dep(c, {"nsubj", "nsubjpass"})) result.push_back(tree_.antecedent(c));
    }
    return result.empty() && depth < longest_chain ? inherited_subjects(verb, depth + 1) : result;
}

std::vector<Index> ArgumentFinder::inherited_subjects(Index verb, int depth) const {
    if (tree_.is_root(verb)) return {};
    const Index head = tree_.head(verb);
    if (tree_.has_dep(verb, {"acl"})) {
        if (object_of_participle(verb) != no_index) return {head};
        if (tree_.token(verb).tag == "VBG") return {head};  // "spokesmen repeating ..."
        return tree_.has_to(verb) ? planners(head, depth) : std::vector<Index>{};
    }
    if (tree_.has_dep(verb, {"relcl"})) return {};
    if (tree_.has_dep(verb, {"acomp", "oprd"})) return subjects(head, depth);  // "X is critical of Y"
    if (tree_.has_dep(verb, {"amod"})) return {head};                          // "a minister critical of Y"
    if (tree_.has_dep(verb, {"pcomp"})) {
        const Index governor = tree_.head(head);
        if (!tree_.is_verb(governor)) return {};
        // "fined the bank for hiding ...": who is fined has done it.
        const auto& preposition = tree_.lemma(head);
        if (table_.has("object_acts", preposition)) {
            const auto done_to = objects(governor);
            if (!done_to.empty()) return done_to;
        }
        return subjects(governor, depth);
    }
    if (!tree_.is_verb(head)) return {};
    if (tree_.has_dep(verb, {"xcomp"})) {
        // "urged Russia to withdraw": the object acts; "wants to withdraw", "promised France to withdraw": the subject.
        if (table_.has("subject_acts", tree_.lemma(head)) && !is_passive(head)) return subjects(head, depth);
        if (const auto asked = asked_through_preposition(head); !asked.empty()) return asked;
        const auto objects_of_head = objects(head);
        if (!objects_of_head.empty() && !is_passive(head)) return objects_of_head;
        return is_passive(head) ? objects_of_head : subjects(head, depth);
    }
    if (tree_.has_dep(verb, {"conj", "advcl", "ccomp", "dep"})) {
        const bool finite = tree_.has_dep(verb, {"ccomp"}) && tree_.token(verb).tag != "VB" && tree_.token(verb).tag != "VBG";
        if (finite) return {};
        if (tree_.has_to(verb)) {
            if (const auto asked = asked_through_preposition(head); !asked.empty()) return asked;
        }
        if (is_passive(head)) {
            // "Crimea was seized and ..." hands its passive subject on to an active verb.
            return objects(head);
        }
        return subjects(head, depth);
    }
    return {};
}

// Who is to act: "Iraq's efforts to destroy ...", "a decision by Iraq to destroy ...", "Iraq has a plan to destroy ...".
std::vector<Index> ArgumentFinder::planners(Index noun, int depth) const {
    std::vector<Index> result;
    for (const Index c : tree_.children(noun)) {
        if (tree_.has_dep(c, {"poss"})) result.push_back(c);
    }
    if (result.empty()) result = under_preposition(noun, "by");
    if (!result.empty() || tree_.is_root(noun) || !tree_.has_dep(noun, {"dobj", "attr"})) return result;
    if (table_.has("judges", tree_.lemma(tree_.head(noun)))) return result;  // "discussed the plan to destroy ..."
    return subjects(tree_.head(noun), depth);
}

// "called on Serbia to recognize Kosovo", "appealed to Serbia to ..."
std::vector<Index> ArgumentFinder::asked_through_preposition(Index verb) const {
    const auto& lemma = tree_.lemma(verb);
    if (table_.has("asks_on", lemma)) return under_preposition(verb, "on");
    if (table_.has("asks_to", lemma)) return under_preposition(verb, "to");
    return {};
}

std::vector<Index> ArgumentFinder::objects(Index verb) const {
    std::vector<Index> result;
    const bool passive = is_passive(verb);
    for (const Index c : tree_.children(verb)) {
        if (tree_.has_dep(c, {"nsubjpass"}) || (!passive && tree_.has_dep(c, {"dobj"}))) result.push_back(tree_.antecedent(c));
        // "thanked the navy and President Obi": the parser may hang the second on the verb.
        if (!passive && !result.empty() && tree_.has_dep(c, {"conj"}) && names_.at[c] != no_name && c > result.back()) result.push_back(c);
    }
    if (!result.empty()) return result;
    if (const Index object = object_of_participle(verb); object != no_index) return {object};
    if (const Index object = passive ? no_index : counted_object(verb); object != no_index) return {object};
    if (const Index name = passive ? no_index : name_before_title(verb); name != no_index) return {name};
    if (passive && tree_.has_dep(verb, {"acl"})) return {tree_.head(verb)};
    if (hyphenated(verb) != no_index) {
        // "Paris-based carmaker Renault" speaks of the name behind the noun.
        Index noun = tree_.head(verb);
        while (names_.at[noun] == no_name && tree_.has_dep(noun, {"compound", "amod", "nmod"})) noun = tree_.head(noun);
        return {noun};
    }
    if (passive && tree_.has_dep(verb, {"conj"}) && tree_.is_verb(tree_.head(verb)) && is_passive(tree_.head(verb))) {
        return objects(tree_.head(verb));
    }
    // "the missiles that Britain supplied", "the missiles Britain supplied"
    const Index own_subject = tree_.child(verb, {"nsubj"});
    if (!passive && tree_.has_dep(verb, {"relcl"}) && own_subject != no_index && tree_.antecedent(own_subject) == own_subject) {
        return {tree_.head(verb)};
    }
    return {};
}

// "named Anna Berg chief executive": to the parser, the name may be a part of the title.
Index ArgumentFinder::name_before_title(Index verb) const {
    const Index title = tree_.child(verb, {"oprd"});
    if (title == no_index || verb + 1 >= tree_.size()) return no_index;
    const std::size_t mention = names_.at[verb + 1];
    if (mention == no_name || names_.thing_of(mention).type != "person" || names_.mentions[mention].begin != verb + 1) return no_index;
    const Index name = names_.mentions[mention].end - 1;
    return name < title && tree_.head(name) == title ? name : no_index;
}

// The university of "the university where she taught".
std::vector<Index> ArgumentFinder::where(Index verb) const {
    if (!tree_.has_dep(verb, {"relcl"})) return {};
    const auto children = tree_.children(verb);
    const bool asks = std::any_of(children.begin(), children.end(),
                                  [&](Index c) { return tree_.has_dep(c, {"advmod"}) && tree_.lemma(c) == "where"; });
    return asks ? std::vector<Index>{tree_.head(verb)} : std::vector<Index>{};
}

std::vector<Index> ArgumentFinder::under_preposition(Index word, std::string_view preposition) const {
    std::vector<Index> result;
    for (const Index c : tree_.children(word)) {
        if (!tree_.has_dep(c, {"prep", "dative", "agent", "prt", "advmod"})) continue;
        if (tree_.lemma(c) == preposition) {
            for (const Index object : tree_.children(c)) {
                if (tree_.has_dep(object, {"pobj"})) result.push_back(tree_.antecedent(object));
            }
            // "out of the country" is both "out" and "of"
            if (result.empty() && preposition != "of") append(result, under_preposition(c, "of"));
        }
        // "out of", "in front of"
        if (tree_.has_dep(c, {"prep", "prt", "advmod"})) append(result, under_preposition(c, preposition));
    }
    return result;
}

std::vector<Index> ArgumentFinder::clauses(Index verb) const {
    std::vector<Index> result;
    for (const Index c : tree_.children(verb)) {
        // What hangs on a verb like a relative clause is a clause that the parser gave the wrong name.
        if (tree_.has_dep(c, {"ccomp", "xcomp", "relcl"})) result.push_back(c);
        // "pressed for Russia to withdraw"
        const Index mark = tree_.has_dep(c, {"advcl"}) ? tree_.child(c, {"mark"}) : no_index;
        if (mark != no_index && tree_.lemma(mark) == "for") result.push_back(c);
        // "the demand that Russia withdraw"
        if (tree_.has_dep(c, {"acl"}) && tree_.child(c, {"nsubj", "nsubjpass"}) != no_index) result.push_back(c);
    }
    // "X raised prices, saying that ...": the parser may hang the clause on the verb that governs the saying.
    if (result.empty() && tree_.has_dep(verb, {"advcl"}) && !tree_.is_root(verb)) {
        for (const Index c : tree_.children(tree_.head(verb))) {
            if (tree_.has_dep(c, {"ccomp"}) && tree_.token(c).left_edge > verb) result.push_back(c);
        }
    }
    return result;
}

std::vector<Index> ArgumentFinder::clause_subjects(Index verb) const {
    std::vector<Index> result;
    for (const Index c : clauses(verb)) {
        for (const Index part : tree_.children(c)) {
            if (tree_.has_dep(part, {"nsubj", "nsubjpass"})) result.push_back(tree_.antecedent(part));
        }
    }
    return result;
}

// The objects of the clauses that a verb governs, else what stands behind their prepositions, nearest first.
std::vector<Index> ArgumentFinder::done_to(Index verb, int depth) const {
    std::vector<Index> result;
    if (depth == longest_chain) return result;
    for (const Index c : clauses(verb)) {
        if (const auto of_clause = objects(c); !arguments(of_clause, End::target).empty()) {
            append(result, of_clause);
            continue;
        }
        std::vector<Index> behind;
        const auto look_under = [&](Index word) {
            for (const Index p : tree_.children(word)) {
                if (!tree_.has_dep(p, {"prep", "dative"}) || !table_.has("aims_at", tree_.lemma(p))) continue;
                for (const Index object : tree_.children(p)) {
                    if (tree_.has_dep(object, {"pobj"})) append(behind, {object});
                }
            }
        };
        look_under(c);
        for (const Index object : objects(c)) look_under(object);
        if (arguments(behind, End::target).empty()) behind = done_to(c, depth + 1);
        append(result, behind);
    }
    return result;
}

std::vector<Index> ArgumentFinder::verb_slot(Index verb, const Slot& slot) const {
    switch (slot.kind) {
        case Slot::Kind::subject:
        case Slot::Kind::agent: return subjects(verb);
        case Slot::Kind::object: {
            auto found = objects(verb);
            // "urged Russia to withdraw": to the parser, Russia is the subject of the clause.
            const Index clause = tree_.child(verb, {"ccomp"});
            if (found.empty() && clause != no_index && tree_.token(clause).tag == "VB" &&
                tree_.child(clause, {"mark"}) == no_index) {
                found = clause_subjects(verb);
            }
            return found;
        }
        case Slot::Kind::dative: {
            std::vector<Index> result;
            for (const Index c : tree_.children(verb)) {
                if (tree_.has_dep(c, {"dative"}) && tree_.is_noun(c)) result.push_back(c);
            }
            return result;
        }
        case Slot::Kind::clause: return clause_subjects(verb);
        case Slot::Kind::done_to: return done_to(verb, 0);
        case Slot::Kind::preposition: {
            auto found = under_preposition(verb, slot.preposition);
            // "supplied weapons to Ukraine": the parser may hang the preposition on the object.
            // "imposed a curfew in Lima in response to ..." has both.
            if (arguments(found, End::target).empty()) {
                for (const Index object : objects(verb)) append(found, under_preposition(object, slot.preposition));
            }
            if (found.empty() && (slot.preposition == "at" || slot.preposition == "in")) found = where(verb);
            const Index name = found.empty() && slot.preposition == "in" ? hyphenated(verb) : no_index;
            if (name != no_index && table_.has("hyphen_place", tree_.lemma(verb))) found.push_back(name);
            return found;
        }
        case Slot::Kind::complement: {
            std::vector<Index> result;
            for (const Index c : tree_.children(verb)) {
                if (tree_.has_dep(c, {"oprd", "attr"})) result.push_back(c);
            }
            return result;
        }
        case Slot::Kind::post: return posts(verb);
        case Slot::Kind::holder:
        case Slot::Kind::self: return {};
    }
    return {};
}

std::vector<Index> ArgumentFinder::role_owners(Index noun) const {
    std::vector<Index> result;
    for (const Index c : tree_.children(noun)) {
        if (tree_.has_dep(c, {"poss", "compound", "amod", "nmod"})) append(result, {c});
    }
    append(result, under_preposition(noun, "of"));
    // "Russia's ambassador to Britain" is Russia's.
    const bool owned = std::any_of(result.begin(), result.end(), [&](Index i) {
        const auto parts = tree_.conjuncts(i);
        return std::any_of(parts.begin(), parts.end(), [&](Index part) { return names_.at[part] != no_name; });
    });
    if (owned) return result;
    for (const std::string_view preposition : {"at", "for", "to", "in"}) append(result, under_preposition(noun, preposition));
    return result;
}

// "the bank's director, X, resigned", "X, the director of the bank, resigned", "Acme director X resigned"
std::vector<Index> ArgumentFinder::posts(Index verb) const {
    std::vector<Index> result;
    for (const Index subject : subjects(verb)) {
        std::vector<Index> called{subject};
        for (const Index c : tree_.children(subject)) {
            if (tree_.has_dep(c, {"appos"})) called.push_back(c);
        }
        if (tree_.has_dep(subject, {"appos"})) called.push_back(tree_.head(subject));
        for (const Index noun : called) append(result, role_owners(noun));
    }
    return result;
}

Index ArgumentFinder::light_verb(Index noun) const {
    const Index first = tree_.first_conjunct(noun);
    if (tree_.is_root(first)) return no_index;
    const Index head = tree_.head(first);
    if (tree_.has_dep(first, {"dobj", "nsubjpass"}) && table_.has("light", tree_.lemma(head))) return head;
    // "in talks with", "at war with", "on a visit to"; "began a strike in protest at"
    if (tree_.has_dep(first, {"pobj"}) && !tree_.is_root(head) && table_.has("light_preposition", tree_.lemma(head))) {
        const Index governor = tree_.head(head);
        if (tree_.is_verb(governor)) return governor;
        const Index object = tree_.first_conjunct(governor);
        if (!table_.has("done_as", tree_.lemma(head)) || tree_.is_root(object)) return no_index;
        if (tree_.has_dep(object, {"dobj"}) && table_.has("light", tree_.lemma(tree_.head(object)))) return tree_.head(object);
    }
    return no_index;
}

// Who "their" is, in "completed their withdrawal" and "insisted on their demand": the subject of the verb. Empty if the noun has no
// such word, or if it is known whose it is.
std::vector<Index> ArgumentFinder::own_possessors(Index noun) const {
    const Index possessor = tree_.child(noun, {"poss"});
    if (possessor == no_index || tree_.token(possessor).tag != "PRP$" || names_.at[possessor] != no_name || tree_.is_root(noun)) return {};
    Index governor = tree_.head(noun);
    if (tree_.has_dep(noun, {"pobj"}) && !tree_.is_root(governor)) governor = tree_.head(governor);
    return tree_.is_verb(governor) ? subjects(governor) : std::vector<Index>{};
}

// "Russia's invasion", "the Russian invasion", "an invasion by Russia", "Russia launched an invasion".
std::vector<Index> ArgumentFinder::agents_of_noun(Index noun) const {
    if (auto own = own_possessors(noun); !own.empty()) return own;
    std::vector<Index> result;
    for (const Index c : tree_.children(noun)) {
        if (tree_.has_dep(c, {"poss"})) append(result, {c});
    }
    if (result.empty()) append(result, under_preposition(noun, "by"));
    if (result.empty()) {
        for (const Index c : tree_.children(noun)) {
            if (is_modifier(c) && names_.at[c] != no_name) append(result, {c});
        }
    }
    if (result.empty()) {
        if (const Index verb = light_verb(noun); verb != no_index) result = subjects(verb);
    }
    return result;
}

// "its rival Calloway Trust", "his brother Jorge Paz": the word of the name on which the noun hangs, else no_index.
Index ArgumentFinder::name_behind(Index noun) const {
    if (tree_.is_root(noun) || names_.at[noun] != no_name || !is_modifier(noun)) return no_index;
    if (table_.role(tree_.lemma(noun)) != RelationTable::no_relation) return no_index;  // titles: roles.cpp
    const Index head = tree_.head(noun);
    const std::size_t mention = names_.at[head];
    return mention != no_name && names_.mentions[mention].begin == noun + 1 ? head : no_index;
}

// "Bolivia and Chile, rivals since ..., have": to the parser, a third of them.
bool ArgumentFinder::is_plural_aside(Index noun) const {
    const auto& token = tree_.token(noun);
    const Index end = token.right_edge + 1;
    return token.tag == "NNS" && tree_.has_dep(noun, {"conj"}) && token.left_edge > 0 && tree_.text(token.left_edge - 1) == "," &&
           end < tree_.size() && tree_.text(end) == "," && end > noun + 1 && tree_.child(noun, {"conj", "cc"}) == no_index;
}

// "X, a supporter of ...", "X is (among) the supporters of ...", "X's ally Y", "ally X".
std::vector<Index> ArgumentFinder::holders(Index noun) const {
    std::vector<Index> result;
    if (const Index name = name_behind(noun); name != no_index) return {name};
    append(result, appositions(noun));
    if (tree_.has_dep(noun, {"appos"})) {
        // "Bolivia and Chile, rivals since ..."
        const bool several = tree_.token(noun).tag == "NNS";
        result.push_back(several ? tree_.first_conjunct(tree_.head(noun)) : tree_.head(noun));
    }
    if (is_plural_aside(noun)) result.push_back(tree_.first_conjunct(noun));
    Index complement = noun;
    if (tree_.has_dep(noun, {"pobj"}) && table_.has("among", tree_.lemma(tree_.head(noun)))) complement = tree_.head(noun);
    if (tree_.is_root(complement)) return result;
    const Index verb = tree_.head(complement);
    const bool gives = table_.has("gives_role", tree_.lemma(verb));
    if (complement != noun && tree_.lemma(complement) == "as") {
        // "was named as head of", "works as the head of"; not "dismissed him as head of"
        if (gives) append(result, objects(verb));
        if (table_.has("takes_role_as", tree_.lemma(verb)) && !is_passive(verb)) append(result, subjects(verb));
    } else if ((tree_.has_dep(complement, {"attr"}) || complement != noun) && table_.has("takes_role", tree_.lemma(verb))) {
        append(result, subjects(verb));
    } else if (tree_.has_dep(noun, {"oprd"}) && gives) {
        append(result, objects(verb));  // "was elected president of"
    }
    return result;
}

// "the U.S.-Iraq partnership"
std::vector<Index> ArgumentFinder::joined_modifiers(Index noun) const {
    for (Index hyphen = noun; hyphen > 1 && tree_.sentence(hyphen - 2) == tree_.sentence(noun); --hyphen) {
        if (tree_.text(hyphen - 1) != "-" && tree_.text(hyphen - 1) != "\xE2\x80\x93") continue;
        const Index left = hyphen - 2;
        if (names_.at[left] == no_name || names_.at[hyphen] == no_name || names_.at[left] == names_.at[hyphen]) return {};
        const Index head = tree_.head(hyphen);
        return head == noun || tree_.head(head) == noun ? std::vector<Index>{left, hyphen} : std::vector<Index>{};
    }
    return {};
}

std::vector<Index> ArgumentFinder::noun_slot(Index noun, const Slot& slot) const {
    switch (slot.kind) {
        case Slot::Kind::subject:
        case Slot::Kind::agent: return agents_of_noun(noun);
        case Slot::Kind::holder: return holders(noun);
        case Slot::Kind::object: {
            auto found = under_preposition(noun, "of");
            if (!found.empty()) return found;
            const Index name = name_behind(noun);
            for (const Index c : tree_.children(name == no_index ? noun : name)) {
                if (tree_.has_dep(c, {"poss"})) append(found, {c});
            }
            return found;
        }
        case Slot::Kind::preposition: {
            auto found = under_preposition(noun, slot.preposition);
            if (found.empty() && slot.preposition == "between") found = joined_modifiers(noun);
            if (found.empty()) {
                const Index first = tree_.first_conjunct(noun);
                if (first != noun) found = under_preposition(first, slot.preposition);
            }
            if (found.empty()) {
                // "imposed sanctions on Russia": the parser may hang the preposition on the verb.
                if (const Index verb = light_verb(noun); verb != no_index && tree_.has_dep(noun, {"dobj", "nsubjpass"})) {
                    found = under_preposition(verb, slot.preposition);
                }
            }
            return found;
        }
        case Slot::Kind::clause: return clause_subjects(noun);
        case Slot::Kind::dative:
        case Slot::Kind::complement:
        case Slot::Kind::post:
        case Slot::Kind::done_to:
        case Slot::Kind::self: return {};
    }
    return {};
}

}  // namespace newsgraph
