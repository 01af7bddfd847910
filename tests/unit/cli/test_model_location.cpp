#include "cli/model_location.hpp"

#include "extract/base/error.hpp"
#include "extract/base/sha256.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

#include <cstdlib>

using namespace newsgraph;
using namespace newsgraph::cli;
using newsgraph::test::Folder;

namespace {

std::string sums(const std::string& model, const std::vector<std::pair<std::string, std::string>>& files) {
    std::string lines;
    for (const auto& [name, bytes] : files) lines += sha256(bytes) + "  " + model + "/" + name + "\n";
    return lines;
}

}  // namespace

TEST_CASE("a model whose files are all right is sound", "[cli]") {
    Folder folder;
    folder.put("m/config.cfg", "one");
    folder.put("m/ner/model", "two");
    const ModelCheck check = check_model("m", sums("small-1", {{"config.cfg", "one"}, {"ner/model", "two"}}));
    CHECK(check.name == "small-1");
    CHECK(check.sound());
    CHECK(check.files.size() == 2);
}

TEST_CASE("files that are damaged or missing are named", "[cli]") {
    Folder folder;
    for (const char* name : {"a", "b", "c", "d", "e"}) folder.put("m/" + std::string(name), name);
    folder.put("m/d", "D");
    std::filesystem::remove("m/e");
    const ModelCheck check =
        check_model("m", sums("small-1", {{"a", "a"}, {"b", "b"}, {"c", "c"}, {"d", "d"}, {"e", "e"}}));
    CHECK(check.name == "small-1");
    CHECK_FALSE(check.sound());
    CHECK(check.files[0].problem.empty());
    CHECK(check.files[3].problem == "damaged or of another version (1 bytes, SHA-256 " + sha256("D") + ")");
    CHECK(check.files[4].problem == "missing");
}

TEST_CASE("of several known models the one is compared that most files are from", "[cli]") {
    Folder folder;
    folder.put("m/a", "shared");
    folder.put("m/b", "medium");
    const std::string known = sums("small-1", {{"a", "shared"}, {"b", "small"}}) + sums("medium-1", {{"a", "shared"}, {"b", "medium"}});
    CHECK(check_model("m", known).name == "medium-1");
}

TEST_CASE("a model of which nothing is known is not sound, but has no problems", "[cli]") {
    Folder folder;
    folder.put("m/a", "mine");
    const ModelCheck check = check_model("m", sums("small-1", {{"a", "theirs"}}));
    CHECK(check.name.empty());
    CHECK(check.files.empty());
}

TEST_CASE("the sums that were compiled in are of the model that is looked for", "[cli]") {
    CHECK(known_sums().find("  " + std::string(model_name) + "/config.cfg\n") != std::string_view::npos);
}

TEST_CASE("a place that the user names is the only one", "[cli]") {
    Folder folder;
    folder.put("m/config.cfg", "");
    ::setenv("NEWSGRAPH_MODEL", "m", 1);
    CHECK(find_model("") == "m");
    CHECK(model_places("elsewhere").size() == 1);
    CHECK_THROWS_WITH(find_model("elsewhere"), "elsewhere: no language model there (no file config.cfg)");
    ::unsetenv("NEWSGRAPH_MODEL");
}

TEST_CASE("without a name the model is beside the program or in the user's data", "[cli]") {
    Folder folder;
    ::unsetenv("NEWSGRAPH_MODEL");
    ::setenv("XDG_DATA_HOME", "data", 1);
    const auto places = model_places("");
    REQUIRE(places.size() == 2);
    CHECK(places[1].directory == "data/newsgraph/models/en_core_web_sm-3.8.0");
    CHECK_FALSE(places[1].found);
    CHECK_THROWS_WITH(find_model(""), Catch::StartsWith("no language model found; looked in "));
    folder.put("data/newsgraph/models/en_core_web_sm-3.8.0/config.cfg", "");
    CHECK(find_model("") == places[1].directory);
    ::unsetenv("XDG_DATA_HOME");
}
