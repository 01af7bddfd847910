#include "extract/base/error.hpp"
#include "extract/base/utf8.hpp"
#include "extract/nlp/tokenizer.hpp"
#include "extract/nlp/unicode.hpp"

#include <algorithm>
#include <limits>

namespace newsgraph::nlp {

Tokenizer::Session::Session(const Tokenizer& tokenizer) : tokenizer_(&tokenizer), lexemes_(tokenizer.vocabulary_) {}

void Tokenizer::Session::trim() {
    // Chunks hold pointers to lexemes, so both go together.
    if (lexemes_.trim() || chunks_.size() >= most_chunks) chunks_.clear();
}

const std::vector<LexicalToken>& Tokenizer::Session::tokenize(std::string_view text) {
    if (text.size() >= std::numeric_limits<std::uint32_t>::max()) throw FormatError("a text of 4 GiB or more");
    tokens_.clear();
    at_ = at_byte_ = 0;
    add_chunks(text, true);
    join_phrases(text);
    return tokens_;
}

const std::vector<LexicalToken>& Tokenizer::Session::take_words(std::span<const std::string_view> words) {
    tokens_.clear();
    at_ = at_byte_ = 0;
    for (const std::string_view word : words) {
        if (!tokens_.empty()) {
            tokens_.back().space_after = true;
            ++at_;
            ++at_byte_;
        }
        // An exception of one token has its norm ("n't" is "not").
        const auto* exception = tokenizer_->exception(word);
        pieces_.clear();
        if (exception != nullptr && exception->size() == 1) {
            pieces_ = *exception;
        } else {
            push(word);
        }
        add_pieces(pieces_);
    }
    return tokens_;
}

// Runs of white space and of other characters are chunks; a single U+0020 between two is a mark on the token before.
void Tokenizer::Session::add_chunks(std::string_view text, bool with_exceptions) {
    if (text.empty()) return;
    std::size_t start = 0;
    std::size_t offset = 0;
    const auto is_space_at = [text](std::size_t& at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x80) return unicode::is_space(utf8::next(text, at));
        ++at;
        return byte == ' ' || (byte >= 0x09 && byte <= 0x0D) || (byte >= 0x1C && byte <= 0x1F);
    };
    bool in_space = is_space_at(offset);
    while (offset < text.size()) {
        const std::size_t at = offset;
        if (is_space_at(offset) == in_space) continue;
        if (start < at) add_chunk(text.substr(start, at - start), with_exceptions);
        start = at;
        if (text[at] == ' ') {
            tokens_.back().space_after = true;
            ++start;
            ++at_;
            ++at_byte_;
        }
        in_space = !in_space;
    }
    if (start < text.size()) add_chunk(text.substr(start), with_exceptions);
}

void Tokenizer::Session::add_chunk(std::string_view chunk, bool with_exceptions) {
    if (with_exceptions) {
        if (const auto* pieces = tokenizer_->exception(chunk)) return add_pieces(*pieces);
        if (chunk.size() <= longest_kept_chunk) {
            if (const auto found = chunks_.find(chunk); found != chunks_.end()) return add_pieces(found->second);
        }
    }
    split(chunk, with_exceptions);
    add_pieces(pieces_);
    if (with_exceptions && chunk.size() <= longest_kept_chunk && chunks_.size() < most_chunks) {
        chunks_.emplace(chunk, pieces_);
    }
}

void Tokenizer::Session::add_pieces(std::span<const Piece> pieces) {
    for (const Piece& piece : pieces) {
        const Lexeme& lexeme = *piece.lexeme;
        LexicalToken& token = tokens_.emplace_back();
        token.lexeme = &lexeme;
        token.norm = piece.norm == nullptr ? &lexeme.norm : piece.norm;
        token.norm_id = piece.norm == nullptr ? lexeme.norm_id : piece.norm_id;
        token.begin = at_;
        token.begin_byte = at_byte_;
        token.end = at_ += lexeme.length;
        token.end_byte = at_byte_ += static_cast<std::uint32_t>(lexeme.text.size());
    }
}

void Tokenizer::Session::push(std::string_view text) {
    pieces_.push_back({&lexemes_.get(text), nullptr, 0});
}

// Leaves the tokens of the chunk in pieces_.
void Tokenizer::Session::split(std::string_view chunk, bool with_exceptions) {
    pieces_.clear();
    suffixes_.clear();
    const auto rest = strip_affixes(chunk, with_exceptions);
    const auto* exception = with_exceptions ? tokenizer_->exception(rest) : nullptr;
    if (exception != nullptr) {
        pieces_.insert(pieces_.end(), exception->begin(), exception->end());
    } else if ((tokenizer_->token_match_ && tokenizer_->token_match_->matches_start(rest)) ||
               (tokenizer_->url_match_ && tokenizer_->url_match_->matches_start(rest))) {
        if (!rest.empty()) push(rest);
    } else if (!rest.empty()) {
        split_infixes(rest);
    }
    for (auto suffix = suffixes_.rbegin(); suffix != suffixes_.rend(); ++suffix) push(*suffix);
}

