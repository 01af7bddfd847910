#include "extract/relations/factuality.hpp"

#include <algorithm>
#include <initializer_list>
#include <span>

namespace newsgraph {

namespace {

constexpr int longest_chain = 8;  // of governors
constexpr std::size_t most_children = 64;  // of a word that are looked at, so that a sentence of any length costs linear time
constexpr Index edge_of_question = 5;  // words from either end where its mark and its question word stand

class Judge {
public:
    Judge(const Tree& tree, const RelationTable& table, int depth = 0) : tree_(tree), table_(table), depth_(depth) {}

    Factuality verb(Index verb) {
        read_own_words(verb);
        if (depth_ < longest_chain) read_governor(verb);
        return result_;
    }

    Factuality holder(Index noun) {
        read_words_of_noun(noun);
        Index complement = noun;
        if (tree_.has_dep(noun, {"pobj"}) && table_.has("among", tree_.lemma(tree_.head(noun)))) complement = tree_.head(noun);
        if (tree_.is_root(complement) || !tree_.has_dep(complement, {"attr", "oprd", "prep"})) return result_;
        const Index copula = tree_.head(complement);
        const bool has_it = table_.has("takes_role", tree_.lemma(copula)) || table_.has("gives_role", tree_.lemma(copula)) || complement != noun;
        return has_it && tree_.is_verb(copula) ? verb(copula) : result_;
    }

    Factuality noun(Index noun, Index light_verb) {
        read_words_of_noun(noun);
        if (light_verb != no_index) {
            // "postponed a visit"; not "spoke on a visit".
            if (tree_.has_dep(noun, {"dobj", "nsubjpass"})) apply(table_.effect(tree_.lemma(light_verb)));
            return verb(light_verb);
        }
        if (tree_.is_root(noun)) return result_;
        Index governor = tree_.head(noun);
        if (!tree_.has_dep(noun, {"dobj", "pobj", "nsubjpass"})) return result_;
        if (tree_.has_dep(noun, {"pobj"})) {
            // "called for the withdrawal"; in "told reporters at the headquarters" the verb says nothing of the noun.
            if (tree_.is_root(governor) || !table_.has("governing_preposition", tree_.lemma(governor))) return result_;
            governor = tree_.head(governor);
        }
        apply(table_.effect(tree_.lemma(governor)));
        return result_;
    }

private:
    std::span<const Index> under(Index word) const {
        const auto children = tree_.children(word);
        return {children.data(), std::min(children.size(), most_children)};
    }

    Index child(Index word, Labels labels) const {
        const auto children = under(word);
        const auto found = std::find_if(children.begin(), children.end(), [&](Index c) { return tree_.has_dep(c, labels); });
        return found == children.end() ? no_index : *found;
    }

    Factuality verb_above(Index verb) const { return Judge(tree_, table_, depth_ + 1).verb(verb); }

    void read_words_of_noun(Index noun) {
        for (const Index c : under(noun)) {
            if (tree_.has_dep(c, {"det", "neg"}) && table_.has("negation", tree_.lemma(c))) result_.negated = true;
            if (tree_.has_dep(c, {"amod"})) apply(table_.effect(tree_.lemma(c)));
        }
    }

    // The word nearest to the event decides: "may plan to attack" is planned. Negations cancel each other.
    void apply(std::string_view effect) {
        if (effect.empty() || effect == "true" || effect == "actual") return;
        if (effect == "negated") {
            result_.negated = !result_.negated;
        } else if (result_.realis == "actual") {
            result_.realis = effect;
        }
    }

    void apply_all(const Factuality& factuality) {
        if (factuality.negated) apply("negated");
        apply(factuality.realis);
    }

    void read_own_words(Index verb) {
        for (const Index c : under(verb)) {
            const auto& lemma = tree_.lemma(c);
            if (tree_.has_dep(c, {"neg"}) && !denies_part(c)) apply("negated");
            if (tree_.has_dep(c, {"aux"}) && tree_.token(c).tag == "MD") apply(is_own_future(verb, lemma) ? "planned" : table_.effect(lemma));
            if (tree_.has_dep(c, {"mark"}) && table_.has("condition", lemma)) apply("conditional");
            if (tree_.has_dep(c, {"mark"}) && table_.has("open_question", lemma)) apply("possible");
            if (tree_.has_dep(c, {"nsubj", "nsubjpass", "dobj"}) && has_no(c)) result_.negated = true;
            if (tree_.has_dep(c, {"advmod"}) && tree_.token(c).pos == "ADV") apply(has_no(c) ? "negated" : table_.effect(lemma));
        }
        if (is_in_case(verb) || is_inverted_condition(verb)) apply("conditional");
        if (is_command(verb)) apply("demanded");
        if (is_asked(verb)) apply("possible");
    }

