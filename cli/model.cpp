#include "cli/commands.hpp"
#include "cli/environment.hpp"
#include "cli/language.hpp"
#include "cli/model_location.hpp"
#include "cli/usage_error.hpp"
#include "export/output_file.hpp"

#include <optional>

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

bool show_check(const ModelCheck& check, OutputFile& output) {
    if (check.name.empty()) {
        output.write("files:    not verified: no checksums are known for this model\n");
        return true;
    }
    if (check.sound()) {
        output.write("files:    all " + std::to_string(check.files.size()) + " are those of " + check.name + "\n");
        return true;
    }
    output.write("files:    not those of " + check.name + ":\n");
    for (const FileCheck& file : check.files) {
        if (!file.problem.empty()) output.write("  " + file.file + ": " + file.problem + "\n");
    }
    return false;
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
        const bool sound = show_check(check_model(directory, known_sums()), output);
        const nlp::Pipeline pipeline(directory, options);
        output.write("model:    " + pipeline.name() + " " + pipeline.version() + ", ready to run\n");
        if (!sound) trouble = FormatError(directory.string() + ": files are missing or damaged");
    } catch (const Error& error) {
        trouble = error;
    }
    output.commit();
    if (!trouble) return ExitStatus::done;
    terminal.error(trouble->hint().empty() ? Error(trouble->what(), model_remedy()) : *trouble);
    return ExitStatus::failed;
}

}  // namespace newsgraph::cli
