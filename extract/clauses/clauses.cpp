#include "extract/clauses/clauses.hpp"

#include <algorithm>

namespace newsgraph {

namespace {

constexpr int longest_chain = 6;  // verbs that hand their subject on
constexpr std::size_t longest_preposition = 4;  // words

class Finder {
public:
    explicit Finder(const Tree& tree) : tree_(tree) {}

    Clause open(Index verb) const {
        Clause clause;
        clause.verb = verb;
        clause.governor = governor_of(verb);
        clause.passive = is_passive(verb);
        add_group(verb, clause.verb_group);
        std::sort(clause.verb_group.begin(), clause.verb_group.end());
        add_arguments(clause);
        std::erase(clause.objects, tree_.head(verb));  // the noun that it stands behind
        return clause;
    }

    std::vector<Clause> run() {
        for (Index i = 0; i < tree_.size(); ++i) {
            if (is_predicate(i)) add(i);
        }
        return std::move(found_);
    }

private:
    struct Subject {
        std::vector<Index> nouns;
        SubjectSource source = SubjectSource::own;
    };

    bool is_predicate(Index i) const {
        return (tree_.token(i).pos == "VERB" || tree_.token(i).pos == "AUX") && !tree_.has_dep(i, {"aux", "auxpass", "amod", "compound"});
    }

    bool is_passive(Index verb) const {
        if (tree_.child(verb, {"nsubjpass", "auxpass", "csubjpass"}) != no_index) return true;
        return tree_.has_dep(verb, {"acl"}) && tree_.token(verb).tag == "VBN";
    }

