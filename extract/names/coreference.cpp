#include "extract/names/coreference.hpp"

#include "extract/base/utf8.hpp"
#include "extract/clauses/quotations.hpp"
#include "extract/data/tables.hpp"
#include "extract/names/loose_names.hpp"
#include "extract/names/phrases.hpp"
#include "extract/names/plurals.hpp"
#include "extract/names/pronoun_ranking.hpp"
#include "extract/names/speakers.hpp"

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

constexpr std::size_t farthest_person = 4;  // sentences back
constexpr std::size_t farthest_thing = 2;
constexpr std::size_t most_antecedents = 40;  // of a person's pronoun
constexpr std::size_t farthest_nominal = 8;
constexpr std::size_t most_passed = 1000;  // mentions looked back at, where sentences have no end

enum class Wanted { he, she, it, they };

class Resolver {
public:
    Resolver(const Tree& tree, const NameWords& words, const Forenames& forenames, Names names, const Layout& layout,
             std::vector<detail::RankedPair>* pairs)
        : tree_(tree), words_(words), forenames_(forenames), names_(std::move(names)), headline_end_(layout.headline_end),
          name_count_(names_.mentions.size()), quotations_(tree), plurals_(tree, words), pairs_(pairs) {}

    Names run() {
        describe_things();
        for (Index i = 0; i < tree_.size(); ++i) {
            for (; next_ < name_count_ && names_.mentions[next_].begin <= i; ++next_) note(next_);
            if (i < headline_end_ || names_.at[i] != no_name) continue;
            if (const auto plural = plurals_.phrase_at(i, names_)) {
                add(plural->begin, plural->end, plurals_.meant(*plural, names_, known_, headline_end_), kind_of(*plural));
            } else if (const auto wanted = pronoun(i)) {
                resolve_pronoun(i, *wanted);
            } else if (tree_.token(i).pos == "NOUN") {
                resolve_nominal(i);
            }
        }
        // Last, for the speaker may be a pronoun or a nominal and stand behind the quotation.
        detail::add_speakers(tree_, words_, headline_end_, names_);
        if (pairs_ != nullptr) return sorted();  // which pairs name things by their number
        std::vector<bool> persons;
        for (const Thing& thing : things_) persons.push_back(thing.he + thing.she > 0);
        return detail::without_loose_names(sorted(), persons);
    }

private:
    struct Thing {
        Sex sex = Sex::unknown;
        int he = 0;        // pronouns that were taken for it
        int she = 0;
        int sure_he = 0;   // those in a clause of which it is the subject, with nobody else between
        int sure_she = 0;
        int names = 0;     // mentions by name in the document
        std::size_t subject_sentence = no_name;  // of its last mention as a subject
        std::set<std::string, std::less<>> words;  // of its names and of what stands beside them, lower case
        std::set<std::string, std::less<>> heads;  // nouns that its names are made of: "bank" of "Nordvik Bank"
        std::size_t last = no_name;                // mention
        int count = 0;
    };

    // --- what is known of the things

    void describe_things() {
        things_.resize(names_.things.size());
        known_.is_called = [this](std::size_t thing, std::string_view noun) { return things_[thing].words.contains(noun); };
        for (const auto& mention : names_.mentions) {
            Thing& thing = things_[mention.thing];
            const bool person = names_.things[mention.thing].type == "person";
            if (person) learn_sex(thing, mention);
            for (Index i = mention.begin; i < mention.end; ++i) thing.words.insert(utf8::ascii_lower(tree_.text(i)));
            if (mention.kind != "name") continue;
            ++thing.names;
            const Index head = detail::head_of(tree_, mention);
            if (mention.end - mention.begin > 1) thing.heads.insert(utf8::ascii_lower(tree_.text(head)));
            for (const Index c : tree_.children(head)) {
                if (tree_.has_dep(c, {"appos", "compound"}) && names_.at[c] == no_name) describe(thing, c);
            }
            if (tree_.has_dep(head, {"appos"}) && names_.at[tree_.head(head)] == no_name) describe(thing, tree_.head(head));
            if (tree_.has_dep(head, {"nsubj"}) && tree_.lemma(tree_.head(head)) == "be") {
                const Index attribute = tree_.child(tree_.head(head), {"attr"});
                if (attribute != no_index && names_.at[attribute] == no_name) describe(thing, attribute);
            }
        }
        for (const Thing& thing : things_) {
            described_.insert(thing.words.begin(), thing.words.end());
            known_.sexes.push_back(thing.sex);
        }
    }

