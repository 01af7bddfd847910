#include "extract/nlp/lexeme.hpp"

#include "extract/base/utf8.hpp"
#include "extract/nlp/strings.hpp"
#include "extract/nlp/unicode.hpp"

#include <algorithm>
#include <utility>

namespace newsgraph::nlp {

namespace {

#include "extract/nlp/lexical_words.inc"

constexpr std::uint32_t shape_limit = 100;  // characters; from there on every shape is LONG
constexpr std::uint32_t affix_length = 3;

template <typename List>
bool is_in(const List& list, std::string_view word) {
    return std::binary_search(std::begin(list), std::end(list), word);
}

// Lists of marks are short and asked for short texts only.
template <std::size_t count>
bool is_any_of(const std::string_view (&list)[count], std::string_view text) {
    return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

constexpr std::string_view brackets[] = {"(", ")", "[", "]", "{", "}", "<", ">"};
constexpr std::string_view quotes[] = {
    "\"", "'", "`", "''", "``", "\u00AB", "\u00BB", "\u2018", "\u2019", "\u201A", "\u201B", "\u201C", "\u201D",
    "\u201E", "\u201F", "\u2039", "\u203A", "\u276E", "\u276F"};
constexpr std::string_view left_marks[] = {
    "(", "[", "{", "<", "\"", "'", "``", "\u00AB", "\u2018", "\u201A", "\u201B", "\u201C", "\u201E", "\u201F",
    "\u2039", "\u276E"};
constexpr std::string_view right_marks[] = {
    ")", "]", "}", ">", "\"", "'", "''", "\u00BB", "\u2019", "\u201D", "\u203A", "\u276F"};

// Ends of the text's first `count` characters and of all but its last `count`.
std::uint32_t bytes_of_first(std::string_view text) {
    std::size_t offset = 0;
    utf8::next(text, offset);
    return static_cast<std::uint32_t>(offset);
}

std::uint32_t bytes_of_last(std::string_view text, std::uint32_t count) {
    std::size_t offset = text.size();
    while (offset > 0 && count > 0) {
        --offset;
        if ((static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80) --count;
    }
    return static_cast<std::uint32_t>(text.size() - offset);
}

char32_t shape_character(char32_t c) {
    if (unicode::is_alpha(c)) return unicode::is_upper_letter(c) ? U'X' : U'x';
    return unicode::is_digit(c) ? U'd' : c;
}

// Runs of one kind of character show as four at most.
std::string shape_of(std::string_view text) {
    std::string shape;
    char32_t last = 0;
    int run = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t c = shape_character(utf8::next(text, offset));
        run = c == last && !shape.empty() ? run + 1 : 0;
        last = c;
        if (run < 4) utf8::append(shape, c);
    }
    return shape;
}

struct Case {
    bool lower = false;
    bool upper = false;
    bool title = false;
};

// str.islower(), isupper() and istitle() in one pass.
Case case_of(std::string_view text) {
    bool cased = false;
    bool after_cased = false;
    Case result{true, true, true};
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t c = utf8::next(text, offset);
        const bool lower = unicode::is_lowercase(c);
        const bool upper = unicode::is_uppercase(c);
        const bool title = unicode::is_titlecase(c);
        if (upper || title) result.lower = false;
        if (lower || title) result.upper = false;
        if (((upper || title) && after_cased) || (lower && !after_cased)) result.title = false;
        after_cased = lower || upper || title;
        cased = cased || after_cased;
    }
    return cased ? result : Case{};
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

template <typename Test>
bool all(std::string_view text, Test test) {
    for (std::size_t offset = 0; offset < text.size();) {
        if (!test(utf8::next(text, offset))) return false;
    }
    return true;
}

bool like_number(std::string_view text) {
    for (const std::string_view sign : {"+", "-", "\u00B1", "~"}) {
        if (!text.starts_with(sign)) continue;
        text.remove_prefix(sign.size());
        break;
    }
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c != ',' && c != '.'; });
    if (unicode::all_digits(digits)) return true;
    if (const auto slash = digits.find('/'); slash != std::string::npos && slash == digits.rfind('/')) {
        const std::string_view view = digits;
        if (unicode::all_digits(view.substr(0, slash)) && unicode::all_digits(view.substr(slash + 1))) return true;
    }
    const std::string lower = unicode::lower(digits);
    if (is_in(number_words, lower)) return true;
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (lower.ends_with(ending) &&
            unicode::all_digits(std::string_view(lower).substr(0, lower.size() - ending.size()))) {
            return true;
        }
    }
    return false;
}

bool is_ascii_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// A name, @, a host with a dot inside; what follows does not matter.
bool like_email(std::string_view text) {
    const auto at = text.find('@');
    if (at == std::string_view::npos || at == 0) return false;
    const auto name = text.substr(0, at);
    const bool good_name = std::all_of(name.begin(), name.end(), [](char c) {
        return is_ascii_word(c) || c == '_' || c == '.' || c == '+' || c == '-';
    });
    if (!good_name) return false;
    const auto host = text.substr(at + 1);
    std::size_t dot = 0;
    while (dot < host.size() && (is_ascii_word(host[dot]) || host[dot] == '-')) ++dot;
    if (dot == 0 || dot + 1 >= host.size() || host[dot] != '.') return false;
    const char after = host[dot + 1];
    return is_ascii_word(after) || after == '-' || after == '.';
}

}  // namespace

