// Puts the names model's decisions into a document, under the language model's labels, so that every later stage sees one
// set of names.
#pragma once

#include "extract/names/name_model.hpp"
#include "extract/nlp/doc.hpp"

namespace newsgraph {

// Replaces the language model's persons, organizations and places by `found`, but for capitalised ones in running text of which
// `found` has a part, or the whole with another type and little certainty. Of its peoples, events, laws, products and works,
// those stay that `found` leaves free or takes for such too. REQUIRES: `found` by begin, none overlap.
void mark_names(nlp::Doc& doc, const std::vector<FoundName>& found);

}  // namespace newsgraph