    void describe(Thing& thing, Index noun) {
        thing.words.insert(utf8::ascii_lower(tree_.lemma(noun)));
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

    void note(std::size_t mention) {
        // "British" of "a British fund" is not what "it" stands for.
        if (names_.mentions[mention].inner || names_.mentions[mention].kind == "demonym") return;
        Thing& thing = things_[names_.mentions[mention].thing];
        thing.last = mention;
        ++thing.count;
        const Index head = tree_.first_conjunct(detail::head_of(tree_, names_.mentions[mention]));
        if (tree_.has_dep(head, {"nsubj", "nsubjpass"})) thing.subject_sentence = tree_.sentence(head);
        trail_.push_back(mention);
        if (first_person_ == no_name && names_.thing_of(mention).type == "person") first_person_ = names_.mentions[mention].thing;
    }

    // --- pronouns

    std::optional<Wanted> pronoun(Index i) const {
        if (tree_.token(i).pos != "PRON") return std::nullopt;
        const auto word = utf8::ascii_lower(tree_.text(i));
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
        if (words_.has("dummy_it", tree_.lemma(verb)) || words_.has("dummy_it", utf8::ascii_lower(tree_.text(verb)))) return true;
        for (const Index c : tree_.children(verb)) {
            if (tree_.has_dep(c, {"acomp", "attr"}) && words_.has("dummy_it", tree_.lemma(c))) return true;
        }
        return false;
    }

    void resolve_pronoun(Index i, Wanted wanted) {
        if (wanted == Wanted::he || wanted == Wanted::she) return resolve_person(i, wanted == Wanted::she);
        const auto together = [&](std::size_t thing) {
            return wanted == Wanted::they ? plurals_.together_with(things_[thing].last, i, names_) : std::vector<std::size_t>{};
        };
        const std::size_t best = most_salient(i, farthest_thing, [&](std::size_t thing) -> std::optional<int> {
            if (!agrees(thing, wanted) && together(thing).empty()) return std::nullopt;
            if (wanted == Wanted::they && detail::is_told_by(tree_, names_.mentions[things_[thing].last], i)) return std::nullopt;
            const auto& type = names_.things[thing].type;
            return type == "place" ? of_a_place : type == "country" ? of_a_country : 0;
        });
        if (best == no_name || is_unnamed(i, wanted, names_.mentions[things_[best].last])) return;
        const auto several = together(best);
        add(i, i + 1, several.empty() ? std::vector{best} : several, "pronoun");
    }

    // --- he and she

    void resolve_person(Index i, bool female) {
        const detail::Pronoun pronoun{i, female, quotations_.covers(i), detail::is_reflexive(tree_, i)};
        const auto candidates = antecedents(i, female);
        if (candidates.empty()) return;
        const bool unnamed = unnamed_is_nearer(i, female ? Wanted::she : Wanted::he, candidates.front().mention->end);
        detail::FeatureSum none(weights(), start_pair(i, no_name));
        detail::add_features_of_none(pronoun, candidates.size(), unnamed, none);
        double best_score = none.sum();
        std::size_t best = no_name;
        for (const auto& candidate : candidates) {
            detail::FeatureSum sum(weights(), start_pair(i, candidate.thing));
            detail::add_features(tree_, pronoun, candidate, sum);
            if (sum.sum() <= best_score) continue;
            best_score = sum.sum();
            best = candidate.thing;
        }
        if (best == no_name) return;
        ++(female ? things_[best].she : things_[best].he);
        if (is_sure(i, candidates, best)) ++(female ? things_[best].sure_she : things_[best].sure_he);
        (female ? last_she_ : last_he_) = best;
        add(i, i + 1, best, "pronoun");
    }

    // "Raman founded it with her husband" tells Raman's sex.
    bool is_sure(Index i, const std::vector<detail::Antecedent>& candidates, std::size_t thing) const {
        return std::any_of(candidates.begin(), candidates.end(), [&](const detail::Antecedent& a) {
            return a.thing == thing && a.mention->end <= i && a.mention->kind == "name" && a.persons_between == 0 &&
                   tree_.has_dep(a.head, {"nsubj", "nsubjpass"}) && tree_.head(a.head) == detail::clause_around(tree_, i);
        });
    }

    static const detail::PronounWeights& weights() {
        static const detail::PronounWeights table(data::pronouns(), "pronouns.tsv");
        return table;
    }

    std::vector<std::string>* start_pair(Index i, std::size_t thing) {
        if (pairs_ == nullptr) return nullptr;
        pairs_->push_back({i, thing, {}});
        return &pairs_->back().features;
    }

    // Mentions that may be who is meant: those before, the nearest first, then the names behind it in its sentence.
    std::vector<detail::Antecedent> antecedents(Index i, bool female) const {
        std::vector<detail::Antecedent> result;
        std::set<std::size_t> between;  // persons
        for (auto k = trail_.size(); k-- > 0 && result.size() < most_antecedents;) {
            const auto& mention = names_.mentions[trail_[k]];
            if (tree_.sentence(i) - tree_.sentence(mention.begin) > farthest_person || mention.begin < headline_end_) break;
            if (mention.end <= i) add_antecedent(mention, i, female, between, result);
        }
        between.clear();
        for (auto k = next_; k < name_count_ && result.size() < most_antecedents; ++k) {
            const auto& mention = names_.mentions[k];
            if (tree_.sentence(mention.begin) != tree_.sentence(i)) break;
            if (!mention.inner && mention.kind == "name") add_antecedent(mention, i, female, between, result);
        }
        return result;
    }

    void add_antecedent(const NameMention& mention, Index i, bool female, std::set<std::size_t>& between,
                        std::vector<detail::Antecedent>& result) const {
        const auto& thing = names_.things[mention.thing];
        const auto& known = things_[mention.thing];
        const Sex other = female ? Sex::male : Sex::female;
        const int same_pronouns = female ? known.she : known.he;
        const int other_pronouns = female ? known.he : known.she;
        if (known.sex == other || (female ? known.sure_he : known.sure_she) > (female ? known.sure_she : known.sure_he) ||
            !detail::may_be_person(thing, mention)) return;
        // "in Hudson" is the town; a surname that the model takes for a town may do something.
        if (thing.type == "place" && (mention.end - mention.begin > 1 || tree_.has_dep(detail::head_of(tree_, mention), {"pobj"}))) return;
        detail::Antecedent a;
        a.thing = mention.thing;
        a.mention = &mention;
        a.head = detail::head_of(tree_, mention);
        a.type = thing.type;
        a.sex = known.sex;
        a.same_pronouns = same_pronouns;
        a.other_pronouns = other_pronouns;
        a.last_pronoun = mention.thing == (female ? last_she_ : last_he_);
        a.subject_here = known.subject_sentence != no_name && known.subject_sentence + 1 >= tree_.sentence(i);
        a.names = known.names;
        a.first_person = mention.thing == first_person_;
        a.with_article = mention.begin > 0 && tree_.lemma(mention.begin - 1) == "the";
        a.barred = detail::is_barred(tree_, mention, i);
        a.mentions = known.count;
        a.persons_between = static_cast<int>(between.size() - between.count(mention.thing));
        a.quoted = quotations_.covers(mention.begin);
        result.push_back(a);
        if (thing.type == "person") between.insert(mention.thing);
    }

    // A subject that has no name may be meant as well: "the regulator said it would ...".
    bool unnamed_is_nearer(Index i, Wanted wanted, Index name_end) const {
        const Index from = std::max(name_end, tree_.sentences()[tree_.sentence(i)].begin);
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

    // Things without names are meant more often than not: a name is sure of "it" and "they" only as the subject of a clause
    // around the pronoun, or if no noun that agrees in number stands between as a subject or object (where name and pronoun
    // are subjects, as a subject).
    bool is_unnamed(Index i, Wanted wanted, const NameMention& name) const {
        if (unnamed_is_nearer(i, wanted, name.end) || (wanted == Wanted::they && plurals_.is_under_unnamed(i, name, names_))) return true;
        const Index head = tree_.first_conjunct(detail::head_of(tree_, name));
        const bool subject = tree_.has_dep(head, {"nsubj", "nsubjpass"});
        if (subject && detail::is_above(tree_, tree_.head(head), i)) return false;
        const bool parallel = subject && tree_.has_dep(i, {"nsubj", "nsubjpass"});
        for (Index noun = name.end; noun < i; ++noun) {
            if (names_.at[noun] != no_name || tree_.token(noun).pos != "NOUN") continue;
            const bool plural = tree_.token(noun).tag == "NNS";
            if (plural != (wanted == Wanted::they)) continue;
            if (tree_.has_dep(noun, {"nsubj", "nsubjpass"}) || (!parallel && tree_.has_dep(noun, {"dobj"}))) return true;
        }
        return false;
    }

    bool agrees(std::size_t thing, Wanted wanted) const {
        const auto& type = names_.things[thing].type;
        switch (wanted) {
            case Wanted::he:
            case Wanted::she: return type == "person";
            case Wanted::it: return type != "person" && type != "group" && type != detail::loose_type;
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
        const bool person = words_.has("nominal_person", lemma) || words_.has("person_noun", lemma);
        const bool place = words_.has("nominal_place", lemma);
        const bool product = words_.hypernym_type(lemma) == "product";
        if (plural || !(organization || country || place || described_.contains(lemma))) return;
        const auto type_fits = [&](std::size_t thing) {
            const auto& type = names_.things[thing].type;
            return (organization && type == "organization") || (country && type == "country") || (person && type == "person") ||
                   (place && type == "place") || (product && type == "product") ||
                   (type != "person" && type != "country" && things_[thing].heads.contains(lemma) && !words_.has("not_nominal", lemma));
        };
        // Whose name or description has the word may be far back; of persons and products, nothing else will do.
        const auto near = [&](std::size_t thing) {
            return tree_.sentence(noun) - tree_.sentence(names_.mentions[things_[thing].last].begin) <= farthest_thing;
        };
        const std::size_t best = most_salient(noun, farthest_nominal, [&](std::size_t thing) -> std::optional<int> {
            if (!type_fits(thing)) return std::nullopt;
            if (things_[thing].words.contains(lemma)) return same_word;
            return !(organization || country || place) || person || !near(thing) ? std::nullopt : std::optional<int>(0);
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
            if (tree_.has_dep(c, {"amod"}) && lemma != "same" && words_.has("vague", lemma)) return false;
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
        const std::size_t oldest = trail_.size() - std::min(trail_.size(), most_passed);
        for (std::size_t k = trail_.size(); k-- > oldest;) {
            const std::size_t last = trail_[k];
            // What was passed before this one begins before it ends.
            if (tree_.sentence(i) > tree_.sentence(names_.mentions[last].end - 1) + farthest) break;
            const std::size_t thing = names_.mentions[last].thing;
            if (things_[thing].last != last) continue;
            const std::optional<int> own = worth(thing);
            if (!own) continue;
            const NameMention& mention = names_.mentions[last];
            const std::size_t back = tree_.sentence(i) - tree_.sentence(mention.begin);
            if (back > farthest || mention.begin < headline_end_ || mention.end > i || detail::is_barred(tree_, mention, i)) continue;
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
        const Index head = tree_.first_conjunct(detail::head_of(tree_, mention));
        int score = 0;
        if (tree_.has_dep(head, {"nsubj", "nsubjpass"})) score += as_subject;
        if (tree_.has_dep(head, {"dobj", "dative"})) score += tree_.lemma(tree_.head(head)) == "tell" ? of_who_is_told : as_object;
        if (tree_.has_dep(head, {"poss"})) score += as_possessor;
        if (tree_.has_dep(head, {"pobj"}) && !tree_.is_verb(tree_.head(tree_.head(head)))) score += in_prepositional_phrase_of_a_noun;
        const Index governor = tree_.head(head);
        if (tree_.is_root(governor)) score += of_main_clause;
        const bool subjects = tree_.has_dep(head, {"nsubj", "nsubjpass"}) && tree_.has_dep(pronoun, {"nsubj", "nsubjpass"});
        if (subjects) score += same_part;
        if (tree_.has_dep(pronoun, {"poss"}) && tree_.has_dep(head, {"nsubj", "nsubjpass"}) && governor == detail::clause_around(tree_, pronoun)) {
            score += own_subject;
        }
        return score;
    }

    // --- result

    void add(Index begin, Index end, std::size_t thing, const std::string& kind) { add(begin, end, std::vector{thing}, kind); }

    // One mention of several things, or none.
    void add(Index begin, Index end, const std::vector<std::size_t>& things, const std::string& kind) {
        const std::size_t first = names_.mentions.size();
        for (const std::size_t thing : things) names_.mentions.push_back({begin, end, thing, kind, false, thing != things.front()});
        if (things.empty()) return;
        std::fill(names_.at.begin() + begin, names_.at.begin() + end, first);
        for (std::size_t m = first; m < names_.mentions.size(); ++m) note(m);
    }

    std::string kind_of(const detail::PluralPhrase& phrase) const {
        return tree_.token(phrase.head).pos == "NOUN" ? "nominal" : "pronoun";
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
    std::size_t name_count_;            // mentions that are names, by place; others follow them
    std::size_t next_ = 0;              // the first name that is not passed yet
    std::set<std::string, std::less<>> described_;  // words of all things
    std::vector<std::size_t> trail_;    // mentions passed, in the order of the text
    Quotations quotations_;
    detail::Plurals plurals_;
    detail::Acquaintance known_;          // with the things
    std::size_t first_person_ = no_name;  // thing
    std::size_t last_he_ = no_name;       // things
    std::size_t last_she_ = no_name;
    std::vector<detail::RankedPair>* pairs_;
};

}  // namespace

Names with_coreference(const Tree& tree, const NameWords& words, const Forenames& forenames, Names names,
                       const Layout& layout, std::vector<detail::RankedPair>* pairs) {
    return Resolver(tree, words, forenames, detail::with_loose_names(tree, words, layout, std::move(names)), layout, pairs).run();
}

}  // namespace newsgraph
