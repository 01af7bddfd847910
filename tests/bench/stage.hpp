// Tells what the stages of a measurement cost: CPU time of each, and the most memory that the program has had so far.
#pragma once

#include <sys/resource.h>

#include <cstdio>

namespace newsgraph::bench {

class Stage {
public:
    Stage() : begin_(now()) {}

    void done(const char* name) {
        rusage usage{};
        ::getrusage(RUSAGE_SELF, &usage);
        std::printf("%-28s %8.3f CPU s   peak %6ld MB\n", name, now() - begin_, usage.ru_maxrss / 1024);
        begin_ = now();
    }

private:
    static double now() {
        rusage usage{};
        ::getrusage(RUSAGE_SELF, &usage);
        return seconds(usage.ru_utime) + seconds(usage.ru_stime);
    }
    static double seconds(const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; }

    double begin_;
};

}  // namespace newsgraph::bench
