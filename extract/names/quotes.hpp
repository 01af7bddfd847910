// Quotations and who says them: the subject of a verb of speech behind, before or between the quoted words, in the sentence
// before a quotation that stands alone, or the speaker of the quotation that goes on. Pure function, linear in the document.
#pragma once

#include "extract/clauses/tree.hpp"
#include "extract/names/gazetteer.hpp"

#include <vector>

namespace newsgraph::detail {

struct Quote {
    Index begin = 0;  // tokens between the marks, end exclusive
    Index end = 0;
    Index speaker = no_index;  // head of the noun phrase that speaks
};

// Of the quotations (extract/clauses/quotations.hpp) that are closed or go on, in the order of the text.
std::vector<Quote> find_quotes(const Tree& tree, const NameWords& words);

}  // namespace newsgraph::detail
