#include "extract/clauses/triples.hpp"

#include "extract/clauses/noun_relations.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace newsgraph {

namespace {

constexpr int deepest = 6;  // nouns inside one another: "a justice of the court of ..."
// Of the parts of a clause those that are printed; the whole always is. Chosen on BenchIE's development half.
constexpr double least_exactness = 0.4;
constexpr Index far = 3;        // words between subject and verb

class Maker {
public:
    explicit Maker(const Tree& tree) : tree_(tree), phrases_(tree) {}

    std::vector<WeighedTriple> run() {
        for (const Clause& clause : find_clauses(tree_)) read(clause);
        for (const NounRelation& noun : find_noun_relations(tree_)) read(noun);
        std::sort(made_.begin(), made_.end(), [](const WeighedTriple& a, const WeighedTriple& b) {
            const auto key = [](const Triple& t) { return std::tie(t.subject, t.relation, t.object); };
            return key(a.triple) < key(b.triple);
        });
        for (WeighedTriple& made : made_) made.triple.confidence = confidence(made.features);
        return std::move(made_);
    }

private:
    void read(const Clause& clause) {
        const Words subject = phrases_.subject(clause.subject);
        if (subject.empty()) return;
        const TripleFeatures features = features_of(clause);
        read_whole(subject, clause, features);
        read_parts(subject, clause, features);
    }

    void read(const NounRelation& noun) {
        TripleFeatures features;
        features.set(TripleFeature::noun_relation);
        features.set(TripleFeature::proper_subject, tree_.token(noun.subject).pos == "PROPN");
        add(noun.subject_words, noun.relation, noun.object, features);
    }

    TripleFeatures features_of(const Clause& clause) const {
        TripleFeatures features;
        features.set(static_cast<TripleFeature>(static_cast<std::size_t>(TripleFeature::own) + static_cast<std::size_t>(clause.subject_source)));
        const Index verb = clause.verb;
        features.set(TripleFeature::main_verb, tree_.is_root(verb));
        features.set(TripleFeature::coordinated_verb, tree_.has_dep(verb, {"conj"}));
        features.set(TripleFeature::in_relative, tree_.has_dep(verb, {"relcl"}));
        features.set(TripleFeature::in_participial, tree_.has_dep(verb, {"acl"}));
        features.set(TripleFeature::in_adverbial, tree_.has_dep(verb, {"advcl"}));
        features.set(TripleFeature::in_content, tree_.has_dep(verb, {"ccomp"}));
        features.set(TripleFeature::has_conjunction, tree_.child(verb, {"mark"}) != no_index);
        features.set(TripleFeature::passive, clause.passive);
        features.set(TripleFeature::negated, clause.negated);
        features.set(TripleFeature::existential, clause.existential);
        features.set(TripleFeature::be, tree_.lemma(verb) == "be");
        features.set(TripleFeature::have, tree_.lemma(verb) == "have");
        const std::string_view tag = tree_.token(clause.verb_group.front()).tag;
        features.set(TripleFeature::not_finite, tag == "VBG" || tag == "VBN" || tag == "VB" || tag == "TO");
        features.set(TripleFeature::no_adverbial, clause.adverbials.empty());
        features.set(TripleFeature::one_adverbial, clause.adverbials.size() == 1);
        features.set(TripleFeature::many_adverbials, clause.adverbials.size() > 2);
        features.set(TripleFeature::pronoun_subject, tree_.token(clause.subject).pos == "PRON");
        features.set(TripleFeature::proper_subject, tree_.token(clause.subject).pos == "PROPN");
        features.set(TripleFeature::coordinated_subject, is_coordinated(clause.subject));
        features.set(TripleFeature::clausal_subject, tree_.has_dep(clause.subject, {"csubj", "csubjpass"}));
        return features;
    }

    bool is_coordinated(Index word) const { return tree_.has_dep(word, {"conj"}) || tree_.child(word, {"conj"}) != no_index; }

    // ---- all that a clause says, in one triple for each of the coordinated objects

    // What stands behind the verb, as the tree has it.
    struct Governed {
        Index main = no_index;         // what the object begins with
        Words preposition;             // that leads to `main`
        Words adverbs;                 // before the preposition: "contribute *heavily* to"
        Words rest;                    // everything else
        Words before;                  // the verb: "*Years later* it was abandoned"
    };

