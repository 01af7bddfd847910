// What evidence, path and communities print of a graph whose every text is out to break a format.
#include "cli/communities_output.hpp"
#include "cli/path_output.hpp"
#include "cli/statements_output.hpp"
#include "export/sink.hpp"
#include "extract/base/json.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_graphs.hpp"

#include <algorithm>
#include <functional>
#include <string>

using namespace newsgraph;
using namespace newsgraph::cli;
using namespace newsgraph::test;

namespace {

// The hostile graph, with a statement behind each edge.
KnowledgeGraph talking_graph() {
    const KnowledgeGraph hostile = hostile_graph();
    std::vector<GraphEdge> edges = hostile.edges();
    for (GraphEdge& edge : edges) {
        EdgeEvidence& statement = edge.statements.emplace_back();
        statement.text = statement.title = statement.cue = statement.attribution = statement.url = edge.evidence;
        statement.cue_end = 5;
    }
    return {hostile.nodes(), edges, true};
}

EdgeFilter everything() {
    EdgeFilter filter;
    filter.statuses = {};
    return filter;
}

std::string printed(const std::function<void(Sink&)>& write) {
    StringSink sink;
    write(sink);
    return sink.text();
}

std::size_t lines(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

bool is_json(const std::string& text) {
    rapidjson::Document document;
    document.Parse<json::strict_parse>(text.data(), text.size());
    return !document.HasParseError() && document.IsObject();
}

}  // namespace

TEST_CASE("statements of hostile texts stay one line a row, and JSON", "[cli]") {
    const KnowledgeGraph graph = talking_graph();
    for (std::size_t node = 0; node < graph.nodes().size(); ++node) {
        StatementQuery options;
        options.edges = everything();
        const Statements found = statements(graph, node, {}, options);
        const auto table = [&](OutputStyle style) {
            return printed([&](Sink& sink) { write_table(statement_table(graph, found), style, false, sink); });
        };
        REQUIRE(found.total == 2);
        CHECK(is_json(table(OutputStyle::json)));
        CHECK(lines(table(OutputStyle::tsv)) == 3);
        CHECK(lines(table(OutputStyle::csv)) == 3);
        CHECK(lines(printed([&](Sink& sink) { write_by_edge(graph, found, true, sink); })) == 8);
        CHECK(lines(printed([&](Sink& sink) { write_by_date(graph, found, false, sink); })) == 8);
    }
}

TEST_CASE("chains through hostile names stay one line a step, and JSON", "[cli]") {
    const KnowledgeGraph graph = talking_graph();
    PathOptions options;
    options.edges = everything();
    const std::vector<Path> paths = shortest_paths(graph, 0, 9, options);
    REQUIRE(paths.size() == 2);  // the graph is a ring
    const std::size_t steps = paths[0].edges.size() + paths[1].edges.size();
    const auto text = [&](OutputStyle style) {
        return printed([&](Sink& sink) { write_paths(graph, paths, style, false, sink); });
    };
    CHECK(is_json(text(OutputStyle::json)));
    CHECK(lines(text(OutputStyle::text)) == steps + 2);
    CHECK(lines(text(OutputStyle::tsv)) == steps + 1);
}

TEST_CASE("communities of hostile names stay one line a member, and JSON", "[cli]") {
    const KnowledgeGraph graph = talking_graph();
    CommunityOptions options;
    options.edges = everything();
    const Communities found = communities(graph, options);
    const auto text = [&](OutputStyle style) {
        return printed([&](Sink& sink) { write_communities(graph, found, style, false, sink); });
    };
    CHECK(is_json(text(OutputStyle::json)));
    CHECK(lines(text(OutputStyle::csv)) == graph.nodes().size() + 1);
    std::size_t edges = 0;
    for (const Community& community : found.list) edges += community.edges.size();
    CHECK(lines(text(OutputStyle::text)) == 2 * found.list.size() + edges);
}
