#include "graph/documents.hpp"

#include "cli/answer.hpp"
#include "cli/commands.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_filter.hpp"
#include "cli/graph_options.hpp"
#include "cli/node_names.hpp"

namespace newsgraph::cli {

namespace {

Table table_of(const Documents& found) {
    using enum Column::Kind;
    Table table;
    table.name = "documents";
    table.columns = {{"doc", text}, {"date", text}, {"source", text}, {"title", text}, {"url", text}, {"statements", number}};
    table.total = found.total;
    for (const DocumentUse& use : found.list) {
        const GraphArticle& article = use.article;
        table.rows.push_back(
            {{article.doc}, {article.date}, {article.source}, {article.title}, {article.url}, {std::to_string(use.statements)}});
    }
    return table;
}

}  // namespace

ExitStatus run_documents(const CommandLine& line, Terminal& terminal) {
    const std::vector<std::string> names = name_arguments(line, 0, 1);
    DocumentOptions options;
    const EdgeFilter dates = time_filter_of(line);
    options.since = dates.since;
    options.until = dates.until;
    options.limit = line.count("limit");
    style_of(line);
    GraphQuestion question;
    question.names = names;
    if (!names.empty()) question.other_names = gazetteer_names();
    question.articles = true;
    question.uses = true;
    const GraphAnswer answer = ask_graph_file(line.arguments().front(), question);
    const std::vector<std::size_t> nodes = nodes_named(answer.graph, names, terminal);
    const std::optional<std::size_t> node = nodes.empty() ? std::nullopt : std::optional(nodes.front());
    const Documents found = answer.uses ? documents(answer.graph.articles(), *answer.uses, node.has_value(), options)
                                        : documents(answer.graph, node, options);
    if (!found.all_known) {
        terminal.warning(line.arguments().front() + ": the file does not list its articles, only the one of each edge's best sentence; "
                         "'newsgraph build INPUT -o graph.json' keeps them all");
    }
    return answer_table(line, table_of(found), "no articles found", terminal);
}

}  // namespace newsgraph::cli
