// Names that are none: common nouns of people that are capitalised for another reason than being a name.
#pragma once

#include "extract/names/noun_classes.hpp"
#include "extract/nlp/doc.hpp"

namespace newsgraph {

// Takes the mark off names of persons and organizations that consist of nouns for people alone: of one word where a sentence
// begins ("Suspect had been fired"), unless the document has the word capitalised inside a sentence, too, and of several
// words that are an office ("Surgeon General"). Linear in the document.
void unmark_common_nouns(nlp::Doc& doc, const NounClasses& classes);

}  // namespace newsgraph