// Cuts off prefixes (into pieces_) and suffixes (into suffixes_) until there are none, or an exception is left.
std::string_view Tokenizer::Session::strip_affixes(std::string_view text, bool with_exceptions) {
    const auto is_exception = [&](std::string_view part) {
        return with_exceptions && !part.empty() && tokenizer_->exception(part) != nullptr;
    };
    std::size_t last_size = 0;
    while (!text.empty() && text.size() != last_size) {
        if (tokenizer_->token_match_ && tokenizer_->token_match_->matches_start(text)) break;
        if (is_exception(text)) break;
        last_size = text.size();
        const std::size_t prefix = tokenizer_->find_prefix(text);
        if (prefix > 0 && is_exception(text.substr(prefix))) {
            push(text.substr(0, prefix));
            return text.substr(prefix);
        }
        // A suffix may not look back at the prefix.
        const std::size_t suffix = tokenizer_->find_suffix(text.substr(prefix));
        if (suffix > 0 && is_exception(text.substr(0, text.size() - suffix))) {
            suffixes_.push_back(text.substr(text.size() - suffix));
            return text.substr(0, text.size() - suffix);
        }
        if (prefix > 0) push(text.substr(0, prefix));
        if (suffix > 0) suffixes_.push_back(text.substr(text.size() - suffix));
        text = text.substr(prefix, text.size() - prefix - suffix);
    }
    return text;
}

void Tokenizer::Session::split_infixes(std::string_view text) {
    std::size_t start = 0;
    std::size_t from = 0;
    bool was_empty = false;
    while (tokenizer_->infix_ && from <= text.size()) {
        const auto found = tokenizer_->infix_->search(text, from, was_empty);
        if (!found) break;
        from = found->end;
        was_empty = found->begin == found->end;
        if (found->begin == 0) continue;  // what is matched at the very start stays with what follows
        if (found->begin > start) push(text.substr(start, found->begin - start));
        if (!was_empty) push(text.substr(found->begin, found->end - found->begin));
        start = found->end;
    }
    if (start < text.size()) push(text.substr(start));
}

// Exceptions that were torn apart in the first pass ("can't" inside of "(can't/won't)") are put back as phrases.
void Tokenizer::Session::join_phrases(std::string_view text) {
    std::vector<Found> found = find_phrases();
    if (found.empty()) return;
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        const auto length_a = a.end - a.begin;
        const auto length_b = b.end - b.begin;
        return length_a != length_b ? length_a > length_b : a.begin < b.begin;
    });
    std::vector<bool> seen(tokens_.size(), false);
    std::vector<Found> kept;
    for (const Found& span : found) {
        if (!seen[span.begin] && !seen[span.end - 1]) kept.push_back(span);
        // Also those of a span that is not kept.
        std::fill(seen.begin() + static_cast<std::ptrdiff_t>(span.begin),
                  seen.begin() + static_cast<std::ptrdiff_t>(span.end), true);
    }
    std::sort(kept.begin(), kept.end(), [](const Found& a, const Found& b) { return a.begin < b.begin; });
    replace(kept, text);
}

std::vector<Tokenizer::Session::Found> Tokenizer::Session::find_phrases() const {
    std::vector<Found> found;
    const auto& nodes = tokenizer_->phrases_;
    for (std::size_t begin = 0; begin < tokens_.size(); ++begin) {
        std::uint32_t node = 0;
        for (std::size_t at = begin; at < tokens_.size(); ++at) {
            const auto next = nodes[node].next.find(tokens_[at].lexeme->orth_id);
            if (next == nodes[node].next.end()) break;
            node = next->second;
            if (nodes[node].ends) found.push_back({begin, at + 1});
        }
    }
    return found;
}

void Tokenizer::Session::replace(const std::vector<Found>& spans, std::string_view text) {
    rebuilt_.clear();
    rebuilt_.swap(tokens_);
    std::size_t copied = 0;
    const auto copy_until = [&](std::size_t end) {
        tokens_.insert(tokens_.end(), rebuilt_.begin() + static_cast<std::ptrdiff_t>(copied),
                       rebuilt_.begin() + static_cast<std::ptrdiff_t>(end));
        copied = end;
    };
    for (const Found& span : spans) {
        const LexicalToken& first = rebuilt_[span.begin];
        const LexicalToken& last = rebuilt_[span.end - 1];
        // A phrase found across a space is no exception: its tokens stay.
        const auto* pieces =
            tokenizer_->exception(text.substr(first.begin_byte, last.end_byte - first.begin_byte));
        copy_until(pieces == nullptr ? span.end : span.begin);
        if (pieces == nullptr) continue;
        at_ = first.begin;
        at_byte_ = first.begin_byte;
        add_pieces(*pieces);
        tokens_.back().space_after = last.space_after;
        copied = span.end;
    }
    copy_until(rebuilt_.size());
}

}  // namespace newsgraph::nlp
