#include "cli/terminal.hpp"

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace newsgraph::cli {

namespace {

constexpr std::string_view red = "\x1B[31m";
constexpr std::string_view yellow = "\x1B[33m";
constexpr std::string_view plain = "\x1B[0m";

bool variable_set(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
}

bool dumb_terminal() {
    const char* term = std::getenv("TERM");
    return term == nullptr || std::string_view(term) == "dumb";
}

bool colored(const std::string& when, int descriptor) {
    if (when != "auto") return when == "always";
    return ::isatty(descriptor) == 1 && !dumb_terminal() && !variable_set("NO_COLOR");
}

// Text of articles and file names must not steer the terminal.
std::string without_controls(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        result += byte < 0x20 || byte == 0x7F ? '?' : c;
    }
    return result;
}

void write_stderr(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace

Terminal::Terminal() : color_stderr_(colored("auto", STDERR_FILENO)), color_stdout_(colored("auto", STDOUT_FILENO)) {}

Terminal::~Terminal() {
    wipe();
}

void Terminal::configure(const CommandLine& line) {
    const std::string when = line.text("color");
    quiet_ = line.has("quiet");
    verbose_ = line.has("verbose");
    color_stderr_ = colored(when, STDERR_FILENO);
    color_stdout_ = colored(when, STDOUT_FILENO);
    bar_ = ::isatty(STDERR_FILENO) == 1 && !dumb_terminal() && !line.has("no-progress") && !quiet_;
}

void Terminal::wipe() {
    if (bar_drawn_) write_stderr("\r\x1B[K");
    bar_drawn_ = false;
}

void Terminal::say(std::string_view mark, std::string_view color, std::string_view message) {
    const std::lock_guard lock(mutex_);
    wipe();
    std::string line = "newsgraph: ";
    if (color_stderr_) line.append(color).append(mark).append(plain);
    else line.append(mark);
    write_stderr(line + without_controls(message) + "\n");
}

void Terminal::error(std::string_view message) {
    say("", red, message);
}

void Terminal::error(const Error& error) {
    const std::string message = error.what();
    this->error(error.hint().empty() ? message : message + "; " + error.hint());
}

void Terminal::warning(std::string_view message) {
    if (!quiet_) say("warning: ", yellow, message);
}

void Terminal::note(std::string_view message) {
    if (verbose_) say("", plain, message);
}

void Terminal::progress(std::size_t done, std::size_t total) {
    if (!bar_ || total == 0) return;
    const auto now = std::chrono::steady_clock::now();
    const std::lock_guard lock(mutex_);
    if (bar_drawn_ && now - drawn_at_ < std::chrono::milliseconds(100)) return;
    constexpr std::size_t width = 40;
    const std::size_t filled = std::min(width, done * width / total);
    std::string line = "\r[" + std::string(filled, '=') + std::string(width - filled, ' ') + "] ";
    line += std::to_string(std::min<std::size_t>(100, done * 100 / total)) + " %";
    write_stderr(line);
    bar_drawn_ = true;
    drawn_at_ = now;
}

}  // namespace newsgraph::cli