    Governed governed(const Clause& clause) const {
        Governed out;
        const bool transitive = !clause.objects.empty() || !clause.complements.empty() || !clause.indirect.empty();
        for (const Index c : tree_.children(clause.governor)) {
            if (contains(clause.verb_group, c) || !is_argument(c) || take_object(c, out)) continue;
            if (c >= clause.verb_group.front()) {
                take_behind(c, clause, transitive, out);
            } else if (!transitive && !tree_.has_dep(c, {"ccomp"})) {
                append(out.before, phrases_.group(c));
            }
        }
        // "the boat Tom built"
        if (out.main == no_index && !clause.objects.empty()) out.main = clause.objects.front();
        return out;
    }

    bool take_object(Index c, Governed& out) const {
        const Index meant = tree_.antecedent(c);  // "the boat that Tom built"
        if (out.main == no_index && tree_.has_dep(c, {"dobj", "attr", "acomp", "oprd"})) {
            out.main = meant;
            return true;
        }
        return meant != c;
    }

    void take_behind(Index c, const Clause& clause, bool transitive, Governed& out) const {
        const bool adverb = tree_.has_dep(c, {"advmod"});
        if (adverb && (transitive || c < clause.governor)) return;
        if (tree_.has_dep(c, {"ccomp"}) && c != clause.content) return;
        const auto& adverbials = clause.adverbials;
        const auto leading = std::find_if(adverbials.begin(), adverbials.end(), [&](const Adverbial& a) { return a.preposition.front() == c; });
        if (leading != adverbials.end() && !transitive && out.main == no_index) {
            out.preposition = leading->preposition;
            out.main = tree_.child(out.preposition.back(), {"pobj"});
            return;
        }
        append(adverb && out.preposition.empty() ? out.adverbs : out.rest, phrases_.group(c));
    }

    bool is_argument(Index c) const {
        if (tree_.has_dep(c, {"advmod"}) && tree_.token(c).tag.starts_with("W")) return false;
        return !tree_.has_dep(c, {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl", "conj", "cc", "punct", "preconj", "mark", "intj", "dep",
                                  "parataxis", "meta", "advcl"});
    }

    static void append(Words& words, const Words& more) { words.insert(words.end(), more.begin(), more.end()); }

    void read_whole(const Words& subject, const Clause& clause, TripleFeatures features) {
        features.set(TripleFeature::whole);
        Governed governed = this->governed(clause);
        Words relation = clause.verb_group;
        if (!governed.preposition.empty()) {
            append(relation, governed.preposition);
            append(relation, governed.adverbs);
        } else {
            append(governed.rest, governed.adverbs);
        }
        const bool says = clause.content != no_index && governed.main == no_index;
        if (says) {
            const Index mark = tree_.child(clause.content, {"mark"});
            if (mark != no_index) relation.push_back(mark);
        }
        relation = in_order(std::move(relation));
        // What was moved to the front is said only where nothing else is: "\"Ann left\", he said", "Later it fell".
        if (governed.main == no_index && governed.rest.empty()) {
            governed.rest = says && clause.content < clause.verb ? phrases_.clause(clause.content) : governed.before;
        }
        if (governed.rest.size() > longest_slot) return;
        std::vector<Index> heads;
        if (governed.main != no_index) heads = tree_.conjuncts(governed.main);
        for (const Index head : heads) add_whole(subject, relation, joined(governed.rest, phrases_.whole(head)), features);
        if (heads.empty()) add_whole(subject, relation, in_order(governed.rest), features);
    }

    // A relative clause may lead back to words that are said already.
    void add_whole(const Words& subject, const Words& relation, Words object, const TripleFeatures& features) {
        std::erase_if(object, [&](Index word) { return contains(relation, word) || contains(subject, word); });
        add(subject, relation, phrases_.with_punctuation(object), features);
    }

    // ---- each of its facts by itself, as short as can be

