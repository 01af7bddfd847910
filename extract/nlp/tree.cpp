#include "extract/nlp/tree.hpp"

#include <algorithm>

namespace newsgraph::nlp {

namespace {

// spaCy gives up after so many rounds, which crossing arcs can need; its result is then what it is.
constexpr int max_rounds = 12;

std::size_t head_of(const Token& token) {
    return static_cast<std::size_t>(token.head);
}

void widen_head(std::vector<Token>& tokens, std::size_t child) {
    Token& head = tokens[head_of(tokens[child])];
    head.left_edge = std::min(head.left_edge, tokens[child].left_edge);
    head.right_edge = std::max(head.right_edge, tokens[child].right_edge);
}

// Whether no arc leaves the stretch between two neighbouring sentence starts. The bounds are spaCy's
// (_set_lr_kids_and_edges): a stretch may reach the token that ends it.
bool sentences_are_closed(const std::vector<Token>& tokens, std::vector<bool>& starts) {
    starts.assign(tokens.size(), false);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (head_of(tokens[i]) == i) starts[tokens[i].left_edge] = true;
    }
    std::size_t current = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool boundary = (i > 0 && starts[i]) || i + 1 == tokens.size();
        if (!boundary) continue;
        for (std::size_t j = current; j < i; ++j) {
            if (head_of(tokens[j]) < current || head_of(tokens[j]) > i) return false;
        }
        current = i;
    }
    return true;
}

// The nearest node below `head` with that label, in spaCy's order: level by level, children from left to right.
std::size_t find_head(const std::vector<Token>& tokens, std::size_t child, std::string_view label) {
    const std::size_t start = head_of(tokens[child]);
    std::vector<std::size_t> level{start};
    while (!level.empty()) {
        std::vector<std::size_t> next;
        for (const std::size_t node : level) {
            for (std::size_t i = tokens[node].left_edge; i <= tokens[node].right_edge; ++i) {
                if (i == node || head_of(tokens[i]) != node || tokens[i].is_space || i == child) continue;
                if (tokens[i].dep == label) return i;
                next.push_back(i);
            }
        }
        level = std::move(next);
    }
    return start;
}

}  // namespace

void set_edges(Doc& doc) {
    auto& tokens = doc.tokens;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) tokens[i].left_edge = tokens[i].right_edge = i;
    std::vector<bool> starts;
    for (int round = 0; round < max_rounds; ++round) {
        for (std::size_t i = 0; i < tokens.size(); ++i) widen_head(tokens, i);
        for (std::size_t i = tokens.size(); i-- > 0;) widen_head(tokens, i);
        if (sentences_are_closed(tokens, starts)) break;
    }
    for (auto& token : tokens) token.sentence_start = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (head_of(tokens[i]) == i) tokens[tokens[i].left_edge].sentence_start = true;
    }
}

void deprojectivize(Doc& doc) {
    auto& tokens = doc.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto mark = tokens[i].dep.find("||");
        if (mark == std::string_view::npos) continue;
        const auto label = tokens[i].dep.substr(0, mark);
        const auto head_label = tokens[i].dep.substr(mark + 2);
        tokens[i].head = static_cast<std::int32_t>(find_head(tokens, i, head_label));
        tokens[i].dep = label;
    }
}

void finish_tree(Doc& doc) {
    set_edges(doc);
    const auto crossing = [](const Token& token) { return token.dep.find("||") != std::string_view::npos; };
    if (std::none_of(doc.tokens.begin(), doc.tokens.end(), crossing)) return;
    deprojectivize(doc);
    set_edges(doc);
}

}  // namespace newsgraph::nlp
