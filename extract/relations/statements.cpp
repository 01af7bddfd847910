#include "extract/relations/statements.hpp"

#include "extract/relations/answers.hpp"
#include "extract/relations/arguments.hpp"
#include "extract/relations/factuality.hpp"
#include "extract/relations/roles.hpp"
#include "extract/relations/speakers.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace newsgraph {

namespace {

using End = ArgumentFinder::End;

// The share of right statements by how they were found: rough figures that put sure finds before unsure ones.
constexpr double sure_verb = 0.80;
constexpr double sure_noun = 0.70;
constexpr double open_verb = 0.50;
constexpr double name_inside_phrase = 0.85;  // factor for each noun between an end and its name
constexpr double role_sureness = 0.90;
constexpr double concept_end = 0.75;         // factor for each end that is no name

// No more digits than the figure is worth.
double rounded(double confidence) { return std::round(confidence * 1000.0) / 1000.0; }

class Finder {
public:
    Finder(const Tree& tree, const Names& names, const RelationTable& table, const NounClasses& classes,
           const StatementOptions& options)
        : tree_(tree), names_(names), table_(table), classes_(classes), options_(options), arguments_(tree, names, table),
          speakers_(tree, table, arguments_) {}

    std::vector<FoundStatement> run() {
        for (Index i = 0; i < tree_.size(); ++i) {
            if (tree_.token(i).pos == "VERB" || is_copula(i)) read_verb(i);
            if (tree_.token(i).pos == "NOUN") read_noun(i);
            if (tree_.token(i).pos == "ADJ") read_adjective(i);
        }
        for (const auto& role : find_roles(tree_, names_, table_, arguments_)) add_role(role);
        sort();
        auto answers = find_answers(tree_, names_, table_, found_, answers_);
        std::move(answers.begin(), answers.end(), std::back_inserter(found_));
        sort();
        return without_repetitions();
    }

private:
    // "Lyon is in France"; not the "is" of "is located".
    bool is_copula(Index i) const {
        return tree_.token(i).pos == "AUX" && tree_.lemma(i) == "be" && !tree_.has_dep(i, {"aux", "auxpass"});
    }

    void sort() {
        std::stable_sort(found_.begin(), found_.end(), [](const FoundStatement& a, const FoundStatement& b) {
            return std::tie(a.cue_begin, a.cue_end) < std::tie(b.cue_begin, b.cue_end);
        });
    }

    // A sentence says a thing once, whatever the number of words that say it ("imposed sanctions"): the surest counts.
    std::vector<FoundStatement> without_repetitions() {
        std::map<std::tuple<std::size_t, std::size_t, std::size_t, std::size_t, bool, bool>, std::size_t> places;
        std::vector<FoundStatement> result;
        for (auto& statement : found_) {
            const auto key = std::tuple(tree_.sentence(statement.cue_begin), statement.relation,
                                        names_.mentions[statement.source].thing, names_.mentions[statement.target].thing,
                                        statement.negated, statement.realis == "actual");
            const auto [place, is_new] = places.emplace(key, result.size());
            if (is_new) {
                result.push_back(std::move(statement));
            } else if (statement.confidence > result[place->second].confidence) {
                result[place->second] = std::move(statement);
            }
        }
        return result;
    }

    // A word that may express relations, with what the text says of its reality.
    struct Event {
        Index word = 0;
        Index cue_end = 0;
        bool is_verb = true;
        Factuality factuality;
        double confidence = 0.0;
    };

    std::vector<Index> slot(const Event& event, const Slot& slot) const {
        return event.is_verb ? arguments_.verb_slot(event.word, slot) : arguments_.noun_slot(event.word, slot);
    }

    void read_verb(Index verb) {
        const std::string lemma = arguments_.verb_lemma(verb);
        const auto& frames = table_.verb(lemma);
        Event event{verb, verb + 1, true, {}, sure_verb};
        if (const Index particle = tree_.child(verb, {"prt"}); particle == verb + 1) event.cue_end = verb + 2;
        if (!frames.empty() || options_.open) event.factuality = factuality_of_verb(tree_, table_, verb);
        const bool typed = read_frames(event, frames);
        if (!typed && options_.open && !table_.has("no_relation", lemma)) read_open(event);
        if (options_.statements && table_.has("say", lemma)) read_saying(event);
    }

