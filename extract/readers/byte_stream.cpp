#include "extract/readers/byte_stream.hpp"

#include "extract/base/error.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace newsgraph::readers {

namespace {

constexpr std::size_t chunk_size = 256 * 1024;

[[noreturn]] void fail(const std::string& path, int error) {
    throw IoError((path == "-" ? "standard input" : path) + ": " + std::generic_category().message(error));
}

}  // namespace

ByteStream::ByteStream(const std::string& path) : path_(path) {
    if (path == "-") {
        descriptor_ = STDIN_FILENO;
        return;
    }
    descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail(path_, errno);
}

ByteStream::~ByteStream() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

std::size_t ByteStream::read_file(char* to, std::size_t size) {
    const auto got = ::read(descriptor_, to, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno == EINTR) throw Interrupted();
    fail(path_, errno);
}

// The first two bytes tell gzip data.
void ByteStream::start() {
    while (buffer_.size() < 2) {
        std::string more(chunk_size, '\0');
        const std::size_t got = read_file(more.data(), more.size());
        buffer_.append(more, 0, got);
        if (got == 0) {
            ended_ = true;
            break;
        }
    }
    started_ = true;
    if (!Gunzip::is_packed(buffer_)) return;
    gunzip_ = std::make_unique<Gunzip>(std::exchange(buffer_, {}),
                                       [this](char* to, std::size_t size) { return read_file(to, size); });
}

bool ByteStream::fill() {
    if (ended_) return false;
    if (!started_) {
        start();
        if (ended_ || !buffer_.empty()) return !buffer_.empty();
    }
    if (begin_ > 0) {
        buffer_.erase(0, begin_);
        begin_ = 0;
    }
    const std::size_t size = buffer_.size();
    buffer_.resize(size + chunk_size);
    std::size_t got = 0;
    try {
        char* to = buffer_.data() + size;
        got = gunzip_ == nullptr ? read_file(to, chunk_size) : gunzip_->read(to, chunk_size);
    } catch (const GunzipError& error) {
        buffer_.resize(size);
        // What came before is taken first; the next call ends here again.
        if (size > 0) return false;
        throw IoError((path_ == "-" ? "standard input" : path_) + ": " + error.what());
    } catch (...) {
        buffer_.resize(size);
        throw;
    }
    buffer_.resize(size + got);
    ended_ = got == 0;
    return !ended_;
}

std::uint64_t ByteStream::offset() const {
    return gunzip_ == nullptr ? offset_ : gunzip_->packed_bytes();
}

std::string_view ByteStream::peek(std::size_t wanted) {
    while (buffer_.size() - begin_ < wanted && fill()) {
    }
    return std::string_view(buffer_).substr(begin_);
}

void ByteStream::skip(std::size_t count) {
    begin_ += count;
    offset_ += count;
}

bool ByteStream::read_line(std::string& line, std::size_t limit) {
    line.clear();
    bool any = false;
    for (;;) {
        const std::string_view bytes = peek(1);
        if (bytes.empty()) return any;
        any = true;
        const std::size_t newline = bytes.find('\n');
        const std::string_view part = bytes.substr(0, newline);
        line.append(part.substr(0, std::min(part.size(), limit + 1 - line.size())));
        skip(part.size() + (newline == std::string_view::npos ? 0 : 1));
        if (newline != std::string_view::npos) return true;
    }
}

std::string ByteStream::read_rest(std::size_t limit) {
    std::string rest;
    while (rest.size() <= limit) {
        const std::string_view bytes = peek(1);
        if (bytes.empty()) break;
        const std::size_t take = std::min(bytes.size(), limit + 1 - rest.size());
        rest.append(bytes.substr(0, take));
        skip(take);
    }
    return rest;
}

}  // namespace newsgraph::readers
