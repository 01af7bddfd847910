// What a common noun means first of all: "rebel" a person, "parliament" a group, "town" a location. After the lexicographer
// files of WordNet (Fellbaum 1998), by extract/data/noun_classes.tsv. Immutable; may be shared by threads.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace newsgraph {

enum class NounClass : std::uint8_t { none, act, artifact, communication, event, group, location, person, quantity, time };

class NounClasses {
public:
    // The table must outlive it. Throws FormatError with file and line for a class that is none.
    NounClasses(std::string_view table, std::string_view file_name);

    // Of a lower-case lemma; NounClass::none for others, and for nouns of other classes. O(1).
    NounClass of(std::string_view lemma) const;

private:
    std::unordered_map<std::string_view, NounClass> classes_;  // looked up, never walked
};

// May something of this class stand where a relation wants this type of node? "rebels" where it wants a group.
bool may_be(NounClass noun_class, std::string_view node_type);

}  // namespace newsgraph
