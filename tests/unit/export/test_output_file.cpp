#include "export/output_file.hpp"

#include "extract/base/error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/no_rights.hpp"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <string>

using namespace newsgraph;
using namespace newsgraph::test;
namespace fs = std::filesystem;

namespace {

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

std::string message_of(const std::string& path, bool overwrite = true) {
    try {
        OutputFile file(path, overwrite);
        file.write("text");
        file.commit();
    } catch (const IoError& error) {
        return error.what();
    }
    return "written";
}

unsigned mode_of(const std::string& path) {
    struct stat info {};
    REQUIRE(::stat(path.c_str(), &info) == 0);
    return info.st_mode & 07777U;
}

void write_whole(const std::string& path, const std::string& text) {
    OutputFile file(path);
    file.write(text);
    file.commit();
}

}  // namespace

TEST_CASE("a file appears whole, and nothing beside it") {
    Folder folder;
    const std::string path = folder / "graph.dot";
    const std::string text(200001, 'x');
    {
        OutputFile file(path);
        file.write(text);
        CHECK_FALSE(fs::exists(path));
        CHECK(files_in(folder.path()) == 1);  // where it will be: renaming works within one file system only
        file.commit();
    }
    CHECK(bytes_of(path) == text);
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("without commit nothing is left, and what was there stays") {
    Folder folder;
    const std::string path = folder / "graph.dot";
    write_whole(path, "old");
    {
        OutputFile file(path);
        file.write(std::string(100000, 'x'));
    }
    CHECK(bytes_of(path) == "old");
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a file that is replaced gives its permissions; a new one follows the umask") {
    Folder folder;
    const std::string path = folder / "graph.dot";
    const mode_t before = ::umask(027);
    write_whole(path, "a");
    ::umask(before);
    CHECK(mode_of(path) == 0640);
    ::chmod(path.c_str(), 0604);
    write_whole(path, "b");
    CHECK(mode_of(path) == 0604);
    CHECK(bytes_of(path) == "b");
}

TEST_CASE("symbolic links are followed and stay") {
    Folder folder;
    fs::create_directory(folder / "real");
    folder.put("real/graph.dot", "old");
    fs::create_symlink("real/graph.dot", folder / "link.dot");
    fs::create_symlink("real/new.dot", folder / "dangling.dot");
    write_whole(folder / "link.dot", "new");
    write_whole(folder / "dangling.dot", "newer");
    CHECK(fs::is_symlink(folder / "link.dot"));
    CHECK(fs::is_symlink(folder / "dangling.dot"));
    CHECK(bytes_of(folder / "real/graph.dot") == "new");
    CHECK(bytes_of(folder / "real/new.dot") == "newer");
    fs::create_symlink("loop.dot", folder / "loop.dot");
    CHECK(message_of(folder / "loop.dot") != "written");
}

TEST_CASE("with overwrite off what is there is refused, and what comes meanwhile") {
    Folder folder;
    const std::string path = folder / "graph.dot";
    CHECK(message_of(path, false) == "written");
    CHECK(message_of(path, false).find("is there already") != std::string::npos);
    const std::string other = folder / "other.dot";
    OutputFile file(other, false);
    file.write("ours");
    folder.put("other.dot", "theirs");
    CHECK_THROWS_AS(file.commit(), IoError);
    CHECK(bytes_of(other) == "theirs");
    CHECK(files_in(folder.path()) == 2);
}

TEST_CASE("places that cannot be written are known at once") {
    Folder folder;
    CHECK(message_of(folder / "missing/graph.dot").find("there is no folder") != std::string::npos);
    CHECK(message_of(folder.path().string()).find("is a folder") != std::string::npos);
    folder.put("file", "x");
    CHECK(message_of(folder / "file/graph.dot").find("Not a directory") != std::string::npos);
    CHECK_THROWS_AS(OutputFile(""), IoError);

    folder.put("protected.dot", "old");
    ::chmod((folder / "protected.dot").c_str(), 0444);
    fs::create_directory(folder / "closed");
    ::chmod((folder / "closed").c_str(), 0555);
    ::chmod(folder.path().c_str(), 0777);
    const NoRights nobody;
    CHECK(message_of(folder / "closed/graph.dot").find("Permission denied") != std::string::npos);
    CHECK(message_of(folder / "protected.dot").find("Permission denied") != std::string::npos);
    CHECK(bytes_of(folder / "protected.dot") == "old");
}

TEST_CASE("a full disk is noticed, and leaves the old file and nothing else") {
    Folder folder;
    folder.put("graph.dot", "old");
    // No file may grow beyond this: for the writer the same as a full disk.
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const rlimit small{100000, before.rlim_max};
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    std::string message = "written";
    try {
        OutputFile file("graph.dot");
        file.write(std::string(150000, 'x'));
        file.commit();
    } catch (const IoError& error) {
        message = error.what();
    }
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK(message.find("File too large") != std::string::npos);
    CHECK(bytes_of("graph.dot") == "old");
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("devices and pipes are written as they are, and their errors are noticed") {
    CHECK(message_of("/dev/null") == "written");
    CHECK(fs::is_character_file("/dev/null"));
    if (fs::exists("/dev/full")) {
        CHECK(message_of("/dev/full").find("No space left on device") != std::string::npos);
        OutputFile file("/dev/full");
        CHECK_THROWS_AS(file.write(std::string(1000000, 'x')), IoError);
    }
}

TEST_CASE("a name as long as the file system allows can be written") {
    Folder folder;
    const std::string path = folder / (std::string(251, 'n') + ".dot");
    CHECK(message_of(path) == "written");
    CHECK(files_in(folder.path()) == 1);
}
