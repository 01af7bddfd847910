// Cuts JSON that spans lines into its values without reading it whole: the elements of one array, or one value after
// another. What a value holds is for a parser to judge; here only brackets and strings are looked at. One thread.
#pragma once

#include "extract/readers/byte_stream.hpp"

#include <cstddef>
#include <string>

namespace newsgraph::readers {

class JsonValues {
public:
    // The stream must outlive this.
    explicit JsonValues(ByteStream& stream) : stream_(stream) {}

    enum class Step { value, too_long, broken, end };

    // The next value's text. too_long: it has more than `limit` bytes and was passed over. broken: `reason()` says why
    // the rest cannot be cut; nothing follows.
    Step next(std::string& value, std::size_t limit);

    std::size_t line() const { return value_line_; }  // where the last value began, from 1
    bool in_array() const { return in_array_; }
    const std::string& reason() const { return reason_; }

private:
    int skip_space();
    void take();
    Step between_values();
    Step copy_value(std::string& value, std::size_t limit);
    Step break_off(std::string reason);

    ByteStream& stream_;
    std::size_t line_ = 1;
    std::size_t value_line_ = 1;
    std::size_t count_ = 0;
    bool in_array_ = false;
    bool ended_ = false;
    std::string reason_;
};

}  // namespace newsgraph::readers
