#include "extract/names/normalize.hpp"

#include "extract/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utf8proc.h>

namespace newsgraph {

namespace {

struct Free {
    void operator()(utf8proc_uint8_t* bytes) const { std::free(bytes); }
};

std::string map(std::string_view text, int options) {
    utf8proc_uint8_t* raw = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &raw,
                                   static_cast<utf8proc_option_t>(options));
    if (size < 0) return std::string(text);
    const std::unique_ptr<utf8proc_uint8_t, Free> bytes(raw);
    return std::string(reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size));
}

bool is_word(char32_t c) {
    if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC: return true;
        default: return false;
    }
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'\u2019' || c == U'\u2018' || c == U'`'; }

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Letters and digits of `text`, what lies between them as one `gap`.
std::string words(const std::string& text, char gap) {
    std::string result;
    bool open = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = utf8::next(text, at);
        if (c == U'.' || is_apostrophe(c)) continue;
        if (!is_word(c)) {
            open = true;
            continue;
        }
        if (open && !result.empty()) result += gap;
        open = false;
        utf8::append(result, c);
    }
    return result;
}

}  // namespace

std::string fold(std::string_view name) {
    if (is_ascii(name)) return words(utf8::ascii_lower(name), ' ');
    return words(map(name, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_DECOMPOSE),
                 ' ');
}

std::string slug(std::string_view name) {
    constexpr auto options = UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_COMPOSE;
    auto result = words(is_ascii(name) ? utf8::ascii_lower(name) : map(name, options), '-');
    return result.empty() ? "unnamed" : result;
}

std::string_view strip_possessive(std::string_view name) {
    static constexpr std::array<std::string_view, 6> endings{"'s", "\xE2\x80\x99s", "'S", "\xE2\x80\x99S", "'", "\xE2\x80\x99"};
    for (const auto ending : endings) {
        if (name.size() > ending.size() && name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
    }
    return name;
}

std::string_view strip_article(std::string_view name) {
    static constexpr std::array<std::string_view, 6> articles{"the ", "The ", "a ", "A ", "an ", "An "};
    for (const auto article : articles) {
        if (name.size() > article.size() && name.starts_with(article)) return name.substr(article.size());
    }
    return name;
}

}  // namespace newsgraph
