#include "extract/names/loose_names.hpp"

#include "extract/names/name_types.hpp"
#include "extract/names/normalize.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace newsgraph::detail {

namespace {

constexpr Index longest_loose = 4;   // words
constexpr Index longest_other = 2;   // of a name that the model takes for something else
constexpr std::size_t shortest_word = 3;

class Looser {
public:
    Looser(const Tree& tree, const NameWords& words, const Layout& layout, Names names)
        : tree_(tree), words_(words), layout_(layout), names_(std::move(names)) {}

    Names run() {
        std::vector<NameMention> all;
        auto known = names_.mentions.begin();
        for (Index i = layout_.headline_end; i < tree_.size();) {
            const Index end = end_of_run(i);
            if (end == i) {
                ++i;
                continue;
            }
            for (; known != names_.mentions.end() && known->begin <= i; ++known) all.push_back(*known);
            if (end - i <= longest_loose) all.push_back({i, end, thing_of(i, end), "name", false});
            i = end;
        }
        all.insert(all.end(), known, names_.mentions.end());
        names_.mentions = std::move(all);
        for (std::size_t m = 0; m < names_.mentions.size(); ++m) {
            const auto& mention = names_.mentions[m];
            if (!mention.inner) std::fill(names_.at.begin() + mention.begin, names_.at.begin() + mention.end, m);
        }
        return std::move(names_);
    }

private:
    bool may_belong(Index i) const {
        const auto word = tree_.text(i);
        if (names_.at[i] != no_name || !is_proper(tree_.token(i)) || layout_.in_dateline(i)) return false;
        const bool letters = std::all_of(word.begin(), word.end(), [](char c) {
            return is_upper(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
        });
        const bool small = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        return letters && small && starts_name(word) && word.size() >= shortest_word;
    }

    Index end_of_run(Index begin) const {
        if (!may_belong(begin)) return begin;
        Index end = begin + 1;
        while (end < tree_.size() && may_belong(end) && tree_.sentence(end) == tree_.sentence(begin)) ++end;
        const Index name = end - 1;
        const auto word = tree_.text(name);
        const bool part = tree_.has_dep(name, {"compound", "nmod", "amod", "punct"});
        const bool beside = begin > 0 && names_.at[begin - 1] != no_name && tree_.sentence(begin - 1) == tree_.sentence(begin);
        const bool other = words_.has("title", word) || words_.has("junk", word) || words_.has("organization_word", word) ||
                           words_.has("company", word) || words_.has("state_org", word);
        return part || beside || other ? begin : end;
    }

    std::size_t thing_of(Index begin, Index end) {
        const std::string label(tree_.doc().text_of(nlp::Span{begin, end, {}}));
        const auto [place, fresh] = things_.emplace(label, names_.things.size());
        if (fresh) names_.things.push_back({std::string(loose_type) + ":" + slug(label), label, std::string(loose_type)});
        return place->second;
    }

    const Tree& tree_;
    const NameWords& words_;
    const Layout& layout_;
    Names names_;
    std::map<std::string, std::size_t> things_;
};

// "NYPD"
bool is_acronym(std::string_view label) {
    constexpr std::size_t shortest = 3;
    return label.size() >= shortest && std::all_of(label.begin(), label.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_wrong_type(const std::string& type) { return type == "group" || type == "product" || type == "work"; }

}  // namespace

Names with_loose_names(const Tree& tree, const NameWords& words, const Layout& layout, Names names) {
    return Looser(tree, words, layout, std::move(names)).run();
}

bool may_be_person(const NamedThing& thing, const NameMention& mention) {
    if (thing.type == "person" || thing.type == loose_type) return true;
    const bool known = thing.node.find(':') == std::string::npos;
    const bool mistaken = is_wrong_type(thing.type) || thing.type == "organization" || thing.type == "place";
    return !known && mistaken && mention.end - mention.begin <= longest_other && !is_acronym(thing.label);
}

Names without_loose_names(Names names, const std::vector<bool>& persons) {
    std::map<std::string, std::size_t> nodes;
    std::vector<std::size_t> place(names.things.size(), no_name);
    Names out;
    for (std::size_t t = 0; t < names.things.size(); ++t) {
        auto& thing = names.things[t];
        const bool loose = thing.type == loose_type;
        if (loose && !persons[t]) continue;
        if (persons[t] && (loose || is_wrong_type(thing.type)) && thing.node.find(':') != std::string::npos) {
            thing.type = "person";
            thing.node = "person:" + slug(thing.label);
        }
        const auto [first, fresh] = nodes.emplace(thing.node, out.things.size());
        place[t] = loose || persons[t] ? first->second : out.things.size();
        if (place[t] == out.things.size()) out.things.push_back(std::move(thing));
    }
    out.at.assign(names.at.size(), no_name);
    for (auto& mention : names.mentions) {
        if (place[mention.thing] == no_name) continue;
        mention.thing = place[mention.thing];
        out.mentions.push_back(std::move(mention));
        const auto& kept = out.mentions.back();
        if (!kept.inner && !kept.further) std::fill(out.at.begin() + kept.begin, out.at.begin() + kept.end, out.mentions.size() - 1);
    }
    return out;
}

}  // namespace newsgraph::detail
