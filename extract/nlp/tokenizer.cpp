#include "extract/nlp/tokenizer.hpp"

#include "extract/base/error.hpp"
#include "extract/nlp/strings.hpp"

#include <algorithm>

namespace newsgraph::nlp {

namespace {

constexpr std::uint64_t orth_symbol = 65;
constexpr std::uint64_t norm_symbol = 67;

// Keys of an exception's tokens are symbol numbers, in files of users also names.
std::uint64_t symbol_of(const msgpack::Value& key, const std::string& what) {
    if (key.is_integer()) return key.as_id(what);
    std::string name(key.as_text(what));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (name == "TEXT") return orth_symbol;
    return string_id(name);
}

std::string_view url_pattern(const msgpack::Value& file, const std::string& path) {
    if (!file.is_map()) throw FormatError(path + ": not a map");
    const msgpack::Value* pattern = file.find("url_match");
    return pattern == nullptr || pattern->is_nil() ? std::string_view() : pattern->as_text(path + ": url_match");
}

}  // namespace

std::size_t Tokenizer::Hash::operator()(std::string_view text) const noexcept {
    return murmur_hash(text, 1);
}

Tokenizer::Tokenizer(const msgpack::Value& file, const std::string& path, const msgpack::Value& lookups,
                     const std::string& lookups_path)
    : path_(path), vocabulary_(lookups, lookups_path, url_pattern(file, path)) {
    prefix_ = read_pattern(file, "prefix_search");
    suffix_ = read_pattern(file, "suffix_search");
    infix_ = read_pattern(file, "infix_finditer");
    token_match_ = read_pattern(file, "token_match");
    url_match_ = read_pattern(file, "url_match");
    if (const auto* faster = file.find("faster_heuristics"); faster != nullptr) {
        faster_heuristics_ = faster->as_bool(path_ + ": faster_heuristics");
    }
    read_exceptions(file);
    add_phrases();
}

std::optional<Regex> Tokenizer::read_pattern(const msgpack::Value& file, std::string_view key) const {
    const msgpack::Value* pattern = file.find(key);
    if (pattern == nullptr || pattern->is_nil()) return std::nullopt;
    const std::string what = path_ + ": " + std::string(key);
    const std::string_view source = pattern->as_text(what);
    if (source.empty()) return std::nullopt;
    return Regex(source, what);
}

void Tokenizer::read_exceptions(const msgpack::Value& file) {
    const msgpack::Value* exceptions = file.find("exceptions");
    if (exceptions == nullptr || exceptions->is_nil()) return;
    const std::string what = path_ + ": exceptions";
    for (const auto& [key, tokens] : exceptions->as_map(what)) read_exception(key.as_text(what), tokens);
}

void Tokenizer::read_exception(std::string_view key, const msgpack::Value& tokens) {
    const std::string what = path_ + ": exception '" + std::string(key) + "'";
    Pieces pieces;
    std::size_t at = 0;
    for (const auto& token : tokens.as_array(what)) {
        Piece piece{nullptr, nullptr, 0};
        for (const auto& [name, value] : token.as_map(what)) {
            const auto symbol = symbol_of(name, what);
            const auto text = value.as_text(what);
            if (symbol == orth_symbol) {
                if (text.empty() || key.substr(at, text.size()) != text) {
                    throw FormatError(what + ": its tokens do not make up its text");
                }
                at += text.size();
                piece.lexeme = &lexemes_.emplace_back(vocabulary_.lexeme(text));
            } else if (symbol == norm_symbol) {
                if (text.empty()) continue;
                piece.norm = &norms_.emplace_back(text);
                piece.norm_id = string_id(text);
            } else {
                throw FormatError(what + ": has an attribute other than ORTH and NORM");
            }
        }
        if (piece.lexeme == nullptr) throw FormatError(what + ": a token has no ORTH");
        pieces.push_back(piece);
    }
    if (at != key.size() || pieces.empty()) throw FormatError(what + ": its tokens do not make up its text");
    longest_exception_ = std::max(longest_exception_, key.size());
    exceptions_.insert_or_assign(std::string(key), std::move(pieces));
}

bool Tokenizer::is_phrase(std::string_view key) const {
    return !faster_heuristics_ || find_prefix(key) > 0 || (infix_ && infix_->search(key)) || find_suffix(key) > 0 ||
           key.find(' ') != std::string_view::npos;
}

void Tokenizer::add_phrases() {
    std::vector<std::string_view> keys;
    keys.reserve(exceptions_.size());
    for (const auto& [key, pieces] : exceptions_) keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    phrases_.resize(1);
    Session session(*this);
    for (const auto key : keys) {
        if (!is_phrase(key)) continue;
        session.tokens_.clear();
        session.at_ = session.at_byte_ = 0;
        session.add_chunks(key, false);
        std::uint32_t node = 0;
        for (const auto& token : session.tokens_) {
            const auto [place, is_new] =
                phrases_[node].next.try_emplace(token.lexeme->orth_id, static_cast<std::uint32_t>(phrases_.size()));
            node = place->second;
            if (is_new) phrases_.emplace_back();
        }
        if (node != 0) phrases_[node].ends = true;
    }
}

const Tokenizer::Pieces* Tokenizer::exception(std::string_view text) const {
    if (text.size() > longest_exception_) return nullptr;
    const auto found = exceptions_.find(text);
    return found == exceptions_.end() ? nullptr : &found->second;
}

std::size_t Tokenizer::find_prefix(std::string_view text) const {
    const auto found = prefix_ ? prefix_->search(text) : std::nullopt;
    return found ? found->end - found->begin : 0;
}

std::size_t Tokenizer::find_suffix(std::string_view text) const {
    const auto found = suffix_ ? suffix_->search_suffix(text) : std::nullopt;
    return found ? found->end - found->begin : 0;
}

}  // namespace newsgraph::nlp
