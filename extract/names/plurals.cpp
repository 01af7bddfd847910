#include "extract/names/plurals.hpp"

#include "extract/base/utf8.hpp"
#include "extract/names/phrases.hpp"

#include <algorithm>
#include <array>

namespace newsgraph::detail {

namespace {

using Types = PluralPhrase::Types;

constexpr std::size_t farthest = 2;        // sentences back
constexpr Index farthest_word = 300;       // where sentences have no end
constexpr std::size_t longest_coordination = 20;

const Types parties{"country", "organization", "group"};
const Types persons{"person"};

bool holds(const Types& types, std::string_view type) { return std::find(types.begin(), types.end(), type) != types.end(); }

constexpr std::array<std::string_view, 4> person_lists{"nominal_person", "person_noun", "male", "female"};

bool is_argument(const Tree& tree, Index word) {
    return tree.has_dep(word, {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss"});
}

}  // namespace

Plurals::Plurals(const Tree& tree, const NameWords& words)
    : tree_(tree), words_(words), first_(tree.size()), coordinations_(tree.size()) {
    for (Index i = 0; i < tree.size(); ++i) {
        // What is coordinated stands behind what it hangs on.
        const bool joined = tree.has_dep(i, {"conj"}) && tree.head(i) < i;
        first_[i] = joined ? first_[tree.head(i)] : i;
        if (!joined) continue;
        auto& all = coordinations_[first_[i]];
        if (all.empty()) all.push_back(first_[i]);
        all.push_back(i);
    }
}

// --- the phrase

std::optional<PluralPhrase> Plurals::phrase_at(Index word, const Names& names) const {
    if (names.at[word] != no_name) return std::nullopt;
    if (tree_.token(word).pos != "NOUN") return bare_number(word);
    const auto& lemma = tree_.lemma(word);
    PluralPhrase phrase{tree_.token(word).left_edge, word + 1, word, 0, {}, Sex::unknown, false};
    const bool plural = tree_.token(word).tag == "NNS";
    if (const std::size_t several = words_.collective(lemma); several > 0 && !plural) {
        phrase.count = several;
        phrase.readings = {persons, parties};
        phrase.bare = true;
    } else {
        phrase.count = number_said(word);
        if (phrase.count == 0 && words_.has("pairwise", lemma)) phrase.count = 2;
        phrase.readings = readings_of(lemma);
        if (words_.has("male", lemma)) phrase.sex = Sex::male;
        if (words_.has("female", lemma)) phrase.sex = Sex::female;
        if (!plural) return std::nullopt;
    }
    if (phrase.count < 2 || phrase.readings.empty() || !is_plain(word, names)) return std::nullopt;
    return phrase;
}

// "Both signed it", "the two agreed"
std::optional<PluralPhrase> Plurals::bare_number(Index word) const {
    const std::size_t count = words_.number(utf8::ascii_lower(tree_.text(word)));
    if (count < 2 || !is_argument(tree_, word)) return std::nullopt;
    const auto& children = tree_.children(word);
    if (words_.has("definite_several", utf8::ascii_lower(tree_.text(word)))) {
        // Elsewhere than as a subject it is more often the beginning of "both ... and ...".
        if (!children.empty() || !tree_.has_dep(word, {"nsubj", "nsubjpass"})) return std::nullopt;
    } else if (children.size() != 1 || tree_.lemma(children.front()) != "the") {
        return std::nullopt;
    }
    return PluralPhrase{tree_.token(word).left_edge, word + 1, word, count, {persons, parties}, Sex::unknown, true};
}

// How many, by "both" or a number; 0 if it is not said.
std::size_t Plurals::number_said(Index noun) const {
    std::size_t count = 0;
    for (const Index c : tree_.children(noun)) {
        if (tree_.has_dep(c, {"nummod", "det", "predet"})) count = std::max(count, words_.number(utf8::ascii_lower(tree_.text(c))));
        if (tree_.has_dep(c, {"nummod"}) && count == 0) return 0;
    }
    return count;
}

// "both nations", "the two companies"; not "the two companies that ...", "the two leaders of ...", "its two banks".
bool Plurals::is_plain(Index noun, const Names& names) const {
    if (tree_.has_dep(noun, {"appos", "attr", "compound", "oprd", "npadvmod"})) return false;
    bool definite = false;
    for (const Index c : tree_.children(noun)) {
        if (c < noun && holds_name(c, names)) return false;
        const auto& lemma = tree_.lemma(c);
        if (tree_.has_dep(c, {"det"})) definite = words_.has("definite_several", utf8::ascii_lower(tree_.text(c)));
        if (tree_.has_dep(c, {"poss", "compound", "prep", "conj", "cc"})) return false;
        // "the two countries, France and Germany"; not "the two countries, old friends"
        if (tree_.has_dep(c, {"appos"}) && holds_name(c, names)) return false;
        const Index clause = tree_.token(c).left_edge;
        if (tree_.has_dep(c, {"relcl", "acl"}) && !(clause > 0 && tree_.text(clause - 1) == ",")) return false;
        if (tree_.has_dep(c, {"amod"}) && (words_.has("vague", lemma) || tree_.token(c).tag != "JJ")) return false;
    }
    return definite;
}

bool Plurals::holds_name(Index word, const Names& names) const {
    const auto& phrase = tree_.token(word);
    for (Index i = phrase.left_edge; i <= phrase.right_edge; ++i) {
        if (names.at[i] != no_name) return true;
    }
    return false;
}

bool Plurals::is_person(std::string_view lemma) const {
    return words_.several_type(lemma) == "person" ||
           std::any_of(person_lists.begin(), person_lists.end(), [&](std::string_view list) { return words_.has(list, lemma); });
}

std::vector<Types> Plurals::readings_of(std::string_view lemma) const {
    const auto several = words_.several_type(lemma);
    std::vector<Types> result;
    if (several == "party") return {parties};
    if (words_.has("nominal_country", lemma) || several == "country") result.push_back({"country"});
    if (words_.has("nominal_organization", lemma) || several == "organization") result.push_back({"organization"});
    if (words_.has("nominal_place", lemma)) result.push_back({"place"});
    if (is_person(lemma)) result.push_back(persons);
    return result;
}

// --- what it stands for

// One walk back from a phrase, for one of its readings.
class Plurals::Search {
public:
    Search(const Plurals& plurals, const PluralPhrase& phrase, const Types& types, const Names& names, const Acquaintance& known)
        : plurals_(plurals), tree_(plurals.tree_), phrase_(phrase), types_(types), names_(names), known_(known) {}

    std::vector<std::size_t> run(Index headline_end) {
        const std::size_t sentence = tree_.sentence(phrase_.begin);
        const Index oldest = std::max(headline_end, phrase_.begin - std::min(phrase_.begin, farthest_word));
        std::size_t at = sentence;
        for (Index i = phrase_.begin; i > oldest && !done_;) {
            --i;
            if (tree_.sentence(i) != at) {
                at = tree_.sentence(i);
                if (end_sentence() || sentence - at > farthest) return result_;
            }
            i = read(i);
        }
        end_sentence();
        return result_;
    }

private:
    // Is it known now what is meant?
    bool end_sentence() {
        if (done_) return true;
        if (!coordinated_.empty()) {
            result_ = coordinated_;
            return done_ = true;
        }
        if (found_.size() < phrase_.count) return false;
        // "The two" are persons, if they are not coordinated.
        if (!phrase_.bare || types_ == persons) result_ = exactly_so_many();
        return done_ = true;
    }

    // Of the things found those that are meant, in the order of the text.
    std::vector<std::size_t> exactly_so_many() const {
        std::vector<std::size_t> result(found_.rbegin(), found_.rend());
        if (result.size() > phrase_.count && !phrase_.bare) {
            const auto& noun = tree_.lemma(phrase_.head);
            std::erase_if(result, [&](std::size_t thing) { return !known_.is_called(thing, noun); });
        }
        const bool act = std::all_of(result.begin(), result.end(), [&](std::size_t thing) { return holds_thing(acting_, thing); });
        return result.size() == phrase_.count && act ? result : std::vector<std::size_t>{};
    }

    void give_up() {
        result_.clear();
        done_ = true;
    }

    // Returns the first word of what was read.
    Index read(Index i) {
        const std::size_t mention = names_.at[i];
        if (mention == no_name) {
            if (coordinated_.empty() && may_be_meant(i)) give_up();
            return i;
        }
        read_mention(mention);
        return names_.mentions[mention].begin;
    }

    void read_mention(std::size_t number) {
        const NameMention& mention = names_.mentions[number];
        const std::size_t end = names_.end_of_group(number);
        if (end > number + 1) return read_group(number, end);
        const auto& joined = plurals_.coordination(head_of(tree_, mention));
        if (!joined.empty() && read_coordination(joined)) return;
        if (mention.kind == "demonym" && !tree_.has_dep(head_of(tree_, mention), {"amod"})) return;
        if (!agrees(mention.thing) || is_newspaper(mention)) return;
        if (is_barred(tree_, mention, phrase_.head)) barred_.push_back(mention.thing);
        if (holds_thing(barred_, mention.thing)) return;
        if (!holds_thing(found_, mention.thing)) found_.push_back(mention.thing);
        if (!says_where(mention) && !holds_thing(acting_, mention.thing)) acting_.push_back(mention.thing);
    }

    // "told Reuters"
    bool is_newspaper(const NameMention& mention) const {
        const Index head = head_of(tree_, mention);
        return names_.things[mention.thing].type == "organization" && tree_.has_dep(head, {"dobj", "dative"}) &&
               plurals_.words_.has("speech_verb", tree_.lemma(tree_.head(head)));
    }

    // "in France"
    bool says_where(const NameMention& mention) const {
        const Index head = head_of(tree_, mention);
        return names_.things[mention.thing].type == "country" && tree_.has_dep(head, {"pobj"}) &&
               plurals_.words_.has("where", tree_.lemma(tree_.head(head)));
    }

    void read_group(std::size_t begin, std::size_t end) {
        std::vector<std::size_t> things;
        for (std::size_t m = begin; m < end; ++m) things.push_back(names_.mentions[m].thing);
        const bool all = std::all_of(things.begin(), things.end(), [&](std::size_t t) { return agrees(t); });
        if (all && !is_barred(tree_, names_.mentions[begin], phrase_.head)) decide(std::move(things));
    }

    // Does the coordination say what is meant, or that it cannot be said?
    bool read_coordination(const std::vector<Index>& joined) {
        if (joined.size() > longest_coordination) {
            give_up();
            return true;
        }
        std::vector<std::size_t> agreeing;
        bool unnamed = false;
        bool barred = false;
        for (const Index word : joined) {
            const std::size_t mention = word < phrase_.begin ? names_.at[word] : no_name;
            if (mention == no_name) {
                unnamed = true;
            } else if (const auto thing = names_.mentions[mention].thing; agrees(thing) && !holds_thing(agreeing, thing)) {
                agreeing.push_back(thing);
                barred = barred || is_barred(tree_, names_.mentions[mention], phrase_.head);
            }
        }
        if (agreeing.empty() || (agreeing.size() == 1 && !unnamed)) return false;
        if (barred) {
            barred_.insert(barred_.end(), agreeing.begin(), agreeing.end());
        } else if (unnamed || agreeing.size() != joined.size()) {
            give_up();
        } else {
            decide(std::move(agreeing));
        }
        return true;
    }

    // Two sets of the right number in one sentence: either may be meant.
    void decide(std::vector<std::size_t> things) {
        if (things.size() != phrase_.count) return give_up();
        if (coordinated_.empty()) coordinated_ = things;
        if (!std::is_permutation(things.begin(), things.end(), coordinated_.begin(), coordinated_.end())) give_up();
    }

    // Somebody or something without a name that the phrase may stand for, or that may be one of those meant: "two men",
    // "the minister", "a rival company".
    bool may_be_meant(Index noun) const {
        if (tree_.token(noun).pos != "NOUN" || !(is_argument(tree_, noun) || tree_.has_dep(noun, {"conj"}))) return false;
        for (const Index c : tree_.children(noun)) {
            if (tree_.has_dep(c, {"appos"}) && names_.at[c] != no_name) return false;  // "its president, X"
        }
        const bool plural = tree_.token(noun).tag == "NNS";
        if (plural && tree_.lemma(noun) != tree_.lemma(phrase_.head) && plurals_.number_said(noun) != phrase_.count) return false;
        const auto readings = plurals_.readings_of(tree_.lemma(noun));
        return std::any_of(readings.begin(), readings.end(), [&](const Types& types) {
            return std::any_of(types.begin(), types.end(), [&](std::string_view type) { return holds(types_, type); });
        });
    }

    bool agrees(std::size_t thing) const {
        if (!holds(types_, names_.things[thing].type)) return false;
        return phrase_.sex == Sex::unknown || known_.sexes[thing] == Sex::unknown || known_.sexes[thing] == phrase_.sex;
    }

    bool holds_thing(const std::vector<std::size_t>& things, std::size_t thing) const {
        return std::any_of(things.begin(), things.end(), [&](std::size_t other) {
            return names_.things[other].node == names_.things[thing].node;
        });
    }

    const Plurals& plurals_;
    const Tree& tree_;
    const PluralPhrase& phrase_;
    const Types& types_;
    const Names& names_;
    const Acquaintance& known_;
    std::vector<std::size_t> found_;        // things of the type, the nearest first
    std::vector<std::size_t> acting_;       // of them those that are more than where something is
    std::vector<std::size_t> barred_;       // by the grammar
    std::vector<std::size_t> coordinated_;  // in the sentence that is being read
    std::vector<std::size_t> result_;
    bool done_ = false;
};

std::vector<std::size_t> Plurals::meant(const PluralPhrase& phrase, const Names& names, const Acquaintance& known,
                                        Index headline_end) const {
    std::vector<std::size_t> result;
    for (const Types& types : phrase.readings) {
        auto things = Search(*this, phrase, types, names, known).run(headline_end);
        if (things.empty()) continue;
        if (!result.empty()) return {};  // persons or companies?
        result = std::move(things);
    }
    return result;
}

std::vector<std::size_t> Plurals::together_with(std::size_t mention, Index before, const Names& names) const {
    const std::size_t first = names.at[names.mentions[mention].begin];
    std::vector<std::size_t> things;
    if (const std::size_t end = names.end_of_group(first); end > first + 1) {
        for (std::size_t m = first; m < end; ++m) things.push_back(names.mentions[m].thing);
        return things;
    }
    const auto& joined = coordination(head_of(tree_, names.mentions[mention]));
    // "Norda and Varda officials": the officials
    if (joined.size() > longest_coordination || tree_.has_dep(joined.empty() ? 0 : joined.front(), {"compound", "nmod", "amod"})) return {};
    for (const Index word : joined) {
        if (names.at[word] == no_name || word >= before) return {};
        const std::size_t thing = names.mentions[names.at[word]].thing;
        const bool fits = holds(parties, names.things[thing].type) || holds(persons, names.things[thing].type);
        if (!fits || std::find(things.begin(), things.end(), thing) != things.end()) return {};
        if (!things.empty() && (names.things[thing].type == "person") != (names.things[things.front()].type == "person")) return {};
        things.push_back(thing);
    }
    return things;
}

bool Plurals::is_under_unnamed(Index word, const NameMention& name, const Names& names) const {
    for (Index i = word; !tree_.is_root(i);) {
        i = tree_.head(i);
        const Index subject = tree_.child(i, {"nsubj", "nsubjpass"});
        if (subject == no_index || subject >= word) continue;
        const Index noun = tree_.antecedent(subject);
        if (names.at[noun] != no_name || tree_.token(noun).tag != "NNS") return false;
        const auto& phrase = tree_.token(noun);
        return !(is_person(tree_.lemma(noun)) && name.begin >= phrase.left_edge && name.end <= phrase.right_edge + 1);
    }
    return false;
}

}  // namespace newsgraph::detail