    void read_noun(Index noun) {
        const auto& frames = table_.noun(noun_lemma(noun));
        if (frames.empty()) return;
        Event event{noun, noun + 1, false, factuality_of_noun(tree_, table_, noun, arguments_.light_verb(noun)), sure_noun};
        read_frames(event, frames);
    }

    void read_adjective(Index adjective) {
        const auto& frames = table_.adjective(tree_.lemma(adjective));
        if (frames.empty()) return;
        read_frames({adjective, adjective + 1, true, factuality_of_verb(tree_, table_, adjective), sure_noun}, frames);
    }

    // "parent company" where the table has it, else the noun alone.
    std::string noun_lemma(Index noun) const {
        if (noun > 0 && tree_.head(noun - 1) == noun && tree_.has_dep(noun - 1, {"compound", "amod"})) {
            const std::string both = tree_.lemma(noun - 1) + " " + tree_.lemma(noun);
            if (!table_.noun(both).empty()) return both;
        }
        return tree_.lemma(noun);
    }

    using Pairs = std::set<std::pair<std::size_t, std::size_t>>;  // things

    // Each pair of ends takes the first frame that fits. True if any two names did.
    bool read_frames(const Event& event, const std::vector<Frame>& frames) {
        Pairs named;
        Pairs unnamed;
        for (const Frame& frame : frames) {
            if (!holds(event, frame)) continue;
            Event found = event;
            if (frame.source.kind == Slot::Kind::holder) found.factuality = factuality_of_holder(tree_, table_, event.word);
            if (is_denial(frame)) {
                // "will not accept the offer" has rejected it.
                found.factuality.negated = false;
                if (found.factuality.realis == "planned") found.factuality.realis = "actual";
            }
            const bool reciprocal = frame.source == frame.target;
            if (reciprocal && has_partner(event, frames, frame)) continue;
            // The subject of a clause is one who acts, too.
            const End source_end = reciprocal ? End::target : End::source;
            const End target_end = frame.target.kind == Slot::Kind::clause ? End::source : End::target;
            const bool with_concepts = !names_.concept_at.empty();
            const auto source_nouns = slot(event, frame.source);
            const auto sources = arguments_.arguments(source_nouns, source_end);
            const auto other_sources = with_concepts ? arguments_.concepts(source_nouns, source_end) : std::vector<Argument>{};
            if (sources.empty() && other_sources.empty()) continue;
            const auto target_nouns = reciprocal ? source_nouns : slot(event, frame.target);
            const auto targets = reciprocal ? sources : arguments_.arguments(target_nouns, target_end);
            pair_up(found, frame, sources, targets, reciprocal, named);
            if (!with_concepts) continue;
            const auto other_targets = reciprocal ? other_sources : arguments_.concepts(target_nouns, target_end);
            pair_up(found, frame, sources, other_targets, false, unnamed);
            if (!reciprocal) pair_up(found, frame, other_sources, targets, false, unnamed);
            pair_up(found, frame, other_sources, other_targets, reciprocal, unnamed);
        }
        if (named.empty() && event.is_verb) read_answer(event, frames);
        return !named.empty();
    }

    // "X and Y met Z", "X and Y agreed with that": not with one another. Lines for that stand before those for one slot.
    bool has_partner(const Event& event, const std::vector<Frame>& frames, const Frame& reciprocal) const {
        return std::any_of(frames.data(), &reciprocal, [&](const Frame& frame) {
            return frame.relation == reciprocal.relation && frame.source == reciprocal.source && holds(event, frame) &&
                   !slot(event, frame.target).empty();
        });
    }

