#include "cli/article_run.hpp"
#include "cli/commands.hpp"
#include "cli/record_work.hpp"
#include "export/output_file.hpp"
#include "extract/base/json.hpp"

#include <unistd.h>

namespace newsgraph::cli {

namespace {

std::string error_line(const Outcome& outcome) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    writer.StartObject();
    writer.Key("doc");
    writer.String(outcome.doc);
    writer.Key("error");
    writer.String(outcome.place + ": " + outcome.error);
    writer.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

// The JSON is made where the record was, beside the other threads.
std::function<ArticleWork()> line_works(Language& language) {
    return [make_record = record_works(language)]() -> ArticleWork {
        return [record_of = make_record()](readers::InputItem&& item) {
            Outcome outcome = record_of(std::move(item));
            outcome.text = to_json(*outcome.record);
            outcome.record.reset();
            return outcome;
        };
    };
}

}  // namespace

ExitStatus run_extract(const CommandLine& line, Terminal& terminal) {
    readers::ArticleReader reader = open_inputs(line, terminal);
    if (line.text("output") == "-" && ::isatty(STDOUT_FILENO) == 1) terminal.data_goes_to_terminal();
    Language language(line, terminal, nlp::LemmaOrder::before_3_8_8);
    OutputFile output(line.text("output"), !line.has("no-overwrite"));
    const RunTotals totals = run_articles(line, terminal, reader, line_works(language), [&](Outcome&& outcome) {
        output.write(outcome.error.empty() ? outcome.text : error_line(outcome));
        output.write("\n");
    });
    output.commit();
    return totals.failed == 0 ? ExitStatus::done : ExitStatus::failed;
}

}  // namespace newsgraph::cli
