#include "extract/readers/markup.hpp"

#include "extract/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <libxml/HTMLparser.h>

namespace newsgraph::readers {

namespace {

constexpr std::string_view white_space = " \t\r\n\f";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// What begins and ends a paragraph.
constexpr std::array<std::string_view, 33> blocks{
    "address", "article", "aside", "blockquote", "body", "dd", "div", "dl",     "dt",  "figcaption", "figure",
    "footer",  "form",    "h1",    "h2",         "h3",   "h4", "h5",  "h6",     "head", "header",    "hr",
    "html",    "li",      "main",  "nav",        "ol",   "p",  "pre", "section", "table", "title",   "ul"};
constexpr std::array<std::string_view, 24> others{"a",      "abbr", "b", "br", "caption", "cite",  "code", "em",
                                                  "font",   "i",    "iframe", "img", "q", "s",     "script", "small",
                                                  "span",   "strong", "style", "sub", "sup", "td", "tr",   "u"};
constexpr std::array<std::string_view, 4> hidden{"script", "style", "svg", "template"};

struct Tag {
    std::string name;  // small letters
    bool closing = false;
    std::size_t name_end = 0;
};

// What stands at a '<'; nothing if it is no tag.
std::optional<Tag> tag_at(std::string_view text, std::size_t at) {
    Tag tag;
    std::size_t begin = at + 1;
    if (begin < text.size() && text[begin] == '/') {
        tag.closing = true;
        ++begin;
    }
    if (begin >= text.size() || !is_letter(text[begin])) return std::nullopt;
    tag.name_end = begin;
    while (tag.name_end < text.size() && tag.name_end < begin + 12 && is_name(text[tag.name_end])) ++tag.name_end;
    tag.name = utf8::ascii_lower(text.substr(begin, tag.name_end - begin));
    return tag;
}

class Stripper {
public:
    explicit Stripper(std::string_view html) : html_(html) {}

    std::string run() {
        while (at_ < html_.size()) {
            const char c = html_[at_];
            if (c == '<' && take_markup()) continue;
            if (c == '&' && take_entity()) continue;
            if (white_space.find(c) != std::string_view::npos) {
                pending_ = std::max(pending_, Gap::blank);
            } else {
                put(html_.substr(at_, 1));
            }
            ++at_;
        }
        return std::move(text_);
    }

private:
    enum class Gap { none, blank, tab, line, paragraph };

    void put(std::string_view text) {
        static constexpr std::array<std::string_view, 5> gaps{"", " ", "\t", "\n", "\n\n"};
        if (!text_.empty()) text_ += gaps[static_cast<std::size_t>(pending_)];
        pending_ = Gap::none;
        text_ += text;
    }

    bool take_markup() {
        const auto rest = html_.substr(at_);
        if (rest.starts_with("<!--")) return skip_to("-->", 4);
        if (rest.starts_with("<!") || rest.starts_with("<?")) return skip_to(">", 2);
        const auto tag = tag_at(html_, at_);
        if (!tag) return false;
        const bool known = among(blocks, tag->name) || among(others, tag->name) || among(hidden, tag->name);
        if (!known && !has_tag_form(*tag)) return false;
        const std::size_t end = end_of_tag(tag->name_end);
        if (end == std::string_view::npos) return false;
        at_ = end;
        if (!tag->closing && among(hidden, tag->name)) skip_element(tag->name);
        pending_ = std::max(pending_, gap_of(tag->name));
        return true;
    }

    // Of names that are not known: "<custom>", "<o:p>", but not "<DBKG.F>".
    bool has_tag_form(const Tag& tag) const {
        return tag.name_end < html_.size() && std::string_view(" >/:-").find(html_[tag.name_end]) != std::string_view::npos &&
               !is_capital(html_[at_ + (tag.closing ? 2 : 1)]);
    }

    static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

    static Gap gap_of(std::string_view name) {
        if (among(blocks, name)) return Gap::paragraph;
        if (name == "br" || name == "tr") return Gap::line;
        return name == "td" || name == "th" ? Gap::tab : Gap::none;
    }

    // To behind the mark, or to the end where there is none.
    bool skip_to(std::string_view mark, std::size_t from) {
        const auto found = html_.find(mark, at_ + from);
        at_ = found == std::string_view::npos ? html_.size() : found + mark.size();
        return true;
    }

    void skip_element(const std::string& name) {
        while (at_ < html_.size()) {
            at_ = std::min(html_.find("</", at_), html_.size());
            const auto tag = tag_at(html_, at_);
            if (tag && tag->name == name) return;
            at_ = std::min(at_ + 2, html_.size());
        }
    }

    // Behind the '>' of a tag, quoted ones aside. Each way of searching that once came to the end of the text is not tried
    // again, so that tags without an end cost no square.
    std::size_t end_of_tag(std::size_t at) {
        char quote = 0;
        for (std::size_t i = at; balanced_ && i < html_.size(); ++i) {
            const char c = html_[i];
            if (quote != 0) {
                if (c == quote) quote = 0;
            } else if (c == '>') {
                return i + 1;
            } else if ((c == '"' || c == '\'') && html_[i - 1] == '=') {
                quote = c;
            }
        }
        balanced_ = false;
        const auto found = closed_ ? html_.find('>', at) : std::string_view::npos;
        closed_ = found != std::string_view::npos;
        return closed_ ? found + 1 : found;
    }

    bool take_entity() {
        constexpr std::size_t longest = 10;
        const auto semicolon = html_.substr(at_, longest + 2).find(';');
        if (semicolon == std::string_view::npos || semicolon < 2) return false;
        const char32_t character = character_of(html_.substr(at_ + 1, semicolon - 1));
        if (character == 0) return false;
        at_ += semicolon + 1;
        if (character == 0xA0 || character <= 0x20) {
            pending_ = std::max(pending_, Gap::blank);
        } else {
            std::string bytes;
            utf8::append(bytes, character);
            put(bytes);
        }
        return true;
    }

    // 0 if the entity is not known.
    static char32_t character_of(std::string_view name) {
        if (!name.starts_with('#')) {
            const std::string terminated(name);
            const auto* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(terminated.c_str()));
            if (entity != nullptr) return static_cast<char32_t>(entity->value);
            return name == "apos" ? U'\'' : 0;
        }
        const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        name.remove_prefix(hexadecimal ? 2 : 1);
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value, hexadecimal ? 16 : 10);
        const bool is_character = value > 0 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
        return error == std::errc() && end == name.data() + name.size() && is_character ? static_cast<char32_t>(value) : 0;
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::string text_;
    Gap pending_ = Gap::none;
    bool balanced_ = true;
    bool closed_ = true;
};

}  // namespace

bool is_html(std::string_view text) {
    std::size_t tags = 0;
    bool sure = false;  // an opening tag alone may be a share's symbol: "Du Pont <DD>, Phillips <P>"
    for (auto at = text.find('<'); at != std::string_view::npos && !(sure && tags > 1); at = text.find('<', at + 1)) {
        const auto tag = tag_at(text, at);
        if (!tag || tag->name_end >= text.size() || std::string_view(" >/\n\t").find(text[tag->name_end]) == std::string_view::npos) continue;
        if (!among(blocks, tag->name) && !among(others, tag->name)) continue;
        ++tags;
        sure = sure || tag->closing || tag->name == "br";
    }
    return sure && tags > 1;
}

std::string text_of_html(std::string_view html) { return Stripper(html).run(); }

}  // namespace newsgraph::readers
