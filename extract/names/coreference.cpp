#include "extract/names/coreference.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace newsgraph {

namespace {

// Weights of salience.
constexpr int per_sentence_back = 40;
constexpr int as_subject = 32;
constexpr int as_object = 14;
constexpr int as_possessor = 10;
constexpr int of_main_clause = 8;
constexpr int same_part = 12;          // subject for subject
constexpr int own_subject = 24;        // "X sold its ...": the subject of the verb that the phrase belongs to
constexpr int per_mention = 3;
constexpr int most_mentions = 6;
constexpr int in_prepositional_phrase_of_a_noun = -10;
constexpr int of_a_place = -30;        // "it" is seldom a city
constexpr int of_a_country = -6;
constexpr int of_who_is_told = -30;    // "told Reuters": the text is about somebody else
constexpr int same_word = 30;          // "the bank" for "Nordvik Bank"

constexpr std::size_t farthest_person = 3;  // sentences back
constexpr std::size_t farthest_thing = 2;
constexpr std::size_t farthest_nominal = 8;

enum class Wanted { he, she, it, they };

class Resolver {
public:
    Resolver(const Tree& tree, const NameWords& words, const Forenames& forenames, Names names, const Layout& layout)
        : tree_(tree), words_(words), forenames_(forenames), names_(std::move(names)), headline_end_(layout.headline_end) {}

    Names run() {
        describe_things();
        std::size_t next = 0;  // of the names, by place
        const std::size_t count = names_.mentions.size();
        for (Index i = 0; i < tree_.size(); ++i) {
            for (; next < count && names_.mentions[next].begin <= i; ++next) note(next);
            if (i < headline_end_ || names_.at[i] != no_name) continue;
            if (const auto wanted = pronoun(i)) {
                resolve_pronoun(i, *wanted);
            } else if (tree_.token(i).pos == "NOUN") {
                resolve_nominal(i);
            }
        }
        return sorted();
    }

private:
    struct Thing {
        Sex sex = Sex::unknown;
        std::set<std::string, std::less<>> words;  // of its names and of what stands beside them, lower case
        std::size_t last = no_name;                // mention
        int count = 0;
    };

    // --- what is known of the things

    void describe_things() {
        things_.resize(names_.things.size());
        for (const auto& mention : names_.mentions) {
            Thing& thing = things_[mention.thing];
            const bool person = names_.things[mention.thing].type == "person";
            if (person) learn_sex(thing, mention);
            for (Index i = mention.begin; i < mention.end; ++i) thing.words.insert(lower(tree_.text(i)));
            if (mention.kind != "name") continue;
            const Index head = head_of(mention);
            for (const Index c : tree_.children(head)) {
                if (tree_.has_dep(c, {"appos", "compound"}) && names_.at[c] == no_name) describe(thing, c);
            }
            if (tree_.has_dep(head, {"appos"}) && names_.at[tree_.head(head)] == no_name) describe(thing, tree_.head(head));
            if (tree_.has_dep(head, {"nsubj"}) && tree_.lemma(tree_.head(head)) == "be") {
                const Index attribute = tree_.child(tree_.head(head), {"attr"});
                if (attribute != no_index && names_.at[attribute] == no_name) describe(thing, attribute);
            }
        }
    }

    void describe(Thing& thing, Index noun) {
        thing.words.insert(lower(tree_.lemma(noun)));
        const auto word = tree_.text(noun);
        if (words_.has("male", word)) thing.sex = Sex::male;
        if (words_.has("female", word)) thing.sex = Sex::female;
    }

    void learn_sex(Thing& thing, const NameMention& mention) {
        if (mention.begin > 0 && tree_.sentence(mention.begin - 1) == tree_.sentence(mention.begin)) {
            const auto before = tree_.text(mention.begin - 1);
            if (words_.has("male", before)) thing.sex = Sex::male;
            if (words_.has("female", before)) thing.sex = Sex::female;
        }
        if (thing.sex == Sex::unknown && mention.end - mention.begin > 1) {
            thing.sex = forenames_.sex(tree_.text(mention.begin));
        }
    }

    static std::string lower(std::string_view text) {
        std::string result(text);
        for (char& c : result) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        return result;
    }

