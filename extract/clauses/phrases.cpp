#include "extract/clauses/phrases.hpp"

#include <algorithm>

namespace newsgraph {

Words in_order(Words words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

Words joined(const Words& a, const Words& b) {
    Words words = a;
    words.insert(words.end(), b.begin(), b.end());
    return in_order(std::move(words));
}

bool contains(const Words& words, Index word) { return std::find(words.begin(), words.end(), word) != words.end(); }

void Phrases::add_brief(Index first, Words& words) const {
    std::vector<Index> heads{first};
    while (!heads.empty() && words.size() <= longest_slot) {
        const Index head = heads.back();
        heads.pop_back();
        words.push_back(head);
        for (const Index c : tree_.children(head)) {
            if (tree_.has_dep(c, {"relcl", "acl", "appos", "conj", "cc", "preconj", "advcl", "parataxis", "dep", "ccomp", "xcomp", "mark", "nsubj",
                                  "aux"})) {
                continue;
            }
            if (is_punctuation(c) && tree_.text(c) != "-") continue;
            if (tree_.has_dep(c, {"prep"})) {
                const Index object = tree_.lemma(c) == "of" && c > head ? tree_.child(c, {"pobj"}) : no_index;
                if (object == no_index) continue;
                words.push_back(c);
                heads.push_back(object);
            } else if (!tree_.has_dep(c, {"advmod"}) || c < head) {
                add_modifier(c, words);
            }
        }
    }
}

void Phrases::add_modifier(Index head, Words& words) const {
    std::vector<Index> open{head};
    while (!open.empty() && words.size() <= longest_slot) {
        const Index word = open.back();
        open.pop_back();
        words.push_back(word);
        for (const Index c : tree_.children(word)) {
            if (!tree_.has_dep(c, {"relcl", "appos"})) open.push_back(c);
        }
    }
}

Words Phrases::governed(Index head, Conjuncts conjuncts) const {
    Words words;
    std::vector<Index> open{head};
    while (!open.empty() && words.size() <= longest_slot) {
        const Index word = open.back();
        open.pop_back();
        words.push_back(word);
        for (const Index c : tree_.children(word)) {
            if (tree_.has_dep(c, {"relcl"}) || (word == head && is_punctuation(c))) continue;
            if (word == head && conjuncts == Conjuncts::left_out && tree_.has_dep(c, {"conj", "cc", "preconj"})) continue;
            open.push_back(c);
        }
    }
    return in_order(std::move(words));
}

Words Phrases::brief(Index head) const {
    Words words;
    add_brief(head, words);
    return with_punctuation(in_order(std::move(words)));
}

Words Phrases::subject(Index head) const {
    if (tree_.has_dep(head, {"csubj", "csubjpass"})) return with_punctuation(clause(head));
    Words words;
    add_brief(head, words);
    for (const Index c : tree_.children(head)) {
        if (!tree_.has_dep(c, {"prep"}) || c < head || tree_.lemma(c) == "of") continue;
        const Index object = tree_.child(c, {"pobj"});
        if (object == no_index) continue;
        words.push_back(c);
        add_brief(object, words);
    }
    return with_punctuation(in_order(std::move(words)));
}

Words Phrases::whole(Index head) const { return governed(head, Conjuncts::left_out); }

Words Phrases::group(Index head) const { return governed(head, Conjuncts::taken); }

Words Phrases::clause(Index verb) const {
    Words words;
    add_modifier(verb, words);
    words = in_order(std::move(words));
    while (!words.empty() && is_punctuation(words.back())) words.pop_back();
    const auto leads = [&](Index word) { return is_punctuation(word) || tree_.has_dep(word, {"mark"}); };
    words.erase(words.begin(), std::find_if_not(words.begin(), words.end(), leads));
    return words;
}

Words Phrases::with_punctuation(const Words& words) const {
    Words out;
    for (const Index word : words) {
        Index gap = out.empty() ? word : out.back() + 1;
        const Index begin = gap;
        while (gap < word && is_punctuation(gap)) ++gap;
        for (Index mark = begin; gap == word && mark < word; ++mark) out.push_back(mark);
        out.push_back(word);
    }
    // A comma or dash at the end led to words that were left out. Closing brackets and quotes stay.
    const auto leads_on = [&](Index word) {
        const std::string_view tag = tree_.token(word).tag;
        return is_punctuation(word) && tag != "''" && tag != "-RRB-";
    };
    while (!out.empty() && leads_on(out.back())) out.pop_back();
    return out;
}

}  // namespace newsgraph
