// What the language stages passed over - tables, credits, marks of lists, other languages - put back where it stands, for
// readers of CoNLL-U who want all words of a text. Pure, linear in the text.
#pragma once

#include "extract/nlp/doc.hpp"

namespace newsgraph {

// Each stretch of the document's text that no token covers becomes a sentence of its own, of words parted by white space:
// part of speech X, the first one its root, no names. Stretches stand between sentences, never in one. Vectors are dropped.
nlp::Doc with_unread(const nlp::Doc& doc);

}  // namespace newsgraph
