// How the libraries tell a caller of warnings and progress: they never print. Implementations must allow calls from
// several threads at once.
#pragma once

#include <cstddef>
#include <string_view>

namespace newsgraph {

class Observer {
public:
    virtual ~Observer() = default;

    // One line without the program's name and without a final newline: "a.jsonl:3: no text".
    virtual void warning(std::string_view message) = 0;

    // `done` of `total` units of work (articles); a total of 0 means that it is not known.
    virtual void progress(std::size_t done, std::size_t total) = 0;
};

}  // namespace newsgraph
