// A document as CoNLL-U, one block a sentence, with the model's own tags and labels (docs/conllu.md). Pure functions.
#pragma once

#include "extract/nlp/doc.hpp"

#include <string>
#include <string_view>

namespace newsgraph::nlp {

// Comments `# newdoc id =`, `# sent_id = ID-K`, `# text =`; then FORM LEMMA UPOS XPOS FEATS HEAD DEPREL, and in MISC
// `SpaceAfter=No|start_char=10|end_char=16|ner=B-GPE`. White space tokens have the form _ and their text in `form=`.
// Appended to `out`, so that a caller can keep one buffer. A document without tokens is its newdoc line and a blank one.
void append_conllu(const Doc& doc, std::string_view id, std::string& out);

}  // namespace newsgraph::nlp