    Index head_of(const NameMention& mention) const {
        Index head = mention.end - 1;
        while (tree_.head(head) >= mention.begin && tree_.head(head) < mention.end && !tree_.is_root(head)) head = tree_.head(head);
        return head;
    }

    void note(std::size_t mention) {
        // "British" of "a British fund" is not what "it" stands for.
        if (names_.mentions[mention].inner || names_.mentions[mention].kind == "demonym") return;
        Thing& thing = things_[names_.mentions[mention].thing];
        thing.last = mention;
        ++thing.count;
    }

    // --- pronouns

    std::optional<Wanted> pronoun(Index i) const {
        if (tree_.token(i).pos != "PRON") return std::nullopt;
        const auto word = lower(tree_.text(i));
        if (words_.has("pronoun_he", word)) return Wanted::he;
        if (words_.has("pronoun_she", word)) return Wanted::she;
        if (words_.has("pronoun_it", word) && !is_dummy(i)) return Wanted::it;
        if (words_.has("pronoun_they", word)) return Wanted::they;
        return std::nullopt;
    }

    bool is_dummy(Index it) const {
        if (tree_.has_dep(it, {"expl"})) return true;
        if (!tree_.has_dep(it, {"nsubj", "nsubjpass"})) return false;
        const Index verb = tree_.head(it);
        if (words_.has("dummy_it", tree_.lemma(verb)) || words_.has("dummy_it", lower(tree_.text(verb)))) return true;
        for (const Index c : tree_.children(verb)) {
            if (tree_.has_dep(c, {"acomp", "attr"}) && words_.has("dummy_it", tree_.lemma(c))) return true;
        }
        return false;
    }

    void resolve_pronoun(Index i, Wanted wanted) {
        const bool person = wanted == Wanted::he || wanted == Wanted::she;
        const std::size_t far = person ? farthest_person : farthest_thing;
        // "its chief executive" is not a ship's.
        const bool has_officials = tree_.has_dep(i, {"poss"}) && words_.has("nominal_person", tree_.lemma(tree_.head(i)));
        const std::size_t best = most_salient(i, far, [&](std::size_t thing) -> std::optional<int> {
            if (!agrees(thing, wanted)) return std::nullopt;
            if (has_officials && names_.things[thing].type == "product") return std::nullopt;
            const auto& type = names_.things[thing].type;
            return type == "place" ? of_a_place : type == "country" ? of_a_country : 0;
        });
        if (best == no_name || unnamed_is_nearer(i, wanted, best)) return;
        if (person) things_[best].sex = wanted == Wanted::he ? Sex::male : Sex::female;
        add(i, i + 1, best, "pronoun");
    }

    // A subject that has no name may be meant as well: "the regulator said it would ...".
    bool unnamed_is_nearer(Index i, Wanted wanted, std::size_t best) const {
        const NameMention& named = names_.mentions[things_[best].last];
        const Index from = std::max(named.end, tree_.sentences()[tree_.sentence(i)].begin);
        for (Index noun = from; noun < i; ++noun) {
            if (names_.at[noun] != no_name || !tree_.has_dep(noun, {"nsubj", "nsubjpass"}) || !tree_.is_noun(noun)) continue;
            const auto& lemma = tree_.lemma(noun);
            const bool person = words_.has("nominal_person", lemma) || words_.has("male", lemma) || words_.has("female", lemma);
            const bool he_or_she = wanted == Wanted::he || wanted == Wanted::she;
            const bool thing = words_.has("nominal_organization", lemma) || words_.has("nominal_country", lemma) ||
                               words_.hypernym_type(lemma) == "organization";
            if (he_or_she ? person : thing) return true;
        }
        return false;
    }

    bool agrees(std::size_t thing, Wanted wanted) const {
        const auto& type = names_.things[thing].type;
        switch (wanted) {
            case Wanted::he: return type == "person" && things_[thing].sex != Sex::female;
            case Wanted::she: return type == "person" && things_[thing].sex != Sex::male;
            case Wanted::it: return type != "person" && type != "group";
            case Wanted::they: return type == "group" || type == "organization" || type == "country";
        }
        return false;
    }

