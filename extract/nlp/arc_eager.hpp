// The state and the rules of spaCy's arc-eager transition system, which is non-monotonic (Honnibal and Johnson 2015): a
// left-arc may replace a head, and reducing a word without a head puts it back. One object parses one document after
// the other; it owns its memory and belongs to one thread.
#pragma once

#include "extract/nlp/transition_model.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace newsgraph::nlp {

class ArcEager {
public:
    enum Action : std::uint8_t { shift, reduce, left_arc, right_arc, break_sentence };
    static constexpr std::size_t action_count = 5;

    // A text of `length` tokens, nothing parsed.
    void start(std::size_t length);

    bool is_final() const { return stack_.empty() && buffer_length() == 0; }
    std::array<bool, action_count> valid_actions() const;

    // `label` is kept with the arc. REQUIRES: the action is valid.
    void apply(Action action, std::int32_t label);

    // Token numbers of 8 or 13 feature slots (spaCy's set_context_tokens). REQUIRES: slots is 8 or 13.
    void fill_features(TransitionModel::Features& features, std::size_t slots) const;

    // -1 for a word without a head; the label is meaningless there.
    std::int32_t head(std::size_t token) const { return words_[token].head; }
    std::int32_t label(std::size_t token) const { return words_[token].label; }

private:
    // Arcs of a head form a list by time: the last one added, and from each child the one before it.
    struct Word {
        std::int32_t head = -1;
        std::int32_t label = -1;
        std::int32_t last_left = -1;
        std::int32_t last_right = -1;
        std::int32_t previous = -1;
        bool unshiftable = false;
        bool sentence_start = false;
    };

    std::size_t buffer_length() const { return words_.size() - next_ + pushed_back_.size(); }
    std::int32_t buffer(std::size_t i) const;
    std::int32_t stack(std::size_t i) const;
    std::int32_t left(std::int32_t head, int k) const;
    std::int32_t right(std::int32_t head, int k) const;
    void push();
    void reduce_top();
    void drop_head(std::int32_t child);
    void add_arc(std::int32_t head, std::int32_t child, std::int32_t label);
    Word& word(std::int32_t token) { return words_[static_cast<std::size_t>(token)]; }
    const Word& word(std::int32_t token) const { return words_[static_cast<std::size_t>(token)]; }

    std::vector<Word> words_;
    std::vector<std::int32_t> stack_;
    std::vector<std::int32_t> pushed_back_;  // words before the buffer, the next one last
    std::size_t next_ = 0;                   // first word of the buffer that was never read
};

}  // namespace newsgraph::nlp
