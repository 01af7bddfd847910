// The bytes of a file or of standard input, a buffer at a time, with bounded memory; gzip data is unpacked, whatever the
// file is called. One thread; owns its descriptor. Throws IoError with the path and the reason: gzip data that is damaged or
// ends early, too, behind all bytes before the damage. A read that a signal interrupts throws Interrupted.
#pragma once

#include "extract/readers/gunzip.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace newsgraph::readers {

// A signal came while waiting for input (its handler was set without SA_RESTART). Whoever set the handler knows more.
class Interrupted : public std::runtime_error {
public:
    Interrupted() : std::runtime_error("interrupted") {}
};

class ByteStream {
public:
    // "-" is standard input.
    explicit ByteStream(const std::string& path);
    ~ByteStream();
    ByteStream(const ByteStream&) = delete;
    ByteStream& operator=(const ByteStream&) = delete;

    // The next bytes without taking them: at least `wanted` unless the input ends before. The view is valid until the
    // next call of any member.
    std::string_view peek(std::size_t wanted);

    // Takes bytes that peek() has shown.
    void skip(std::size_t count);

    // The next line without its newline; false at the end. Of a line longer than `limit` the first `limit` + 1 bytes are
    // kept and the rest is passed over.
    bool read_line(std::string& line, std::size_t limit);

    // The rest of the input, but no more than `limit` + 1 bytes.
    std::string read_rest(std::size_t limit);

    // How much of the file is done; of gzip data in its packed bytes.
    std::uint64_t offset() const;

    // Is it gzip data? Known after the first peek().
    bool packed() const { return gunzip_ != nullptr; }

private:
    bool fill();
    void start();
    std::size_t read_file(char* to, std::size_t size);

    std::string path_;
    std::string buffer_;
    std::size_t begin_ = 0;
    std::uint64_t offset_ = 0;
    int descriptor_ = -1;
    bool started_ = false;
    bool ended_ = false;
    std::unique_ptr<Gunzip> gunzip_;
};

}  // namespace newsgraph::readers
