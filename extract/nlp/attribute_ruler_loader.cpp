#include "extract/nlp/attribute_ruler_loader.hpp"

#include "extract/base/error.hpp"
#include "extract/nlp/strings.hpp"

#include <algorithm>

namespace newsgraph::nlp {

namespace {

std::string upper_case(std::string_view name) {
    std::string upper(name);
    for (char& c : upper) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return upper;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find(separator, start), text.size());
        parts.emplace_back(text.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

std::string join_sorted(std::vector<std::string> parts, char separator) {
    std::sort(parts.begin(), parts.end());
    std::string joined;
    for (const auto& part : parts) {
        if (&part != &parts.front()) joined += separator;
        joined += part;
    }
    return joined;
}

// Features sorted by name, values of each sorted; "_" is no features.
std::string normal_morph(std::string_view morph) {
    if (morph.empty() || morph == "_") return {};
    std::vector<std::string> features;
    for (const auto& feature : split(morph, '|')) {
        const auto equals = feature.find('=');
        if (equals == std::string::npos) continue;
        features.push_back(feature.substr(0, equals + 1) + join_sorted(split(feature.substr(equals + 1), ','), ','));
    }
    return join_sorted(std::move(features), '|');
}

constexpr std::string_view settable_names[] = {"TAG", "POS", "MORPH", "DEP", "LEMMA"};

}  // namespace

void AttributeRuler::Loader::fail(const std::string& reason) const {
    throw FormatError(path_ + ": entry " + std::to_string(entry_) + ": " + reason);
}

void AttributeRuler::Loader::read(const msgpack::Value& patterns) {
    ruler_.names_.emplace("", 0);
    for (const auto& entry : patterns.as_array(path_)) {
        read_entry(entry);
        ++entry_;
    }
    ruler_.by_tag_.resize(ruler_.names_.size());
    ruler_.by_dep_.resize(ruler_.names_.size());
    for (std::uint32_t number = 0; number < ruler_.patterns_.size(); ++number) {
        index_pattern(ruler_.patterns_[number], number);
    }
}

void AttributeRuler::Loader::read_entry(const msgpack::Value& entry) {
    const std::string what = path_ + ": entry " + std::to_string(entry_);
    ruler_.entries_.push_back(read_values(entry.at("attrs", what)));
    const auto* index = entry.find("index");
    const std::int64_t target = index == nullptr ? 0 : index->as_integer(what + ": index");
    for (const auto& pattern : entry.at("patterns", what).as_array(what)) read_pattern(pattern, target);
}

AttributeRuler::Entry AttributeRuler::Loader::read_values(const msgpack::Value& values) const {
    Entry entry;
    for (const auto& [key, value] : values.as_map(path_ + ": attrs")) {
        const std::string name = upper_case(key.as_text(path_ + ": attrs"));
        const auto* place = std::find(std::begin(settable_names), std::end(settable_names), name);
        if (place == std::end(settable_names)) fail("cannot set the attribute '" + name + "'");
        if (!value.is_text()) fail("the value of " + name + " is not text");
        const auto slot = static_cast<std::size_t>(place - std::begin(settable_names));
        const auto text = value.as_text(path_);
        entry.sets[slot] = true;
        entry.values[slot] = name == "MORPH" ? normal_morph(text) : std::string(text);
    }
    return entry;
}

void AttributeRuler::Loader::read_pattern(const msgpack::Value& value, std::int64_t index) {
    Pattern pattern;
    for (const auto& spec : value.as_array(path_ + ": pattern")) pattern.specs.push_back(read_spec(spec));
    if (pattern.specs.empty()) fail("a pattern without tokens");
    const auto length = static_cast<std::int64_t>(pattern.specs.size());
    if (index < -length || index >= length) fail("its index is outside of the pattern");
    pattern.target = static_cast<std::size_t>(index < 0 ? index + length : index);
    pattern.entry = static_cast<std::uint32_t>(entry_);
    pattern.anchor = anchor_of(pattern);
    ruler_.patterns_.push_back(std::move(pattern));
}

AttributeRuler::Spec AttributeRuler::Loader::read_spec(const msgpack::Value& value) {
    Spec spec;
    for (const auto& [key, wanted] : value.as_map(path_ + ": token pattern")) {
        const Condition field = field_named(key.as_text(path_ + ": token pattern"));
        if (wanted.is_map()) {
            read_predicates(field, wanted, spec);
        } else {
            Condition condition = field;
            condition.values = {read_value(field, wanted)};
            spec.push_back(std::move(condition));
        }
    }
    // Cheap tests first.
    std::stable_partition(spec.begin(), spec.end(), [](const Condition& c) { return c.test != Test::regex; });
    return spec;
}

AttributeRuler::Condition AttributeRuler::Loader::field_named(std::string_view key) const {
    struct Named {
        std::string_view name;
        Field field;
        LexicalFlag flag{};
    };
    static constexpr Named fields[] = {
        {"TAG", Field::tag}, {"POS", Field::pos}, {"MORPH", Field::morph}, {"DEP", Field::dep}, {"LEMMA", Field::lemma},
        {"ENT_TYPE", Field::entity_type}, {"ORTH", Field::orth}, {"TEXT", Field::orth}, {"LOWER", Field::lower},
        {"NORM", Field::norm}, {"PREFIX", Field::prefix}, {"SUFFIX", Field::suffix}, {"SHAPE", Field::shape},
        {"LENGTH", Field::length}, {"SPACY", Field::spacy}, {"IS_SENT_START", Field::sentence_start},
        {"SENT_START", Field::sentence_start}, {"IS_ALPHA", Field::flag, LexicalFlag::is_alpha},
        {"IS_ASCII", Field::flag, LexicalFlag::is_ascii}, {"IS_DIGIT", Field::flag, LexicalFlag::is_digit},
        {"IS_LOWER", Field::flag, LexicalFlag::is_lower}, {"IS_PUNCT", Field::flag, LexicalFlag::is_punct},
        {"IS_SPACE", Field::flag, LexicalFlag::is_space}, {"IS_TITLE", Field::flag, LexicalFlag::is_title},
        {"IS_UPPER", Field::flag, LexicalFlag::is_upper}, {"LIKE_URL", Field::flag, LexicalFlag::like_url},
        {"LIKE_NUM", Field::flag, LexicalFlag::like_num}, {"LIKE_EMAIL", Field::flag, LexicalFlag::like_email},
        {"IS_STOP", Field::flag, LexicalFlag::is_stop}, {"IS_BRACKET", Field::flag, LexicalFlag::is_bracket},
        {"IS_QUOTE", Field::flag, LexicalFlag::is_quote}, {"IS_LEFT_PUNCT", Field::flag, LexicalFlag::is_left_punct},
        {"IS_RIGHT_PUNCT", Field::flag, LexicalFlag::is_right_punct},
        {"IS_CURRENCY", Field::flag, LexicalFlag::is_currency}};
    const std::string name = upper_case(key);
    const auto* found = std::find_if(std::begin(fields), std::end(fields), [&](const Named& f) { return f.name == name; });
    if (found == std::end(fields)) fail("'" + std::string(key) + "' in a token pattern is not supported");
    Condition condition;
    condition.field = found->field;
    condition.flag = found->flag;
    return condition;
}

std::uint64_t AttributeRuler::Loader::read_value(const Condition& field, const msgpack::Value& value) {
    const std::string what = path_ + ": entry " + std::to_string(entry_) + ": value";
    if (field.field >= Field::length) {
        if (value.is_bool()) return value.as_bool(what) ? 1 : 0;
        return static_cast<std::uint64_t>(value.as_integer(what));
    }
    const auto text = value.as_text(what);
    if (field.field >= Field::orth) return string_id(text);
    const auto name = field.field == Field::morph ? normal_morph(text) : std::string(text);
    return ruler_.names_.emplace(name, ruler_.names_.size()).first->second;
}

AttributeRuler::Condition AttributeRuler::Loader::read_list(Condition field, Test test, const msgpack::Value& values) {
    field.test = test;
    for (const auto& value : values.as_array(path_ + ": list of values")) {
        field.values.push_back(read_value(field, value));
    }
    std::sort(field.values.begin(), field.values.end());
    return field;
}

AttributeRuler::Condition AttributeRuler::Loader::read_regex(Condition field, const msgpack::Value& source) {
    if (field.field >= Field::length) fail("REGEX needs an attribute that is text");
    if (!source.is_text()) fail("REGEX is not text");
    const auto pattern = source.as_text(path_);
    field.test = Test::regex;
    field.regex = ruler_.regexes_.size();
    ruler_.regexes_.emplace_back(pattern, path_ + ": entry " + std::to_string(entry_));
    return field;
}

void AttributeRuler::Loader::read_predicates(const Condition& field, const msgpack::Value& predicates, Spec& spec) {
    static constexpr std::pair<std::string_view, Test> comparisons[] = {
        {"!=", Test::unequal}, {"<", Test::less}, {"<=", Test::less_equal}, {">", Test::greater},
        {">=", Test::greater_equal}};
    for (const auto& [key, wanted] : predicates.as_map(path_)) {
        const std::string name = upper_case(key.as_text(path_ + ": predicate"));
        const auto* comparison = std::find_if(std::begin(comparisons), std::end(comparisons),
                                              [&](const auto& known) { return known.first == name; });
        if (name == "IN" || name == "NOT_IN") {
            spec.push_back(read_list(field, name == "IN" ? Test::is_in : Test::not_in, wanted));
        } else if (name == "REGEX") {
            spec.push_back(read_regex(field, wanted));
        } else if (name == "==") {
            spec.push_back(field);
            spec.back().values = {read_value(field, wanted)};
        } else if (comparison != std::end(comparisons) && field.field >= Field::length) {
            spec.push_back(field);
            spec.back().test = comparison->second;
            spec.back().number = static_cast<std::int64_t>(read_value(field, wanted));
        } else {
            fail("the predicate '" + name + "' is not supported here");
        }
    }
}

namespace {

// How well a condition tells where to try a pattern; 0: not at all.
enum Selectivity { nowhere, space_only, one_label, one_tag, one_word };

}  // namespace

std::size_t AttributeRuler::Loader::anchor_of(const Pattern& pattern) const {
    const auto selectivity = [](const Spec& spec) {
        int best = nowhere;
        for (const Condition& c : spec) {
            if (c.test != Test::is_in) continue;
            if (c.field == Field::lower) best = std::max<int>(best, one_word);
            if (c.field == Field::tag) best = std::max<int>(best, one_tag);
            if (c.field == Field::dep) best = std::max<int>(best, one_label);
            const bool is_space = c.field == Field::flag && c.flag == LexicalFlag::is_space;
            if (is_space && c.values == std::vector<std::uint64_t>{1}) best = std::max<int>(best, space_only);
        }
        return best;
    };
    const auto best = std::max_element(pattern.specs.begin(), pattern.specs.end(), [&](const Spec& a, const Spec& b) {
        return selectivity(a) < selectivity(b);
    });
    return static_cast<std::size_t>(best - pattern.specs.begin());
}

void AttributeRuler::Loader::index_pattern(const Pattern& pattern, std::uint32_t number) {
    const Spec& spec = pattern.specs[pattern.anchor];
    const auto find = [&spec](Field field) {
        return std::find_if(spec.begin(), spec.end(),
                            [&](const Condition& c) { return c.field == field && c.test == Test::is_in; });
    };
    const auto add = [number](Numbers& numbers) {
        if (numbers.empty() || numbers.back() != number) numbers.push_back(number);
    };
    if (const auto lower = find(Field::lower); lower != spec.end()) {
        for (const auto value : lower->values) add(ruler_.by_lower_[value]);
    } else if (const auto tag = find(Field::tag); tag != spec.end()) {
        for (const auto value : tag->values) add(ruler_.by_tag_[value]);
    } else if (const auto dep = find(Field::dep); dep != spec.end()) {
        for (const auto value : dep->values) add(ruler_.by_dep_[value]);
    } else if (std::any_of(spec.begin(), spec.end(), [](const Condition& c) {
                   return c.field == Field::flag && c.flag == LexicalFlag::is_space && c.test == Test::is_in &&
                          c.values == std::vector<std::uint64_t>{1};
               })) {
        add(ruler_.by_space_);
    } else {
        add(ruler_.anywhere_);
    }
}

}  // namespace newsgraph::nlp