    // "Russia said it would attack": the "will" of the one who said so.
    bool is_own_future(Index verb, std::string_view modal) const {
        if (modal != "would" || tree_.is_root(verb) || !tree_.has_dep(verb, {"ccomp"})) return false;
        const Index saying = tree_.head(verb);
        if (!table_.has("announce", tree_.lemma(saying)) || !is_past(saying)) return false;
        const Index subject = child(verb, {"nsubj"});
        const Index clause = child(verb, {"advcl"});
        const Index mark = clause == no_index ? no_index : child(clause, {"mark"});
        const bool conditional = mark != no_index && table_.has("condition", tree_.lemma(mark));
        return subject != no_index && tree_.token(subject).tag == "PRP" && !conditional;
    }

    // "not only attacked ..."
    bool denies_part(Index negation) const {
        return negation + 1 < tree_.size() && table_.has("goes_further", tree_.lemma(negation + 1));
    }

    // "no one", "neither France nor Spain"; of adverbs, "no longer".
    bool has_no(Index word) const {
        if (table_.has("negation", tree_.lemma(word)) && tree_.token(word).pos != "ADV") return true;
        const auto below = under(word);
        return std::any_of(below.begin(), below.end(), [&](Index c) {
            return tree_.has_dep(c, {"det", "neg", "preconj", "cc", "advmod"}) && c < word && table_.has("negation", tree_.lemma(c));
        });
    }

    // "in case he attacks"
    bool is_in_case(Index verb) const {
        const Index preposition = tree_.has_dep(verb, {"advcl"}) ? child(verb, {"prep"}) : no_index;
        if (preposition == no_index || preposition != tree_.token(verb).left_edge) return false;
        const Index object = child(preposition, {"pobj"});
        return object != no_index && table_.has("condition", tree_.lemma(object));
    }

    // "had he attacked", "should he attack", as an adverbial clause
    bool is_inverted_condition(Index verb) const {
        if (!tree_.has_dep(verb, {"advcl"}) || child(verb, {"mark"}) != no_index) return false;
        const Index aux = child(verb, {"aux", "auxpass"});
        const Index subject = child(verb, {"nsubj", "nsubjpass"});
        return aux != no_index && subject != no_index && aux < subject && aux == tree_.token(verb).left_edge &&
               table_.has("inverted_condition", tree_.lemma(aux));
    }

    // "Stop the attack!"
    bool is_command(Index verb) const {
        if (!tree_.is_root(verb) || tree_.token(verb).tag != "VB") return false;
        const Index first = child(verb, {"nsubj", "nsubjpass", "aux", "auxpass", "csubj", "expl"});
        return first == no_index || (tree_.has_dep(first, {"aux"}) && child(verb, {"nsubj", "nsubjpass", "expl"}) == no_index &&
                                     tree_.lemma(first) == "do");
    }

    // "Did he attack?"; what "Why did he attack?" asks takes it for granted that he did.
    bool is_asked(Index verb) const {
        if (!tree_.is_root(verb)) return false;
        const Index end = static_cast<Index>(tree_.sentences()[tree_.sentence(verb)].end);
        Index last = end - 1;
        while (last > verb && end - last < edge_of_question && tree_.token(last).pos == "PUNCT" && tree_.text(last) != "?") --last;
        if (tree_.text(last) != "?") return false;
        const Index begin = tree_.token(verb).left_edge;
        for (Index i = begin; i < verb && i - begin < edge_of_question; ++i) {
            const std::string_view tag = tree_.token(i).tag;
            if (tag == "WRB" || tag == "WP" || tag == "WDT" || tag == "WP$") return false;
        }
        return true;
    }

    void read_governor(Index verb) {
        if (tree_.is_root(verb)) return;
        const Index head = tree_.head(verb);
        // What hangs on a verb like a relative clause is a clause that the parser gave the wrong name.
        if (tree_.has_dep(verb, {"xcomp", "ccomp"}) || (tree_.has_dep(verb, {"relcl"}) && tree_.is_verb(head))) {
            read_complement(verb, head);
        } else if (tree_.has_dep(verb, {"acomp"})) {
            apply_all(verb_above(head));
        } else if (tree_.has_dep(verb, {"acl", "relcl"})) {
            read_noun_above(verb, head);
        } else if (tree_.has_dep(verb, {"advcl"})) {
            read_adverbial(verb, head);
        } else if (tree_.has_dep(verb, {"pcomp"})) {
            read_preposition(head);
        } else if (tree_.has_dep(verb, {"conj"}) && tree_.is_verb(head)) {
            read_coordination(verb, head);
        }
    }

    // What a word says of the clause that it governs. Implicative and factive verbs by the signatures of Karttunen (1971, 2012) and
    // of Nairn, Condoravdi and Karttunen (2006): one effect where the verb is asserted, another where it is denied.
    void read_complement(Index verb, Index head) {
        const bool finite = !tree_.has_dep(verb, {"xcomp"}) && !tree_.has_to(verb);
        if (tree_.lemma(head) == "have" && not_yet(head)) return apply("negated");
        const std::string lemma = governing_words(head, finite);
        const Implication* implication = table_.implication(lemma, finite);
        if (implication != nullptr) return imply(*implication, head, finite);
        apply(table_.effect(lemma));
        // What is said is so or not whatever the saying is; what is wanted or begun is as real as the wanting.
        const bool said = !tree_.has_dep(verb, {"xcomp"}) && table_.has("say", lemma);
        if (tree_.is_verb(head) && !said) apply_all(verb_above(head));
    }