Vocabulary::Vocabulary(const msgpack::Value& lookups, const std::string& path, std::string_view url_pattern) {
    if (!url_pattern.empty()) url_.emplace(url_pattern, "url_match");
    if (!lookups.is_map()) throw FormatError(path + ": not a map of tables");
    const msgpack::Value* norms = lookups.find("lexeme_norm");
    if (norms == nullptr) return;
    const std::string what = path + ": lexeme_norm";
    for (const auto& [key, norm] : norms->as_map(what)) norms_[key.as_id(what)] = norm.as_text(what);
}

Lexeme Vocabulary::lexeme(std::string_view text) const {
    Lexeme lexeme;
    lexeme.text = text;
    lexeme.length = static_cast<std::uint32_t>(utf8::length(text));
    lexeme.prefix_bytes = bytes_of_first(text);
    lexeme.suffix_bytes = bytes_of_last(text, affix_length);
    lexeme.lower = unicode::lower(text);
    lexeme.shape = lexeme.length >= shape_limit ? std::string("LONG") : shape_of(text);
    lexeme.orth_id = string_id(text);
    lexeme.norm = norm_of(lexeme);
    lexeme.lower_id = string_id(lexeme.lower);
    lexeme.norm_id = string_id(lexeme.norm);
    lexeme.prefix_id = string_id(lexeme.prefix());
    lexeme.suffix_id = string_id(lexeme.suffix());
    lexeme.shape_id = string_id(lexeme.shape);
    lexeme.flags = flags_of(lexeme);
    return lexeme;
}

std::string Vocabulary::norm_of(const Lexeme& lexeme) const {
    if (const auto found = norms_.find(lexeme.orth_id); found != norms_.end()) return found->second;
    const auto* norm = std::lower_bound(std::begin(base_norms), std::end(base_norms), std::string_view(lexeme.text),
                                        [](const auto& entry, std::string_view text) { return entry.first < text; });
    if (norm != std::end(base_norms) && norm->first == lexeme.text) return std::string(norm->second);
    return lexeme.lower;
}

bool Vocabulary::like_url(std::string_view text) const {
    if (text.starts_with("http://") || text.starts_with("https://")) return true;
    if (text.starts_with("www.") && text.size() >= 5) return true;
    const auto dot = text.rfind('.');
    if (dot == std::string_view::npos || dot + 1 == text.size() || text.front() == '.') return false;
    if (text.find('@') != std::string_view::npos) return false;
    const auto rest = text.substr(dot + 1);
    const auto domain = rest.substr(0, rest.find(':'));
    if (domain.ends_with('/') || is_in(top_level_domains, domain)) return true;
    return url_ && url_->matches_start(text);
}

std::uint64_t Vocabulary::flags_of(const Lexeme& lexeme) const {
    const std::string_view text = lexeme.text;
    std::uint64_t flags = 0;
    const auto set = [&flags](LexicalFlag flag, bool holds) {
        if (holds) flags |= std::uint64_t{1} << static_cast<unsigned>(flag);
    };
    const Case letters = case_of(text);
    set(LexicalFlag::is_alpha, unicode::all_alpha(text));
    set(LexicalFlag::is_ascii, is_ascii(text));
    set(LexicalFlag::is_digit, unicode::all_digits(text));
    set(LexicalFlag::is_lower, letters.lower);
    set(LexicalFlag::is_upper, letters.upper);
    set(LexicalFlag::is_title, letters.title);
    set(LexicalFlag::is_punct, all(text, unicode::is_punctuation));
    set(LexicalFlag::is_space, unicode::all_space(text));
    set(LexicalFlag::is_currency, all(text, unicode::is_currency));
    set(LexicalFlag::like_url, like_url(text));
    set(LexicalFlag::like_num, like_number(text));
    set(LexicalFlag::like_email, like_email(text));
    set(LexicalFlag::is_stop, is_in(stop_words, lexeme.lower));
    set(LexicalFlag::is_bracket, is_any_of(brackets, text));
    set(LexicalFlag::is_quote, is_any_of(quotes, text));
    set(LexicalFlag::is_left_punct, is_any_of(left_marks, text));
    set(LexicalFlag::is_right_punct, is_any_of(right_marks, text));
    return flags;
}

std::size_t LexemeCache::Hash::operator()(std::string_view text) const noexcept {
    return murmur_hash(text, 1);
}

const Lexeme& LexemeCache::get(std::string_view text) {
    if (const auto found = places_.find(text); found != places_.end()) return *found->second;
    const Lexeme& lexeme = lexemes_.emplace_back(vocabulary_->lexeme(text));
    places_.emplace(lexeme.text, &lexeme);
    bytes_ += 4 * text.size();
    return lexeme;
}

bool LexemeCache::trim() {
    if (lexemes_.size() <= most_kept && bytes_ <= most_bytes_kept) return false;
    places_.clear();
    lexemes_.clear();
    bytes_ = 0;
    return true;
}

}  // namespace newsgraph::nlp
