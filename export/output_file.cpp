#include "export/output_file.hpp"

#include "extract/base/error.hpp"

#include <fcntl.h>
#include <poll.h>
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

// The file behind symbolic links, be it there or not; "" if they lead in a circle.
std::string behind_links(std::string path) {
    constexpr int most_links = 40;
    for (int i = 0; i < most_links; ++i) {
        std::error_code error;
        const std::filesystem::path next = std::filesystem::read_symlink(path, error);
        if (error) {
            return path;
        }
        path = next.is_absolute() ? next.string() : folder_of(path) + "/" + next.string();
    }
    return {};
}

// Beside `target`; shortened where the name would be longer than file systems allow.
std::string temporary_name(const std::string& target, int attempt) {
    constexpr std::size_t longest_name = 200;
    const std::size_t slash = target.rfind('/');
    const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
    return target.substr(0, begin) + target.substr(begin, longest_name) + "." + std::to_string(::getpid()) + "-" +
           std::to_string(attempt) + ".part";
}

// Some network file systems cannot sync; what they were given is all that can be done.
bool synced(int descriptor) {
    return ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOSYS || errno == ENOTSUP;
}

// Fails with EEXIST if there is such a file.
int move_to_new(const std::string& from, const std::string& to) {
    const int moved = ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE);
    if (moved == 0 || (errno != EINVAL && errno != ENOSYS)) {
        return moved;
    }
    if (::link(from.c_str(), to.c_str()) != 0) {
        return -1;
    }
    ::unlink(from.c_str());
    return 0;
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
        refuse_to_replace();
    }
    if (there && ::faccessat(AT_FDCWD, path_.c_str(), W_OK, AT_EACCESS) != 0) {  // renaming would not mind, but who protected it would
        fail("cannot be written", errno);
    }
    target_ = behind_links(path_);
    if (target_.empty()) {
        fail("cannot be written", path_.empty() ? ENOENT : ELOOP);
    }
    open_beside();
    if (there) {
        // The owner is kept where we may; the bits come after it, for a new owner clears some.
        const int owner_kept = ::fchown(descriptor_, info.st_uid, info.st_gid);
        ::fchmod(descriptor_, info.st_mode & (owner_kept == 0 ? 07777U : 0777U));
    }
}

void OutputFile::refuse_to_replace() {
    drop();
    throw IoError(path_ + ": is there already", "leave --no-overwrite out to replace it");
}

void OutputFile::open_beside() {
    constexpr int attempts = 100;
    for (int i = 0; i < attempts && descriptor_ < 0; ++i) {
        temporary_ = temporary_name(target_, i);
        descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor_ < 0 && errno != EEXIST) {
            break;
        }
    }
    if (descriptor_ < 0) {
        const int error = errno;
        temporary_.clear();
        struct stat folder {};
        if (error == ENOENT && ::stat(folder_of(target_).c_str(), &folder) != 0) {
            throw IoError(path_ + ": cannot be written: there is no folder '" + folder_of(target_) + "'");
        }
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
        if (written < 0 && errno == EAGAIN) {  // standard output may have been given to us as one that does not block
            pollfd room{descriptor_, POLLOUT, 0};
            ::poll(&room, 1, -1);
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
    if (!synced(descriptor_)) {
        fail("cannot be written", errno);
    }
    owned_ = false;
    if (::close(std::exchange(descriptor_, -1)) != 0) {
        fail("cannot be written", errno);
    }
    const int moved = overwrite_ ? ::rename(temporary_.c_str(), target_.c_str()) : move_to_new(temporary_, target_);
    if (moved != 0 && !overwrite_ && errno == EEXIST) {  // it came meanwhile
        refuse_to_replace();
    }
    if (moved != 0) {
        fail("cannot be put in place", errno);
    }
    temporary_.clear();
    sync_folder(target_);
}

}  // namespace newsgraph
