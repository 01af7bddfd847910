#include "export/escape.hpp"

#include "extract/base/utf8.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace newsgraph {

namespace {

constexpr std::size_t longest_dot_string = 12000;  // bytes; Graphviz 2.42 stops at 16,383
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

// Every code point of the cleaned text, with the bytes that stand for it.
template <typename Visit>
void each(std::string_view clean, Visit visit) {
    for (std::size_t at = 0; at < clean.size();) {
        const std::size_t begin = at;
        const char32_t c = utf8::next(clean, at);
        if (!visit(c, clean.substr(begin, at - begin))) {
            return;
        }
    }
}

std::string_view xml_escape(char32_t c) {
    switch (c) {
    case U'&':
        return "&amp;";
    case U'<':
        return "&lt;";
    case U'>':
        return "&gt;";
    case U'\r':
        return "&#13;";
    default:
        return {};
    }
}

// Inside an attribute a parser makes line breaks and tabs blanks, unless they are written as numbers.
std::string_view attribute_escape(char32_t c) {
    switch (c) {
    case U'"':
        return "&quot;";
    case U'\n':
        return "&#10;";
    case U'\t':
        return "&#9;";
    default:
        return xml_escape(c);
    }
}

// Graphviz decodes &name; in labels and tooltips, and expands \N and its like.
std::string_view dot_escape(char32_t c) {
    switch (c) {
    case U'"':
        return "\\\"";
    case U'\\':
        return "\\\\";
    case U'&':
        return "&amp;";
    case U'\n':
        return "\\n";
    case U'\r':
    case U'\t':
        return " ";
    default:
        return {};
    }
}

// What is escaped is ASCII, and in UTF-8 such a byte is never a part of something else.
template <typename Escape>
std::string escaped(std::string_view text, Escape escape) {
    const std::string clean = clean_text(text);
    std::string out;
    out.reserve(clean.size() + 16);
    std::size_t begin = 0;  // of what is not written yet
    for (std::size_t at = 0; at < clean.size(); ++at) {
        const std::string_view replacement = escape(static_cast<unsigned char>(clean[at]));
        if (!replacement.empty()) {
            out.append(clean, begin, at - begin).append(replacement);
            begin = at + 1;
        }
    }
    return out.append(clean, begin);
}

}  // namespace

std::string clean_text(std::string_view text) {
    return utf8::clean(text);
}

std::string cut_text(std::string_view text, std::size_t limit) {
    std::string out = clean_text(text);
    if (utf8::length(out) <= limit) {
        return out;
    }
    std::size_t at = 0;
    for (std::size_t i = 1; i < limit; ++i) {
        utf8::next(out, at);
    }
    out.resize(at);
    return limit == 0 ? std::string() : out.append(ellipsis);
}

std::string xml_text(std::string_view text) {
    return escaped(text, xml_escape);
}

std::string xml_attribute(std::string_view text) {
    return "\"" + escaped(text, attribute_escape) + "\"";
}

std::string dot_string(std::string_view text, std::size_t limit) {
    const std::string clean = cut_text(text, limit);
    std::string out = "\"";
    each(clean, [&](char32_t c, std::string_view bytes) {
        const std::string_view replacement = dot_escape(c);
        out.append(replacement.empty() ? bytes : replacement);
        if (out.size() > longest_dot_string) {
            out.append(ellipsis);
            return false;
        }
        return true;
    });
    return out.append("\"");
}

std::string number_text(double value) {
    if (!std::isfinite(value)) {
        return "0";
    }
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

}  // namespace newsgraph
