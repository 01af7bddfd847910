// The labels of dependency arcs that rules ask for, as sets of bits: has_dep(i, {"nsubj", "nsubjpass"}). Sets are made by the
// compiler, which refuses a label that it does not know.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace newsgraph {

// One label; all that no rule can ask for are one.
class Label {
public:
    constexpr Label() = default;
    constexpr explicit Label(std::string_view name) : number_(number_of(name)) {}

    constexpr bool is_known() const { return number_ < names.size(); }
    constexpr std::uint64_t bit() const { return std::uint64_t{1} << number_; }

private:
    // Those of spaCy's English models, and what other models of the same scheme (ClearNLP) call a noun before a noun.
    static constexpr std::array<std::string_view, 46> names{
        "ROOT",    "acl",      "acomp",     "advcl",   "advmod",    "agent",     "amod",   "appos",    "attr",  "aux",     "auxpass", "case",
        "cc",      "ccomp",    "compound",  "conj",    "csubj",     "csubjpass", "dative", "dep",      "det",   "dobj",    "expl",    "intj",
        "mark",    "meta",     "neg",       "nmod",    "nounmod",   "npadvmod",  "nsubj",  "nsubjpass", "nummod", "oprd",   "parataxis", "pcomp",
        "pobj",    "poss",     "preconj",   "predet",  "prep",      "prt",       "punct",  "quantmod", "relcl", "xcomp"};
    static_assert(std::is_sorted(names.begin(), names.end()));
    static_assert(names.size() < 64);

    // First of the names of each first letter, and behind the last letter their end.
    static constexpr auto starts = [] {
        std::array<std::uint8_t, 257> result{};
        for (std::size_t c = 0; c < result.size(); ++c) {
            result[c] = static_cast<std::uint8_t>(
                std::count_if(names.begin(), names.end(), [&](std::string_view name) { return static_cast<unsigned char>(name[0]) < c; }));
        }
        return result;
    }();

    static constexpr std::uint8_t number_of(std::string_view name) {
        if (name.empty()) return unknown;
        const auto first = static_cast<unsigned char>(name[0]);
        for (std::uint8_t i = starts[first]; i < starts[first + 1U]; ++i) {
            if (names[i] == name) return i;
        }
        return unknown;
    }

    static constexpr std::uint8_t unknown = 63;
    std::uint8_t number_ = unknown;
};

class Labels {
public:
    template <std::size_t... sizes>
    consteval Labels(const char (&... names)[sizes]) : bits_((bit_of(names) | ...)) {}

    constexpr bool has(Label label) const { return (bits_ & label.bit()) != 0; }

private:
    static consteval std::uint64_t bit_of(std::string_view name) {
        const Label label(name);
        if (!label.is_known()) throw "no label of the language model";
        return label.bit();
    }

    std::uint64_t bits_;
};

}  // namespace newsgraph
