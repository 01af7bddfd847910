#include "export/dot.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace newsgraph;

TEST_CASE("very many parts stand in columns, for to fit them into each other takes minutes") {
    const auto drawn = [](std::size_t count) {
        std::vector<GraphNode> nodes(count);
        for (std::size_t i = 0; i < count; ++i) {
            nodes[i].id = nodes[i].label = "n" + std::to_string(i);
        }
        StringSink sink;
        write_dot(KnowledgeGraph(nodes, {}, true), {}, sink);
        return sink.text();
    };
    CHECK(drawn(2500).find("pack=false") != std::string::npos);
    CHECK(drawn(2501).find("packmode=array_c70") != std::string::npos);
}
