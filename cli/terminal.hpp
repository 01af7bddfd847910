// What the program tells a person, on stderr: messages, warnings, a progress bar. Data never goes through here. May be
// used by several threads at once.
#pragma once

#include "cli/command_line.hpp"
#include "extract/base/error.hpp"
#include "extract/base/observer.hpp"

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

namespace newsgraph::cli {

class Terminal : public Observer {
public:
    Terminal();
    ~Terminal() override;  // wipes the bar

    void configure(const CommandLine& line);

    void error(std::string_view message);
    void error(const Error& error);             // with its hint
    void warning(std::string_view message) override;  // not with --quiet
    void note(std::string_view message);         // only with --verbose
    void outcome(std::string_view message);      // what came of it, where there is no data; not with --quiet
    bool verbose() const { return verbose_; }

    // The bar is shown if stderr is a terminal and `data_to_terminal` was not said.
    void progress(std::size_t done, std::size_t total) override;
    void data_goes_to_terminal() { bar_ = false; }

    // May colour be used on standard output?
    bool color_on_stdout() const { return color_stdout_; }

private:
    void say(std::string_view mark, std::string_view color, std::string_view message);
    void wipe();

    std::mutex mutex_;
    bool quiet_ = false;
    bool verbose_ = false;
    bool bar_ = false;
    bool bar_drawn_ = false;
    bool color_stderr_ = false;
    bool color_stdout_ = false;
    std::chrono::steady_clock::time_point drawn_at_;
};

}  // namespace newsgraph::cli
