#include "extract/names/quotes.hpp"

#include "extract/clauses/quotations.hpp"

#include <algorithm>
#include <string_view>

namespace newsgraph::detail {

namespace {

constexpr Index farthest_attribution = 24;  // tokens between the marks and the verb
constexpr Index between_quotes = 40;        // tokens between two quotations of one speaker

class QuoteFinder {
public:
    QuoteFinder(const Tree& tree, const NameWords& words) : tree_(tree), words_(words), quotations_(tree) {}

    std::vector<Quote> run() && {
        for (const Quotation& quotation : quotations_.all()) {
            if (!quotation.closed) continue;
            quotes_.push_back({quotation.begin, quotation.end, no_index});
            goes_on_.push_back(quotation.goes_on);
        }
        for (std::size_t k = 0; k < quotes_.size(); ++k) quotes_[k].speaker = speaker(k);
        // Who speaks may be told at the end of the last paragraph alone.
        for (std::size_t k = quotes_.size(); k-- > 1;) {
            if (goes_on_[k] && quotes_[k - 1].speaker == no_index) quotes_[k - 1].speaker = quotes_[k].speaker;
        }
        return std::move(quotes_);
    }

private:
    Index speaker(std::size_t k) const {
        const Quote& quote = quotes_[k];
        if (goes_on_[k] && k > 0 && quotes_[k - 1].speaker != no_index) return quotes_[k - 1].speaker;
        const Index behind = attribution_behind(quote);
        if (behind != no_index) return behind;
        const Index before = attribution_before(quote);
        if (before != no_index) return before;
        if (!stands_alone(quote)) return no_index;
        if (k > 0 && is_one_speech(quotes_[k - 1], quote)) return quotes_[k - 1].speaker;
        return speaker_of_last_sentence(quote);
    }

    // "...," said Anna Berg.
    Index attribution_behind(const Quote& quote) const {
        const auto last = tree_.text(quote.end - 1);
        const bool more = quote.end + 1 < tree_.size() && tree_.text(quote.end + 1) == ",";
        if (last != "," && last != "?" && last != "!" && last != "-" && !more) return no_index;
        const Index limit = std::min<Index>(tree_.size(), quote.end + 1 + farthest_attribution);
        for (Index i = quote.end + 1; i < limit && !quotations_.covers(i) && !ends_sentence(i); ++i) {
            const Index subject = speaking_subject(i);
            if (subject != no_index) return subject;
        }
        return no_index;
    }

    // Anna Berg said: "..."; Anna Berg said that the deal was "my best work".
    Index attribution_before(const Quote& quote) const {
        const Index mark = quote.begin - 1;
        for (Index i = mark; i > 0 && mark - i < farthest_attribution; --i) {
            const Index word = i - 1;
            if (ends_sentence(word)) break;
            if (quotations_.covers(word)) continue;
            const Index subject = speaking_subject(word);
            if (subject != no_index && subject < mark && (tree_.sentence(word) == tree_.sentence(quote.begin) || word + 2 >= mark)) {
                return subject;
            }
        }
        return no_index;
    }

    bool stands_alone(const Quote& quote) const {
        if (quote.begin < 2) return false;
        return ends_sentence(quote.begin - 2) || tree_.token(quote.begin - 2).is_space || quotations_.covers(quote.begin - 2) ||
               quotation_mark(tree_.text(quote.begin - 2)) != QuotationMark::none;
    }

    // "...," said Anna Berg. "...": between them, one sentence ends and no paragraph.
    bool is_one_speech(const Quote& last, const Quote& quote) const {
        if (last.speaker == no_index || quote.begin - last.end > between_quotes) return false;
        int sentences = 0;
        for (Index i = last.end; i < quote.begin; ++i) {
            if (begins_paragraph(tree_, i)) return false;
            sentences += ends_sentence(i) ? 1 : 0;
        }
        return sentences <= 1;
    }

    // Anna Berg said that she was leaving. "..."
    Index speaker_of_last_sentence(const Quote& quote) const {
        Index last = quote.begin - 1;
        while (last > 0 && (tree_.token(last - 1).is_space || quotation_mark(tree_.text(last - 1)) != QuotationMark::none)) --last;
        if (last == 0) return no_index;
        const auto& sentence = tree_.sentences()[tree_.sentence(last - 1)];
        for (Index i = sentence.begin; i < last; ++i) {
            if (tree_.is_root(i) && !quotations_.covers(i)) return speaking_subject(i);
        }
        return no_index;
    }

    bool ends_sentence(Index i) const {
        const auto text = tree_.text(i);
        return text == "." || text == "?" || text == "!" || (i + 1 < tree_.size() && begins_paragraph(tree_, i + 1));
    }

    // Of a verb of speech outside quotations; two who speak together are nobody.
    Index speaking_subject(Index verb) const {
        if (quotations_.covers(verb) || !tree_.is_verb(verb) || !words_.has("speech_verb", tree_.lemma(verb))) return no_index;
        Index subject = tree_.child(verb, {"nsubj"});
        if (subject == no_index && tree_.has_dep(verb, {"conj"})) subject = tree_.child(tree_.head(verb), {"nsubj"});
        if (subject == no_index || quotations_.covers(subject)) return no_index;
        subject = tree_.antecedent(subject);
        return tree_.conjuncts(subject).size() > 1 ? no_index : subject;
    }

    const Tree& tree_;
    const NameWords& words_;
    Quotations quotations_;
    std::vector<Quote> quotes_;
    std::vector<bool> goes_on_;  // per quote: it continues the one before
};

}  // namespace

std::vector<Quote> find_quotes(const Tree& tree, const NameWords& words) { return QuoteFinder(tree, words).run(); }

}  // namespace newsgraph::detail
