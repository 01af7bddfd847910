#include "extract/clauses/triples.hpp"

#include "extract/data/tables.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <tuple>

namespace newsgraph {

namespace {

constexpr std::size_t long_phrase = 6;  // words
constexpr std::size_t longest_slot = 100;  // words; what is longer says too much at once, and nested clauses would fill the disk
constexpr int deepest = 6;              // nouns inside one another: "a justice of the court of ..."

using Features = std::array<bool, static_cast<std::size_t>(TripleFeature::count)>;

// Weights of the features, in the order of TripleFeature, the constant first (extract/data/triples.tsv).
const std::vector<double>& weights() {
    static const std::vector<double> all = [] {
        std::vector<double> out;
        for (const auto& row : data::read_rows(data::triples())) {
            double value = 0.0;
            const auto text = row[1];
            std::from_chars(text.data(), text.data() + text.size(), value);
            out.push_back(value);
        }
        out.resize(static_cast<std::size_t>(TripleFeature::count) + 1, 0.0);
        return out;
    }();
    return all;
}

double confidence_of(const Features& features) {
    double sum = weights()[0];
    for (std::size_t i = 0; i < features.size(); ++i) {
        if (features[i]) sum += weights()[i + 1];
    }
    return std::round(1000.0 / (1.0 + std::exp(-sum))) / 1000.0;
}

class Maker {
public:
    explicit Maker(const Tree& tree) : tree_(tree) {}

    std::vector<WeighedTriple> run() {
        for (const Clause& clause : find_clauses(tree_)) read(clause);
        std::sort(made_.begin(), made_.end(), [](const WeighedTriple& a, const WeighedTriple& b) {
            const auto key = [](const Triple& t) { return std::tie(t.subject, t.relation, t.object); };
            return key(a.triple) < key(b.triple);
        });
        return std::move(made_);
    }

private:
    // A noun with its modifiers and "of" phrases; without clauses, appositions and coordinated nouns. Collecting stops behind
    // `longest_slot`, and without recursion: text may nest as deep as it is long.
    void add_phrase(Index first, Words& words) const {
        std::vector<Index> heads{first};
        while (!heads.empty() && words.size() <= longest_slot) {
            const Index head = heads.back();
            heads.pop_back();
            words.push_back(head);
            for (const Index c : tree_.children(head)) {
                if (tree_.has_dep(c, {"relcl", "acl", "appos", "conj", "cc", "preconj", "advcl", "parataxis", "dep", "ccomp", "xcomp",
                                      "mark", "nsubj", "aux"})) {
                    continue;
                }
                if (tree_.token(c).pos == "PUNCT" && tree_.text(c) != "-") continue;
                if (tree_.has_dep(c, {"prep"})) {
                    const Index object = tree_.lemma(c) == "of" && c > head ? tree_.child(c, {"pobj"}) : no_index;
                    if (object == no_index) continue;
                    words.push_back(c);
                    heads.push_back(object);
                } else if (!tree_.has_dep(c, {"advmod"}) || c < head) {
                    add_subtree(c, words);
                }
            }
        }
    }

    void add_whole_preposition(Index preposition, Words& words) const {
        const Index object = tree_.child(preposition, {"pobj"});
        if (object == no_index) return;
        words.push_back(preposition);
        add_phrase(object, words);
    }

    void add_subtree(Index root, Words& words) const {
        std::vector<Index> open{root};
        while (!open.empty() && words.size() <= longest_slot) {
            const Index word = open.back();
            open.pop_back();
            words.push_back(word);
            for (const Index c : tree_.children(word)) {
                if (!tree_.has_dep(c, {"relcl", "appos"})) open.push_back(c);
            }
        }
    }

    Words phrase(Index head) const {
        Words words;
        add_phrase(head, words);
        return in_order(words);
    }

    // A subject holds all of its prepositional phrases: "the brightest star in Serpens".
    Words subject_phrase(Index head) const {
        Words words;
        add_phrase(head, words);
        for (const Index c : tree_.children(head)) {
            if (tree_.has_dep(c, {"prep"}) && c > head && tree_.lemma(c) != "of") add_whole_preposition(c, words);
        }
        return in_order(words);
    }

    // All words of a clause, without its mark at the beginning and the full stop.
    Words whole_clause(Index verb) const {
        Words words;
        add_subtree(verb, words);
        words = in_order(std::move(words));
        while (!words.empty() && (tree_.token(words.back()).pos == "PUNCT")) words.pop_back();
        while (!words.empty() && (tree_.token(words.front()).pos == "PUNCT" || tree_.has_dep(words.front(), {"mark"}))) words.erase(words.begin());
        return words;
    }

    static Words in_order(Words words) {
        std::sort(words.begin(), words.end());
        words.erase(std::unique(words.begin(), words.end()), words.end());
        return words;
    }

    static Words joined(const Words& a, const Words& b) {
        Words words = a;
        words.insert(words.end(), b.begin(), b.end());
        return in_order(std::move(words));
    }

