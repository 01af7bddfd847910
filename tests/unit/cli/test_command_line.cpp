#include "cli/command_line.hpp"
#include "cli/usage_error.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph::cli;

namespace {

CommandLine parsed(const char* command, const std::vector<std::string>& words) {
    return CommandLine(*find_command(command), words);
}

// Message and hint of the error that a command line makes.
std::string complaint(const char* command, const std::vector<std::string>& words) {
    try {
        parsed(command, words);
    } catch (const UsageError& error) {
        return std::string(error.what()) + "; " + error.hint();
    }
    return "none";
}

}  // namespace

TEST_CASE("options and arguments may be mixed", "[cli]") {
    const auto line = parsed("build", {"a.txt", "-o", "g.dot", "b.txt", "--jobs=3", "-"});
    CHECK(line.arguments() == std::vector<std::string>{"a.txt", "b.txt", "-"});
    CHECK(line.text("output") == "g.dot");
    CHECK(line.count("jobs") == 3);
    CHECK(line.has("output"));
    CHECK_FALSE(line.has("format"));
}

TEST_CASE("a letter takes its value with and without a blank", "[cli]") {
    CHECK(parsed("build", {"-j4"}).count("jobs") == 4);
    CHECK(parsed("build", {"-j", "4"}).count("jobs") == 4);
    CHECK(parsed("build", {"-o-"}).text("output") == "-");
}

TEST_CASE("words behind -- are arguments", "[cli]") {
    const auto line = parsed("build", {"-q", "--", "--jobs", "-o"});
    CHECK(line.arguments() == std::vector<std::string>{"--jobs", "-o"});
    CHECK(line.has("quiet"));
}

TEST_CASE("what is given twice counts as given last", "[cli]") {
    CHECK(parsed("build", {"-j", "1", "--jobs", "2"}).count("jobs") == 2);
    CHECK(parsed("neighbors", {"--status", "negated", "--status", "asserted"}).list("status") ==
          std::vector<std::string>{"asserted"});
}

TEST_CASE("a switch and its opposite: the last one counts", "[cli]") {
    CHECK_FALSE(parsed("build", {"--open", "--no-open"}).has("open"));
    CHECK(parsed("build", {"--no-open", "--open"}).has("open"));
    CHECK_FALSE(parsed("build", {"--no-overwrite", "--overwrite"}).has("no-overwrite"));
    CHECK_FALSE(parsed("build", {"-q", "--no-quiet"}).has("quiet"));
    CHECK(parsed("export", {"--no-isolated", "--isolated"}).has("isolated"));
    CHECK_FALSE(parsed("export", {"--no-isolated", "--isolated"}).has("no-isolated"));
    CHECK(complaint("build", {"--no-help"}).starts_with("unknown option '--no-help'"));
    CHECK(complaint("build", {"--no-jobs"}).starts_with("unknown option '--no-jobs'"));
}

TEST_CASE("lists are parted by commas and add up", "[cli]") {
    CHECK(parsed("neighbors", {"--relation", "attacks,supports", "--relation", "meets"}).list("relation") ==
          std::vector<std::string>{"attacks", "supports", "meets"});
    CHECK(parsed("neighbors", {}).list("relation").empty());
    CHECK(parsed("build", {"--status", "asserted,negated"}).list("status") ==
          std::vector<std::string>{"asserted", "negated"});
}

TEST_CASE("an option that is not given has the table's value", "[cli]") {
    const auto line = parsed("neighbors", {});
    CHECK(line.count("depth") == 1);
    CHECK(line.text("direction") == "both");
    CHECK(line.share("min-confidence") == 0.0);
    CHECK(line.list("status") == std::vector<std::string>{"asserted"});
}

TEST_CASE("help in full and in short are told apart", "[cli]") {
    CHECK(parsed("build", {"--help"}).long_help());
    CHECK_FALSE(parsed("build", {"-h"}).long_help());
    CHECK(parsed("build", {"-h"}).has("help"));
}

TEST_CASE("the same option may take other values in another command", "[cli]") {
    CHECK(parsed("extract", {"--on-error", "record"}).text("on-error") == "record");
    CHECK(complaint("build", {"--on-error", "record"}) ==
          "option '--on-error': unknown value 'record' (did you mean 'report'?); it can be report, stop");
}

TEST_CASE("unknown options are named, with the nearest known one", "[cli]") {
    CHECK(complaint("build", {"--ouput", "g.dot"}) ==
          "unknown option '--ouput' (did you mean '--output'?); 'newsgraph build --help' lists the options");
    CHECK(complaint("build", {"--ouput=g.dot"}).starts_with("unknown option '--ouput' (did you mean '--output'?)"));
    CHECK(complaint("build", {"-x"}) == "unknown option '-x'; 'newsgraph build --help' lists the options");
    CHECK(complaint("build", {"--outp", "g.dot"}) ==
          "unknown option '--outp' (did you mean '--output'?); 'newsgraph build --help' lists the options");
    CHECK(complaint("model", {"--jobs", "2"}).starts_with("unknown option '--jobs'"));
    CHECK(complaint("build", {"-qx"}).starts_with("unknown option '-qx'"));
    CHECK(complaint("build", {"-help"}).starts_with("unknown option '-help' (did you mean '--help'?)"));
}

TEST_CASE("missing, surplus and impossible values are named", "[cli]") {
    CHECK(complaint("build", {"--jobs"}).starts_with("option '--jobs' needs a value"));
    CHECK(complaint("build", {"-j"}).starts_with("option '--jobs' needs a value"));
    CHECK(complaint("build", {"-o"}).starts_with("option '--output' needs a value"));
    CHECK(complaint("build", {"--jobs="}) != "none");
    CHECK(complaint("build", {"--strict=yes"}).starts_with("option '--strict' takes no value"));
    CHECK(complaint("build", {"--jobs", "two"}).starts_with("option '--jobs': 'two' is no whole number"));
    CHECK(complaint("build", {"--jobs", "-1"}) != "none");
    CHECK(complaint("build", {"--jobs", "99999999999999999999999"}) != "none");
    CHECK(complaint("neighbors", {"--min-confidence", "1.5"}) ==
          "option '--min-confidence': '1.5' is no number from 0 to 1; 'newsgraph neighbors --help' lists the options");
    CHECK(complaint("neighbors", {"--min-confidence", "nan"}) != "none");
    CHECK(complaint("neighbors", {"--direction", "outwards"}).starts_with("option '--direction': unknown value 'outwards'"));
    CHECK(complaint("neighbors", {"--status", "asserted,denied"}).starts_with("option '--status': unknown value 'denied'"));
}

TEST_CASE("an empty value and an empty argument are kept as they are", "[cli]") {
    CHECK(parsed("build", {"", "a"}).arguments() == std::vector<std::string>{"", "a"});
    CHECK(complaint("build", {"--output="}) != "none");
}
