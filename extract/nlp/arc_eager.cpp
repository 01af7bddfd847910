#include "extract/nlp/arc_eager.hpp"

#include <cassert>

namespace newsgraph::nlp {

void ArcEager::start(std::size_t length) {
    words_.assign(length, Word{});
    if (length > 0) words_[0].sentence_start = true;
    stack_.clear();
    pushed_back_.clear();
    next_ = 0;
}

std::int32_t ArcEager::buffer(std::size_t i) const {
    if (i < pushed_back_.size()) return pushed_back_[pushed_back_.size() - 1 - i];
    const std::size_t token = next_ + (i - pushed_back_.size());
    return token < words_.size() ? static_cast<std::int32_t>(token) : -1;
}

std::int32_t ArcEager::stack(std::size_t i) const {
    return i < stack_.size() ? stack_[stack_.size() - 1 - i] : -1;
}

std::int32_t ArcEager::left(std::int32_t head, int k) const {
    std::int32_t child = head < 0 ? -1 : word(head).last_left;
    for (; child >= 0 && k > 1; --k) child = word(child).previous;
    return child;
}

std::int32_t ArcEager::right(std::int32_t head, int k) const {
    std::int32_t child = head < 0 ? -1 : word(head).last_right;
    for (; child >= 0 && k > 1; --k) child = word(child).previous;
    return child;
}

std::array<bool, ArcEager::action_count> ArcEager::valid_actions() const {
    const std::size_t remaining = buffer_length();
    const std::int32_t first = buffer(0);
    const std::int32_t second = buffer(1);
    const bool at_start = first >= 0 && word(first).sentence_start;
    std::array<bool, action_count> valid{};
    valid[shift] = stack_.empty() || (remaining >= 2 && !at_start && !word(first).unshiftable);
    valid[reduce] = !stack_.empty();
    valid[left_arc] = !stack_.empty() && remaining > 0 && !at_start;
    valid[right_arc] = valid[left_arc];
    valid[break_sentence] = remaining >= 2 && second == first + 1 && !word(second).sentence_start;
    return valid;
}

void ArcEager::push() {
    stack_.push_back(buffer(0));
    if (pushed_back_.empty()) {
        ++next_;
    } else {
        pushed_back_.pop_back();
    }
}

void ArcEager::reduce_top() {
    const std::int32_t top = stack_.back();
    const bool alone = stack_.size() == 1;
    stack_.pop_back();
    if (word(top).head >= 0 || alone) return;
    pushed_back_.push_back(top);
    word(top).unshiftable = true;
}

// Whenever a head is replaced, its arc is the last right-arc of that head: the head stood below the child on the stack,
// and nothing was attached to it since.
void ArcEager::drop_head(std::int32_t child) {
    Word& dependent = word(child);
    if (dependent.head < 0) return;
    Word& head = word(dependent.head);
    assert(head.last_right == child || head.last_left == child);
    (head.last_right == child ? head.last_right : head.last_left) = dependent.previous;
    dependent.head = -1;
}

void ArcEager::add_arc(std::int32_t head, std::int32_t child, std::int32_t label) {
    drop_head(child);
    Word& dependent = word(child);
    std::int32_t& last = child < head ? word(head).last_left : word(head).last_right;
    dependent.head = head;
    dependent.label = label;
    dependent.previous = last;
    last = child;
}

void ArcEager::apply(Action action, std::int32_t label) {
    switch (action) {
        case shift: push(); break;
        case reduce: reduce_top(); break;
        case left_arc:
            add_arc(buffer(0), stack_.back(), label);
            word(buffer(0)).unshiftable = false;
            stack_.pop_back();
            break;
        case right_arc:
            add_arc(stack_.back(), buffer(0), label);
            push();
            break;
        case break_sentence: word(buffer(1)).sentence_start = true; break;
    }
}

void ArcEager::fill_features(TransitionModel::Features& f, std::size_t slots) const {
    const std::int32_t b0 = buffer(0);
    const std::int32_t s0 = stack(0);
    const std::int32_t s1 = stack(1);
    if (slots == 8) {
        f = {b0, buffer(1), s0, s1, stack(2), left(b0, 1), left(s0, 1), right(s0, 1)};
        return;
    }
    // spaCy writes slot 6 twice, so the second left child of the stack's top never gets there.
    f = {b0, buffer(1), s0, s1, stack(2), left(s0, 1), right(s0, 1), left(b0, 1), right(s0, 2), left(s1, 1), left(s1, 2),
         right(s1, 1), right(s1, 2)};
}

}  // namespace newsgraph::nlp
