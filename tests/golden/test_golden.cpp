#include "export/formats.hpp"
#include "graph/graphml_reader.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/sample_graphs.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

std::string written(const KnowledgeGraph& graph, const std::string& format, const WriteOptions& options = {}) {
    StringSink sink;
    REQUIRE(format_named(format) != nullptr);
    format_named(format)->write(graph, options, sink);
    return sink.text();
}

// The first line that differs, for a message that can be read.
std::string difference(const std::string& got, const std::string& wanted) {
    if (got == wanted) {
        return "";
    }
    std::size_t line = 1;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < std::min(got.size(), wanted.size()) && got[i] == wanted[i]; ++i) {
        if (got[i] == '\n') {
            ++line;
            begin = i + 1;
        }
    }
    const auto show = [begin](const std::string& text) { return text.substr(begin, std::min<std::size_t>(300, text.find('\n', begin) - begin)); };
    return "line " + std::to_string(line) + ":\n got: " + show(got) + "\nwant: " + show(wanted);
}

void check_golden(const std::string& got, const std::string& name) {
    const std::filesystem::path file = std::filesystem::path(NEWSGRAPH_GOLDEN_FOLDER) / name;
    if (std::getenv("NEWSGRAPH_UPDATE_GOLDENS") != nullptr) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << got;
    }
    INFO(file.string());
    CHECK(difference(got, bytes_of(file)) == "");
}

}  // namespace

TEST_CASE("GraphML is as it was") {
    check_golden(written(ordinary_graph(), "graphml"), "graphml/ordinary.graphml");
    check_golden(written(ordinary_graph().with_statuses({EdgeStatus::asserted}), "graphml"), "graphml/asserted.graphml");
    check_golden(written(hostile_graph(), "graphml"), "graphml/hostile.graphml");
    check_golden(written(KnowledgeGraph(), "graphml"), "graphml/empty.graphml");
    WriteOptions options;
    options.undirected_symmetric = true;
    check_golden(written(ordinary_graph(), "graphml", options), "graphml/undirected-symmetric.graphml");
    options = {};
    options.strict = true;
    check_golden(written(ordinary_graph(), "graphml", options), "graphml/strict.graphml");
}

TEST_CASE("DOT is as it was") {
    check_golden(written(ordinary_graph(), "dot"), "dot/ordinary.dot");
    check_golden(written(hostile_graph(), "dot"), "dot/hostile.dot");
    check_golden(written(crowded_graph(), "dot"), "dot/crowded.dot");
    check_golden(written(KnowledgeGraph(), "dot"), "dot/empty.dot");
}

TEST_CASE("JSON is as it was") {
    check_golden(written(ordinary_graph(), "json"), "json/ordinary.json");
    check_golden(written(hostile_graph(), "json"), "json/hostile.json");
    check_golden(written(KnowledgeGraph(), "json"), "json/empty.json");
}

TEST_CASE("hostile GraphML reads back, and is written again as the same bytes") {
    const std::string xml = written(hostile_graph(), "graphml");
    const KnowledgeGraph again = parse_graphml(xml, "hostile");
    CHECK(again.nodes().size() == hostile_graph().nodes().size());
    CHECK(again.edges().size() == hostile_graph().edges().size());
    CHECK(difference(written(again, "graphml"), xml) == "");
}
