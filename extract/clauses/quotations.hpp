// What stands between quotation marks. Straight and curly marks and those of treebanks (`` and ''); single marks are
// apostrophes as often as not, and count for nothing. A quotation that its paragraph leaves open ends there; it goes on in the
// next one if that opens with a mark again. Immutable; may be shared by threads. Linear in the document.
#pragma once

#include "extract/clauses/tree.hpp"

#include <cstddef>
#include <vector>

namespace newsgraph {

inline constexpr std::size_t no_quotation = static_cast<std::size_t>(-1);

// In one paragraph.
struct Quotation {
    Index begin = 0;  // tokens between the marks, end exclusive; the opening mark is the token before `begin`
    Index end = 0;
    std::size_t paragraph = 0;
    bool goes_on = false;  // what the quotation before it says
    bool closed = false;   // by a mark, or because it goes on; else its writer forgot the mark, or it was none
};

class Quotations {
public:
    explicit Quotations(const Tree& tree);

    const std::vector<Quotation>& all() const { return all_; }  // in the order of the text; none is empty
    // The number of the quotation that a token is in, else no_quotation.
    std::size_t at(Index token) const { return at_[token]; }
    bool covers(Index token) const { return at_[token] != no_quotation; }

private:
    void open(Index begin, std::size_t paragraph, bool goes_on);
    void close(Index end, bool closed);

    std::vector<Quotation> all_;
    std::vector<std::size_t> at_;
    bool inside_ = false;
};

enum class QuotationMark { none, opens, closes, either };
QuotationMark quotation_mark(std::string_view word);

// Does a paragraph begin with this token? Behind an empty line, or where a new line begins a sentence.
bool begins_paragraph(const Tree& tree, Index token);

}  // namespace newsgraph
