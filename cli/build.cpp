#include "cli/article_run.hpp"
#include "cli/commands.hpp"
#include "cli/graph_inputs.hpp"
#include "cli/graph_options.hpp"
#include "cli/interrupt.hpp"
#include "cli/record_work.hpp"
#include "cli/relation_lookup.hpp"
#include "export/output_file.hpp"
#include "graph/concepts.hpp"
#include "graph/evidence_store.hpp"
#include "graph/graph_evidence.hpp"
#include "graph/resolution.hpp"

#include <algorithm>
#include <optional>
#include <unistd.h>
#include <utility>
#include <vector>

namespace newsgraph::cli {

namespace {

void keep(EvidenceStore& store, bool concepts, Outcome&& outcome, Terminal& terminal) {
    if (!concepts) outcome.record = without_concepts(*std::move(outcome.record));
    const AddResult result = store.add(*outcome.record);
    if (result.outcome != AddOutcome::kept_apart) return;
    terminal.warning(outcome.place + ": another text has the id '" + outcome.record->doc + "' too; both are kept, this one as '" +
                     result.doc + "'");
}

}  // namespace

ExitStatus run_build(const CommandLine& line, Terminal& terminal) {
    const GraphFormat& format = graph_format_of(line);
    std::vector<std::string> articles = line.arguments();
    const auto first_graph = std::stable_partition(articles.begin(), articles.end(),
                                                   [](const std::string& path) { return !is_graph_file(path); });
    const std::vector<std::string> graphs(first_graph, articles.end());
    articles.erase(first_graph, articles.end());
    std::optional<readers::ArticleReader> reader;
    if (!articles.empty() || graphs.empty()) reader.emplace(open_inputs(line, articles, terminal));
    RelationLookup relations = relation_lookup(line.text("relations"));
    if (line.text("output") == "-" && ::isatty(STDOUT_FILENO) == 1) terminal.data_goes_to_terminal();

    const bool concepts = line.has("concepts");
    Language language(line, terminal, nlp::LemmaOrder::before_3_8_8);
    OutputFile output(line.text("output"), !line.has("no-overwrite"));
    GraphInputs kept = read_graph_inputs(line, graphs, relations, terminal);
    EvidenceStore store;
    RunTotals totals;
    if (reader) {
        totals = run_articles(line, terminal, *reader, record_works(language),
                              [&](Outcome&& outcome) { keep(store, concepts, std::move(outcome), terminal); });
    }
    throw_if_interrupted();
    if (totals.done + kept.done == 0) {
        throw IoError(graphs.empty() ? "no article could be read, so there is no graph to write"
                                     : "no article or graph could be read, so there is no graph to write");
    }
    store.commit();
    EvidenceSet evidence = store.load();
    if (!kept.evidence.empty()) evidence = unite(std::move(evidence), std::move(kept.evidence));
    const Resolution resolution = resolve(evidence, kept.decisions);
    const KnowledgeGraph whole = derive_graph(evidence, resolution, relations, kept.decisions).with_statuses(statuses_of(line));
    const KnowledgeGraph graph = concepts ? with_recurring_concepts(whole) : without_concepts(whole);
    format.write(graph, write_options_of(line), output);
    throw_if_interrupted();
    output.commit();
    terminal.note((kept.done == 0 ? "" : std::to_string(kept.done) + (kept.done == 1 ? " graph, " : " graphs, ")) +
                  std::to_string(totals.done) + " articles, " + std::to_string(graph.nodes().size()) + " nodes, " +
                  std::to_string(graph.edges().size()) + " edges");
    return totals.failed + kept.failed == 0 ? ExitStatus::done : ExitStatus::failed;
}

}  // namespace newsgraph::cli
