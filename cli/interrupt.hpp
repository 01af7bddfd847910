// Ctrl-C. The first one is noted, so that unfinished files are taken away on the way out; the second one ends the
// process at once. Functions may be called from any thread.
#pragma once

namespace newsgraph::cli {

// For SIGINT, SIGTERM and SIGHUP; reads that wait end with EINTR. SIGPIPE ends the process, as it does unless somebody meddled.
void note_interrupts();

// From here on the first one ends the process, too, with the same exit code: for long questions that leave nothing half
// written. Throws readers::Interrupted if there was one already.
void end_when_interrupted();

bool interrupted();

// Throws readers::Interrupted.
void throw_if_interrupted();

}  // namespace newsgraph::cli
