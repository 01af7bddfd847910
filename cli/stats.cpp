#include "cli/commands.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_options.hpp"
#include "cli/stats_output.hpp"
#include "export/output_file.hpp"

namespace newsgraph::cli {

ExitStatus run_stats(const CommandLine& line, Terminal& /*terminal*/) {
    const GraphSummary found = summary_of_graph_file(graph_argument(line));
    OutputFile output("-");
    output.write(line.has("json") ? stats_json(found) : stats_text(found));
    output.commit();
    return ExitStatus::done;
}

}  // namespace newsgraph::cli
