#include "extract/readers/json_values.hpp"

#include <algorithm>

namespace newsgraph::readers {

namespace {

constexpr int no_byte = -1;

// Follows brackets and strings byte by byte.
class ValueEnd {
public:
    // True if the value is complete with this byte.
    bool feed(char c) {
        if (in_string_) {
            if (escaped_) {
                escaped_ = false;
            } else if (c == '\\') {
                escaped_ = true;
            } else if (c == '"') {
                in_string_ = false;
                return depth_ == 0;
            }
            return false;
        }
        if (c == '"') in_string_ = true;
        if (c == '{' || c == '[') ++depth_;
        if (c == '}' || c == ']') return --depth_ == 0;
        return false;
    }

    // A number or word has no end of its own.
    bool ends_before(char c) const {
        return !in_string_ && depth_ == 0 && (c == ',' || c == ']' || c == '}' || c == ' ' || c == '\n' || c == '\r' || c == '\t');
    }

private:
    std::size_t depth_ = 0;
    bool in_string_ = false;
    bool escaped_ = false;
};

}  // namespace

void JsonValues::take() {
    if (stream_.peek(1).front() == '\n') ++line_;
    stream_.skip(1);
}

int JsonValues::skip_space() {
    for (;;) {
        const std::string_view bytes = stream_.peek(1);
        if (bytes.empty()) return no_byte;
        const char c = bytes.front();
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r') return static_cast<unsigned char>(c);
        take();
    }
}

JsonValues::Step JsonValues::break_off(std::string reason) {
    ended_ = true;
    value_line_ = line_;
    reason_ = std::move(reason);
    return Step::broken;
}

// Moves to the next value's first byte.
JsonValues::Step JsonValues::between_values() {
    int c = skip_space();
    if (count_ == 0 && c == '[') {
        in_array_ = true;
        take();
        c = skip_space();
    } else if (in_array_ && count_ > 0 && c == ',') {
        take();
        c = skip_space();
    } else if (in_array_ && count_ > 0 && c != ']' && c != no_byte) {
        return break_off("no JSON: no comma between two values of the array");
    }
    if (in_array_ && c == ']') {
        take();
        in_array_ = false;
        ended_ = true;
        return skip_space() == no_byte ? Step::end : break_off("no JSON: more text behind the array");
    }
    if (c == no_byte) return in_array_ ? break_off("the JSON ends early: the array is not closed") : Step::end;
    return Step::value;
}

JsonValues::Step JsonValues::copy_value(std::string& value, std::size_t limit) {
    ValueEnd end;
    bool too_long = false;
    for (bool complete = false; !complete;) {
        const std::string_view bytes = stream_.peek(1);
        if (bytes.empty()) {
            ended_ = true;  // the parser will say that the value ends early
            break;
        }
        std::size_t used = 0;
        while (used < bytes.size() && !complete) {
            complete = end.ends_before(bytes[used]);
            if (complete) break;
            complete = end.feed(bytes[used++]);
        }
        line_ += static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(used), '\n'));
        too_long = too_long || value.size() + used > limit;
        if (!too_long) value.append(bytes.substr(0, used));
        stream_.skip(used);
    }
    ++count_;
    return too_long ? Step::too_long : Step::value;
}

JsonValues::Step JsonValues::next(std::string& value, std::size_t limit) {
    value.clear();
    if (ended_) return Step::end;
    const Step step = between_values();
    if (step != Step::value) return step;
    value_line_ = line_;
    const char first = stream_.peek(1).front();
    if (first == ',' || first == ']' || first == '}') return break_off("no JSON: a value is missing");
    return copy_value(value, limit);
}

}  // namespace newsgraph::readers
