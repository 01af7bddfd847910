#include "extract/names/quotes.hpp"

#include <algorithm>
#include <string_view>

namespace newsgraph::detail {

namespace {

constexpr Index farthest_attribution = 24;  // tokens between the marks and the verb
constexpr Index between_quotes = 40;        // tokens between two quotations of one speaker

enum class Mark { none, opens, closes, either };

Mark mark_of(std::string_view word) {
    if (word == "\"") return Mark::either;
    if (word == "\xE2\x80\x9C" || word == "``") return Mark::opens;
    if (word == "\xE2\x80\x9D" || word == "''") return Mark::closes;
    return Mark::none;
}

class QuoteFinder {
public:
    QuoteFinder(const Tree& tree, const NameWords& words) : tree_(tree), words_(words) {}

    std::vector<Quote> run() && {
        find_marks();
        quoted_.assign(tree_.size(), false);
        for (const Quote& quote : quotes_) std::fill(quoted_.begin() + quote.begin, quoted_.begin() + quote.end, true);
        for (std::size_t k = 0; k < quotes_.size(); ++k) quotes_[k].speaker = speaker(k);
        return std::move(quotes_);
    }

private:
    bool ends_paragraph(Index i) const {
        const auto text = tree_.text(i);
        return tree_.token(i).is_space && std::count(text.begin(), text.end(), '\n') > 1;
    }

    void find_marks() {
        Index begin = no_index;
        bool goes_on = false;
        for (Index i = 0; i < tree_.size(); ++i) {
            if (begin != no_index && tree_.token(i).is_space && tree_.text(i).find('\n') != std::string_view::npos) {
                const Mark next = i + 1 < tree_.size() ? mark_of(tree_.text(i + 1)) : Mark::none;
                if (next == Mark::opens || next == Mark::either) {
                    close(begin, i, goes_on);
                    goes_on = true;
                    begin = i + 2;
                    ++i;
                } else if (ends_paragraph(i)) {
                    begin = no_index;
                    goes_on = false;
                }
                continue;
            }
            const Mark mark = mark_of(tree_.text(i));
            if (mark == Mark::opens || (mark == Mark::either && begin == no_index)) {
                begin = i + 1;
                goes_on = false;
            } else if (mark != Mark::none && begin != no_index) {
                close(begin, i, goes_on);
                begin = no_index;
                goes_on = false;
            }
        }
    }

    void close(Index begin, Index end, bool goes_on) {
        if (begin >= end) return;
        quotes_.push_back({begin, end, no_index});
        goes_on_.push_back(goes_on);
    }

    Index speaker(std::size_t k) const {
        const Quote& quote = quotes_[k];
        if (goes_on_[k]) return quotes_[k - 1].speaker;
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
        for (Index i = quote.end + 1; i < limit && !quoted_[i] && !ends_sentence(i); ++i) {
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
            if (quoted_[word]) continue;
            const Index subject = speaking_subject(word);
            if (subject != no_index && subject < mark && (tree_.sentence(word) == tree_.sentence(quote.begin) || word + 2 >= mark)) {
                return subject;
            }
        }
        return no_index;
    }

    bool stands_alone(const Quote& quote) const {
        if (quote.begin < 2) return false;
        return ends_sentence(quote.begin - 2) || tree_.token(quote.begin - 2).is_space || quoted_[quote.begin - 2] ||
               mark_of(tree_.text(quote.begin - 2)) != Mark::none;
    }

    // "...," said Anna Berg. "...": between them, one sentence ends and no paragraph.
    bool is_one_speech(const Quote& last, const Quote& quote) const {
        if (last.speaker == no_index || quote.begin - last.end > between_quotes) return false;
        int sentences = 0;
        for (Index i = last.end; i + 1 < quote.begin; ++i) {
            if (ends_paragraph(i)) return false;
            sentences += ends_sentence(i) ? 1 : 0;
        }
        return sentences <= 1;
    }

    // Anna Berg said that she was leaving. "..."
    Index speaker_of_last_sentence(const Quote& quote) const {
        Index last = quote.begin - 1;
        while (last > 0 && (tree_.token(last - 1).is_space || mark_of(tree_.text(last - 1)) != Mark::none)) --last;
        if (last == 0) return no_index;
        const auto& sentence = tree_.sentences()[tree_.sentence(last - 1)];
        for (Index i = sentence.begin; i < last; ++i) {
            if (tree_.is_root(i) && !quoted_[i]) return speaking_subject(i);
        }
        return no_index;
    }

    bool ends_sentence(Index i) const {
        const auto text = tree_.text(i);
        return text == "." || text == "?" || text == "!" || ends_paragraph(i);
    }

    // Of a verb of speech outside quotations; two who speak together are nobody.
    Index speaking_subject(Index verb) const {
        if (quoted_[verb] || !tree_.is_verb(verb) || !words_.has("speech_verb", tree_.lemma(verb))) return no_index;
        Index subject = tree_.child(verb, {"nsubj"});
        if (subject == no_index && tree_.has_dep(verb, {"conj"})) subject = tree_.child(tree_.head(verb), {"nsubj"});
        if (subject == no_index || quoted_[subject]) return no_index;
        subject = tree_.antecedent(subject);
        return tree_.conjuncts(subject).size() > 1 ? no_index : subject;
    }

    const Tree& tree_;
    const NameWords& words_;
    std::vector<Quote> quotes_;
    std::vector<bool> goes_on_;  // per quote: it continues the one before
    std::vector<bool> quoted_;   // per token
};

}  // namespace

std::vector<Quote> find_quotes(const Tree& tree, const NameWords& words) { return QuoteFinder(tree, words).run(); }

}  // namespace newsgraph::detail
