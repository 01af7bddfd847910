#include "cli/commands.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_options.hpp"
#include "cli/stats_output.hpp"
#include "export/output_file.hpp"

namespace newsgraph::cli {

ExitStatus run_stats(const CommandLine& line, Terminal& /*terminal*/) {
    GraphQuestion question;
    question.articles = true;
    const GraphSummary found = summary(ask_graph_file(graph_argument(line), question).graph);
    OutputFile output("-");
    output.write(line.has("json") ? stats_json(found) : stats_text(found));
    output.commit();
    return ExitStatus::done;
}

}  // namespace newsgraph::cli
