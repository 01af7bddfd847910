// Words of the command line in, exit code out. The only place that catches everything.
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/interrupt.hpp"
#include "cli/language.hpp"
#include "cli/suggest.hpp"
#include "cli/usage_error.hpp"
#include "cli/version.hpp"
#include "export/output_file.hpp"
#include "extract/readers/byte_stream.hpp"

#include <chrono>
#include <exception>
#include <sys/resource.h>

namespace newsgraph::cli {

namespace {

using Run = ExitStatus (*)(const CommandLine&, Terminal&);

Run run_of(const CommandRow& command) {
    switch (command.bit) {
        case on::build: return run_build;
        case on::add: return run_add;
        case on::remove: return run_remove;
        case on::merge: return run_merge;
        case on::info: return run_info;
        case on::check: return run_check;
        case on::extract: return run_extract;
        case on::annotate: return run_annotate;
        case on::triples: return run_triples;
        case on::neighbors: return run_neighbors;
        case on::evidence: return run_evidence;
        case on::path: return run_path;
        case on::top: return run_top;
        case on::timeline: return run_timeline;
        case on::documents: return run_documents;
        case on::diff: return run_diff;
        case on::communities: return run_communities;
        case on::entities: return run_entities;
        case on::relations: return run_relations;
        case on::same:
        case on::different:
        case on::rename:
        case on::retype: return run_decide;
        case on::why: return run_why;
        case on::stats: return run_stats;
        case on::export_graph: return run_export;
        case on::schema: return run_schema;
        case on::model: return run_model;
        case on::generate: return run_generate;
        default: return run_help;
    }
}

ExitStatus print(const std::string& text) {
    OutputFile output("-");
    output.write(text);
    output.commit();
    return ExitStatus::done;
}

const CommandRow& command_named(const std::string& name) {
    if (const CommandRow* command = find_command(name)) return *command;
    const std::string what = name.starts_with("-") ? "unknown option '" : "unknown command '";
    throw UsageError(what + name + "'" + did_you_mean(name, command_names()), "'newsgraph help' lists the commands");
}

void say_costs(Terminal& terminal, std::chrono::steady_clock::time_point start) {
    if (!terminal.verbose()) return;
    const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    terminal.note(std::to_string(elapsed.count()) + " ms, " + std::to_string(usage.ru_maxrss / 1024) + " MB at most");
}

ExitStatus run(const std::vector<std::string>& words, Terminal& terminal) {
    const auto start = std::chrono::steady_clock::now();
    if (words.empty() || words[0] == "-h" || words[0] == "--help") return print(overview());
    if (words[0] == "--version") return print(version_text());
    const CommandRow& command = command_named(words[0]);
    const CommandLine line(command, {words.begin() + 1, words.end()});
    if (line.has("version")) return print(version_text());
    if (line.has("help")) return print(line.long_help() ? long_help(command) : short_help(command));
    terminal.configure(line);
    const ExitStatus status = run_of(command)(line, terminal);
    say_costs(terminal, start);
    return status;
}

ExitStatus run_safely(const std::vector<std::string>& words) {
    Terminal terminal;
    try {
        return run(words, terminal);
    } catch (const UsageError& error) {
        terminal.error(error);
        return ExitStatus::usage;
    } catch (const Error& error) {
        terminal.error(error);
    } catch (const LanguageUnavailable& trouble) {
        terminal.error(trouble.error());
    } catch (const readers::Interrupted&) {
        return ExitStatus::interrupted;
    } catch (const std::bad_alloc&) {
        terminal.error("not enough memory");
    } catch (const std::exception& error) {
        terminal.error(std::string("internal error: ") + error.what());
    }
    return interrupted() ? ExitStatus::interrupted : ExitStatus::failed;
}

}  // namespace

}  // namespace newsgraph::cli

int main(int count, char** words) {
    newsgraph::cli::note_interrupts();
    return static_cast<int>(newsgraph::cli::run_safely({words + (count > 0 ? 1 : 0), words + count}));
}
