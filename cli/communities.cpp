#include "graph/communities.hpp"

#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "cli/communities_output.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_filter.hpp"
#include "cli/graph_options.hpp"
#include "cli/interrupt.hpp"
#include "cli/usage_error.hpp"
#include "export/output_file.hpp"

#include <charconv>

namespace newsgraph::cli {

namespace {

double resolution_of(const CommandLine& line) {
    const std::string text = line.text("resolution");
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !(value > 0.0 && value <= 1000.0)) {
        throw UsageError("option '--resolution': '" + text + "' is no number above 0, of 1000 at most");
    }
    return value;
}

}  // namespace

ExitStatus run_communities(const CommandLine& line, Terminal& terminal) {
    const std::string& path = graph_argument(line);
    CommunityOptions options;
    options.edges = edge_filter_of(line);
    options.resolution = resolution_of(line);
    options.limit = line.count("limit");
    const OutputStyle style = style_of(line);
    const KnowledgeGraph graph = ask_graph_file(path, question_about(line, {})).graph;
    check_filters(line, graph, terminal);
    end_when_interrupted();
    const Communities found = communities(graph, options);
    OutputFile output("-");
    write_communities(graph, found, style, terminal.color_on_stdout(), output);
    output.commit();
    if (found.alone > 0) terminal.note(std::to_string(found.alone) + " nodes without an edge are in no community");
    return finish_list(line, found.list.size(), found.total, "no edges, and so no communities", terminal);
}

}  // namespace newsgraph::cli
