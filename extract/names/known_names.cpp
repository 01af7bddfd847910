#include "extract/names/known_names.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace newsgraph::detail {

namespace {

class KnownNames {
public:
    KnownNames(const Tree& tree, const Gazetteer& gazetteer, const NameWords& words, const NameTypes& types, CandidateSet& set)
        : tree_(tree), gazetteer_(gazetteer), words_(words), types_(types), set_(set), found_(set.found), covering_(set.covering) {}

    void run() {
        for (Index i = 0; i < tree_.size();) {
            const auto step = add_known_at(i, tree_.size());
            i += step == 0 ? 1 : step;
        }
    }

private:
    std::string_view text(Index begin, Index end) const { return tree_.doc().text_of(nlp::Span{begin, end, {}}); }

    Index add_known_at(Index begin, Index limit) {
        if (!starts_name(tree_.text(begin)) && tree_.text(begin) != "al") return 0;
        limit = std::min<Index>(limit, begin + static_cast<Index>(gazetteer_.longest(tree_.text(begin))));
        for (Index end = limit; end > begin; --end) {
            if (tree_.sentence(end - 1) != tree_.sentence(begin)) continue;
            const auto* names = gazetteer_.find(text(begin, end));
            if (names == nullptr) continue;
            if (is_person_here(begin, end)) return end - begin;
            add_known(begin, end, *names);
            if (is_organization(*names)) add_known_within(begin, end);
            return end - begin;
        }
        return 0;
    }

    // "Jordan" where the model sees a person, and the article has "Michael Jordan" or "Mr Jordan".
    bool is_person_here(Index begin, Index end) const {
        if (covering_[begin] == no_name) return false;
        const auto& c = found_[covering_[begin]];
        if (c.type != "person" || c.known != no_name || c.begin != begin || c.end != end) return false;
        return types_.is_titled(c) || std::any_of(found_.begin(), found_.end(), [&](const Candidate& other) {
                   return other.type == "person" && other.begin + 1 < other.end && tree_.text(other.end - 1) == text(begin, end);
               });
    }

    // "US" of "US Navy"
    void add_known_within(Index begin, Index end) {
        for (Index i = begin; i < end;) {
            const auto step = add_known_at(i, i == begin ? end - 1 : end);
            i += step == 0 ? 1 : step;
        }
    }

    bool is_organization(const std::vector<KnownName>& names) const {
        return gazetteer_.things()[names.front().thing].type == "organization";
    }

    void add_known(Index begin, Index end, const std::vector<KnownName>& names) {
        const auto of_kind = [&](NameKind kind) {
            return std::find_if(names.begin(), names.end(), [&](const KnownName& n) { return n.kind == kind; });
        };
        const auto capital = of_kind(NameKind::capital);
        const auto demonym = of_kind(NameKind::demonym);
        const auto name = of_kind(NameKind::name);
        // "Madrid" of "Real Madrid", "UK" of "Reform UK"
        if (demonym == names.end() && is_part_of_name(begin, end)) return;
        if (capital != names.end() && speaks_for_country(tree_, words_, begin, end)) {
            put_known(begin, end, capital->thing, "metonym");
        } else if (name != names.end()) {
            const auto& type = gazetteer_.things()[name->thing].type;
            if (type == "organization" && is_part_of_company(end)) return;
            put_known(begin, end, name->thing, "name");
        } else if (capital != names.end()) {
            put_city(begin, end, capital->city);
        } else if (demonym != names.end()) {
            if (is_attribute(end - 1)) put_known(begin, end, demonym->thing, "demonym");
        } else {
            put_known(begin, end, names.front().thing, "metonym");
        }
    }

    // "Perth" of "Perth Glory" and "Basel" of "FC Basel": the whole may be a name that nobody has found yet.
    bool is_part_of_name(Index begin, Index end) const {
        const auto is_more = [&](Index i) { return covering_[i] == no_name && is_proper(tree_.token(i)) && !types_.is_title(i); };
        const bool before = begin > 0 && is_more(begin - 1) && tree_.head(begin - 1) == end - 1 &&
                            tree_.has_dep(begin - 1, {"compound"});
        const bool behind = end < tree_.size() && is_more(end) && tree_.head(end - 1) >= end &&
                            tree_.has_dep(end - 1, {"compound"});
        return before || behind;
    }

    // "Boeing" of "Boeing Co", "Credit Suisse" of "Credit Suisse First Boston Ltd"
    bool is_part_of_company(Index end) const {
        Index last = end;
        while (last < tree_.size() && covering_[last] == no_name && is_proper(tree_.token(last)) &&
               tree_.sentence(last) == tree_.sentence(end - 1)) {
            ++last;
        }
        return last > end && words_.has("company", tree_.text(last - 1));
    }

    // An adjective before its noun; "a Russian said" is not Russia.
    bool is_attribute(Index i) const {
        const auto first = tree_.first_conjunct(i);
        return tree_.head(first) > i && tree_.has_dep(first, {"amod", "compound", "nmod", "poss", "npadvmod"});
    }

    void put_known(Index begin, Index end, std::size_t thing, std::string_view kind) {
        set_.add(begin, end, gazetteer_.things()[thing].type);
        found_.back().known = thing;
        found_.back().kind = kind;
    }

    void put_city(Index begin, Index end, const std::string& city) {
        set_.add(begin, end, "place");
        found_.back().label = city;
    }

    const Tree& tree_;
    const Gazetteer& gazetteer_;
    const NameWords& words_;
    const NameTypes& types_;
    CandidateSet& set_;
    std::vector<Candidate>& found_;
    std::vector<std::size_t>& covering_;
};

}  // namespace

void add_known_names(const Tree& tree, const Gazetteer& gazetteer, const NameWords& words, const NameTypes& types, CandidateSet& set) {
    KnownNames(tree, gazetteer, words, types, set).run();
}

}  // namespace newsgraph::detail
