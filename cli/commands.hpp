// The commands. Each throws UsageError before it has opened anything, and Error or LanguageUnavailable for what ends it;
// the main program maps them to exit codes.
#pragma once

#include "cli/command_line.hpp"
#include "cli/exit_status.hpp"
#include "cli/terminal.hpp"

namespace newsgraph::cli {

ExitStatus run_build(const CommandLine& line, Terminal& terminal);
ExitStatus run_add(const CommandLine& line, Terminal& terminal);
ExitStatus run_remove(const CommandLine& line, Terminal& terminal);
ExitStatus run_merge(const CommandLine& line, Terminal& terminal);
ExitStatus run_info(const CommandLine& line, Terminal& terminal);
ExitStatus run_check(const CommandLine& line, Terminal& terminal);
ExitStatus run_extract(const CommandLine& line, Terminal& terminal);
ExitStatus run_annotate(const CommandLine& line, Terminal& terminal);
ExitStatus run_triples(const CommandLine& line, Terminal& terminal);
ExitStatus run_neighbors(const CommandLine& line, Terminal& terminal);
ExitStatus run_evidence(const CommandLine& line, Terminal& terminal);
ExitStatus run_path(const CommandLine& line, Terminal& terminal);
ExitStatus run_top(const CommandLine& line, Terminal& terminal);
ExitStatus run_timeline(const CommandLine& line, Terminal& terminal);
ExitStatus run_documents(const CommandLine& line, Terminal& terminal);
ExitStatus run_diff(const CommandLine& line, Terminal& terminal);
ExitStatus run_communities(const CommandLine& line, Terminal& terminal);
ExitStatus run_entities(const CommandLine& line, Terminal& terminal);
ExitStatus run_relations(const CommandLine& line, Terminal& terminal);
ExitStatus run_decide(const CommandLine& line, Terminal& terminal);  // same, different, rename, retype
ExitStatus run_why(const CommandLine& line, Terminal& terminal);
ExitStatus run_stats(const CommandLine& line, Terminal& terminal);
ExitStatus run_export(const CommandLine& line, Terminal& terminal);
ExitStatus run_schema(const CommandLine& line, Terminal& terminal);
ExitStatus run_model(const CommandLine& line, Terminal& terminal);
ExitStatus run_generate(const CommandLine& line, Terminal& terminal);
ExitStatus run_help(const CommandLine& line, Terminal& terminal);

}  // namespace newsgraph::cli
