#include "extract/clauses/quotations.hpp"

#include <algorithm>

namespace newsgraph {

QuotationMark quotation_mark(std::string_view word) {
    if (word == "\"") return QuotationMark::either;
    if (word == "\xE2\x80\x9C" || word == "``") return QuotationMark::opens;
    if (word == "\xE2\x80\x9D" || word == "''") return QuotationMark::closes;
    return QuotationMark::none;
}

bool begins_paragraph(const Tree& tree, Index token) {
    if (token == 0 || tree.token(token).is_space) return false;
    Index last = token - 1;
    while (last > 0 && tree.token(last).is_space) --last;
    const auto& doc = tree.doc();
    const auto from = doc.tokens[last].end_byte;
    const auto between = std::string_view(doc.text).substr(from, doc.tokens[token].begin_byte - from);
    const auto lines = std::count(between.begin(), between.end(), '\n');
    return lines > 1 || (lines == 1 && tree.sentences()[tree.sentence(token)].begin == token);
}

Quotations::Quotations(const Tree& tree) : at_(tree.size(), no_quotation) {
    std::size_t paragraph = 0;
    for (Index i = 0; i < tree.size(); ++i) {
        const QuotationMark mark = quotation_mark(tree.text(i));
        const bool may_open = mark == QuotationMark::opens || mark == QuotationMark::either;
        if (begins_paragraph(tree, i)) {
            ++paragraph;
            if (inside_) {
                close(i, may_open);
                if (may_open) {
                    open(i + 1, paragraph, true);
                    continue;
                }
            }
        }
        if (!inside_ && may_open) {
            open(i + 1, paragraph, false);
        } else if (inside_ && (mark == QuotationMark::closes || mark == QuotationMark::either)) {
            close(i, true);
        }
    }
    if (inside_) close(tree.size(), false);
    for (std::size_t q = 0; q < all_.size(); ++q) std::fill(at_.begin() + all_[q].begin, at_.begin() + all_[q].end, q);
}

void Quotations::open(Index begin, std::size_t paragraph, bool goes_on) {
    all_.push_back({begin, begin, paragraph, goes_on && !all_.empty(), false});
    inside_ = true;
}

void Quotations::close(Index end, bool closed) {
    inside_ = false;
    all_.back().end = end;
    all_.back().closed = closed;
    if (all_.back().begin == end) all_.pop_back();
}

}  // namespace newsgraph