    Subject subject_of(Index verb, int depth) const {
        Subject subject;
        for (const Index c : tree_.children(verb)) {
            if (!tree_.has_dep(c, {"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})) continue;
            if (is_predicate(c)) {
                subject.nouns.push_back(c);
                continue;
            }
            const Index meant = tree_.antecedent(c);
            if (meant != c) {
                subject.nouns.push_back(meant);
                subject.source = SubjectSource::relative;
            } else {
                for (const Index part : tree_.conjuncts(c)) subject.nouns.push_back(part);
            }
        }
        if (!subject.nouns.empty() || tree_.is_root(verb) || depth == longest_chain) return subject;
        const Index head = tree_.head(verb);
        if (tree_.has_dep(verb, {"acl"}) && tree_.token(verb).tag != "VB") return {{head}, SubjectSource::modified};
        if (tree_.has_dep(verb, {"conj"}) && is_predicate(head)) {
            subject = subject_of(head, depth + 1);
            if (subject.source == SubjectSource::own) subject.source = SubjectSource::shared;
            return subject;
        }
        if (tree_.has_dep(verb, {"xcomp"})) return controlled(head, depth);
        const bool gerund = tree_.token(verb).tag == "VBG" || tree_.has_to(verb) || tree_.token(verb).tag == "VBN";
        if (tree_.has_dep(verb, {"advcl"}) && gerund && is_predicate(head)) return controlled_by(head, depth);
        if (tree_.has_dep(verb, {"pcomp"}) && !tree_.is_root(head) && is_predicate(tree_.head(head))) return controlled_by(tree_.head(head), depth);
        return subject;
    }

    // "urged Y to go": Y goes; "wants to go", "is able to go": the subject.
    Subject controlled(Index head, int depth) const {
        if (is_predicate(head)) {
            if (const Index object = tree_.child(head, {"dobj"}); object != no_index && tree_.lemma(head) != "promise") {
                return {tree_.conjuncts(object), SubjectSource::controlled};
            }
            return controlled_by(head, depth);
        }
        const bool adjective = tree_.has_dep(head, {"acomp", "oprd"});
        return adjective && !tree_.is_root(head) ? controlled_by(tree_.head(head), depth) : Subject{};
    }

    Subject controlled_by(Index head, int depth) const {
        Subject subject = subject_of(head, depth + 1);
        subject.source = SubjectSource::controlled;
        return subject;
    }

    // Auxiliaries, negation, verb, particle; of a coordinated verb without auxiliaries those of the first one.
    void add_group(Index verb, Words& group) const {
        group.push_back(verb);
        bool own = false;
        for (const Index c : tree_.children(verb)) {
            if (tree_.has_dep(c, {"aux", "auxpass", "neg", "prt"})) group.push_back(c);
            own = own || tree_.has_dep(c, {"aux", "auxpass", "nsubj", "nsubjpass"});
        }
        const std::string_view tag = tree_.token(verb).tag;
        const bool needs = tag == "VBN" || tag == "VBG" || tag == "VB";
        if (own || !needs || !tree_.has_dep(verb, {"conj"}) || tree_.token(tree_.head(verb)).tag != tag) return;
        for (const Index c : tree_.children(tree_.head(verb))) {
            if (tree_.has_dep(c, {"aux", "auxpass"}) && c < verb) group.push_back(c);
        }
    }

    // "began to build", "was able to go", "continue to reside": the last verb of a chain holds the clause; those before it
    // belong to its group.
    bool continues(Index verb) const {
        if (tree_.child(verb, {"dobj", "attr"}) != no_index) return false;
        const Index next = next_in_chain(verb);
        return next != no_index && tree_.child(next, {"nsubj", "nsubjpass"}) == no_index;
    }

    Index next_in_chain(Index verb) const {
        for (const Index c : tree_.children(verb)) {
            if (tree_.has_dep(c, {"xcomp"}) && is_predicate(c)) return c;
            if (!tree_.has_dep(c, {"acomp"})) continue;
            for (const Index below : tree_.children(c)) {
                if (tree_.has_dep(below, {"xcomp"}) && is_predicate(below)) return below;
            }
        }
        return no_index;
    }

    // The verbs above that this one continues.
    void add_chain(Index verb, Words& group) const {
        Index low = verb;
        // "are able to hold X and defeat Y"
        if (tree_.has_dep(low, {"conj"}) && tree_.has_dep(tree_.head(low), {"xcomp"}) && tree_.child(low, {"nsubj", "nsubjpass"}) == no_index) {
            low = tree_.head(low);
        }
        for (int i = 0; i < longest_chain && tree_.has_dep(low, {"xcomp"}); ++i) {
            Index high = tree_.head(low);
            if (tree_.has_dep(high, {"acomp"}) && !tree_.is_root(high)) {
                group.push_back(high);
                add_degree(high, group);
                high = tree_.head(high);
            }
            if (!is_predicate(high) || !continues(high)) return;
            add_group(high, group);
            low = high;
        }
    }

    // "was too young to build" says the contrary of "was young to build".
    void add_degree(Index adjective, Words& group) const {
        for (const Index c : tree_.children(adjective)) {
            if (tree_.has_dep(c, {"advmod"}) && c < adjective) group.push_back(c);
        }
    }

    void add(Index verb) {
        if (continues(verb)) return;
        const Subject subject = subject_of(verb, 0);
        if (subject.nouns.empty()) return;
        Clause clause;
        clause.verb = verb;
        clause.governor = governor_of(verb);
        clause.subject_source = subject.source;
        clause.passive = is_passive(verb);
        add_group(verb, clause.verb_group);
        add_chain(verb, clause.verb_group);
        std::sort(clause.verb_group.begin(), clause.verb_group.end());
        clause.verb_group.erase(std::unique(clause.verb_group.begin(), clause.verb_group.end()), clause.verb_group.end());
        const auto& group = clause.verb_group;
        clause.negated = std::any_of(group.begin(), group.end(), [&](Index word) { return tree_.has_dep(word, {"neg"}); });
        add_arguments(clause);
        for (const Index noun : subject.nouns) {
            clause.subject = noun;
            clause.existential = tree_.has_dep(noun, {"expl"});
            found_.push_back(clause);
        }
    }

    // "praised and thanked the nurses": the nurses hang on the second verb and are praised, too.
    Index governor_of(Index verb) const {
        constexpr Index nearest = 3;  // words to the next verb
        for (int i = 0; i < longest_chain; ++i) {
            Index next = no_index;
            for (const Index c : tree_.children(verb)) {
                if (tree_.has_dep(c, {"conj"}) && c > verb && c <= verb + nearest && is_predicate(c)) next = c;
                else if (c > verb && !tree_.has_dep(c, {"cc", "punct", "conj"})) return verb;
            }
            if (next == no_index || tree_.child(next, {"nsubj", "nsubjpass", "aux", "auxpass", "neg"}) != no_index) return verb;
            if (tree_.token(next).tag != tree_.token(verb).tag) return verb;
            verb = next;
        }
        return verb;
    }

    void add_arguments(Clause& clause) const {
        const Index verb = clause.governor;
        for (const Index c : tree_.children(verb)) {
            if (tree_.has_dep(c, {"dobj"})) append(clause.objects, c);
            if (tree_.has_dep(c, {"dative"}) && tree_.is_noun(c)) append(clause.indirect, c);
            if (tree_.has_dep(c, {"attr", "acomp", "oprd"})) append(clause.complements, c);
            if (tree_.has_dep(c, {"prep", "agent", "dative"}) && !tree_.is_noun(c)) add_adverbial(c, clause);
            if (tree_.has_dep(c, {"npadvmod"}) && tree_.is_noun(c)) clause.times.push_back(c);
            if (tree_.has_dep(c, {"ccomp"}) && says(c) && !is_beside(c, verb)) clause.content = c;
            if (tree_.has_dep(c, {"advcl"}) && has_conjunction(c)) clause.subclauses.push_back(c);
        }
        // "the book that X wrote"
        if (clause.objects.empty() && tree_.has_dep(verb, {"relcl"}) && !clause.passive && clause.subject_source != SubjectSource::relative &&
            clause.complements.empty() && clause.content == no_index && clause.adverbials.empty() && !has_whose(verb)) {
            clause.objects.push_back(tree_.head(verb));
        }
    }

    // "the man whose house burned down": the man is no object.
    bool has_whose(Index verb) const {
        const Index subject = tree_.child(verb, {"nsubj", "nsubjpass"});
        if (subject == no_index) return false;
        const Index owner = tree_.child(subject, {"poss"});
        return owner != no_index && tree_.token(owner).tag == "WP$";
    }

    // "said that X came", and "made X famous", where an adjective is the verb.
    bool says(Index content) const { return is_predicate(content) || tree_.child(content, {"nsubj"}) != no_index; }

    // "X fell; Y was unchanged": the parser takes the first for what the second says. Nothing is said by "be".
    bool is_beside(Index content, Index verb) const { return content < verb && tree_.lemma(verb) == "be"; }

    bool has_conjunction(Index verb) const {
        if (!is_predicate(verb) || tree_.has_to(verb)) return false;
        for (const Index c : tree_.children(verb)) {
            if (tree_.has_dep(c, {"mark"}) || (tree_.has_dep(c, {"advmod"}) && is_question_word(c))) return true;
        }
        return false;
    }

    bool is_question_word(Index word) const { return tree_.token(word).tag.starts_with("W"); }

    void append(std::vector<Index>& list, Index noun) const {
        const Index meant = tree_.antecedent(noun);
        if (meant != noun) {
            list.push_back(meant);
            return;
        }
        for (const Index part : tree_.conjuncts(noun)) list.push_back(part);
    }

    void add_adverbial(Index preposition, Clause& clause) const {
        std::vector<Words> open{{preposition}};
        while (!open.empty()) {
            Adverbial adverbial;
            adverbial.preposition = std::move(open.back());
            open.pop_back();
            const Index last = adverbial.preposition.back();
            adverbial.agent = tree_.has_dep(last, {"agent"});
            for (const Index c : tree_.children(last)) {
                if (tree_.has_dep(c, {"pobj"})) append(adverbial.objects, c);
            }
            const bool complete = !adverbial.objects.empty();
            for (const Index c : tree_.children(last)) {
                if (!tree_.has_dep(c, {"conj", "prep", "pcomp"}) || tree_.token(c).pos != "ADP") continue;
                // "according to X" has one preposition of two words, "in and around X" two prepositions.
                Words next;
                if (!complete && c == last + 1 && adverbial.preposition.size() < longest_preposition) next = adverbial.preposition;
                next.push_back(c);
                open.push_back(std::move(next));
            }
            if (complete) clause.adverbials.push_back(std::move(adverbial));
        }
    }

    const Tree& tree_;
    std::vector<Clause> found_;
};

}  // namespace

std::string_view to_string(ClauseType type) {
    switch (type) {
        case ClauseType::SV: return "SV";
        case ClauseType::SVA: return "SVA";
        case ClauseType::SVC: return "SVC";
        case ClauseType::SVO: return "SVO";
        case ClauseType::SVOO: return "SVOO";
        case ClauseType::SVOA: return "SVOA";
        case ClauseType::SVOC: return "SVOC";
    }
    return "";
}

ClauseType Clause::type() const {
    if (!objects.empty() || content != no_index) {
        if (!indirect.empty()) return ClauseType::SVOO;
        if (!complements.empty()) return ClauseType::SVOC;
        return adverbials.empty() ? ClauseType::SVO : ClauseType::SVOA;
    }
    if (!complements.empty()) return ClauseType::SVC;
    return adverbials.empty() ? ClauseType::SV : ClauseType::SVA;
}

std::vector<Clause> find_clauses(const Tree& tree) { return Finder(tree).run(); }

Clause open_clause(const Tree& tree, Index verb) { return Finder(tree).open(verb); }

}  // namespace newsgraph
