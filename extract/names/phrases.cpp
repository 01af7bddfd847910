#include "extract/names/phrases.hpp"

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

}  // namespace newsgraph::detail
