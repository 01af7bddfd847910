#include "graph/name_variants.hpp"

#include "extract/base/utf8.hpp"
#include "graph/names.hpp"

#include <algorithm>
#include <map>

namespace newsgraph {

namespace data {
std::string_view name_variants();
std::string_view nicknames();
std::string_view transliterations();
}  // namespace data

namespace {

using Words = std::vector<std::string>;

Words split(std::string_view text, char mark) {
    Words out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(mark), text.size());
        if (end > 0) {
            out.emplace_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string joined(const Words& words) {
    std::string out;
    for (const std::string& word : words) {
        out += (out.empty() ? "" : " ") + word;
    }
    return out;
}

template <typename Visit>
void each_row(std::string_view table, Visit visit) {
    for (const std::string& line : split(table, '\n')) {
        if (line[0] != '#') {
            visit(split(line, '\t'));
        }
    }
}

struct Variants {
    std::map<std::string, std::string> words;   // form -> the one that stands for all
    std::map<std::string, std::string> first;   // of a first word
    std::map<std::string, std::string> later;   // of others
    std::vector<std::pair<Words, std::string>> phrases;
    std::map<std::string, std::set<std::string>> lists;  // by kind

    bool lists_word(const char* kind, const std::string& word) const {
        const auto found = lists.find(kind);
        return found != lists.end() && found->second.contains(word);
    }
};

Variants read_variants() {
    Variants out;
    const std::map<std::string, std::map<std::string, std::string>*> forms = {
        {"word", &out.words}, {"first", &out.first}, {"later", &out.later}};
    each_row(data::name_variants(), [&](const Words& cells) {
        const Words words = split(cells.at(1), '|');
        for (const std::string& word : words) {
            if (const auto form = forms.find(cells[0]); form != forms.end()) {
                form->second->emplace(word, words.front());
            } else if (cells[0] == "phrase") {
                out.phrases.emplace_back(split(word, ' '), words.front());
            } else {
                out.lists[cells[0]].insert(word);
            }
        }
    });
    return out;
}

const Variants& variants() {
    static const Variants table = read_variants();
    return table;
}

void apply_phrases(Words& words) {
    for (const auto& [phrase, form] : variants().phrases) {
        for (auto at = std::search(words.begin(), words.end(), phrase.begin(), phrase.end()); at != words.end();
             at = std::search(at + 1, words.end(), phrase.begin(), phrase.end())) {
            *at = form;
            at = words.erase(at + 1, at + static_cast<std::ptrdiff_t>(phrase.size())) - 1;
        }
    }
}

void apply_forms(Words& words) {
    const Variants& table = variants();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& of_place = i == 0 ? table.first : table.later;
        if (const auto found = of_place.find(words[i]); found != of_place.end()) {
            words[i] = found->second;
        } else if (const auto plain = table.words.find(words[i]); plain != table.words.end()) {
            words[i] = plain->second;
        }
    }
}

void drop_ends(const char* kind, Words& words) {
    while (words.size() > 1 && (variants().lists_word(kind, words.back()) || words.back() == "and")) {
        words.pop_back();
    }
}

const std::vector<std::pair<std::string, std::string>>& transliterations() {
    static const std::vector<std::pair<std::string, std::string>> table = [] {
        std::vector<std::pair<std::string, std::string>> rows;
        each_row(data::transliterations(), [&](const Words& cells) { rows.emplace_back(cells.at(0), cells.at(1)); });
        return rows;
    }();
    return table;
}

// `marked` is the word between "^" and "$".
void rewrite(const std::string& from, const std::string& to, std::string& marked) {
    const std::string put = (from.front() == '^' ? "^" : "") + to + (from.back() == '$' ? "$" : "");
    for (std::size_t at = marked.find(from); at != std::string::npos; at = marked.find(from, at + put.size())) {
        marked.replace(at, from.size(), put);
    }
}

const std::multimap<std::string, std::string>& formal_by_short() {
    static const std::multimap<std::string, std::string> table = [] {
        std::multimap<std::string, std::string> out;
        each_row(data::nicknames(), [&](const Words& cells) {
            const Words names = split(cells.at(1), '|');
            for (const std::string& name : names) {
                if (cells[0] != "=") {
                    out.emplace(name, cells[0]);
                    continue;
                }
                for (const std::string& other : names) {
                    out.emplace(name, other);
                }
            }
        });
        return out;
    }();
    return table;
}

// "j" for "john": one letter.
bool is_initial_of(const std::string& letter, const std::string& name) {
    return utf8::length(letter) == 1 && name.starts_with(letter);
}

bool initial_fits(const std::string& a, const std::string& b) {
    return is_initial_of(a, b) || is_initial_of(b, a);
}

// The shorter list's names stand in the longer one, in their order.
bool middles_fit(const Words& a, const Words& b) {
    const Words& fewer = a.size() < b.size() ? a : b;
    const Words& more = a.size() < b.size() ? b : a;
    auto at = more.begin();
    for (const std::string& name : fewer) {
        at = std::find_if(at, more.end(), [&](const std::string& other) { return name == other || initial_fits(name, other); });
        if (at == more.end()) {
            return false;
        }
        ++at;
    }
    return true;
}

PersonMatch match_forenames(const std::string& a, const std::string& b) {
    if (a == b) {
        return PersonMatch::same;
    }
    if (initial_fits(a, b)) {
        return PersonMatch::initial;
    }
    if (sound_key(a) == sound_key(b)) {
        return PersonMatch::transliteration;
    }
    const std::set<std::string> of_a = formal_forenames(a);
    const std::set<std::string> of_b = formal_forenames(b);
    // "Bill" is "William"; that "Bob" and "Bert" may both be "Robert" says nothing.
    return of_a.contains(b) || of_b.contains(a) ? PersonMatch::nickname : PersonMatch::none;
}

bool one_slip(const std::string& a, const std::string& b) {
    constexpr std::size_t sure_letters = 3;
    const std::u32string x = utf8::decode(a);
    const std::u32string y = utf8::decode(b);
    const auto is_letter = [](char32_t c) { return c > U'9' || c < U'0'; };
    return std::min(x.size(), y.size()) > sure_letters && std::all_of(x.begin(), x.end(), is_letter) &&
           std::all_of(y.begin(), y.end(), is_letter) && x.compare(0, sure_letters, y, 0, sure_letters) == 0 &&
           edit_distance(x, y, 1) == 1;
}

PersonMatch match_surnames(const std::string& a, const std::string& b) {
    constexpr std::size_t longest_code = 4;  // what is short sounds like much
    if (a == b) {
        return PersonMatch::same;
    }
    if (std::min(a.size(), b.size()) > longest_code && sound_key(a) == sound_key(b)) {
        return PersonMatch::transliteration;
    }
    return one_slip(a, b) ? PersonMatch::slip : PersonMatch::none;
}

}  // namespace

std::string spelling_key(std::string_view type, const std::string& key) {
    if (type == "person") {
        return key;
    }
    Words words = split(key, ' ');
    apply_phrases(words);
    apply_forms(words);
    if (type == "organization") {
        drop_ends("legal", words);
    }
    return joined(words);
}

std::string business_core(const std::string& key) {
    Words words = split(spelling_key("organization", key), ' ');
    drop_ends("business", words);
    return joined(words);
}

bool is_common_body(const std::string& key) {
    return variants().lists_word("common", key);
}

std::set<std::string> initials_of(const std::string& key) {
    static const std::set<std::string> little = {"of", "and", "for", "the", "in", "on", "to", "de", "du", "la"};
    const Words words = split(key, ' ');
    std::string all;
    std::string great;
    for (const std::string& word : words) {
        std::size_t end = 0;
        utf8::next(word, end);
        all += word.substr(0, end);
        great += little.contains(word) || word == "&" ? "" : word.substr(0, end);
    }
    return words.size() < 2 ? std::set<std::string>{} : std::set<std::string>{all, great};
}

std::string sound_key(std::string_view word) {
    std::string marked = "^" + std::string(word) + "$";
    for (const auto& [from, to] : transliterations()) {
        rewrite(from, to, marked);
    }
    marked = marked.substr(1, marked.size() - 2);
    marked.erase(std::unique(marked.begin(), marked.end()), marked.end());
    return marked;
}

std::set<std::string> formal_forenames(const std::string& forename) {
    std::set<std::string> out = {forename};
    const auto [begin, end] = formal_by_short().equal_range(forename);
    std::for_each(begin, end, [&](const auto& row) { out.insert(row.second); });
    return out;
}

bool is_mans_title(const std::string& title) {
    return variants().lists_word("man", title);
}

bool is_womans_title(const std::string& title) {
    return variants().lists_word("woman", title);
}

bool is_office(const std::string& title) {
    return !is_mans_title(title) && !is_womans_title(title) && !variants().lists_word("address", title);
}

PersonName person_name(const std::string& key) {
    Words words = split(key, ' ');
    PersonName out;
    if (words.size() > 1 && variants().lists_word("generation", words.back())) {
        out.generation = words.back() == "junior" ? "jr" : words.back() == "senior" ? "sr" : words.back();
        words.pop_back();
    }
    if (!words.empty()) {
        out.last = words.back();
        words.pop_back();
    }
    if (!words.empty()) {
        out.first = words.front();
        out.middles.assign(words.begin() + 1, words.end());
    }
    return out;
}

std::string_view to_string(PersonMatch match) {
    switch (match) {
    case PersonMatch::middle_name:
        return "middle name";
    case PersonMatch::transliteration:
        return "transliteration";
    case PersonMatch::nickname:
        return "nickname";
    case PersonMatch::initial:
        return "initial";
    case PersonMatch::slip:
        return "spelling";
    case PersonMatch::same:
        return "same label";
    case PersonMatch::none:
        break;
    }
    return "none";
}

std::optional<PersonName> by_middle_name(const PersonName& name) {
    const auto is_initial = [](const std::string& word) { return utf8::length(word) == 1; };
    // Of "A. B. Lund" the second letter is no name either, which also ends the looking.
    if (name.middles.empty() || !is_initial(name.first) || is_initial(name.middles.front())) {
        return std::nullopt;
    }
    PersonName out = name;
    out.first = name.middles.front();
    out.middles.erase(out.middles.begin());
    return out;
}

PersonMatch match_people(const PersonName& a, const PersonName& b) {
    const auto x = by_middle_name(a);
    const auto y = by_middle_name(b);
    if (x.has_value() != y.has_value()) {
        const PersonMatch match = x ? match_people(*x, b) : match_people(a, *y);
        if (match <= PersonMatch::middle_name) {
            return PersonMatch::middle_name;
        }
    }
    // Father and son, one pope and another.
    if (a.generation != b.generation || a.first.empty() || b.first.empty() || !middles_fit(a.middles, b.middles)) {
        return PersonMatch::none;
    }
    const PersonMatch first = match_forenames(a.first, b.first);
    const PersonMatch last = match_surnames(a.last, b.last);
    if (first == PersonMatch::none || last == PersonMatch::none) {
        return PersonMatch::none;
    }
    // Two doubts at once are one too many, but for one that an alphabet explains.
    const bool sure_first = first <= PersonMatch::transliteration;
    const bool sure_last = last == PersonMatch::same || (last == PersonMatch::transliteration && first != PersonMatch::initial);
    if (!sure_first && !sure_last) {
        return PersonMatch::none;
    }
    if (last == PersonMatch::slip && first != PersonMatch::same) {
        return PersonMatch::none;
    }
    return std::max({first, last, a.middles != b.middles ? PersonMatch::middle_name : PersonMatch::same});
}

bool is_slip(const std::string& key, const std::string& other) {
    const Words a = split(key, ' ');
    const Words b = split(other, ' ');
    if (a.size() != b.size() || a.size() < 2) {
        return false;
    }
    const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin());
    return x != a.end() && std::equal(x + 1, a.end(), y + 1) && one_slip(*x, *y);
}

}  // namespace newsgraph
