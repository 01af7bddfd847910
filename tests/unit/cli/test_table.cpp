#include "cli/table.hpp"

#include "tests/support/catch.hpp"

#include <string>

using namespace newsgraph;
using namespace newsgraph::cli;

namespace {

std::string printed(const Table& table, OutputStyle style, bool color = false) {
    StringSink sink;
    write_table(table, style, color, sink);
    return sink.text();
}

Table ships() {
    return {"ships",
            {{"name"}, {"crew", Column::Kind::number}, {"ports", Column::Kind::list}},
            {{{"K\xC3\xB6ln.."}, {"12"}, {"Port, Elsa", "Varn"}}, {{"Al\tice"}, {}, {}}},
            3};
}

}  // namespace

TEST_CASE("tables as text are aligned, numbers to the right", "[cli]") {
    CHECK(printed(ships(), OutputStyle::text) ==
          "name    crew  ports\n"
          "K\xC3\xB6ln..    12  Port, Elsa, Varn\n"
          "Al ice\n");
    CHECK(printed(ships(), OutputStyle::text, true).starts_with("\x1B[1mname    crew  ports\x1B[0m\n"));
}

TEST_CASE("one long cell does not push the other lines out", "[cli]") {
    Table table = {"things", {{"name"}, {"type"}}, {{{std::string(60, 'x')}, {"a"}}, {{"y"}, {"b"}}}, 2};
    CHECK(printed(table, OutputStyle::text) == "name" + std::string(38, ' ') + "type\n" + std::string(60, 'x') + "  a\n" + "y" +
                                                   std::string(41, ' ') + "b\n");
}

TEST_CASE("tables as CSV and TSV join lists by bars", "[cli]") {
    CHECK(printed(ships(), OutputStyle::csv) == "name,crew,ports\nK\xC3\xB6ln..,12,\"Port, Elsa | Varn\"\nAl ice,,\n");
    CHECK(printed(ships(), OutputStyle::tsv) == "name\tcrew\tports\nK\xC3\xB6ln..\t12\tPort, Elsa | Varn\nAl ice\t\t\n");
}

TEST_CASE("tables as JSON have their total, and leave out what is not known", "[cli]") {
    CHECK(printed(ships(), OutputStyle::json) ==
          "{\"total\":3,\"ships\":[{\"name\":\"K\xC3\xB6ln..\",\"crew\":12,\"ports\":[\"Port, Elsa\",\"Varn\"]},"
          "{\"name\":\"Al\\tice\"}]}\n");
}

TEST_CASE("tables without rows", "[cli]") {
    Table table = ships();
    table.rows.clear();
    table.total = 0;
    CHECK(printed(table, OutputStyle::text).empty());
    CHECK(printed(table, OutputStyle::json) == "{\"total\":0,\"ships\":[]}\n");
    CHECK(printed(table, OutputStyle::tsv) == "name\tcrew\tports\n");
}
