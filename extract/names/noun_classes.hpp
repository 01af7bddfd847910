// What a common noun means first of all: "rebel" a person, "parliament" a group, "town" a location. After the lexicographer
// files of WordNet (Fellbaum 1998), by extract/data/noun_classes.tsv. Immutable; may be shared by threads.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>

namespace newsgraph {

enum class NounClass : std::uint8_t { none, act, artifact, communication, event, group, location, object, person, quantity,
    structure, time };

class NounClasses {
public:
    // The table must outlive it. Throws FormatError with file and line for a class that is none.
    NounClasses(std::string_view table, std::string_view file_name);

    // Of a lower-case lemma; NounClass::none for others, and for nouns of other classes. O(1).
    NounClass of(std::string_view lemma) const;

private:
    std::unordered_map<std::string_view, NounClass> classes_;  // looked up, never walked
};

// The types of nodes for which something of this class may stand: "rebels" where a relation wants a group.
std::span<const std::string_view> node_types_of(NounClass noun_class);

template <typename Wanted>
bool may_be_any(NounClass noun_class, const Wanted& wanted) {
    const auto types = node_types_of(noun_class);
    return std::any_of(types.begin(), types.end(), wanted);
}

}  // namespace newsgraph
