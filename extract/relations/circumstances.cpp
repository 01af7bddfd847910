#include "extract/relations/circumstances.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace newsgraph {

namespace {

constexpr int longest_chain = 12;  // words between a time and the verb that it hangs on

class Finder {
public:
    Finder(const Tree& tree, const Names& names, const TimeWords& words, std::string_view published)
        : tree_(tree), names_(names), words_(words), published_(published), times_(find_times(tree, words, published)) {
        // "Jan Nowak", "April Jones"
        std::erase_if(times_, [&](const TimeExpression& time) { return is_person(time.begin) || is_person(time.end - 1); });
        for (std::size_t i = 0; i < times_.size(); ++i) in_sentence_[tree_.sentence(times_[i].head)].push_back(i);
    }

    void describe(FoundStatement& statement) const {
        const Index cue = statement.cue_end - 1;
        const Index event = tree_.is_verb(statement.cue_begin) ? statement.cue_begin : cue;
        if (const TimeExpression* time = time_of(event)) {
            const bool ahead = lies_ahead(event, statement);
            const ResolvedTime resolved = resolve_time(*time, published_, ahead);
            statement.time_begin = time->begin;
            statement.time_end = time->end;
            statement.time_value = resolved.value;
            statement.time_precision = resolved.precision;
        }
        if (statement.what_happens) {
            add_place(event, statement);
            add_amount(event, statement);
        }
    }

private:
    bool is_person(Index i) const {
        const std::size_t mention = names_.at[i];
        return mention != no_name && names_.mentions[mention].kind == "name" && names_.thing_of(mention).type == "person";
    }

    // "will attack on Friday", "meets her on Friday"; not "may have attacked", "the alleged attack".
    bool lies_ahead(Index event, const FoundStatement& statement) const {
        const std::string_view tag = tree_.token(event).tag;
        if (statement.realis == "planned" || statement.realis == "demanded") return true;
        if (!tree_.is_verb(event) || tag == "VBD" || tag == "VBN") return false;
        bool present = tag == "VBZ" || tag == "VBP" || statement.realis != "actual";
        for (const Index c : tree_.children(event)) {
            if (!tree_.has_dep(c, {"aux", "auxpass"})) continue;
            if (tree_.lemma(c) == "have" || tree_.token(c).tag == "VBD") return false;
            present = present || (tag == "VBG" && (tree_.token(c).tag == "VBZ" || tree_.token(c).tag == "VBP"));
        }
        return present;
    }

    // The words above a word up to the first verb, which is the last of them.
    std::vector<Index> governors(Index word) const {
        std::vector<Index> out;
        for (Index i = word; !tree_.is_root(i) && out.size() < longest_chain;) {
            i = tree_.head(i);
            out.push_back(i);
            if (tree_.is_verb(i) || tree_.token(i).pos == "AUX") break;
        }
        return out;
    }

    // The nearest time that hangs on the event, else on the verb that carries it.
    const TimeExpression* time_of(Index event) const {
        const auto all = in_sentence_.find(tree_.sentence(event));
        if (all == in_sentence_.end()) return nullptr;
        if (const TimeExpression* own = nearest(all->second, event)) return own;
        if (const std::optional<Index> carrier = carrier_of(event)) {
            if (const TimeExpression* of_carrier = nearest(all->second, *carrier)) return of_carrier;
        }
        if (const TimeExpression* of_object = behind_object(all->second, event)) return of_object;
        return behind_relative_clause(all->second, event);
    }

    // "Ann, who beat Bob, in Sunday's vote": what hangs on the name behind its relative clause tells when that was.
    const TimeExpression* behind_relative_clause(const std::vector<std::size_t>& candidates, Index event) const {
        if (!tree_.has_dep(event, {"relcl"}) || names_.at[tree_.head(event)] == no_name) return nullptr;
        for (const std::size_t i : candidates) {
            if (times_[i].begin < event) continue;
            const auto above = governors(times_[i].head);
            if (std::find(above.begin(), above.end(), tree_.head(event)) != above.end()) return &times_[i];
        }
        return nullptr;
    }

    // "attacked two depots owned by Acme last year": a bare time at the end of a participle is rather the verb's.
    const TimeExpression* behind_object(const std::vector<std::size_t>& candidates, Index event) const {
        for (const std::size_t i : candidates) {
            const TimeExpression& time = times_[i];
            if (!tree_.has_dep(time.head, {"npadvmod"})) continue;
            const Index participle = tree_.head(time.head);
            if (!tree_.has_dep(participle, {"acl"}) || tree_.token(participle).tag != "VBN") continue;
            const Index object = tree_.head(participle);
            if (tree_.has_dep(object, {"dobj", "pobj"}) && tree_.head(object) == event && time.end > tree_.token(participle).right_edge) return &time;
        }
        return nullptr;
    }

    const TimeExpression* nearest(const std::vector<std::size_t>& candidates, Index event) const {
        const TimeExpression* best = nullptr;
        Index best_distance = 0;
        for (const std::size_t i : candidates) {
            const TimeExpression& time = times_[i];
            const auto above = governors(time.head);
            if (std::find(above.begin(), above.end(), event) == above.end()) continue;
            const Index distance = time.head > event ? time.head - event : event - time.head;
            if (best != nullptr && distance >= best_distance) continue;
            best = &time;
            best_distance = distance;
        }
        return best;
    }

