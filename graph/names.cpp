#include "graph/names.hpp"

#include "extract/base/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>
#include <set>
#include <vector>

namespace newsgraph {

namespace {

struct Free {
    void operator()(void* memory) const { std::free(memory); }
};

std::string mapped(std::string_view text, int options) {
    utf8proc_uint8_t* result = nullptr;
    const utf8proc_ssize_t length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                 static_cast<utf8proc_ssize_t>(text.size()), &result,
                                                 static_cast<utf8proc_option_t>(options));
    if (length < 0) {
        if (length == UTF8PROC_ERROR_NOMEM) {
            throw std::bad_alloc();
        }
        return std::string(text);
    }
    const std::unique_ptr<utf8proc_uint8_t, Free> owner(result);
    return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(length)};
}

bool is_space(char32_t c) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return c == U'\t' || c == U'\n' || c == U'\v' || c == U'\f' || c == U'\r' || c == 0x85 ||
           category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

bool is_letter_or_digit(char32_t c) {
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO);
}

bool is_apostrophe(char32_t c) {
    return c == 0x2018 || c == 0x2019 || c == 0x02BC || c == U'`' || c == 0x00B4;
}

// Letters that Unicode does not take apart, as a keyboard without them writes them.
std::u32string_view plain_letter(char32_t c) {
    switch (c) {
    case 0x00E6:
        return U"ae";
    case 0x0153:
        return U"oe";
    case 0x00F8:
        return U"o";
    case 0x0111:
    case 0x00F0:
        return U"d";
    case 0x0127:
        return U"h";
    case 0x0131:
        return U"i";
    case 0x0142:
        return U"l";
    case 0x0167:
        return U"t";
    case 0x00FE:
        return U"th";
    default:
        return {};
    }
}

std::u32string spaced(std::u32string_view text) {
    std::u32string out;
    for (const char32_t c : text) {
        if (!is_space(c)) {
            out.push_back(c);
        } else if (!out.empty() && out.back() != U' ') {
            out.push_back(U' ');
        }
    }
    if (!out.empty() && out.back() == U' ') {
        out.pop_back();
    }
    return out;
}

// "'s" before a word's end, or the bare apostrophe of a plural.
bool is_possessive(const std::u32string& text, std::size_t at) {
    const auto ends = [&text](std::size_t index) { return index >= text.size() || text[index] == U' '; };
    return text[at] == U'\'' && at > 0 &&
           ((at + 1 < text.size() && text[at + 1] == U's' && ends(at + 2)) || (text[at - 1] == U's' && ends(at + 1)));
}

}  // namespace

std::string fold_name(std::string_view name) {
    const std::string folded =
        mapped(name, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    std::u32string text;
    for (const char32_t c : spaced(utf8::decode(folded))) {
        const std::u32string_view plain = plain_letter(c);
        if (plain.empty()) {
            text.push_back(is_apostrophe(c) ? U'\'' : c);
        } else {
            text.append(plain);
        }
    }
    return utf8::encode(text);
}

std::string name_key(std::string_view name) {
    std::string folded = fold_name(name);
    const std::u32string text = utf8::decode(folded);
    std::u32string kept;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_possessive(text, i)) {
            i += i + 1 < text.size() && text[i + 1] == U's' ? 1U : 0U;
        } else if (is_letter_or_digit(text[i]) || text[i] == U'&' || text[i] == U'+') {
            kept.push_back(text[i]);
        } else if (text[i] != U'.' && text[i] != U'\'') {
            kept.push_back(U' ');
        }
    }
    kept = spaced(kept);
    constexpr std::u32string_view article = U"the ";
    if (kept.size() > article.size() && std::u32string_view(kept).substr(0, article.size()) == article) {
        kept.erase(0, article.size());
    }
    return kept.empty() ? folded : utf8::encode(kept);
}

std::string one_line(std::string_view text) {
    return utf8::encode(spaced(utf8::decode(text)));
}

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit) {
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    if (b.size() - a.size() > limit) {
        return limit + 1;
    }
    // Rows of the table: before the last one, the last one, this one.
    std::vector<std::size_t> older(a.size() + 1);
    std::vector<std::size_t> last(a.size() + 1);
    std::vector<std::size_t> row(a.size() + 1);
    for (std::size_t i = 0; i <= a.size(); ++i) {
        last[i] = i;
    }
    for (std::size_t j = 1; j <= b.size(); ++j) {
        row[0] = j;
        for (std::size_t i = 1; i <= a.size(); ++i) {
            const std::size_t change = last[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[i] = std::min({last[i] + 1, row[i - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[i] = std::min(row[i], older[i - 2] + 1);
            }
        }
        if (*std::min_element(row.begin(), row.end()) > limit + 1) {
            return limit + 1;
        }
        older.swap(last);
        last.swap(row);
    }
    return std::min(last[a.size()], limit + 1);
}

std::string title_before(std::u32string_view text, std::size_t begin) {
    constexpr std::size_t longest_title = 20;
    constexpr std::size_t longest_short_title = 6;  // "Lieut."; a longer word with a point ends a sentence
    // Words that begin a sentence before a name.
    static const std::set<std::string, std::less<>> no_titles = {
        "a", "after", "although", "an", "and", "as", "at", "because", "before", "but", "by", "for", "from", "had", "has", "he",
        "how", "if", "in", "is", "it", "like", "nor", "of", "on", "or", "said", "says", "she", "since", "so", "than", "that",
        "the", "then", "though", "to", "under", "unlike", "until", "was", "what", "when", "where", "while", "who", "why", "with"};
    if (begin < 2 || begin > text.size() || text[begin - 1] != U' ') {
        return "";
    }
    const auto is_letter = [](char32_t c) {
        return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'.' || c == U'-' || (c > 0xBF && c != U'\u2019');
    };
    std::size_t from = begin - 1;
    while (from > 0 && is_letter(text[from - 1])) {
        --from;
    }
    const std::size_t length = begin - 1 - from;
    const bool capital = length > 0 && ((text[from] >= U'A' && text[from] <= U'Z') || text[from] > 0xBF);
    if (!capital || length < 2 || length > longest_title) {
        return "";
    }
    if (text[from + length - 1] == U'.' && length > longest_short_title) {
        return "";
    }
    std::string word = utf8::encode(text.substr(from, length));
    return no_titles.contains(name_key(word)) ? "" : word;
}

bool is_wikidata_id(std::string_view id) {
    return id.size() > 1 && id[0] == 'Q' &&
           std::all_of(id.begin() + 1, id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace newsgraph
