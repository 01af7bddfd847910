#include "cli/language.hpp"

#include "cli/environment.hpp"
#include "cli/model_location.hpp"
#include "cli/relation_lookup.hpp"
#include "cli/version.hpp"
#include "extract/base/sha256.hpp"

#include <utility>

namespace newsgraph::cli {

Language::Language(const CommandLine& line, Terminal& terminal, nlp::LemmaOrder order)
    : model_(line.text("model")), terminal_(terminal) {
    pipeline_options_.lemma_order = order;
    pipeline_options_.instructions = chosen_instructions();
    options_.any_language = line.has("any-language");
    if ((line.command().bit & (on::build | on::add | on::extract)) == 0) return;
    options_.relations = line.text("relations");
    options_.open = line.has("open");
    options_.statements = line.has("statements");
    // A store has them, like a record, so that graphs may be made with or without.
    options_.concepts = line.command().bit == on::build ? line.has("concepts") : !line.has("no-concepts");
}

void Language::load_pipeline() {
    if (pipeline_) return;
    try {
        const auto directory = find_model(model_);
        pipeline_ = std::make_unique<nlp::Pipeline>(directory, pipeline_options_);
        const auto instructions = pipeline_options_.instructions.value_or(nlp::best_instruction_set());
        terminal_.note("language model " + pipeline_->name() + " " + pipeline_->version() + " from " + directory.string() +
                       ", instructions " + std::string(nlp::name_of(instructions)));
    } catch (const Error& error) {
        throw LanguageUnavailable(Error(error.what(), model_remedy()));
    }
}

const nlp::Pipeline& Language::pipeline() {
    const std::lock_guard lock(mutex_);
    load_pipeline();
    return *pipeline_;
}

const Extractor& Language::extractor() {
    const std::lock_guard lock(mutex_);
    load_pipeline();
    try {
        if (!extractor_) extractor_ = std::make_unique<Extractor>(*pipeline_, options_);
    } catch (const Error& error) {
        throw LanguageUnavailable(error);
    }
    return *extractor_;
}

Reading Language::reading() {
    Reading reading;
    reading.model = pipeline().name() + " " + pipeline().version();
    reading.relations = sha256(read_relation_file(options_.relations.string()).text);
    for (const auto& [chosen, name] : {std::pair(options_.any_language, "any-language"), std::pair(options_.open, "open"),
                                       std::pair(options_.statements, "statements")}) {
        if (chosen) reading.options += (reading.options.empty() ? "" : " ") + std::string(name);
    }
    reading.program = program_version();
    return reading;
}

std::string foreign_remark(const Extractor::Session& session) {
    const auto& foreign = session.foreign();
    if (!foreign) return {};
    if (foreign->whole()) return foreign->language + ", not English: nothing was read from it (--any-language reads it)";
    const bool one = foreign->paragraphs == 1;
    return std::to_string(foreign->paragraphs) + (one ? " paragraph in " : " paragraphs in ") + foreign->language +
           ", not English, passed over (--any-language reads " + (one ? "it)" : "them)");
}

}  // namespace newsgraph::cli