    // "launched an attack on Monday": of a noun, the verb that it is object or subject of; of a verb, the one that it is
    // coordinated with or that only says how it goes on ("began to attack").
    std::optional<Index> carrier_of(Index event) const {
        if (tree_.is_root(event)) return std::nullopt;
        const Index head = tree_.head(event);
        if (tree_.is_verb(event)) {
            if (tree_.has_dep(event, {"xcomp"}) && tree_.is_verb(head)) return head;
            // "On Monday X attacked Y and seized Z"
            const bool shares = tree_.has_dep(event, {"conj"}) && tree_.child(event, {"nsubj", "nsubjpass"}) == no_index;
            return shares && tree_.is_verb(head) ? std::optional(head) : std::nullopt;
        }
        if (tree_.has_dep(event, {"dobj", "nsubj", "nsubjpass", "attr"}) && tree_.is_verb(head)) return head;
        return std::nullopt;
    }

    void add_place(Index event, FoundStatement& statement) const {
        for (const Index c : tree_.children(event)) {
            if (!tree_.has_dep(c, {"prep"}) || (tree_.lemma(c) != "in" && tree_.lemma(c) != "at" && tree_.lemma(c) != "near")) continue;
            const Index object = tree_.child(c, {"pobj"});
            if (object == no_index || names_.at[object] == no_name) continue;
            const std::size_t mention = names_.at[object];
            const auto& thing = names_.thing_of(mention);
            const bool end = names_.mentions[mention].thing == names_.mentions[statement.source].thing ||
                             names_.mentions[mention].thing == names_.mentions[statement.target].thing;
            if (end || (thing.type != "place" && thing.type != "country")) continue;
            statement.place = thing.label;
            return;
        }
    }

    // "two million dollars", "19 sailors", "50 percent of ...", "a third of ...", "a 51% stake"
    void add_amount(Index event, FoundStatement& statement) const {
        for (const Index c : tree_.children(event)) {
            if (tree_.has_dep(c, {"dobj", "nsubjpass", "oprd"}) && take_amount(c, statement)) return;
        }
        if (take_price(event, statement)) return;
        for (const Index c : tree_.children(event)) {
            // "bought Norbank for two million dollars": the parser may hang the price on the name.
            if (tree_.has_dep(c, {"dobj", "nsubjpass"}) && take_price(c, statement)) return;
        }
    }

    bool take_price(Index word, FoundStatement& statement) const {
        for (const Index c : tree_.children(word)) {
            if (!tree_.has_dep(c, {"prep"}) || (tree_.lemma(c) != "for" && tree_.lemma(c) != "with")) continue;
            const Index object = tree_.child(c, {"pobj"});
            if (object == no_index || (tree_.lemma(c) == "for" && tree_.token(object).entity_type != "MONEY" && !is_currency(object))) continue;
            if (take_amount(object, statement)) return true;
        }
        return false;
    }

    bool take_amount(Index noun, FoundStatement& statement) const {
        if (names_.at[noun] != no_name) return false;
        if (is_sum(noun)) return take_sum(noun, statement);
        for (const Index c : tree_.children(noun)) {
            if (is_currency(noun)) break;
            if (tree_.has_dep(c, {"nmod", "compound", "amod", "nummod", "appos"}) && is_sum(c)) return take_sum(c, statement);
        }
        const Index number = tree_.child(noun, {"nummod", "quantmod"});
        if (number == no_index && !is_share(noun)) return false;
        const Index first = number == no_index ? tree_.child(noun, {"det", "quantmod", "advmod"}) : number;
        statement.amount_begin = first == no_index ? noun : std::min(tree_.token(first).left_edge, noun);
        statement.amount_end = noun + 1;
        return true;
    }

    bool is_sum(Index noun) const {
        const std::string_view type = tree_.token(noun).entity_type;
        return type == "MONEY" || type == "PERCENT";
    }

    bool is_currency(Index noun) const { return words_.is_currency(tree_.lemma(noun)); }

    bool take_sum(Index noun, FoundStatement& statement) const {
        const std::string_view type = tree_.token(noun).entity_type;
        Index begin = noun;
        Index end = noun + 1;
        while (begin > 0 && tree_.token(begin - 1).entity_type == type && tree_.sentence(begin - 1) == tree_.sentence(noun)) --begin;
        while (end < tree_.size() && tree_.token(end).entity_type == type && tree_.sentence(end) == tree_.sentence(noun)) ++end;
        statement.amount_begin = begin;
        statement.amount_end = end;
        return true;
    }

    // "a third of ...", "dozens of ..."
    bool is_share(Index noun) const {
        if (!words_.is_share(tree_.lemma(noun))) return false;
        const auto below = tree_.children(noun);
        return std::any_of(below.begin(), below.end(), [&](Index c) { return tree_.has_dep(c, {"prep"}) && tree_.lemma(c) == "of"; });
    }

    const Tree& tree_;
    const Names& names_;
    const TimeWords& words_;
    std::string_view published_;
    std::vector<TimeExpression> times_;
    std::map<std::size_t, std::vector<std::size_t>> in_sentence_;
};

}  // namespace

void add_circumstances(const Tree& tree, const Names& names, const TimeWords& words, std::string_view published,
                       std::vector<FoundStatement>& statements) {
    if (statements.empty()) return;
    const Finder finder(tree, names, words, published);
    for (FoundStatement& statement : statements) finder.describe(statement);
}

}  // namespace newsgraph
