#include "cli/commands.hpp"
#include "cli/graph_file.hpp"
#include "cli/node_names.hpp"
#include "cli/usage_error.hpp"
#include "cli/why_output.hpp"
#include "export/output_file.hpp"
#include "graph/graph_evidence.hpp"

namespace newsgraph::cli {

ExitStatus run_why(const CommandLine& line, Terminal& terminal) {
    const auto& arguments = line.arguments();
    const std::string form = "newsgraph why GRAPH NAME, for example: newsgraph why graph.json Russia";
    if (arguments.empty()) throw UsageError("no graph and no name", form);
    if (arguments.size() < 2) throw UsageError("no name", form);
    if (arguments.size() > 2) throw UsageError("'" + arguments[2] + "' is too many", form);
    GraphQuestion question;
    question.names = {arguments[1]};
    question.other_names = gazetteer_names();
    question.origins = true;
    const KnowledgeGraph graph = ask_graph_file(arguments[0], question).graph;
    const std::size_t index = nodes_named(graph, {arguments[1]}, terminal).front();
    if (!graph.whole_evidence() || graph.nodes()[index].evidence.empty()) {
        throw Error(arguments[0] + ": does not say how its nodes came about", "JSON does: newsgraph build INPUT -o graph.json");
    }
    const GraphNode& node = graph.nodes()[index];
    const NodeOrigins origins = origins_of(graph, index);
    OutputFile output("-");
    output.write(line.has("json") ? why_json(node, origins) : why_text(node, origins));
    output.commit();
    return ExitStatus::done;
}

}  // namespace newsgraph::cli
