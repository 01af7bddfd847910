#include "extract/names/phrases.hpp"

#include "extract/base/utf8.hpp"

#include <string>

namespace newsgraph::detail {

Index head_of(const Tree& tree, const NameMention& mention) {
    Index head = mention.end - 1;
    while (tree.head(head) >= mention.begin && tree.head(head) < mention.end && !tree.is_root(head)) head = tree.head(head);
    return head;
}

Index clause_around(const Tree& tree, Index word) {
    for (Index i = word; !tree.is_root(i);) {
        i = tree.head(i);
        if (tree.child(i, {"nsubj", "nsubjpass"}) != no_index) return i;
    }
    return no_index;
}

bool is_in_clause(const Tree& tree, Index word, Index head) {
    for (Index i = word; i != head && !tree.is_root(i); i = tree.head(i)) {
        if (tree.has_dep(i, {"relcl", "acl", "advcl", "ccomp"})) return true;
    }
    return false;
}

Index clause_of(const Tree& tree, Index noun) {
    if (tree.is_root(noun)) return no_index;
    Index head = tree.head(noun);
    if (tree.has_dep(noun, {"pobj"}) && !tree.is_root(head)) head = tree.head(head);
    return tree.is_verb(head) ? head : no_index;
}

bool is_above(const Tree& tree, Index word, Index other) {
    Index i = other;
    while (i != word && !tree.is_root(i)) i = tree.head(i);
    return i == word;
}

bool is_reflexive(const Tree& tree, Index pronoun) {
    const std::string word = utf8::ascii_lower(tree.text(pronoun));
    return word.find("self") != std::string::npos || word.find("selves") != std::string::npos;
}

bool is_barred(const Tree& tree, const NameMention& mention, Index word) {
    const Index head = tree.first_conjunct(head_of(tree, mention));
    const Index self = tree.first_conjunct(word);
    const auto& phrase = tree.token(head);
    if (word >= phrase.left_edge && word <= phrase.right_edge && !is_in_clause(tree, word, head)) return true;
    if (is_reflexive(tree, word)) return false;
    if (tree.has_dep(self, {"poss"}) || tree.head(self) == self) return false;
    const Index verb = clause_of(tree, self);
    return verb != no_index && verb == clause_of(tree, head) && !tree.has_dep(head, {"poss"});
}

bool is_told_by(const Tree& tree, const NameMention& mention, Index word) {
    return tree.has_dep(word, {"nsubj", "nsubjpass"}) && is_above(tree, tree.head(word), head_of(tree, mention));
}

}  // namespace newsgraph::detail
