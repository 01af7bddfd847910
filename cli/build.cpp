#include "cli/article_run.hpp"
#include "cli/commands.hpp"
#include "cli/graph_options.hpp"
#include "cli/interrupt.hpp"
#include "cli/record_work.hpp"
#include "export/output_file.hpp"
#include "cli/relation_lookup.hpp"
#include "graph/evidence_store.hpp"
#include "graph/resolution.hpp"

#include <unistd.h>

namespace newsgraph::cli {

namespace {

void keep(EvidenceStore& store, const Outcome& outcome, Terminal& terminal) {
    const AddResult result = store.add(*outcome.record);
    if (result.outcome != AddOutcome::kept_apart) return;
    terminal.warning(outcome.place + ": another text has the id '" + outcome.record->doc + "' too; both are kept, this one as '" +
                     result.doc + "'");
}

}  // namespace

ExitStatus run_build(const CommandLine& line, Terminal& terminal) {
    const GraphFormat& format = graph_format_of(line);
    readers::ArticleReader reader = open_inputs(line, terminal);
    const RelationLookup relations = relation_lookup(line.text("relations"));
    if (line.text("output") == "-" && ::isatty(STDOUT_FILENO) == 1) terminal.data_goes_to_terminal();

    Language language(line, terminal, nlp::LemmaOrder::before_3_8_8);
    OutputFile output(line.text("output"), !line.has("no-overwrite"));
    EvidenceStore store;
    const RunTotals totals = run_articles(line, terminal, reader, record_works(language),
                                          [&](Outcome&& outcome) { keep(store, outcome, terminal); });
    throw_if_interrupted();
    if (totals.done == 0) {
        throw IoError("no article could be read, so there is no graph to write");
    }
    store.commit();
    const EvidenceSet evidence = store.load();
    const KnowledgeGraph graph =
        derive_graph(evidence, resolve(evidence), relations).with_statuses(statuses_of(line));
    format.write(graph, write_options_of(line), output);
    throw_if_interrupted();
    output.commit();
    terminal.note(std::to_string(totals.done) + " articles, " + std::to_string(graph.nodes().size()) + " nodes, " +
                  std::to_string(graph.edges().size()) + " edges");
    return totals.failed == 0 ? ExitStatus::done : ExitStatus::failed;
}

}  // namespace newsgraph::cli