    // Each source with each target, or each with those behind it.
    void pair_up(const Event& event, const Frame& frame, const std::vector<Argument>& sources, const std::vector<Argument>& targets,
                 bool reciprocal, Pairs& pairs) {
        const Relation& relation = table_.relations()[frame.relation];
        for (std::size_t s = 0; s < sources.size(); ++s) {
            for (std::size_t t = reciprocal ? s + 1 : 0; t < targets.size(); ++t) {
                if (!fits(relation, sources[s], targets[t])) continue;
                // "X and Y limited their exports": nothing that they do to one another.
                if (!reciprocal && (means(sources[s], thing(targets[t])) || means(targets[t], thing(sources[s])))) continue;
                if (!pairs.emplace(thing(sources[s]), thing(targets[t])).second) continue;
                add(event, frame.relation, sources[s], targets[t]);
                if (found_.back().role.empty()) found_.back().role = role_said(event, frame, sources[s], targets[t]);
            }
        }
    }

    // "Peru rejected the charge": who made it is found when all statements are.
    void read_answer(const Event& event, const std::vector<Frame>& frames) {
        for (const Frame& frame : frames) {
            if (!table_.has("answers", table_.relations()[frame.relation].name) || !holds(event, frame)) continue;
            const auto nouns = slot(event, frame.target);
            const auto noun = std::find_if(nouns.begin(), nouns.end(), [&](Index i) { return points_back(tree_, table_, i); });
            if (noun == nouns.end()) continue;
            for (const auto& source : arguments_.arguments(slot(event, frame.source), End::source)) {
                answers_.push_back({statement(event, frame.relation, source), *noun});
            }
            return;
        }
    }

    bool holds(const Event& event, const Frame& frame) const {
        return std::all_of(frame.conditions.begin(), frame.conditions.end(), [&](const Condition& condition) {
            return in_list(event, condition) == condition.wanted;
        });
    }

    // A frame of what somebody does not do.
    static bool is_denial(const Frame& frame) {
        return std::any_of(frame.conditions.begin(), frame.conditions.end(),
                           [](const Condition& c) { return c.slot.kind == Slot::Kind::self && c.wanted; });
    }

    // The nouns that say what a phrase is: "bombs" of "a series of bombs", "aid" of "$5 million in aid", too.
    std::vector<Index> telling_nouns(const std::vector<Index>& heads) const {
        std::vector<Index> result = heads;
        for (const Index head : heads) {
            if (!table_.has("transparent", tree_.lemma(head)) || names_.at[head] != no_name) continue;
            for (const char* const preposition : {"of", "in"}) {
                const auto behind = arguments_.noun_slot(head, {Slot::Kind::preposition, preposition});
                result.insert(result.end(), behind.begin(), behind.end());
            }
        }
        return result;
    }

    // "state of siege" where the list has it.
    bool has_phrase(std::string_view list, Index head) const {
        const Index next = head + 2;
        if (next >= tree_.size() || tree_.sentence(next) != tree_.sentence(head) || tree_.lemma(head + 1) != "of") return false;
        return table_.has(list, tree_.lemma(head) + " of " + tree_.lemma(next));
    }

    // A condition on the type of a name is met by a noun that may stand for one, too.
    bool in_list(const Event& event, const Condition& condition) const {
        if (condition.slot.kind == Slot::Kind::self) return event.factuality.negated;
        if (condition.slot.kind == Slot::Kind::clause) return clause_is(event.word, condition.list);
        const auto heads = telling_nouns(slot(event, condition.slot));
        if (condition.list == "anything") return !heads.empty();
        const auto is_type = [&](std::string_view type) { return type == condition.list || table_.has(condition.list, type); };
        return std::any_of(heads.begin(), heads.end(), [&](Index head) {
            if (table_.has(condition.list, tree_.lemma(head)) || has_phrase(condition.list, head)) return true;
            const std::size_t mention = names_.at[head];
            if (mention != no_name) return is_type(names_.thing_of(mention).type);
            return may_be_any(classes_.of(tree_.lemma(head)), is_type);
        });
    }

