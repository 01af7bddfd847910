#include "extract/language.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>  // the detector's header needs it and does not include it

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

namespace newsgraph {

namespace {

// In bytes of letters. Measured: of 17,460 English articles and passages none is taken for another language; of 217,000
// sentences, titles and paragraphs of English, each taken for an article, 10 are (addresses, lists of names), none of
// them as long as the paragraph's limit.
constexpr std::size_t shortest_article = 80;
constexpr std::size_t shortest_paragraph = 200;
// Shorter texts must be foreign by their words in small letters alone, too, of which there must be so many.
constexpr std::size_t longest_of_names = 500;
constexpr std::size_t shortest_of_words = 30;
// In a text that is not English, a quarter may be: a quotation, names, a line of copyright.
constexpr int most_english = 25;
constexpr int least_foreign = 60;

// A paragraph of the shortest kind is at least two hundredths of an article that is no longer than this, so one with 99 % of
// English has none in another language.
constexpr int nearly_all_english = 99;
constexpr std::size_t longest_without_check = 10'000;  // bytes

// Control characters would make the detector refuse the text.
std::string without_controls(std::string_view text) {
    std::string clean(text);
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    std::replace_if(clean.begin(), clean.end(), is_control, ' ');
    return clean;
}

// "GERMAN" -> "German", "NORWEGIAN_N" -> "Norwegian"; other names are fit to be read.
std::string readable_name(CLD2::Language language) {
    if (language == CLD2::CHINESE_T) language = CLD2::CHINESE;
    std::string name = CLD2::LanguageName(language);
    name.resize(std::min(name.find('_'), name.size()));
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    if (std::none_of(name.begin(), name.end(), is_small)) {
        std::transform(name.begin() + 1, name.end(), name.begin() + 1, [](char c) { return static_cast<char>(c - 'A' + 'a'); });
    }
    return name;
}

struct Judgement {
    std::string language;  // as foreign_language()
    int english = 0;       // percent of the letters; 0 where nothing is sure
};

// Of words in Latin letters those in small ones: names tell no language.
std::string without_names(std::string_view text) {
    std::string rest;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const auto word = text.substr(begin, end - begin);
        const auto letter = std::find_if(word.begin(), word.end(), [](char c) { return (c & 0x80) != 0 || std::isalpha(c) != 0; });
        const bool capital = letter != word.end() && *letter >= 'A' && *letter <= 'Z';
        if (!capital) rest.append(word).append(" ");
        begin = end + 1;
    }
    return rest;
}

Judgement judge_all(std::string_view text, std::size_t shortest) {
    if (text.size() < shortest) return {};
    const std::string clean = without_controls(text);
    const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percent{};
    std::array<double, 3> scores{};
    int letters = 0;
    bool reliable = false;
    int valid_bytes = 0;
    CLD2::ExtDetectLanguageSummaryCheckUTF8(clean.data(), static_cast<int>(clean.size()), true, &no_hints, 0, languages.data(),
                                            percent.data(), scores.data(), nullptr, &letters, &reliable, &valid_bytes);
    if (!reliable || static_cast<std::size_t>(letters) < shortest) return {};
    int english = 0;
    int foreign = 0;
    auto first = CLD2::UNKNOWN_LANGUAGE;  // they come sorted, the largest share first
    for (std::size_t i = 0; i < languages.size(); ++i) {
        if (languages[i] == CLD2::ENGLISH) {
            english += percent[i];
        } else if (languages[i] != CLD2::UNKNOWN_LANGUAGE) {
            foreign += percent[i];
            if (first == CLD2::UNKNOWN_LANGUAGE) first = languages[i];
        }
    }
    return {english <= most_english && foreign >= least_foreign ? readable_name(first) : std::string(), english};
}

// A short text may be little but names.
Judgement judge(std::string_view text, std::size_t shortest) {
    const Judgement all = judge_all(text, shortest);
    if (all.language.empty() || text.size() > longest_of_names) return all;
    const Judgement words = judge_all(without_names(without_controls(text)), shortest_of_words);
    return {words.language.empty() ? std::string() : all.language, all.english};
}

}  // namespace

std::string foreign_language(std::string_view text, std::size_t shortest) { return judge(text, shortest).language; }

std::optional<ForeignText> mark_foreign(const Article& article, std::vector<TextPart>& parts) {
    const Judgement whole = judge(article.text, shortest_article);
    ForeignText found{whole.language};
    if (!found.language.empty()) {
        for (TextPart& part : parts) part.kind = TextPart::Kind::foreign;
        return found;
    }
    if (whole.english >= nearly_all_english && article.text.size() <= longest_without_check) return std::nullopt;
    for (TextPart& part : parts) {
        const auto text = std::string_view(article.text).substr(part.begin_byte, part.end_byte - part.begin_byte);
        const std::string language = foreign_language(text, shortest_paragraph);
        if (language.empty()) continue;
        part.kind = TextPart::Kind::foreign;
        ++found.paragraphs;
        if (found.language.find(language) == std::string::npos) found.language += (found.language.empty() ? "" : ", ") + language;
    }
    return found.paragraphs > 0 ? std::optional(found) : std::nullopt;
}

}  // namespace newsgraph