    void read_parts(const Words& subject, const Clause& clause, TripleFeatures features) {
        const Words& group = clause.verb_group;
        for (const Index object : clause.objects) emit(subject, group, object, features.with(TripleFeature::object));
        for (const Index object : clause.indirect) emit(subject, group, object, features.with(TripleFeature::indirect));
        // "called the plan a mistake": the complement tells about the object.
        const Words before_complement = clause.objects.empty() ? group : reach_of(clause);
        for (const Index complement : clause.complements) {
            emit(subject, before_complement, complement, features.with(TripleFeature::complement));
        }
        Words reach = reach_of(clause);  // with the object, before an adverbial: "held the workshop in"
        if (clause.content != no_index) read_clause(subject, reach, clause.content, features.with(TripleFeature::content));
        features.set(TripleFeature::after_object, reach.size() > group.size());
        for (const Index time : clause.times) add(subject, reach, phrases_.brief(time), features.with(TripleFeature::adverbial));
        for (const Adverbial& adverbial : clause.adverbials) reach = read_adverbial(subject, clause, adverbial, reach, features);
        for (const Index verb : clause.subclauses) {
            const TripleFeatures named = features.with(TripleFeature::adverbial_clause);
            if (verb > clause.governor) read_clause(subject, reach, verb, named);
            else add(subject, reach, phrases_.with_punctuation(phrases_.group(verb)), named);
        }
    }

    Words reach_of(const Clause& clause) const {
        const Words& group = clause.verb_group;
        if (!clause.objects.empty()) {
            const Index object = clause.objects.front();
            return clause.passive || object < clause.verb ? group : joined(group, phrases_.brief(object));
        }
        if (clause.complements.empty() || clause.complements.front() < clause.verb) return group;
        return joined(group, phrases_.brief(clause.complements.front()));
    }

    // Answers with what the next adverbial is behind: an agent is as near to the verb as an object.
    Words read_adverbial(const Words& subject, const Clause& clause, const Adverbial& adverbial, const Words& reach, const TripleFeatures& features) {
        const Words& preposition = adverbial.preposition;
        // "In 1879 X came": a slot keeps the order of the text.
        if (preposition.front() < clause.verb_group.front()) {
            for (const Index object : adverbial.objects) {
                add(subject, reach, joined(preposition, phrases_.brief(object)), features.with(TripleFeature::adverbial));
            }
            return reach;
        }
        const Words relation = joined(adverbial.agent ? clause.verb_group : reach, preposition);
        for (const Index object : adverbial.objects) {
            emit(subject, relation, object, features.with(adverbial.agent ? TripleFeature::agent : TripleFeature::adverbial));
        }
        return adverbial.agent ? joined(relation, phrases_.brief(adverbial.objects.front())) : reach;
    }

    // "said that X came", "left after X came"
    void read_clause(const Words& subject, Words relation, Index verb, const TripleFeatures& features) {
        const Index mark = tree_.child(verb, {"mark"});
        if (mark != no_index) relation = joined(relation, Words{mark});
        const Words content = phrases_.clause(verb);
        if (!content.empty()) add(subject, relation, content, features);
    }

    // "was the only ship to conduct attacks", "describes the need for understanding weaknesses"
    void read_open(const Words& subject, const Words& relation, Index verb, const TripleFeatures& features, int depth) {
        const Clause clause = open_clause(tree_, verb);
        const Words reach = joined(relation, clause.verb_group);
        const TripleFeatures inner = features.with(TripleFeature::inner);
        for (const Index object : clause.objects) emit(subject, reach, object, inner, depth + 1);
        Words whole_reach = reach;
        if (!clause.objects.empty()) whole_reach = joined(whole_reach, phrases_.brief(clause.objects.front()));
        for (const Adverbial& adverbial : clause.adverbials) {
            for (const Index object : adverbial.objects) {
                emit(subject, joined(whole_reach, adverbial.preposition), object, inner, depth + 1);
            }
        }
    }

