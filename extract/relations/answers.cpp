#include "extract/relations/answers.hpp"

namespace newsgraph {

namespace {

constexpr std::size_t farthest_deed = 4;  // sentences back
constexpr double sureness = 0.55;

class AnswerFinder {
public:
    AnswerFinder(const Tree& tree, const Names& names, const RelationTable& table, const std::vector<FoundStatement>& found)
        : tree_(tree), names_(names), table_(table), found_(found) {}

    // The statement that tells of the deed, or null.
    const FoundStatement* deed(const Answer& answer) const {
        const auto& relations = table_.deeds(tree_.lemma(answer.deed));
        const FoundStatement* nearest = nullptr;
        for (auto at = found_.rbegin(); at != found_.rend(); ++at) {
            if (at->cue_begin >= answer.statement.cue_begin) continue;
            if (tree_.sentence(at->cue_begin) + farthest_deed < tree_.sentence(answer.statement.cue_begin)) break;
            if (!relations.contains(at->relation) || thing(at->source) == thing(answer.statement.source)) continue;
            if (thing(at->target) == thing(answer.statement.source)) return &*at;
            if (nearest == nullptr) nearest = &*at;
        }
        return nearest;
    }

private:
    std::size_t thing(std::size_t mention) const { return names_.mentions[mention].thing; }

    const Tree& tree_;
    const Names& names_;
    const RelationTable& table_;
    const std::vector<FoundStatement>& found_;
};

}  // namespace

bool points_back(const Tree& tree, const RelationTable& table, Index noun) {
    if (table.deeds(tree.lemma(noun)).empty()) return false;
    const Index determiner = tree.child(noun, {"det"});
    return determiner != no_index && table.has("pointing_back", tree.lemma(determiner));
}

std::vector<FoundStatement> find_answers(const Tree& tree, const Names& names, const RelationTable& table,
                                         const std::vector<FoundStatement>& found, const std::vector<Answer>& answers) {
    const AnswerFinder finder(tree, names, table, found);
    std::vector<FoundStatement> result;
    for (const Answer& answer : answers) {
        const FoundStatement* deed = finder.deed(answer);
        if (deed == nullptr) continue;
        const auto& type = names.thing_of(deed->source).type;
        if (!table.relations()[answer.statement.relation].target_types.contains(type)) continue;
        FoundStatement statement = answer.statement;
        statement.target = deed->source;
        statement.what = tree.lemma(answer.deed);
        statement.confidence = sureness;
        result.push_back(std::move(statement));
    }
    return result;
}

}  // namespace newsgraph