    void read(const Clause& clause) {
        const Words subject = subject_phrase(clause.subject);
        Features features{};
        const auto set = [&](TripleFeature feature, bool value = true) { features[static_cast<std::size_t>(feature)] = value; };
        set(static_cast<TripleFeature>(static_cast<std::size_t>(TripleFeature::own) + static_cast<std::size_t>(clause.subject_source)));
        set(TripleFeature::pronoun_subject, tree_.token(clause.subject).pos == "PRON");
        set(TripleFeature::proper_subject, tree_.token(clause.subject).pos == "PROPN");
        set(TripleFeature::passive, clause.passive);
        set(TripleFeature::subordinate, tree_.child(clause.verb, {"mark"}) != no_index);
        const auto with = [&](TripleFeature feature) {
            Features copy = features;
            copy[static_cast<std::size_t>(feature)] = true;
            return copy;
        };
        Words reach = clause.verb_group;  // with the object, before an adverbial: "held the workshop in"
        for (const Index object : clause.objects) {
            emit(subject, clause.verb_group, object, with(TripleFeature::object));
        }
        for (const Index object : clause.indirect) emit(subject, clause.verb_group, object, with(TripleFeature::indirect));
        for (const Index complement : clause.complements) {
            emit(subject, clause.verb_group, complement, with(TripleFeature::complement));
        }
        if (!clause.objects.empty() && !clause.passive && clause.objects.front() > clause.verb) {
            reach = joined(reach, phrase(clause.objects.front()));
            set(TripleFeature::with_object);
        }
        for (const Index complement : clause.complements) {
            if (clause.objects.empty() && tree_.token(complement).pos == "ADJ") reach = joined(reach, Words{complement});
        }
        for (const Index time : clause.times) add(subject, reach, phrase(time), with(TripleFeature::adverbial));
        if (clause.content != no_index && clause.objects.empty()) read_content(subject, clause, with(TripleFeature::content));
        for (const Adverbial& adverbial : clause.adverbials) {
            // "In 1879 X came": a slot keeps the order of the text.
            if (adverbial.preposition < clause.verb_group.front()) {
                for (const Index object : adverbial.objects) {
                    add(subject, reach, joined(Words{adverbial.preposition}, phrase(object)), with(TripleFeature::adverbial));
                }
                continue;
            }
            const Words relation = joined(adverbial.agent ? clause.verb_group : reach, Words{adverbial.preposition});
            for (const Index object : adverbial.objects) {
                emit(subject, relation, object, with(adverbial.agent ? TripleFeature::agent : TripleFeature::adverbial));
            }
        }
    }

    // "said that X came"
    void read_content(const Words& subject, const Clause& clause, const Features& features) {
        Words relation = clause.verb_group;
        const Index mark = tree_.child(clause.content, {"mark"});
        if (mark != no_index) relation = joined(relation, Words{mark});
        const Words content = whole_clause(clause.content);
        if (!content.empty()) add(subject, relation, content, features);
    }

    // "was the only ship to conduct attacks", "describes the need for understanding weaknesses"
    void read_open(const Words& subject, const Words& relation, Index verb, const Features& features, int depth) {
        const Clause clause = open_clause(tree_, verb);
        const Words reach = joined(relation, clause.verb_group);
        Features inner = features;
        inner[static_cast<std::size_t>(TripleFeature::inner)] = true;
        for (const Index object : clause.objects) emit(subject, reach, object, inner, depth + 1);
        Words far = reach;
        if (!clause.objects.empty()) far = joined(far, phrase(clause.objects.front()));
        for (const Adverbial& adverbial : clause.adverbials) {
            for (const Index object : adverbial.objects) emit(subject, joined(far, Words{adverbial.preposition}), object, inner, depth + 1);
        }
    }

    void emit(const Words& subject, const Words& relation, Index object, const Features& features, int depth = 0) {
        if (depth > deepest || std::find(subject.begin(), subject.end(), object) != subject.end()) return;
        // A relative pronoun may lead back to a noun that the relation has already.
        if (std::find(relation.begin(), relation.end(), object) != relation.end()) return;
        const Words words = phrase(object);
        add(subject, relation, words, features);
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
            Features inner = features;
            inner[static_cast<std::size_t>(TripleFeature::inner)] = true;
            for (const Index gerund : tree_.children(c)) {
                if (tree_.has_dep(gerund, {"pcomp"})) read_open(subject, joined(joined(relation, until), Words{c}), gerund, features, depth);
            }
            const Index behind = tree_.child(c, {"pobj"});
            if (behind == no_index) continue;
            for (const Index part : tree_.conjuncts(behind)) {
                emit(subject, joined(joined(relation, until), Words{c}), part, inner, depth + 1);
            }
        }
    }

    void add(const Words& subject, const Words& relation, const Words& object, Features features) {
        features[static_cast<std::size_t>(TripleFeature::long_subject)] = subject.size() > long_phrase;
        features[static_cast<std::size_t>(TripleFeature::long_object)] = object.size() > long_phrase;
        features[static_cast<std::size_t>(TripleFeature::long_relation)] = relation.size() > long_phrase;
        if (std::max({subject.size(), relation.size(), object.size()}) > longest_slot) return;
        if (!known_.emplace(subject, relation, object).second) return;
        WeighedTriple out;
        out.triple = {subject, relation, object, 0, confidence_of(features)};
        out.triple.sentence_begin = static_cast<Index>(tree_.sentences()[tree_.sentence(relation.front())].begin);
        out.features = features;
        made_.push_back(std::move(out));
    }

    const Tree& tree_;
    std::vector<WeighedTriple> made_;
    std::set<std::tuple<Words, Words, Words>> known_;
};

}  // namespace

std::vector<WeighedTriple> find_weighed_triples(const Tree& tree) { return Maker(tree).run(); }

std::vector<Triple> find_triples(const Tree& tree) {
    std::vector<Triple> out;
    for (auto& made : find_weighed_triples(tree)) out.push_back(std::move(made.triple));
    return out;
}

}  // namespace newsgraph
