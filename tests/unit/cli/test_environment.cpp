#include "cli/environment.hpp"

#include "cli/usage_error.hpp"
#include "tests/support/catch.hpp"

#include <cstdlib>

using namespace newsgraph;
using namespace newsgraph::cli;

namespace {

// Sets a variable for the length of a test.
class Setting {
public:
    explicit Setting(const char* value) { ::setenv("NEWSGRAPH_INSTRUCTIONS", value, 1); }
    ~Setting() { ::unsetenv("NEWSGRAPH_INSTRUCTIONS"); }
    Setting(const Setting&) = delete;
    Setting& operator=(const Setting&) = delete;
};

}  // namespace

TEST_CASE("instructions are left to the program unless they are named", "[cli]") {
    ::unsetenv("NEWSGRAPH_INSTRUCTIONS");
    CHECK_FALSE(chosen_instructions());
    CHECK(variable("NEWSGRAPH_INSTRUCTIONS").empty());
    const Setting empty("");
    CHECK_FALSE(chosen_instructions());
}

TEST_CASE("instructions can be named", "[cli]") {
    const Setting plain("plain");
    CHECK(chosen_instructions() == nlp::InstructionSet::plain);
}

TEST_CASE("instructions that are unknown or not there are refused", "[cli]") {
    {
        const Setting wrong("avx21");
        try {
            chosen_instructions();
            FAIL("no error");
        } catch (const UsageError& error) {
            CHECK(std::string(error.what()) ==
                  "environment variable NEWSGRAPH_INSTRUCTIONS: unknown value 'avx21' (did you mean 'avx2'?)");
            CHECK(error.hint() == "it can be plain, avx2, avx512");
        }
    }
    for (const auto set : {nlp::InstructionSet::avx2, nlp::InstructionSet::avx512}) {
        const Setting named(std::string(nlp::name_of(set)).c_str());
        if (nlp::is_supported(set)) {
            CHECK(chosen_instructions() == set);
        } else {
            CHECK_THROWS_WITH(chosen_instructions(), Catch::Contains("this processor has no '"));
        }
    }
}
