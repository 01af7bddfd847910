#include "cli/commands.hpp"
#include "cli/environment.hpp"
#include "cli/language.hpp"
#include "cli/model_location.hpp"
#include "cli/usage_error.hpp"
#include "export/output_file.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace newsgraph::cli {

namespace {

void show_places(const std::vector<ModelPlace>& places, OutputFile& output) {
    output.write("looked for in:\n");
    bool used = false;
    for (const ModelPlace& place : places) {
        const std::string_view state = !place.found ? "not there" : used ? "there, not used" : "used";
        used = used || place.found;
        output.write("  " + place.directory.string() + "  (" + place.origin + "): " + std::string(state) + "\n");
    }
}

// What is wrong, nothing if all is as it should be.
std::optional<Error> show_check(const std::filesystem::path& directory, const ModelCheck& check, OutputFile& output) {
    if (check.name.empty()) {
        output.write("files:    not verified: no checksums are known for this model\n");
        return {};
    }
    if (check.sound()) {
        output.write("files:    all " + std::to_string(check.files.size()) + " are those of " + check.name + "\n");
        return {};
    }
    output.write("files:    not those of " + check.name + ":\n");
    std::string first;
    std::size_t count = 0;
    for (const FileCheck& file : check.files) {
        if (file.problem.empty()) continue;
        output.write("  " + file.file + ": " + file.problem + "\n");
        if (count++ == 0) first = (directory / file.file).string() + ": " + file.problem;
    }
    return FormatError(count == 1 ? first : first + ", and " + std::to_string(count - 1) + " more");
}

}  // namespace

ExitStatus run_model(const CommandLine& line, Terminal& terminal) {
    if (!line.arguments().empty()) {
        throw UsageError("surplus argument '" + line.arguments().front() + "'", "a model's folder is named by --model DIR");
    }
    const std::string option = line.text("model");
    nlp::PipelineOptions options;
    options.instructions = chosen_instructions();
    OutputFile output("-");
    show_places(model_places(option), output);
    std::optional<Error> trouble;
    try {
        const auto directory = find_model(option);
        trouble = show_check(directory, check_model(directory, known_sums()), output);
        const nlp::Pipeline pipeline(directory, options);
        output.write("model:    " + pipeline.name() + " " + pipeline.version() + ", ready to run\n");
    } catch (const Error& error) {
        trouble = error;
    }
    output.commit();
    if (!trouble) return ExitStatus::done;
    terminal.error(Error(trouble->what(), model_remedy()));
    return ExitStatus::failed;
}

}  // namespace newsgraph::cli
