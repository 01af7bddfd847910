#include "extract/clauses/noun_relations.hpp"

#include <algorithm>

namespace newsgraph {

namespace {

class NounFinder {
public:
    explicit NounFinder(const Tree& tree) : tree_(tree), phrases_(tree) {}

    std::vector<NounRelation> run() {
        for (Index i = 0; i < tree_.size(); ++i) {
            if (tree_.has_dep(i, {"appos"}) && !tree_.is_root(i)) read_apposition(tree_.head(i), i);
        }
        const std::vector<nlp::Span> names = tree_.doc().entities();
        for (std::size_t k = 1; k < names.size(); ++k) {
            if (names[k].label == "PERSON") read_title(names[k - 1], names[k]);
        }
        return std::move(found_);
    }

private:
    // "Ann Lee, head of Acme": the second noun relates; "Acme's head, Ann Lee": the first one.
    void read_apposition(Index first, Index second) {
        const bool named_behind = tree_.token(second).pos == "PROPN" && tree_.token(first).pos == "NOUN";
        const Index role = named_behind ? first : second;
        const Index subject = named_behind ? second : first;
        if (tree_.token(role).pos != "NOUN" || tree_.token(subject).pos != "PROPN") return;
        Words relation = role_words(role);
        const Index preposition = tree_.child(role, {"prep"});
        const Index behind = preposition == no_index ? no_index : tree_.child(preposition, {"pobj"});
        if (behind != no_index && preposition > role) {
            relation.push_back(preposition);
            for (const Index object : tree_.conjuncts(behind)) add(subject, phrases_.brief(subject), relation, phrases_.brief(object));
        } else if (const Index owner = tree_.child(role, {"poss"}); owner != no_index && tree_.is_noun(owner)) {
            add(subject, phrases_.brief(subject), relation, without_possessive(phrases_.brief(owner)));
        }
    }

    // The noun with its adjectives, without article and owner.
    Words role_words(Index role) const {
        Words words{role};
        for (const Index c : tree_.children(role)) {
            if (c < role && tree_.has_dep(c, {"amod", "compound", "nmod"})) words.push_back(c);
        }
        return in_order(std::move(words));
    }

    Words without_possessive(Words words) const {
        std::erase_if(words, [&](Index word) { return tree_.token(word).tag == "POS"; });
        return words;
    }

    // "Acme chief executive Ann Lee": nothing but nouns and adjectives of hers between two names.
    void read_title(const nlp::Span& owner, const nlp::Span& person) {
        const auto head = static_cast<Index>(person.end - 1);
        Words title;
        bool noun = false;
        for (auto i = static_cast<Index>(owner.end); i < static_cast<Index>(person.begin); ++i) {
            if (i == owner.end && tree_.token(i).tag == "POS") continue;
            const bool hangs = tree_.has_dep(i, {"compound", "amod", "nmod"}) && tree_.head(i) > i && tree_.head(i) <= head;
            if (!hangs || !(tree_.is_noun(i) || tree_.token(i).pos == "ADJ")) return;
            noun = noun || tree_.is_noun(i);
            title.push_back(i);
        }
        const auto last = static_cast<Index>(owner.end - 1);
        const bool hangs = tree_.has_dep(last, {"compound", "poss", "amod", "nmod"}) && tree_.head(last) > last && tree_.head(last) <= head;
        if (!noun || !hangs || tree_.token(last).pos == "NOUN") return;
        add(head, span_words(person), title, span_words(owner));
    }

    static Words span_words(const nlp::Span& span) {
        Words words;
        for (auto i = static_cast<Index>(span.begin); i < static_cast<Index>(span.end); ++i) words.push_back(i);
        return words;
    }

    void add(Index subject, Words subject_words, Words relation, Words object) {
        if (subject_words.empty() || relation.empty() || object.empty()) return;
        found_.push_back({subject, std::move(subject_words), std::move(relation), without_possessive(std::move(object))});
    }

    const Tree& tree_;
    Phrases phrases_;
    std::vector<NounRelation> found_;
};

}  // namespace

std::vector<NounRelation> find_noun_relations(const Tree& tree) { return NounFinder(tree).run(); }

}  // namespace newsgraph
