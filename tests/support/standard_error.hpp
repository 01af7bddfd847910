// Catches what is written to descriptor 2 while it lives, in a file that has no name. One at a time.
#pragma once

#include <cstdio>
#include <stdexcept>
#include <string>
#include <unistd.h>

namespace newsgraph::test {

class StandardError {
public:
    StandardError() : file_(std::tmpfile()), saved_(::dup(STDERR_FILENO)) {
        if (file_ == nullptr || saved_ < 0) throw std::runtime_error("standard error cannot be caught");
        std::fflush(stderr);
        ::dup2(::fileno(file_), STDERR_FILENO);
    }
    ~StandardError() {
        std::fflush(stderr);
        ::dup2(saved_, STDERR_FILENO);
        ::close(saved_);
        std::fclose(file_);
    }
    StandardError(const StandardError&) = delete;
    StandardError& operator=(const StandardError&) = delete;

    std::string text() const {
        std::fflush(stderr);
        const long size = ::lseek(::fileno(file_), 0, SEEK_END);
        std::string text(static_cast<std::size_t>(size), '\0');
        const auto got = ::pread(::fileno(file_), text.data(), text.size(), 0);
        text.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
        return text;
    }

private:
    std::FILE* file_;
    int saved_;
};

}  // namespace newsgraph::test
