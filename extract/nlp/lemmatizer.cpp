#include "extract/nlp/lemmatizer.hpp"

#include "extract/base/error.hpp"
#include "extract/nlp/strings.hpp"
#include "extract/nlp/unicode.hpp"

#include <algorithm>

namespace newsgraph::nlp {

namespace {

// The value of a feature in "Number=Sing|Person=3", "" if it is not there.
std::string_view feature(std::string_view morph, std::string_view name) {
    while (!morph.empty()) {
        const auto end = std::min(morph.find('|'), morph.size());
        const auto pair = morph.substr(0, end);
        if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=') {
            return pair.substr(name.size() + 1);
        }
        morph.remove_prefix(std::min(end + 1, morph.size()));
    }
    return {};
}

// Words that are their own lemma but for the case of their letters (spaCy: EnglishLemmatizer.is_base_form).
bool is_base_form(std::string_view pos, std::string_view morph) {
    if (morph.empty()) return false;
    if (pos == "NOUN" && feature(morph, "Number") == "Sing") return true;
    const auto form = feature(morph, "VerbForm");
    if (pos == "VERB" && form == "Fin" && feature(morph, "Tense") == "Pres" && feature(morph, "Number").empty()) {
        return true;
    }
    return form == "Inf" || form == "None" || feature(morph, "Degree") == "Pos";
}

const msgpack::Value* table_of(const msgpack::Value& lookups, std::string_view name) {
    const auto* table = lookups.find(name);
    return table == nullptr || table->is_nil() ? nullptr : table;
}

void add_once(std::vector<std::string>& list, const std::string& word, bool at_front) {
    if (std::find(list.begin(), list.end(), word) != list.end()) return;
    list.insert(at_front ? list.begin() : list.end(), word);
}

}  // namespace

std::size_t Lemmatizer::Hash::operator()(std::string_view text) const noexcept {
    return murmur_hash(text, 1);
}

Lemmatizer::Lemmatizer(const msgpack::Value& lookups, std::string_view mode, bool overwrite, LemmaOrder order,
                       const std::string& path)
    : by_rule_(mode == "rule"), overwrite_(overwrite), order_(order) {
    if (!by_rule_ && mode != "lookup") {
        throw FormatError(path + ": lemmatizer mode '" + std::string(mode) + "' is not supported", "use rule or lookup");
    }
    if (!lookups.is_map()) throw FormatError(path + ": not a map of tables");
    if (!by_rule_) {
        read_forms(lookups, path);
        return;
    }
    if (table_of(lookups, "lemma_rules") == nullptr) throw FormatError(path + ": no table 'lemma_rules'");
    read_index(lookups, path);
    read_exceptions(lookups, path);
    read_rules(lookups, path);
}

void Lemmatizer::read_index(const msgpack::Value& lookups, const std::string& path) {
    const std::string what = path + ": lemma_index";
    const auto* index = table_of(lookups, "lemma_index");
    if (index == nullptr) return;
    for (const auto& [pos, words] : index->as_map(what)) {
        Table& table = tables_[pos.as_id(what)];
        const auto& list = words.as_array(what);
        table.index.reserve(table.index.size() + list.size());
        for (const auto& word : list) table.index.emplace_back(word.as_text(what));
        // The longest list is sorted in the file, which is cheaper to see than to do again.
        if (!std::is_sorted(table.index.begin(), table.index.end())) std::sort(table.index.begin(), table.index.end());
    }
}

void Lemmatizer::read_exceptions(const msgpack::Value& lookups, const std::string& path) {
    const std::string what = path + ": lemma_exc";
    const auto* exceptions = table_of(lookups, "lemma_exc");
    if (exceptions == nullptr) return;
    for (const auto& [pos, forms] : exceptions->as_map(what)) {
        Table& table = tables_[pos.as_id(what)];
        const auto& entries = forms.as_map(what);
        table.exceptions.reserve(entries.size());
        for (const auto& [form, lemmas] : entries) {
            auto& list = table.exceptions[std::string(form.as_text(what))];
            for (const auto& lemma : lemmas.as_array(what)) list.emplace_back(lemma.as_text(what));
        }
    }
}