    // What a clause is by its verb, or the realis that it has by its own words: "said that Russia must withdraw".
    bool clause_is(Index verb, std::string_view kind) const {
        for (const Index c : arguments_.clauses(verb)) {
            if (table_.has(kind, tree_.lemma(c))) return true;
            for (const Index aux : tree_.children(c)) {
                if (tree_.has_dep(aux, {"aux"}) && table_.effect(tree_.lemma(aux)) == kind) return true;
            }
            if (table_.effect(tree_.lemma(c)) == kind && tree_.child(c, {"xcomp"}) != no_index) return true;
        }
        return false;
    }

    bool is_concept(const Argument& argument) const { return names_.thing_of(argument.mention).type == concept_type; }
    std::size_t thing(const Argument& argument) const { return names_.mentions[argument.mention].thing; }

    // Is the thing one of those that the end's words mean?
    bool means(const Argument& argument, std::size_t thing) const {
        std::size_t first = argument.mention;
        while (names_.mentions[first].further) --first;
        for (std::size_t m = first; m < names_.end_of_group(first); ++m) {
            if (names_.mentions[m].thing == thing) return true;
        }
        return false;
    }

    bool fits(const Relation& relation, const Argument& source, const Argument& target) const {
        const auto& from = names_.thing_of(source.mention);
        const auto& to = names_.thing_of(target.mention);
        return from.node != to.node && fits(relation.source_types, from) && fits(relation.target_types, to);
    }

    using Types = std::set<std::string, std::less<>>;

    static bool fits(const Types& types, const NamedThing& thing) {
        if (thing.type != concept_type || types.contains(thing.type)) return types.contains(thing.type);
        return may_be_any(thing.noun_class, [&](std::string_view type) { return types.contains(type); });
    }

    // All but its target.
    FoundStatement statement(const Event& event, std::size_t relation, const Argument& source) const {
        FoundStatement statement;
        statement.relation = relation;
        statement.source = source.mention;
        statement.cue_begin = event.word;
        statement.cue_end = event.cue_end;
        statement.what_happens = true;
        statement.negated = event.factuality.negated;
        statement.realis = event.factuality.realis;
        set_speaker(event.word, statement);
        return statement;
    }

    void add(const Event& event, std::size_t relation, const Argument& source, const Argument& target) {
        FoundStatement found = statement(event, relation, source);
        found.target = target.mention;
        found.role = target.role;
        found.what = target.what;
        const int unnamed = (is_concept(source) ? 1 : 0) + (is_concept(target) ? 1 : 0);
        found.confidence = rounded(event.confidence * std::pow(name_inside_phrase, source.depth + target.depth) *
                                   std::pow(concept_end, unnamed));
        found_.push_back(std::move(found));
    }

    // "named Mamani finance minister", "resigned as director", "the bank's director, Penn, resigned"; "his brother, Penn".
    std::string role_said(const Event& event, const Frame& frame, const Argument& source, const Argument& target) const {
        const std::string& relation = table_.relations()[frame.relation].name;
        if (frame.source.kind == Slot::Kind::holder) return table_.has("role_is_noun", relation) ? tree_.lemma(event.word) : std::string();
        if (!event.is_verb || !table_.has("has_role", relation)) return {};
        for (const Index c : tree_.children(event.word)) {
            if (tree_.has_dep(c, {"oprd", "attr"}) && tree_.is_noun(c) && names_.at[c] == no_name) return phrase(c);
            if (!tree_.has_dep(c, {"prep"}) || tree_.lemma(c) != "as") continue;
            const Index object = tree_.child(c, {"pobj"});
            if (object != no_index) return phrase(object);
        }
        const Index person = relation == "resigns_from" ? source.head : target.head;
        for (const Index c : tree_.children(person)) {
            if (tree_.has_dep(c, {"appos"}) && table_.role(tree_.lemma(c)) != RelationTable::no_relation) return phrase(c);
        }
        if (names_.at[person] == no_name && table_.role(tree_.lemma(person)) != RelationTable::no_relation) return phrase(person);
        const bool beside = tree_.has_dep(person, {"appos"}) && names_.at[tree_.head(person)] == no_name;
        return beside ? phrase(tree_.head(person)) : std::string();
    }

