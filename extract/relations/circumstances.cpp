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
        : tree_(tree), names_(names), published_(published), times_(find_times(tree, words, published)) {
        for (std::size_t i = 0; i < times_.size(); ++i) in_sentence_[tree_.sentence(times_[i].head)].push_back(i);
    }

    void describe(FoundStatement& statement) const {
        const Index cue = statement.cue_end - 1;
        const Index event = tree_.is_verb(statement.cue_begin) ? statement.cue_begin : cue;
        if (const TimeExpression* time = time_of(event)) {
            const bool ahead = statement.realis != "actual";
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
        const std::optional<Index> carrier = carrier_of(event);
        return carrier ? nearest(all->second, *carrier) : nullptr;
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

    // "two million dollars", "19 sailors", "50 percent of ..."
    void add_amount(Index event, FoundStatement& statement) const {
        for (const Index c : tree_.children(event)) {
            if (tree_.has_dep(c, {"dobj", "nsubjpass"}) && take_amount(c, statement)) return;
        }
        for (const Index c : tree_.children(event)) {
            if (!tree_.has_dep(c, {"prep"}) || (tree_.lemma(c) != "for" && tree_.lemma(c) != "with")) continue;
            const Index object = tree_.child(c, {"pobj"});
            if (object == no_index || (tree_.lemma(c) == "for" && tree_.token(object).entity_type != "MONEY")) continue;
            if (take_amount(object, statement)) return;
        }
    }

    bool take_amount(Index noun, FoundStatement& statement) const {
        if (names_.at[noun] != no_name) return false;
        const Index number = tree_.child(noun, {"nummod", "quantmod"});
        const std::string_view type = tree_.token(noun).entity_type;
        const bool sum = type == "MONEY" || type == "PERCENT";
        if (number == no_index && !sum) return false;
        Index begin = noun;
        Index end = noun + 1;
        if (sum) {
            while (begin > 0 && tree_.token(begin - 1).entity_type == type && tree_.sentence(begin - 1) == tree_.sentence(noun)) --begin;
            while (end < tree_.size() && tree_.token(end).entity_type == type && tree_.sentence(end) == tree_.sentence(noun)) ++end;
        } else {
            begin = std::min(tree_.token(number).left_edge, noun);
        }
        statement.amount_begin = begin;
        statement.amount_end = end;
        return true;
    }

    const Tree& tree_;
    const Names& names_;
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