    void emit(const Words& subject, const Words& relation, Index object, const TripleFeatures& features, int depth = 0) {
        if (depth > deepest || contains(subject, object)) return;
        // A relative pronoun may lead back to a noun that the relation has already.
        if (contains(relation, object)) return;
        const Words words = phrases_.brief(object);
        add(subject, relation, words, features);
        // What is inside a noun before its relative clause is no part of that clause.
        if (object < relation.front()) return;
        // "a justice of the High Court of Australia": what is inside is a fact, too.
        for (const Index c : tree_.children(object)) {
            if (tree_.has_dep(c, {"acl", "relcl"}) && tree_.token(c).tag == "VB" && c > object) {
                read_open(subject, joined(relation, words), c, features, depth);
            }
            if (!tree_.has_dep(c, {"prep"}) || c < object) continue;
            Words until;
            for (const Index word : words) {
                if (word < c) until.push_back(word);
            }
            const Words behind = joined(joined(relation, until), Words{c});
            for (const Index gerund : tree_.children(c)) {
                if (tree_.has_dep(gerund, {"pcomp"})) read_open(subject, behind, gerund, features, depth);
            }
            const Index noun = tree_.child(c, {"pobj"});
            if (noun == no_index) continue;
            for (const Index part : tree_.conjuncts(noun)) emit(subject, behind, part, features.with(TripleFeature::inner), depth + 1);
        }
    }

    // ---- the list

    void add(const Words& subject, const Words& relation, const Words& object, TripleFeatures features) {
        if (object.empty() || asks(object) || std::max({subject.size(), relation.size(), object.size()}) > longest_slot) return;
        describe_words(subject, relation, object, features);
        const auto [known, is_new] = known_.emplace(std::tuple(subject, relation, object), made_.size());
        if (!is_new) {
            made_[known->second].features.unite(features);
            return;
        }
        WeighedTriple out;
        out.triple = {subject, relation, object, static_cast<Index>(sentence_of(relation).begin), 0.0};
        out.features = features;
        made_.push_back(std::move(out));
    }

    // "how", "what": such an object says nothing.
    bool asks(const Words& object) const { return tree_.token(object.front()).tag.starts_with("W") && object.size() <= 2; }

    const nlp::Span& sentence_of(const Words& words) const { return tree_.sentences()[tree_.sentence(words.front())]; }

    void describe_words(const Words& subject, const Words& relation, const Words& object, TripleFeatures& features) const {
        using Feature = TripleFeature;
        const auto at_least = [&](std::size_t words, std::initializer_list<std::pair<std::size_t, Feature>> steps) {
            for (const auto& [least, feature] : steps) features.set(feature, words >= least);
        };
        at_least(subject.size(), {{2, Feature::subject_2}, {4, Feature::subject_4}, {7, Feature::subject_7}});
        at_least(relation.size(), {{2, Feature::relation_2},
                                   {3, Feature::relation_3},
                                   {4, Feature::relation_4},
                                   {6, Feature::relation_6},
                                   {9, Feature::relation_9}});
        at_least(object.size(), {{2, Feature::object_2},
                                 {3, Feature::object_3},
                                 {5, Feature::object_5},
                                 {9, Feature::object_9},
                                 {15, Feature::object_15}});
        const nlp::Span& sentence = sentence_of(relation);
        at_least(sentence.end - sentence.begin, {{15, Feature::sentence_15}, {30, Feature::sentence_30}});
        const auto any = [&](auto&& is) { return std::any_of(object.begin(), object.end(), is); };
        features.set(Feature::proper_object, any([&](Index word) { return tree_.token(word).pos == "PROPN"; }));
        features.set(Feature::numeric_object, any([&](Index word) { return tree_.token(word).pos == "NUM"; }));
        features.set(Feature::coordinated_object, any([&](Index word) { return tree_.child(word, {"conj"}) != no_index; }));
        features.set(Feature::pronoun_object, object.size() == 1 && tree_.token(object.front()).pos == "PRON");
        features.set(Feature::ends_in_of, tree_.lemma(relation.back()) == "of");
        features.set(Feature::fronted, object.front() < relation.front());
        features.set(Feature::far_subject, subject.back() + far < relation.front());
    }

    const Tree& tree_;
    Phrases phrases_;
    std::vector<WeighedTriple> made_;
    std::map<std::tuple<Words, Words, Words>, std::size_t> known_;  // to the place in `made_`
};

}  // namespace

std::vector<WeighedTriple> find_weighed_triples(const Tree& tree) { return Maker(tree).run(); }

std::vector<Triple> find_triples(const Tree& tree) {
    std::vector<Triple> out;
    for (auto& made : find_weighed_triples(tree)) {
        const bool always = made.features.has(TripleFeature::whole) || made.features.has(TripleFeature::noun_relation);
        if (always || exactness(made.features) >= least_exactness) out.push_back(std::move(made.triple));
    }
    return out;
}

}  // namespace newsgraph
