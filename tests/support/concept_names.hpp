// Names and concepts of a hand-made document, with the tables that the program has.
#pragma once

#include "extract/data/tables.hpp"
#include "extract/names/concepts.hpp"
#include "tests/support/make_document.hpp"

namespace newsgraph::test {

inline const NounClasses& noun_classes() {
    static const NounClasses classes(data::noun_classes(), "noun_classes.tsv");
    return classes;
}

inline const NameWords& name_words() {
    static const NameWords words(data::names(), "names.tsv");
    return words;
}

inline Names names_and_concepts(const Tree& tree) {
    static const Gazetteer gazetteer = known_things();
    static const Forenames forenames(data::forenames(), "forenames.tsv");
    return with_concepts(tree, noun_classes(), name_words(), {}, find_names(tree, gazetteer, name_words(), forenames, {}));
}

}  // namespace newsgraph::test
