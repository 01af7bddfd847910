#include "export/output_file.hpp"

#include "extract/base/error.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

namespace newsgraph {

namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16U;

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

void sync_folder(const std::string& path) {
    // A file system that cannot sync folders is no reason to fail: the file is whole in any case.
    const int folder = ::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
}

}  // namespace

OutputFile::OutputFile(std::string path, bool overwrite) : path_(std::move(path)), overwrite_(overwrite) {
    if (path_ == "-") {
        path_ = "standard output";
        descriptor_ = STDOUT_FILENO;
        return;
    }
    struct stat info {};
    const bool there = ::stat(path_.c_str(), &info) == 0;
    if (there && S_ISDIR(info.st_mode)) {
        throw IoError(path_ + ": is a folder");
    }
    if (there && !S_ISREG(info.st_mode)) {  // a pipe or a device: nothing to be renamed
        descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
        if (descriptor_ < 0) {
            fail("cannot be opened for writing", errno);
        }
        owned_ = true;
        return;
    }
    if (there && !overwrite_) {
        throw IoError(path_ + ": is there already", "leave --no-overwrite out to replace it");
    }
    std::error_code ignored;
    const std::filesystem::path real = there ? std::filesystem::canonical(path_, ignored) : std::filesystem::path(path_);
    target_ = real.empty() ? path_ : real.string();
    open_beside();
    if (there) {
        ::fchmod(descriptor_, info.st_mode & 07777U);
    }
}

void OutputFile::open_beside() {
    constexpr int attempts = 100;
    for (int i = 0; i < attempts && descriptor_ < 0; ++i) {
        temporary_ = target_ + "." + std::to_string(::getpid()) + "-" + std::to_string(i) + ".part";
        descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor_ < 0 && errno != EEXIST) {
            break;
        }
    }
    if (descriptor_ < 0) {
        const int error = errno;
        temporary_.clear();
        fail("cannot be written", error);
    }
    owned_ = true;
}

OutputFile::~OutputFile() {
    drop();
}

void OutputFile::drop() noexcept {
    if (owned_ && descriptor_ >= 0) {
        ::close(descriptor_);
    }
    descriptor_ = -1;
    owned_ = false;
    if (!temporary_.empty()) {
        ::unlink(temporary_.c_str());
        temporary_.clear();
    }
}

void OutputFile::fail(const std::string& what, int error) {
    drop();
    throw IoError(path_ + ": " + what + ": " + std::strerror(error));
}

void OutputFile::write(std::string_view bytes) {
    buffer_.append(bytes);
    if (buffer_.size() >= buffer_size) {
        flush();
    }
}

void OutputFile::flush() {
    std::string_view left = buffer_;
    while (!left.empty()) {
        const ssize_t written = ::write(descriptor_, left.data(), left.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            fail("cannot be written", errno);
        }
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
}

void OutputFile::commit() {
    flush();
    if (temporary_.empty()) {
        const int closed = owned_ ? ::close(descriptor_) : 0;
        owned_ = false;
        descriptor_ = -1;
        if (closed != 0) {
            fail("cannot be written", errno);
        }
        return;
    }
    if (::fsync(descriptor_) != 0) {
        fail("cannot be written", errno);
    }
    owned_ = false;
    if (::close(std::exchange(descriptor_, -1)) != 0) {
        fail("cannot be written", errno);
    }
    // link() refuses a file that has come meanwhile, rename() replaces it.
    const int moved = overwrite_ ? ::rename(temporary_.c_str(), target_.c_str()) : ::link(temporary_.c_str(), target_.c_str());
    if (moved != 0) {
        fail(overwrite_ ? "cannot be replaced" : "cannot be made", errno);
    }
    if (!overwrite_) {
        ::unlink(temporary_.c_str());
    }
    temporary_.clear();
    sync_folder(target_);
}

}  // namespace newsgraph
