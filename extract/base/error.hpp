// Errors that end an operation: I/O, formats, configuration. Expected outcomes (an unknown name, an article that
// cannot be read) are values, not exceptions. Values; safe to copy between threads.
#pragma once

#include <stdexcept>
#include <string>

namespace newsgraph {

// The message names the place and what is wrong in one line, without the program's name and without a final newline:
// "seeds/a.json:12: unknown field 'titel'". The hint, if any, is what the user may do about it.
class Error : public std::runtime_error {
public:
    explicit Error(const std::string& message, std::string hint = {})
        : std::runtime_error(message), hint_(std::move(hint)) {}

    const std::string& hint() const noexcept { return hint_; }

private:
    std::string hint_;
};

// A file or stream that cannot be opened, read, written or renamed.
class IoError : public Error {
    using Error::Error;
};

// Bytes that are not what their format says: a record, a model file, a graph file, a data table.
class FormatError : public Error {
    using Error::Error;
};

}  // namespace newsgraph
