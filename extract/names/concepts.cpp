#include "extract/names/concepts.hpp"

#include "extract/base/utf8.hpp"
#include "extract/names/descriptions.hpp"
#include "extract/names/normalize.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace newsgraph {

namespace {

constexpr Index most_modifiers = 4;     // words before a noun that belong to its concept
constexpr Index farthest_person = 200;  // tokens back, where sentences have no end

class ConceptFinder {
public:
    ConceptFinder(const Tree& tree, const NounClasses& classes, const NameWords& words, const Layout& layout, Names names)
        : tree_(tree), classes_(classes), words_(words), layout_(layout), names_(std::move(names)) {}

    Names run() && {
        names_.concept_at.assign(tree_.size(), no_name);
        for (Index i = 0; i < tree_.size(); ++i) {
            if (is_concept(i)) add(i);
        }
        for (Index i = 0; i < tree_.size(); ++i) {
            if (tree_.token(i).pos == "PRON" && names_.at[i] == no_name) add_pronoun(i);
        }
        return std::move(names_);
    }

private:
    // The tagger takes some nouns in small letters for names, and those for people where they are capitalised ("the President",
    // "Driver Dies").
    bool is_common_noun(Index i) const {
        const auto& pos = tree_.token(i).pos;
        return pos == "NOUN" || (pos == "PROPN" && (is_small(i) || classes_.of(tree_.lemma(i)) == NounClass::person));
    }

    bool is_small(Index i) const { return tree_.text(i) == utf8::ascii_lower(tree_.text(i)); }

    bool is_concept(Index noun) const {
        if (!is_common_noun(noun) || names_.at[noun] != no_name || layout_.in_dateline(noun)) return false;
        if (tree_.has_dep(noun, {"compound", "nmod", "amod"})) return false;
        // "X, the novelist", "X is a novelist": that is what X is.
        if (tree_.has_dep(noun, {"appos"}) && names_.at[tree_.head(noun)] != no_name) return false;
        if (Describing(tree_, classes_, words_, names_).described_by(noun) != no_name) return false;
        const NounClass noun_class = classes_.of(tree_.lemma(noun));
        return noun_class != NounClass::quantity && noun_class != NounClass::time;
    }

    // "several", "other", "own" do not tell which ones are meant, nor does "old" of "58-year-old".
    bool tells(Index word) const {
        return tree_.has_dep(word, {"amod", "compound", "nmod"}) && !words_.has("vague", tree_.lemma(word)) &&
               tree_.child(word, {"npadvmod", "nummod", "quantmod"}) == no_index;
    }

    Index begin_of(Index noun) const {
        Index begin = noun;
        for (Index i = noun; i > 0 && noun - i < most_modifiers; --i) {
            const Index word = i - 1;
            if (tree_.sentence(word) != tree_.sentence(noun) || tree_.head(word) < begin || tree_.head(word) > noun) break;
            if (!tells(word)) {
                // A hyphen between two modifiers, an adverb before one.
                if (tree_.token(word).pos == "PUNCT" && tree_.text(word) == "-") continue;
                break;
            }
            begin = word;
        }
        return begin;
    }

    std::string label(Index begin, Index noun) const {
        const auto words = tree_.doc().text_of(nlp::Span{begin, noun + 1, {}});
        if (words_.has("title", words)) return utf8::ascii_lower(words);  // "Prime Minister"
        std::string result;
        for (Index i = begin; i <= noun; ++i) {
            if (i > begin && tree_.token(i - 1).end < tree_.token(i).begin) result += ' ';
            const bool name = names_.at[i] != no_name || (tree_.token(i).pos == "PROPN" && !is_common_noun(i));
            result += name ? std::string(tree_.text(i)) : utf8::ascii_lower(tree_.text(i));
        }
        return result;
    }

    // "the gunman", "these gunmen": somebody who was spoken of, if anybody was.
    bool is_definite(Index noun) const {
        const Index determiner = tree_.child(noun, {"det"});
        if (determiner == no_index) return false;
        const auto& lemma = tree_.lemma(determiner);
        return words_.has("definite", lemma);
    }

