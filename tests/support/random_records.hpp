// Made-up records from a seed, the same on every machine: few names and ids, so that they meet again and again.
#pragma once

#include "tests/support/make_record.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace newsgraph::test {

// The engine's numbers are fixed by the standard; its distributions are not.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}

    std::size_t below(std::size_t count) { return engine_() % count; }
    bool once_in(std::size_t count) { return below(count) == 0; }
    const std::string& of(const std::vector<std::string>& list) { return list[below(list.size())]; }

    template <typename Thing>
    void shuffle(std::vector<Thing>& list) {
        for (std::size_t i = list.size(); i > 1; --i) {
            std::swap(list[i - 1], list[below(i)]);
        }
    }

private:
    std::mt19937 engine_;
};

// One of few texts that are long enough to be known again, with more or less behind it: copies, and such as come near.
inline std::string random_story(Dice& dice) {
    const auto words = [](const std::string& word, std::size_t count) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i) {
            out += word + std::to_string(i) + " ";
        }
        return out;
    };
    return words(dice.of({"first", "second", "third"}), 80) + words(dice.of({"more", "else"}), dice.below(80));
}

inline Record random_record(Dice& dice, const std::string& doc) {
    const std::vector<std::string> first = {"Anna", "John", "Jos\xC3\xA9", "The", ""};
    const std::vector<std::string> last = {"Smith", "smith", "Jones", "Jones's", "O'Brien", "S.B.U."};
    const std::vector<std::string> types = {"person", "person", "organization", "country"};
    const std::vector<std::string> dates = {"", "2026-01-05", "2026-01-06", "2025-12-31"};
    const std::vector<std::string> sentences = {"They attacked.", "They\nattacked.", "He met her.", "\xC3\xA9t\xC3\xA9 \xF0\x9F\x98\x80 attacked"};
    MakeRecord record(doc);
    record.dated(dice.of(dates)).from(dice.of({"A", "B"}), dice.of({"", "Title"}));
    const std::size_t entities = dice.below(5);
    for (std::size_t i = 0; i < entities; ++i) {
        const std::string type = dice.of(types);
        std::string label = dice.of(first) + " " + dice.of(last);
        label = label[0] == ' ' ? label.substr(1) : label;
        const std::string id = dice.once_in(4) ? "Q" + std::to_string(1 + dice.below(3))
                                               : type + ":" + dice.of({"a", "b", "c", "d.e", "d e"}) + std::to_string(dice.below(3));
        record.entity("e" + std::to_string(i), id, label, type, {dice.of(last)}, dice.of({"name", "nominal"}));
    }
    const std::size_t statements = entities < 2 ? 0 : dice.below(6);
    for (std::size_t i = 0; i < statements; ++i) {
        const std::string sentence = dice.of(sentences);
        record.says(sentence, "e" + std::to_string(dice.below(entities)), dice.of({"attacks", "meets", "foo bar"}),
                    "e" + std::to_string(dice.below(entities)), sentence.substr(sentence.size() - 4),
                    static_cast<double>(dice.below(11)) / 10.0);
        record.but(dice.of({"asserted", "asserted", "negated"}), dice.of({"actual", "actual", "planned"}));
    }
    if (dice.once_in(2)) {
        record.goes_on(random_story(dice));
    }
    return record;
}

// Some share an id, and then perhaps a text.
inline std::vector<Record> random_records(Dice& dice, std::size_t count) {
    std::vector<Record> out;
    for (std::size_t i = 0; i < count; ++i) {
        out.push_back(random_record(dice, "doc" + std::to_string(dice.below(count))));
        if (dice.once_in(4)) {
            Record copy = out[dice.below(out.size())];
            copy.doc = dice.once_in(2) ? copy.doc : "copy" + std::to_string(i);
            copy.source += dice.once_in(2) ? "" : "2";
            out.push_back(copy);
        }
    }
    return out;
}

}  // namespace newsgraph::test
