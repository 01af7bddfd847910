#include "cli/stats_output.hpp"

#include "tests/support/catch.hpp"

using namespace newsgraph;
using namespace newsgraph::cli;

namespace {

GraphSummary some() {
    GraphSummary out;
    out.nodes = 8;
    out.nodes_by_type = {{"country", 3}, {"person", 4}, {"", 1}};
    out.edges = 3;
    out.edges_by_status = {{EdgeStatus::asserted, 2}, {EdgeStatus::negated, 1}};
    out.edges_by_quad = {{"", 1}, {"MX", 2}};
    out.statements = 5;
    out.articles = 3;
    out.dated_articles = 2;
    out.first_date = "2026-03-02";
    out.last_date = "2026-03-09";
    out.components = 1;
    out.largest_component = 6;
    out.isolated = 2;
    return out;
}

}  // namespace

TEST_CASE("statistics for people", "[cli]") {
    CHECK(stats_text(some()) ==
          "nodes                    8\n"
          "  person                 4\n"
          "  country                3\n"
          "  (no type)              1\n"
          "edges                    3\n"
          "  asserted               2\n"
          "  negated                1\n"
          "events of edges\n"
          "  material conflict      2\n"
          "  neither                1\n"
          "statements               5\n"
          "articles                 3\n"
          "  dated                  2  (67 %)\n"
          "from 2026-03-02 to 2026-03-09\n"
          "connected parts          1  (the largest has 6 nodes, 75 %)\n"
          "nodes without edges      2\n");
}

TEST_CASE("statistics as JSON", "[cli]") {
    CHECK(stats_json(some()) ==
          "{\"nodes\":8,\"nodes_by_type\":{\"person\":4,\"country\":3,\"none\":1},\"edges\":3,"
          "\"edges_by_status\":{\"asserted\":2,\"negated\":1},\"edges_by_quad\":{\"MX\":2,\"none\":1},\"statements\":5,"
          "\"articles\":3,\"dated_articles\":2,\"first_date\":\"2026-03-02\",\"last_date\":\"2026-03-09\",\"components\":1,"
          "\"largest_component\":6,\"isolated_nodes\":2}\n");
}

TEST_CASE("statistics leave out what is not known", "[cli]") {
    GraphSummary summary;
    CHECK(stats_text(summary) ==
          "nodes                    0\n"
          "edges                    0\n"
          "statements               0\n"
          "connected parts          0\n"
          "nodes without edges      0\n");
    CHECK(stats_json(summary).find("articles") == std::string::npos);
    CHECK(stats_json(summary).find("date") == std::string::npos);
}
