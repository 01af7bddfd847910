#include "extract/relations/factuality.hpp"

namespace newsgraph {

namespace {

constexpr int longest_chain = 8;  // of governors

class Judge {
public:
    Judge(const Tree& tree, const RelationTable& table) : tree_(tree), table_(table) {}

    Factuality verb(Index verb, int depth = 0) {
        read_own_words(verb);
        if (depth < longest_chain) read_governor(verb, depth);
        return result_;
    }

    Factuality holder(Index noun) {
        read_words_of_noun(noun);
        Index complement = noun;
        if (tree_.has_dep(noun, {"pobj"}) && table_.has("among", tree_.lemma(tree_.head(noun)))) complement = tree_.head(noun);
        if (tree_.is_root(complement) || !tree_.has_dep(complement, {"attr", "prep"})) return result_;
        const Index copula = tree_.head(complement);
        return tree_.lemma(copula) == "be" ? verb(copula) : result_;
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
    void read_words_of_noun(Index noun) {
        for (const Index c : tree_.children(noun)) {
            if (tree_.has_dep(c, {"det", "neg"}) && table_.has("negation", tree_.lemma(c))) result_.negated = true;
            if (tree_.has_dep(c, {"amod"})) apply(table_.effect(tree_.lemma(c)));
        }
    }

    // The word nearest to the event decides: "may plan to attack" is planned. Negations cancel each other.
    void apply(std::string_view effect) {
        if (effect.empty()) return;
        if (effect == "negated") {
            result_.negated = !result_.negated;
        } else if (result_.realis == "actual") {
            result_.realis = effect;
        }
    }

    void read_own_words(Index verb) {
        for (const Index c : tree_.children(verb)) {
            const auto& lemma = tree_.lemma(c);
            if (tree_.has_dep(c, {"neg"})) result_.negated = !result_.negated;
            if (tree_.has_dep(c, {"aux"}) && tree_.token(c).tag == "MD") apply(table_.effect(lemma));
            if (tree_.has_dep(c, {"mark"}) && table_.has("condition", lemma)) apply("conditional");
            if (tree_.has_dep(c, {"mark"}) && table_.has("open_question", lemma)) apply("possible");
            if (tree_.has_dep(c, {"nsubj", "nsubjpass", "dobj"}) && has_no(c)) result_.negated = true;
            if (tree_.has_dep(c, {"advmod"}) && tree_.token(c).pos == "ADV") apply(table_.effect(lemma));
        }
    }

    bool has_no(Index noun) const {
        if (table_.has("negation", tree_.lemma(noun))) return true;
        const Index det = tree_.child(noun, {"det"});
        return det != no_index && table_.has("negation", tree_.lemma(det));
    }

    void read_governor(Index verb, int depth) {
        if (tree_.is_root(verb)) return;
        const Index head = tree_.head(verb);
        // What hangs on a verb like a relative clause is a clause that the parser gave the wrong name.
        if (tree_.has_dep(verb, {"xcomp", "ccomp"}) || (tree_.has_dep(verb, {"relcl"}) && tree_.is_verb(head))) {
            apply(table_.effect(tree_.lemma(head)));
            if (tree_.lemma(head) == "be" && tree_.has_to(verb)) apply("planned");  // "is to visit Japan"
            // What is said is so or not whatever the saying is; what is wanted or begun is as real as the wanting.
            const bool said = !tree_.has_dep(verb, {"xcomp"}) && table_.has("say", tree_.lemma(head));
            if (tree_.is_verb(head) && !said) this->verb(head, depth + 1);
        } else if (tree_.has_dep(verb, {"acomp"})) {
            this->verb(head, depth + 1);
        } else if (tree_.has_dep(verb, {"acl"})) {
            const auto effect = table_.effect(tree_.lemma(head));
            const bool that_clause = tree_.child(verb, {"mark"}) != no_index;  // "rumours that ...", no participle
            // "Iraq's efforts to destroy ..." are being made; "a plan to destroy ..." is one.
            if (tree_.has_to(verb) && !table_.has("carried_out", tree_.lemma(head))) apply(effect.empty() ? "possible" : effect);
            if (that_clause) apply(effect);
        } else if (tree_.has_dep(verb, {"advcl"})) {
            if (tree_.has_to(verb)) apply("planned");
        } else if (tree_.has_dep(verb, {"pcomp"})) {
            read_preposition(head, depth);
        } else if (tree_.has_dep(verb, {"conj"}) && tree_.is_verb(head)) {
            // "will attack and seize", "to attack and seize"
            if (tree_.child(verb, {"nsubj", "nsubjpass", "aux", "auxpass"}) == no_index) this->verb(head, depth + 1);
        }
    }

    // "accused of attacking", "without attacking", "from attacking"
    void read_preposition(Index preposition, int depth) {
        if (table_.has("negation", tree_.lemma(preposition))) apply("negated");
        if (tree_.is_root(preposition)) return;
        const Index governor = tree_.head(preposition);
        apply(table_.effect(tree_.lemma(governor)));
        if (tree_.is_verb(governor)) verb(governor, depth + 1);
    }

    const Tree& tree_;
    const RelationTable& table_;
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
