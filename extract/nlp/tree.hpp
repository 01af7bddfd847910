// What follows from the heads of a document: subtree edges, sentences, and crossing arcs undone (pseudo-projective
// parsing, Nivre and Nilsson 2005).
#pragma once

#include "extract/nlp/doc.hpp"

namespace newsgraph::nlp {

// Sets left_edge, right_edge and sentence_start from head. Sentences begin at the left edge of each root's subtree.
void set_edges(Doc& doc);

// A label "conj||dobj" says that the true head is the nearest dobj below the head: finds it, breadth first, and leaves
// "conj". Labels stay views into the same text.
void deprojectivize(Doc& doc);

// Both, in spaCy's order.
void finish_tree(Doc& doc);

}  // namespace newsgraph::nlp