    void add(Index noun) {
        const Index begin = begin_of(noun);
        const std::string words = label(begin, noun);
        const std::string head = label(noun, noun);
        std::size_t thing = no_name;
        if (begin == noun && is_definite(noun)) {
            if (const auto last = last_with_head_.find(head); last != last_with_head_.end()) thing = last->second;
        }
        if (thing == no_name) {
            const auto [place, is_new] = by_words_.emplace(words, names_.things.size());
            thing = place->second;
            if (is_new) {
                names_.things.push_back({std::string(concept_type) + ":" + slug(words), words, std::string(concept_type),
                                         classes_.of(tree_.lemma(noun))});
            }
        }
        last_with_head_[head] = thing;
        names_.concept_at[noun] = names_.mentions.size();
        names_.mentions.push_back({begin, noun + 1, thing, "nominal", false});
    }

    // Whom a pronoun means that stands for no name: the subject of the clause that its own hangs on ("The rebels said they would
    // leave"); of "he" and "she" else the person mentioned last, subjects first, here or in the sentence before.
    void add_pronoun(Index pronoun) {
        Index noun = subject_above(pronoun);
        if (noun == no_index) noun = last_person(pronoun);
        if (noun == no_index) return;
        const std::size_t thing = names_.mentions[names_.concept_at[noun]].thing;
        names_.concept_at[pronoun] = names_.mentions.size();
        names_.mentions.push_back({pronoun, pronoun + 1, thing, "pronoun", false});
    }

    Index subject_above(Index pronoun) const {
        if (!tree_.has_dep(pronoun, {"nsubj", "nsubjpass"})) return no_index;
        const Index verb = tree_.head(pronoun);
        if (!tree_.has_dep(verb, {"ccomp", "advcl"}) || tree_.is_root(verb)) return no_index;
        const Index subject = tree_.child(tree_.head(verb), {"nsubj", "nsubjpass"});
        const bool found = subject != no_index && subject < pronoun && names_.concept_at[subject] != no_name;
        return found && agrees(pronoun, subject) ? subject : no_index;
    }

    Index last_person(Index pronoun) const {
        const auto word = utf8::ascii_lower(tree_.text(pronoun));
        if (!words_.has("pronoun_he", word) && !words_.has("pronoun_she", word)) return no_index;
        const auto sentence = tree_.sentence(pronoun);
        const Index begin = tree_.sentences()[sentence > 0 ? sentence - 1 : 0].begin;
        const Index from = std::max(begin, pronoun - std::min(pronoun, farthest_person));
        Index best = no_index;
        bool best_is_subject = false;
        for (Index i = pronoun; i-- > from;) {
            if (best != no_index && tree_.sentence(i) != tree_.sentence(best)) break;
            if (names_.concept_at[i] == no_name || !is_noun_for(word, i) || (best != no_index && best_is_subject)) continue;
            const bool subject = tree_.has_dep(i, {"nsubj", "nsubjpass"});
            if (best != no_index && !subject) continue;
            best = i;
            best_is_subject = subject;
        }
        return best;
    }

    bool is_noun_for(std::string_view pronoun, Index noun) const {
        const auto& lemma = tree_.lemma(noun);
        const bool plural = tree_.token(noun).tag == "NNS" || tree_.token(noun).tag == "NNPS";
        if (!tree_.is_noun(noun) || plural || classes_.of(lemma) != NounClass::person) return false;
        return !words_.has(words_.has("pronoun_he", pronoun) ? "female" : "male", lemma);
    }

    bool agrees(Index pronoun, Index noun) const {
        const auto& lemma = tree_.lemma(pronoun);
        const NounClass noun_class = classes_.of(tree_.lemma(noun));
        const bool plural = tree_.token(noun).tag == "NNS" || tree_.token(noun).tag == "NNPS";
        if (lemma == "they") return plural || noun_class == NounClass::group;
        if (lemma == "he" || lemma == "she") return !plural && noun_class == NounClass::person;
        return lemma == "it" && !plural && noun_class != NounClass::person;
    }

    const Tree& tree_;
    const NounClasses& classes_;
    const NameWords& words_;
    const Layout& layout_;
    Names names_;
    std::unordered_map<std::string, std::size_t> by_words_;        // things
    std::unordered_map<std::string, std::size_t> last_with_head_;
};

}  // namespace

Names with_concepts(const Tree& tree, const NounClasses& classes, const NameWords& words, const Layout& layout, Names names) {
    return ConceptFinder(tree, classes, words, layout, std::move(names)).run();
}

}  // namespace newsgraph