void Lemmatizer::read_rules(const msgpack::Value& lookups, const std::string& path) {
    const std::string what = path + ": lemma_rules";
    for (const auto& [pos, rules] : lookups.at("lemma_rules", path).as_map(what)) {
        Table& table = tables_[pos.as_id(what)];
        for (const auto& rule : rules.as_array(what)) {
            const auto& pair = rule.as_array(what);
            if (pair.size() != 2) throw FormatError(what + ": a rule has no old and new ending");
            table.rules.emplace_back(pair[0].as_text(what), pair[1].as_text(what));
        }
    }
}

void Lemmatizer::read_forms(const msgpack::Value& lookups, const std::string& path) {
    const std::string what = path + ": lemma_lookup";
    for (const auto& [form, lemma] : lookups.at("lemma_lookup", path).as_map(what)) {
        const bool is_list = lemma.is_array();
        if (is_list && lemma.as_array(what).empty()) throw FormatError(what + ": a form without lemmas");
        forms_[form.as_id(what)] = (is_list ? lemma.as_array(what).front() : lemma).as_text(what);
    }
}

void Lemmatizer::apply(Doc& doc, std::span<const LexicalToken> lexical, Cache& cache) const {
    for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
        Token& token = doc.tokens[i];
        if (!token.lemma.empty() && !overwrite_) continue;
        const Lexeme& lexeme = *lexical[i].lexeme;
        if (by_rule_) {
            set_by_rule(token, lexeme, cache);
        } else {
            const auto found = forms_.find(lexeme.orth_id);
            token.lemma = found == forms_.end() ? lexeme.text : found->second;
        }
    }
}

void Lemmatizer::set_by_rule(Token& token, const Lexeme& lexeme, Cache& cache) const {
    if (token.pos.empty() || token.pos == "EOL" || token.pos == "SPACE" || is_base_form(token.pos, token.morph)) {
        token.lemma = lexeme.lower;
        return;
    }
    const auto table = tables_.find(string_id(unicode::lower(token.pos)));
    if (table == tables_.end() || table->second.empty()) {
        token.lemma = token.pos == "PROPN" ? lexeme.text : lexeme.lower;
        return;
    }
    if (const auto* known = cache.find(table->second, lexeme.text)) {
        token.lemma = *known;
        return;
    }
    token.lemma = rule_lemma(table->second, lexeme);
    cache.add(table->second, lexeme.text, token.lemma);
}

std::string Lemmatizer::rule_lemma(const Table& table, const Lexeme& lexeme) const {
    std::vector<std::string> forms;
    std::vector<std::string> unknown;
    add_by_rules(table, lexeme.lower, forms, unknown);
    // The last one listed ends up in front.
    if (const auto found = table.exceptions.find(lexeme.lower); found != table.exceptions.end()) {
        for (const auto& form : found->second) add_once(forms, form, true);
    }
    if (!forms.empty()) return forms.front();
    return unknown.empty() ? lexeme.text : unknown.front();
}

void Lemmatizer::add_by_rules(const Table& table, const std::string& lower, std::vector<std::string>& forms,
                              std::vector<std::string>& unknown) const {
    std::vector<std::string> all;
    for (const auto& [old_ending, new_ending] : table.rules) {
        if (!lower.ends_with(old_ending)) continue;
        const std::string form = lower.substr(0, lower.size() - old_ending.size()) + new_ending;
        if (form.empty()) continue;
        const bool is_known = std::binary_search(table.index.begin(), table.index.end(), form);
        if (!is_known && unicode::all_alpha(form)) {
            unknown.push_back(form);
        } else {
            const bool at_front = is_known && order_ == LemmaOrder::since_3_8_8;
            all.insert(at_front ? all.begin() : all.end(), form);
        }
    }
    for (const auto& form : all) add_once(forms, form, false);
}

const std::string* Lemmatizer::Cache::find(const Table& table, std::string_view text) const {
    const auto lemmas = lemmas_.find(&table);
    if (lemmas == lemmas_.end()) return nullptr;
    const auto found = lemmas->second.find(text);
    return found == lemmas->second.end() ? nullptr : &found->second;
}

void Lemmatizer::Cache::add(const Table& table, std::string_view text, const std::string& lemma) {
    if (text.size() > longest_kept) return;
    if (count_ >= most_kept) {
        lemmas_.clear();
        count_ = 0;
    }
    lemmas_[&table].emplace(text, lemma);
    ++count_;
}

}  // namespace newsgraph::nlp
