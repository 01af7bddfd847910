#include "cli/terminal.hpp"

#include "cli/environment.hpp"
#include "extract/base/utf8.hpp"

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace newsgraph::cli {

namespace {

constexpr std::string_view red = "\x1B[31m";
constexpr std::string_view yellow = "\x1B[33m";
constexpr std::string_view plain = "\x1B[0m";

bool dumb_terminal() {
    const std::string term = variable("TERM");
    return term.empty() || term == "dumb";
}

bool colored(const std::string& when, int descriptor) {
    if (when != "auto") return when == "always";
    return ::isatty(descriptor) == 1 && !dumb_terminal() && variable("NO_COLOR").empty();
}

// Text of articles, file names and damaged files must not steer the terminal: no C0 controls, no C1 ones (C2 80 to
// C2 9F), nothing but UTF-8.
std::string without_controls(std::string_view message) {
    const std::string text = utf8::repair(message).text;
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : '\0');
        const bool c1 = byte == 0xC2 && next >= 0x80 && next < 0xA0;
        result += byte < 0x20 || byte == 0x7F || c1 ? '?' : text[i];
        i += c1 ? 1 : 0;
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
    std::string line = "newsgraph: " + std::string(mark);
    if (color_stderr_ && !color.empty()) line = std::string(color) + line + std::string(plain);
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
    if (verbose_) say("", "", message);
}

void Terminal::outcome(std::string_view message) {
    if (!quiet_) say("", "", message);
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
