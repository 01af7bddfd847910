#include "cli/terminal.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/standard_error.hpp"

using namespace newsgraph;
using namespace newsgraph::cli;
using newsgraph::test::StandardError;

namespace {

CommandLine build(const std::vector<std::string>& words) {
    return CommandLine(*find_command("build"), words);
}

}  // namespace

TEST_CASE("messages have the program's name, errors their hint", "[cli]") {
    StandardError printed;
    Terminal terminal;
    terminal.warning("a.txt: the file is empty");
    terminal.error("not enough memory");
    terminal.error(IoError("no language model", "run ./bootstrap model"));
    CHECK(printed.text() ==
          "newsgraph: warning: a.txt: the file is empty\n"
          "newsgraph: not enough memory\n"
          "newsgraph: no language model; run ./bootstrap model\n");
}

TEST_CASE("--quiet hides warnings, not errors; --verbose shows notes", "[cli]") {
    StandardError printed;
    Terminal terminal;
    terminal.note("never shown");
    terminal.configure(build({"-q"}));
    terminal.warning("hidden");
    terminal.error("shown");
    terminal.configure(build({"-v"}));
    terminal.note("a note");
    CHECK(printed.text() == "newsgraph: shown\nnewsgraph: a note\n");
}

TEST_CASE("text from outside cannot steer the terminal", "[cli]") {
    StandardError printed;
    Terminal terminal;
    terminal.warning("a\x1B[2Jb\nc\x7F" "d\xC2\x9B" "e\xC3\xA9");
    terminal.warning("not UTF-8: \xFF.");
    CHECK(printed.text() == "newsgraph: warning: a?[2Jb?c?d?e\xC3\xA9\nnewsgraph: warning: not UTF-8: \xEF\xBF\xBD.\n");
}

TEST_CASE("colour is used when asked for, and not in files", "[cli]") {
    StandardError printed;
    Terminal terminal;
    terminal.configure(build({"--color", "always"}));
    CHECK(terminal.color_on_stdout());
    terminal.warning("w");
    terminal.error("e");
    terminal.configure(build({"--color", "never"}));
    CHECK_FALSE(terminal.color_on_stdout());
    terminal.warning("w");
    CHECK(printed.text() ==
          "\x1B[33mnewsgraph: warning: \x1B[0mw\n"
          "\x1B[31mnewsgraph: \x1B[0me\n"
          "newsgraph: warning: w\n");
}

TEST_CASE("there is no progress bar in a file", "[cli]") {
    StandardError printed;
    Terminal terminal;
    terminal.configure(build({}));
    terminal.progress(1, 2);
    CHECK(printed.text().empty());
}
