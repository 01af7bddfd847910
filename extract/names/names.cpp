#include "extract/names/names.hpp"

#include <algorithm>
#include <array>

namespace newsgraph {

std::string_view node_type(std::string_view name) {
    static constexpr std::array<std::string_view, 10> types{"person", "organization", "country", "place",   "group",
                                                            "agreement", "event",     "product", "work",    "concept"};
    const auto found = std::find(types.begin(), types.end(), name);
    return found == types.end() ? std::string_view{} : *found;
}

Names find_names(const Tree& tree, const Gazetteer& gazetteer, const NameWords& words, const Forenames& forenames,
                 const Layout& layout) {
    return detail::merge_candidates(tree, gazetteer, words,
                                    detail::find_candidates(tree, gazetteer, words, forenames, layout));
}

}  // namespace newsgraph
