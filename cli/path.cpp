#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_filter.hpp"
#include "cli/graph_options.hpp"
#include "cli/interrupt.hpp"
#include "cli/node_names.hpp"
#include "cli/path_output.hpp"
#include "cli/usage_error.hpp"
#include "export/output_file.hpp"

namespace newsgraph::cli {

namespace {

PathOptions options_from(const CommandLine& line) {
    PathOptions options;
    options.edges = edge_filter_of(line);
    options.directed = line.has("directed");
    options.types = line.list("type");
    options.max_steps = line.count("max-steps");
    options.count = line.count("k");
    if (options.count == 0) throw UsageError("option '--k': no chains are none", "1 is the shortest chain alone");
    return options;
}

}  // namespace

ExitStatus run_path(const CommandLine& line, Terminal& terminal) {
    const std::vector<std::string> names = name_arguments(line, 2, 2);
    const PathOptions options = options_from(line);
    const OutputStyle style = style_of(line);
    const KnowledgeGraph graph = ask_graph_file(line.arguments().front(), question_about(line, {})).graph;
    const std::vector<std::size_t> nodes = nodes_named(graph, names, terminal);
    check_filters(line, graph, terminal);
    end_when_interrupted();
    if (nodes[0] == nodes[1]) throw Error("'" + names[0] + "' and '" + names[1] + "' are both " + node_list(graph, {nodes[0]}));
    const std::vector<Path> paths = shortest_paths(graph, nodes[0], nodes[1], options);
    OutputFile output("-");
    write_paths(graph, paths, style, terminal.color_on_stdout(), output);
    output.commit();
    const std::string most = options.max_steps == 0 ? "" : " of at most " + std::to_string(options.max_steps) + " steps";
    return finish_list(line, paths.size(), paths.size(), "no way" + most + " leads from '" + names[0] + "' to '" + names[1] + "'",
                       terminal);
}

}  // namespace newsgraph::cli
