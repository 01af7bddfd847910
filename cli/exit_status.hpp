// What the program's exit codes mean (`newsgraph help exit-codes`).
#pragma once

namespace newsgraph::cli {

enum class ExitStatus {
    done = 0,
    failed = 1,         // data or I/O trouble, some inputs failed, a name unknown or ambiguous
    usage = 2,          // the command line cannot be understood
    nothing_found = 4,  // only with --exit-status
    interrupted = 130,
};

}  // namespace newsgraph::cli
