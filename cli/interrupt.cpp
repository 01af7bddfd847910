#include "cli/interrupt.hpp"

#include "cli/exit_status.hpp"
#include "extract/readers/byte_stream.hpp"

#include <csignal>
#include <unistd.h>

namespace newsgraph::cli {

namespace {

// The only state that a signal handler may touch.
volatile std::sig_atomic_t interrupt_noted = 0;

void note(int) {
    interrupt_noted = 1;
}

void end(int) {
    ::_exit(static_cast<int>(ExitStatus::interrupted));
}

// For what a person or a system sends to end the program.
void handle_interrupts(void (*handler)(int)) {
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    // A closed terminal, unless the caller wants the program to outlive it (nohup).
    struct sigaction before = {};
    sigaction(SIGHUP, nullptr, &before);
    if (before.sa_handler != SIG_IGN) sigaction(SIGHUP, &action, nullptr);
}

}  // namespace

void note_interrupts() {
    handle_interrupts(note);
    // A file that may not grow is an error of its write.
    struct sigaction ignored = {};
    ignored.sa_handler = SIG_IGN;
    sigemptyset(&ignored.sa_mask);
    sigaction(SIGXFSZ, &ignored, nullptr);
    // A reader that has enough ends the program quietly, also where the caller ignores the signal.
    struct sigaction ended = {};
    ended.sa_handler = SIG_DFL;
    sigemptyset(&ended.sa_mask);
    sigaction(SIGPIPE, &ended, nullptr);
}

void end_when_interrupted() {
    handle_interrupts(end);
    throw_if_interrupted();
}

bool interrupted() {
    return interrupt_noted != 0;
}

void throw_if_interrupted() {
    if (interrupted()) throw readers::Interrupted();
}

}  // namespace newsgraph::cli
