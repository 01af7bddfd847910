// The language model and the extractor, loaded when the first article needs them: records can be built without. Thread-
// safe; whoever holds a reference must not outlive this.
#pragma once

#include "cli/command_line.hpp"
#include "cli/terminal.hpp"
#include "extract/extractor.hpp"
#include "extract/nlp/pipeline.hpp"
#include "graph/reading.hpp"

#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>

namespace newsgraph::cli {

// The run cannot go on: no model, a damaged one, a bad relation table. It is no Error, so that it is not taken for the
// trouble of one article.
class LanguageUnavailable : public std::runtime_error {
public:
    explicit LanguageUnavailable(const Error& error) : std::runtime_error(error.what()), error_(error) {}
    const Error& error() const { return error_; }

private:
    Error error_;
};

// What a session leaves out of an article for its language, in one line; "" if nothing.
std::string foreign_remark(const Extractor::Session& session);

class Language {
public:
    // Throws UsageError or Error for environment variables that make no sense.
    Language(const CommandLine& line, Terminal& terminal, nlp::LemmaOrder order);

    // Throw LanguageUnavailable.
    const nlp::Pipeline& pipeline();
    const Extractor& extractor();

    // What the articles of this run are read with.
    Reading reading();

private:
    void load_pipeline();

    std::string model_;
    ExtractorOptions options_;
    nlp::PipelineOptions pipeline_options_;
    Terminal& terminal_;
    std::mutex mutex_;
    std::unique_ptr<nlp::Pipeline> pipeline_;
    std::unique_ptr<Extractor> extractor_;
};

}  // namespace newsgraph::cli
