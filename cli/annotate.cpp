#include "cli/article_run.hpp"
#include "cli/commands.hpp"
#include "cli/language.hpp"
#include "export/output_file.hpp"
#include "extract/unread.hpp"
#include "extract/nlp/conllu.hpp"

#include <memory>
#include <unistd.h>

namespace newsgraph::cli {

namespace {

struct Annotators {
    std::unique_ptr<nlp::Annotator> plain;
    std::unique_ptr<Extractor::Session> names;
};

Extractor::Session& names_session(Annotators& annotators, Language& language) {
    if (!annotators.names) annotators.names = std::make_unique<Extractor::Session>(language.extractor());
    return *annotators.names;
}

nlp::Doc annotate(Annotators& annotators, Language& language, bool names, Article& article) {
    if (names) {
        return with_unread(names_session(annotators, language).parse(article));
    }
    if (!annotators.plain) annotators.plain = std::make_unique<nlp::Annotator>(language.pipeline());
    return annotators.plain->annotate(std::move(article.text));
}

std::function<ArticleWork()> annotation_works(Language& language, bool names) {
    return [&language, names]() -> ArticleWork {
        // Shared because std::function copies its callable; only this thread's work uses them.
        auto annotators = std::make_shared<Annotators>();
        return [&language, names, annotators](readers::InputItem&& item) {
            Article article = article_of(std::move(item));
            Outcome outcome;
            outcome.doc = article.id;
            outcome.place = article.place;
            nlp::append_conllu(annotate(*annotators, language, names, article), outcome.doc, outcome.text);
            if (names) outcome.remark = foreign_remark(names_session(*annotators, language));
            return outcome;
        };
    };
}

}  // namespace

ExitStatus run_annotate(const CommandLine& line, Terminal& terminal) {
    const bool names = line.has("names");
    readers::ArticleReader reader = open_inputs(line, terminal);
    if (line.text("output") == "-" && ::isatty(STDOUT_FILENO) == 1) terminal.data_goes_to_terminal();
    Language language(line, terminal, names ? nlp::LemmaOrder::before_3_8_8 : nlp::LemmaOrder::since_3_8_8);
    OutputFile output(line.text("output"), !line.has("no-overwrite"));
    const RunTotals totals = run_articles(line, terminal, reader, annotation_works(language, names),
                                          [&](Outcome&& outcome) { output.write(outcome.text); });
    output.commit();
    return totals.failed == 0 ? ExitStatus::done : ExitStatus::failed;
}

}  // namespace newsgraph::cli