    // A noun with what is compounded with it: "chief executive".
    std::string phrase(Index noun) const {
        Index begin = noun;
        while (begin > 0 && names_.at[begin - 1] == no_name && tree_.has_dep(begin - 1, {"compound", "amod", "nmod"}) &&
               tree_.head(begin - 1) <= noun && tree_.head(begin - 1) >= begin) {
            --begin;
        }
        return std::string(tree_.doc().text_of(nlp::Span{begin, noun + 1, {}}));
    }

    void set_speaker(Index word, FoundStatement& statement) const {
        const auto heads = speakers_.speakers_of(word);
        if (heads.empty()) return;
        const auto speakers = arguments_.arguments(heads, End::source);
        if (speakers.empty()) {
            statement.speaker_token = heads.front();
        } else {
            statement.speaker = speakers.front().mention;
        }
    }

    // Another verb between two names.
    void read_open(Event event) {
        const Relation* relation = table_.find("related_to");
        if (relation == nullptr) return;
        event.confidence = open_verb;
        const auto sources = all_arguments(arguments_.subjects(event.word), End::source);
        const auto targets = all_arguments(arguments_.verb_slot(event.word, {Slot::Kind::object, {}}), End::target);
        const auto number = static_cast<std::size_t>(relation - table_.relations().data());
        for (const auto& source : sources) {
            for (const auto& target : targets) {
                if (fits(*relation, source, target)) add(event, number, source, target);
            }
        }
    }

    std::vector<Argument> all_arguments(const std::vector<Index>& heads, End end) const {
        auto found = arguments_.arguments(heads, end);
        const auto unnamed = arguments_.concepts(heads, end);
        found.insert(found.end(), unnamed.begin(), unnamed.end());
        return found;
    }

    // Who says something about whom: the names of the clause that is said.
    void read_saying(Event event) {
        const Relation* relation = table_.find("says_about");
        if (relation == nullptr) return;
        event.confidence = open_verb;
        const auto sources = arguments_.arguments(arguments_.subjects(event.word), End::source);
        const auto number = static_cast<std::size_t>(relation - table_.relations().data());
        for (const Index clause : tree_.children(event.word)) {
            if (!tree_.has_dep(clause, {"ccomp"})) continue;
            for (std::size_t m = 0; m < names_.mentions.size(); ++m) {
                const auto& mention = names_.mentions[m];
                const auto& token = tree_.token(clause);
                if (names_.thing_of(m).type == concept_type) break;  // concepts stand behind all names
                if (mention.inner || mention.begin < token.left_edge || mention.end > token.right_edge + 1) continue;
                for (const auto& source : sources) {
                    const Argument target{m, mention.begin, 0, {}, {}};
                    if (fits(*relation, source, target)) add(event, number, source, target);
                }
            }
        }
    }

    void add_role(const FoundRole& role) {
        const Argument source{role.holder, 0, 0, {}, {}};
        const Argument target{role.of, 0, 0, {}, {}};
        if (!fits(table_.relations()[role.relation], source, target)) return;
        FoundStatement statement;
        statement.relation = role.relation;
        statement.source = role.holder;
        statement.target = role.of;
        statement.cue_begin = role.cue_begin;
        statement.cue_end = role.cue_end;
        statement.role = role.role;
        statement.negated = role.factuality.negated;
        statement.realis = role.factuality.realis;
        statement.confidence = role_sureness;
        set_speaker(role.cue_end - 1, statement);
        found_.push_back(std::move(statement));
    }

    const Tree& tree_;
    const Names& names_;
    const RelationTable& table_;
    const NounClasses& classes_;
    const StatementOptions& options_;
    ArgumentFinder arguments_;
    SpeakerFinder speakers_;
    std::vector<FoundStatement> found_;
    std::vector<Answer> answers_;
};

}  // namespace

std::vector<FoundStatement> find_statements(const Tree& tree, const Names& names, const RelationTable& table,
                                            const NounClasses& classes, const StatementOptions& options) {
    return Finder(tree, names, table, classes, options).run();
}

}  // namespace newsgraph