    // --- nominals

    void resolve_nominal(Index noun) {
        if (!is_plain_definite(noun)) return;
        const auto& lemma = tree_.lemma(noun);
        const bool plural = tree_.token(noun).tag == "NNS";
        const bool organization = words_.has("nominal_organization", lemma);
        const bool country = words_.has("nominal_country", lemma);
        const bool person = words_.has("nominal_person", lemma);
        const bool place = words_.has("nominal_place", lemma);
        if (plural || !(organization || country || person || place)) return;
        const auto type_fits = [&](std::size_t thing) {
            const auto& type = names_.things[thing].type;
            return (organization && type == "organization") || (country && type == "country") || (person && type == "person") ||
                   (place && type == "place");
        };
        // Whose name or description has the word may be far back; of persons, nothing else will do.
        const auto near = [&](std::size_t thing) {
            return tree_.sentence(noun) - tree_.sentence(names_.mentions[things_[thing].last].begin) <= farthest_thing;
        };
        const std::size_t best = most_salient(noun, farthest_nominal, [&](std::size_t thing) -> std::optional<int> {
            if (!type_fits(thing)) return std::nullopt;
            if (things_[thing].words.contains(lemma)) return same_word;
            return person || !near(thing) ? std::nullopt : std::optional<int>(0);
        });
        if (best != no_name) add(tree_.token(noun).left_edge, noun + 1, best, "nominal");
    }

    // "the company", "the Norwegian lender"; not "the company that ...", "the head of ...", "the company's".
    bool is_plain_definite(Index noun) const {
        if (tree_.has_dep(noun, {"appos", "attr", "compound", "oprd"}) || tree_.token(noun).left_edge > noun) return false;
        bool definite = false;
        for (const Index c : tree_.children(noun)) {
            const auto& lemma = tree_.lemma(c);
            if (tree_.has_dep(c, {"det"})) definite = lemma == "the" || lemma == "this" || lemma == "that";
            if (tree_.has_dep(c, {"poss", "nummod", "appos"})) return false;
            // "the bank that ..." is another one; "the bank, which ..." is not.
            const Index clause = tree_.token(c).left_edge;
            if (tree_.has_dep(c, {"relcl", "acl"}) && !(clause > 0 && tree_.text(clause - 1) == ",")) return false;
            if (tree_.has_dep(c, {"prep"}) && c > noun && lemma == "of") return false;
            if (tree_.has_dep(c, {"compound"})) return false;
            if (tree_.has_dep(c, {"amod"}) && (lemma == "new" || lemma == "other" || lemma == "own")) return false;
        }
        for (Index i = tree_.token(noun).left_edge; i < noun; ++i) {
            if (names_.at[i] != no_name && names_.mentions[names_.at[i]].kind == "name") return false;
        }
        return definite;
    }

    // --- salience

    // `worth`: what a thing's own nature adds to its salience, or nothing if it cannot be meant.
    template <typename Worth>
    std::size_t most_salient(Index i, std::size_t farthest, const Worth& worth) const {
        std::size_t best = no_name;
        int best_score = 0;
        for (std::size_t thing = 0; thing < things_.size(); ++thing) {
            const std::size_t last = things_[thing].last;
            if (last == no_name) continue;
            const std::optional<int> own = worth(thing);
            if (!own) continue;
            const NameMention& mention = names_.mentions[last];
            const std::size_t back = tree_.sentence(i) - tree_.sentence(mention.begin);
            if (back > farthest || mention.begin < headline_end_ || mention.end > i || excluded(mention, i)) continue;
            const int score = *own + salience(mention, i) - per_sentence_back * static_cast<int>(back) +
                              per_mention * std::min(things_[thing].count, most_mentions);
            // Of equals the one mentioned last.
            if (best == no_name || score > best_score ||
                (score == best_score && mention.begin > names_.mentions[things_[best].last].begin)) {
                best = thing;
                best_score = score;
            }
        }
        return best;
    }