    // "rule out"; "possible" of "it is possible that ..."
    std::string governing_words(Index head, bool finite) const {
        if (const Index particle = child(head, {"prt"}); particle != no_index) return tree_.lemma(head) + " " + tree_.lemma(particle);
        const Index complement = finite && tree_.lemma(head) == "be" ? child(head, {"acomp"}) : no_index;
        return tree_.lemma(complement == no_index ? head : complement);
    }

    // "has yet to attack"
    bool not_yet(Index verb) const {
        const Index adverb = child(verb, {"advmod"});
        return adverb != no_index && tree_.lemma(adverb) == "yet";
    }

    void imply(const Implication& implication, Index head, bool finite) {
        if (implication.holds_anyway()) return;
        const Factuality above = verb_above(head);
        apply(above.negated ? implication.denied : implication.asserted);
        if (!finite || !table_.has("say", tree_.lemma(head))) apply(above.realis);
    }

    void read_noun_above(Index verb, Index noun) {
        const auto effect = table_.effect(tree_.lemma(noun));
        const bool that_clause = child(verb, {"mark"}) != no_index;  // "rumours that ...", no participle
        if (!tree_.has_to(verb)) {
            if (that_clause && tree_.has_dep(verb, {"acl"})) apply(effect);
            return;
        }
        // "Iraq's efforts to destroy ..." are being made, "the first to recognise ..." did so; "a plan to destroy ..." is one.
        if (table_.has("carried_out", tree_.lemma(noun)) || is_singled_out(noun)) return;
        apply(effect.empty() ? "possible" : effect);
    }

    bool is_singled_out(Index noun) const {
        if (table_.has("singled_out", tree_.lemma(noun))) return true;
        const Index modifier = child(noun, {"amod"});
        return modifier != no_index && table_.has("singled_out", tree_.lemma(modifier));
    }

    // "to attack"; "will attack when the snow melts", "will attack, killing ..." are both to come.
    void read_adverbial(Index verb, Index head) {
        // "marched to protest against ..." protests; "marched to seize ..." may come too late.
        if (tree_.has_to(verb) && table_.has("done_thereby", tree_.lemma(verb)) && tree_.is_verb(head)) return apply_all(verb_above(head));
        if (tree_.has_to(verb)) return apply("planned");
        if (!tree_.is_verb(head) || tree_.token(verb).tag == "VBD" || tree_.token(verb).tag == "VBN") return;
        const Index when = child(verb, {"mark", "advmod"});
        const bool same_time = when != no_index && table_.has("at_that_time", tree_.lemma(when));
        const bool goes_on = tree_.token(verb).tag == "VBG" && verb > head && child(verb, {"mark", "nsubj", "aux"}) == no_index;
        if (same_time || goes_on) apply(verb_above(head).realis);
    }

    // "accused of attacking", "without attacking", "from attacking", "instead of attacking"
    void read_preposition(Index preposition) {
        if (has_no(preposition)) apply("negated");
        if (tree_.is_root(preposition)) return;
        const Index governor = tree_.head(preposition);
        // "will leave after signing": of the same time, but not what is willed.
        const auto& lemma = tree_.lemma(preposition);
        if (table_.has("at_that_time", lemma)) return apply(tree_.is_verb(governor) ? verb_above(governor).realis : std::string_view{});
        if (const Implication* implication = table_.implication(tree_.lemma(governor), false)) return imply(*implication, governor, false);
        apply(table_.has("negation", tree_.lemma(governor)) ? "negated" : table_.effect(tree_.lemma(governor)));
        if (tree_.is_verb(governor)) apply_all(verb_above(governor));
    }

    // "will attack and seize", "to attack and seize"; not "did not attack but seized".
    void read_coordination(Index verb, Index head) {
        if (child(verb, {"nsubj", "nsubjpass", "aux", "auxpass"}) != no_index) return;
        Index join = no_index;
        for (const Index c : under(head)) {
            if (tree_.has_dep(c, {"cc"}) && c < verb) join = c;
        }
        if (join != no_index && table_.has("rejects_second", tree_.lemma(join))) return apply("negated");  // "rather than attack"
        if (is_past(verb) != is_past(head)) return;
        Factuality above = verb_above(head);
        if (join != no_index && table_.has("contrast", tree_.lemma(join))) above.negated = false;
        apply_all(above);
    }

    bool is_past(Index verb) const { return tree_.token(verb).tag == "VBD" || tree_.token(verb).tag == "VBN"; }

    const Tree& tree_;
    const RelationTable& table_;
    int depth_;  // governors followed so far
    Factuality result_;
};

}  // namespace

Factuality factuality_of_verb(const Tree& tree, const RelationTable& table, Index verb) {
    return Judge(tree, table).verb(verb);
}

Factuality factuality_of_noun(const Tree& tree, const RelationTable& table, Index noun, Index light_verb) {
    return Judge(tree, table).noun(noun, light_verb);
}

Factuality factuality_of_holder(const Tree& tree, const RelationTable& table, Index noun) {
    return Judge(tree, table).holder(noun);
}

}  // namespace newsgraph
