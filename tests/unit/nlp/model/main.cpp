// Tests that need a language model: its folder is in NEWSGRAPH_TEST_MODEL. Without one they are skipped (77).
#define CATCH_CONFIG_RUNNER
#include "tests/unit/nlp/model/model.hpp"
#include "tests/support/catch.hpp"

#include <iostream>

int main(int count, char** words) {
    if (!std::filesystem::exists(newsgraph::test::model_directory() / "config.cfg")) {
        std::cout << "skipped: there is no language model in '" << newsgraph::test::model_directory().string() << "'\n";
        return 77;
    }
    return Catch::Session().run(count, words);
}