    int salience(const NameMention& mention, Index pronoun) const {
        const Index head = tree_.first_conjunct(head_of(mention));
        int score = 0;
        if (tree_.has_dep(head, {"nsubj", "nsubjpass"})) score += as_subject;
        if (tree_.has_dep(head, {"dobj", "dative"})) score += tree_.lemma(tree_.head(head)) == "tell" ? of_who_is_told : as_object;
        if (tree_.has_dep(head, {"poss"})) score += as_possessor;
        if (tree_.has_dep(head, {"pobj"}) && !tree_.is_verb(tree_.head(tree_.head(head)))) score += in_prepositional_phrase_of_a_noun;
        const Index governor = tree_.head(head);
        if (tree_.is_root(governor)) score += of_main_clause;
        const bool subjects = tree_.has_dep(head, {"nsubj", "nsubjpass"}) && tree_.has_dep(pronoun, {"nsubj", "nsubjpass"});
        if (subjects) score += same_part;
        if (tree_.has_dep(pronoun, {"poss"}) && tree_.has_dep(head, {"nsubj", "nsubjpass"}) && governor == clause_around(pronoun)) {
            score += own_subject;
        }
        return score;
    }

    // The nearest verb above a word that has a subject of its own.
    Index clause_around(Index word) const {
        for (Index i = word; !tree_.is_root(i);) {
            i = tree_.head(i);
            if (tree_.child(i, {"nsubj", "nsubjpass"}) != no_index) return i;
        }
        return no_index;
    }

    // Two arguments of one verb are two things, unless the one is reflexive; a phrase does not hold what it stands for.
    bool excluded(const NameMention& mention, Index i) const {
        const Index head = tree_.first_conjunct(head_of(mention));
        const Index self = tree_.first_conjunct(i);
        const auto& phrase = tree_.token(head);
        if (i >= phrase.left_edge && i <= phrase.right_edge && !is_in_clause(i, head)) return true;
        if (lower(tree_.text(i)).find("self") != std::string::npos || lower(tree_.text(i)).find("selves") != std::string::npos) return false;
        if (tree_.has_dep(self, {"poss"}) || tree_.head(self) == self) return false;
        const Index verb = clause_of(self);
        return verb != no_index && verb == clause_of(head) && !tree_.has_dep(head, {"poss"});
    }

    // Is the word inside a clause that hangs below `head`?
    bool is_in_clause(Index word, Index head) const {
        for (Index i = word; i != head && !tree_.is_root(i); i = tree_.head(i)) {
            if (tree_.has_dep(i, {"relcl", "acl", "advcl", "ccomp"})) return true;
        }
        return false;
    }

    // The verb whose argument a noun is, by itself or under a preposition.
    Index clause_of(Index noun) const {
        if (tree_.is_root(noun)) return no_index;
        Index head = tree_.head(noun);
        if (tree_.has_dep(noun, {"pobj"}) && !tree_.is_root(head)) head = tree_.head(head);
        return tree_.is_verb(head) ? head : no_index;
    }

    // --- result

    void add(Index begin, Index end, std::size_t thing, std::string kind) {
        names_.mentions.push_back({begin, end, thing, std::move(kind), false});
        const std::size_t mention = names_.mentions.size() - 1;
        for (Index i = begin; i < end; ++i) names_.at[i] = mention;
        note(mention);
    }

    Names sorted() {
        std::vector<std::size_t> order(names_.mentions.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const auto& x = names_.mentions[a];
            const auto& y = names_.mentions[b];
            return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
        });
        std::vector<std::size_t> place(order.size());
        std::vector<NameMention> mentions;
        for (std::size_t i = 0; i < order.size(); ++i) {
            place[order[i]] = i;
            mentions.push_back(names_.mentions[order[i]]);
        }
        for (std::size_t& at : names_.at) {
            if (at != no_name) at = place[at];
        }
        names_.mentions = std::move(mentions);
        return std::move(names_);
    }

    const Tree& tree_;
    const NameWords& words_;
    const Forenames& forenames_;
    Names names_;
    Index headline_end_;
    std::vector<Thing> things_;
};

}  // namespace

Names with_coreference(const Tree& tree, const NameWords& words, const Forenames& forenames, Names names,
                       const Layout& layout) {
    return Resolver(tree, words, forenames, std::move(names), layout).run();
}

}  // namespace newsgraph
