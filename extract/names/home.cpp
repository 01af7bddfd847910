#include "extract/names/home.hpp"

#include "extract/base/utf8.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace newsgraph {

namespace {

// "LONDON" as "London"; other words as they are.
std::string as_in_text(std::string_view word) {
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    if (word.empty() || std::any_of(word.begin(), word.end(), is_small)) return std::string(word);
    return std::string(word.substr(0, 1)) + utf8::ascii_lower(word.substr(1));
}

// The country, as an index of Gazetteer::things(), of which the words from `begin` on name the capital.
std::optional<std::size_t> country_at(const Tree& tree, const Gazetteer& gazetteer, Index begin, Index end) {
    std::string surface;
    std::optional<std::size_t> country;
    const std::size_t longest = gazetteer.longest(as_in_text(tree.text(begin)));
    for (Index i = begin; i < end && i - begin < longest; ++i) {
        surface += (i > begin ? " " : "") + as_in_text(tree.text(i));
        const auto* meanings = gazetteer.find(surface);
        if (meanings == nullptr) continue;
        for (const KnownName& name : *meanings) {
            if (name.kind == NameKind::capital) country = name.thing;
        }
    }
    return country;
}

}  // namespace

std::size_t home_of(const Tree& tree, const Gazetteer& gazetteer, const Layout& layout, const Names& names) {
    std::set<std::size_t> countries;
    for (Index i = layout.dateline_begin; i < layout.dateline_end; ++i) {
        if (const auto country = country_at(tree, gazetteer, i, layout.dateline_end)) countries.insert(*country);
    }
    if (countries.size() != 1) return no_name;
    const std::string& node = gazetteer.things()[*countries.begin()].node;
    for (std::size_t m = 0; m < names.mentions.size(); ++m) {
        if (names.thing_of(m).node == node) return m;
    }
    return no_name;
}

}  // namespace newsgraph
