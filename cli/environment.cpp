#include "cli/environment.hpp"

#include "cli/suggest.hpp"
#include "cli/usage_error.hpp"

#include <cstdlib>
#include <vector>

namespace newsgraph::cli {

namespace {

constexpr const char* instructions_variable = "NEWSGRAPH_INSTRUCTIONS";

std::vector<std::string_view> instruction_names(bool supported_only) {
    std::vector<std::string_view> names;
    for (const auto set : {nlp::InstructionSet::plain, nlp::InstructionSet::avx2, nlp::InstructionSet::avx512}) {
        if (!supported_only || nlp::is_supported(set)) names.push_back(nlp::name_of(set));
    }
    return names;
}

std::string joined(const std::vector<std::string_view>& names) {
    std::string list;
    for (const auto name : names) list += (list.empty() ? "" : ", ") + std::string(name);
    return list;
}

}  // namespace

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

std::optional<nlp::InstructionSet> chosen_instructions() {
    const std::string name = variable(instructions_variable);
    if (name.empty()) return {};
    const auto set = nlp::instruction_set_named(name);
    const std::string where = std::string("environment variable ") + instructions_variable + ": ";
    if (!set) {
        const auto known = instruction_names(false);
        throw UsageError(where + "unknown value '" + name + "'" + did_you_mean(name, known), "it can be " + joined(known));
    }
    if (!nlp::is_supported(*set)) {
        throw Error(where + "this processor has no '" + name + "'", "it has " + joined(instruction_names(true)));
    }
    return set;
}

}  // namespace newsgraph::cli
