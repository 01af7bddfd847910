#include "extract/base/utf8.hpp"
#include "extract/nlp/regex.hpp"

#include <algorithm>
#include <vector>

namespace newsgraph::nlp {

namespace {

// A pattern cut into atoms: a character, an escape, a class, a group, a quantifier.
std::size_t end_of_class(std::string_view pattern, std::size_t at) {
    std::size_t i = at + 1;
    if (i < pattern.size() && pattern[i] == '^') ++i;
    if (i < pattern.size() && pattern[i] == ']') ++i;
    for (; i < pattern.size() && pattern[i] != ']'; ++i) {
        if (pattern[i] == '\\') ++i;
    }
    return std::min(i + 1, pattern.size());
}

std::size_t end_of_group(std::string_view pattern, std::size_t at) {
    int depth = 0;
    for (std::size_t i = at; i < pattern.size();) {
        if (pattern[i] == '\\') {
            i += 2;
        } else if (pattern[i] == '[') {
            i = end_of_class(pattern, i);
        } else {
            depth += pattern[i] == '(' ? 1 : pattern[i] == ')' ? -1 : 0;
            ++i;
            if (depth == 0) return i;
        }
    }
    return pattern.size();
}

std::size_t end_of_atom(std::string_view pattern, std::size_t at) {
    if (pattern[at] == '[') return end_of_class(pattern, at);
    if (pattern[at] == '(') return end_of_group(pattern, at);
    if (pattern[at] == '{') return std::min(pattern.find('}', at), pattern.size() - 1) + 1;
    if (pattern[at] == '\\') {
        const std::size_t digits = at + 1 < pattern.size() && pattern[at + 1] == 'u' ? 4
                                   : at + 1 < pattern.size() && pattern[at + 1] == 'U' ? 8 : 0;
        return std::min(at + 2 + digits, pattern.size());
    }
    utf8::next(pattern, at);
    return at;
}

std::vector<std::string_view> atoms_of(std::string_view pattern) {
    std::vector<std::string_view> atoms;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t end = end_of_atom(pattern, at);
        atoms.push_back(pattern.substr(at, end - at));
        at = end;
    }
    return atoms;
}

std::vector<std::string_view> alternatives_of(std::string_view pattern) {
    std::vector<std::string_view> alternatives;
    std::size_t start = 0;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t end = end_of_atom(pattern, at);
        if (pattern[at] == '|') {
            alternatives.push_back(pattern.substr(start, at - start));
            start = end;
        }
        at = end;
    }
    alternatives.push_back(pattern.substr(start));
    return alternatives;
}

bool is_unbounded(std::string_view atom) {
    return atom == "*" || atom == "+" || atom.front() == '{';  // ranges are rare: not worth reading
}

// The most characters that what is inside of a group, or outside of all, can match.
std::optional<std::size_t> longest_match(std::string_view pattern) {
    std::size_t longest = 0;
    for (const auto alternative : alternatives_of(pattern)) {
        std::size_t length = 0;
        for (const auto atom : atoms_of(alternative)) {
            if (is_unbounded(atom)) return std::nullopt;
            if (atom == "?" || atom == "$" || atom == "^" || atom.starts_with("(?<") || atom.starts_with("(?=") ||
                atom.starts_with("(?!")) {
                continue;
            }
            if (atom.front() != '(') {
                ++length;
                continue;
            }
            const std::size_t skipped = atom.starts_with("(?:") ? 3 : 1;
            if (atom[skipped] == '?' || atom.back() != ')') return std::nullopt;
            const auto inner = longest_match(atom.substr(skipped, atom.size() - skipped - 1));
            if (!inner) return std::nullopt;
            length += *inner;
        }
        longest = std::max(longest, length);
    }
    return longest;
}

// x+ or xx+ for one character or class x: what is left of a match without its start is a match as well, down to two.
bool is_run(std::string_view alternative) {
    const auto atoms = atoms_of(alternative);
    if (atoms.size() < 2 || atoms.size() > 3 || atoms.back() != "+") return false;
    if (atoms[0].front() == '(' || is_unbounded(atoms[0]) || atoms[0] == "?") return false;
    return atoms.size() == 2 || atoms[0] == atoms[1];
}

}  // namespace

std::optional<std::size_t> suffix_reach(std::string_view pattern) {
    constexpr std::size_t shortest_run = 2;
    std::size_t reach = shortest_run;
    if (pattern.starts_with("(?u)")) pattern.remove_prefix(4);
    for (auto alternative : alternatives_of(pattern)) {
        const auto atoms = atoms_of(alternative);
        if (atoms.empty() || atoms.back() != "$") return std::nullopt;
        alternative.remove_suffix(1);
        if (is_run(alternative)) continue;
        const auto longest = longest_match(alternative);
        if (!longest) return std::nullopt;
        reach = std::max(reach, *longest);
    }
    return reach + 1;  // $ also matches before a final newline
}

}  // namespace newsgraph::nlp
