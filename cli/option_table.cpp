#include "cli/option_table.hpp"

#include "cli/command_table.hpp"


namespace newsgraph::cli {

namespace {

using enum OptionKind;
using enum OptionGroup;

constexpr OptionRow rows[] = {
    // neighbors
    {"depth", 0, count, "N", "1", "", command, on::neighbors, "how many steps along edges to go", ""},
    {"relation", 0, list, "R,...", "", "", command, on::filters, "only edges of these relations", ""},
    {"direction", 0, choice, "WAY", "both", "out in both", command, on::neighbors | on::statements, "out, in or both: which way edges lead",
     "Symmetric relations have no direction and always count."},
    {"type", 0, list, "T,...", "", "", command, on::neighbors, "list only nodes of these types",
     "Ways of --depth may lead through nodes of other types."},
    {"since", 0, text, "DATE", "", "", command, on::filters, "only statements of this date or later",
     "The statement's own date, or else its article's; 2026, 2026-01 or 2026-01-05."},
    {"until", 0, text, "DATE", "", "", command, on::filters, "only statements of this date or earlier", ""},
    {"min-weight", 0, count, "N", "0", "", command, on::filters, "only edges that so many stories tell", ""},
    {"min-confidence", 0, share, "C", "0", "", command, on::filters, "only edges at least so sure (0 to 1)", ""},
    {"common", 0, flag, "", "", "", command, on::neighbors, "only nodes next to every NAME", ""},
    {"limit", 0, count, "N", "0", "", command, on::neighbors | on::entities, "list at most N nodes (0: all)", ""},
    // evidence, timeline, path, top, documents, diff, communities
    {"limit", 0, count, "N", "0", "", command, on::statements, "list at most N statements (0: all)", ""},
    {"k", 0, count, "N", "3", "", command, on::path, "at most N chains, the shortest first", ""},
    {"max-steps", 0, count, "N", "6", "", command, on::path, "only chains of at most N steps (0: any)", ""},
    {"directed", 0, flag, "", "", "", command, on::path, "go along edges only, from A to B",
     "Else either way. Symmetric relations have no direction and always count."},
    {"type", 0, list, "T,...", "", "", command, on::path, "only through nodes of these types", ""},
    {"by", 0, choice, "MEASURE", "pagerank", "pagerank degree betweenness mentions", command, on::top,
     "pagerank, degree, betweenness or mentions", ""},
    {"type", 0, list, "T,...", "", "", command, on::top, "list only nodes of these types", ""},
    {"limit", 0, count, "N", "20", "", command, on::top, "list at most N nodes (0: all)", ""},
    {"since", 0, text, "DATE", "", "", command, on::documents, "only articles of this date or later", "2026, 2026-01 or 2026-01-05."},
    {"until", 0, text, "DATE", "", "", command, on::documents, "only articles of this date or earlier", ""},
    {"limit", 0, count, "N", "0", "", command, on::documents, "list at most N articles (0: all)", ""},
    {"from", 0, text, "DATE", "", "", command, on::diff, "compare the graph as it was on this date", "2026, 2026-01 or 2026-01-05."},
    {"to", 0, text, "DATE", "", "", command, on::diff, "with what it was on this one", ""},
    {"limit", 0, count, "N", "0", "", command, on::diff, "list at most N changes (0: all)", ""},
    {"resolution", 0, text, "X", "1", "", command, on::communities, "greater: more and smaller communities",
     "Above 0; at 1 (the default) it is plain modularity."},
    {"limit", 0, count, "N", "0", "", command, on::communities, "list at most N communities (0: all)", ""},
    // entities
    {"search", 0, text, "TEXT", "", "", command, on::entities, "only nodes with a name like this, best first",
     "Exact names come first, then those that begin so, those with a word that begins so, and those with a slip or two."},
    {"type", 0, list, "T,...", "", "", command, on::entities, "only nodes of these types", ""},
    {"min-mentions", 0, count, "N", "0", "", command, on::entities, "only nodes that are named so often", ""},
    {"sort", 0, choice, "BY", "mentions", "mentions label degree", command, on::entities, "order: by mentions, label or degree",
     "mentions (the default) and degree: the largest first."},
    // export
    {"around", 0, text, "NAME", "", "", command, on::export_graph, "only this node and those near it", ""},
    {"depth", 0, count, "N", "1", "", command, on::export_graph, "how many steps --around goes", ""},
    {"top", 0, count, "N", "", "", command, on::export_graph, "only the N most important nodes", ""},
    {"by", 0, choice, "MEASURE", "pagerank", "pagerank degree betweenness mentions", command, on::export_graph,
     "by pagerank, degree, betweenness or mentions", "As 'newsgraph top' has them."},
    {"type", 0, list, "T,...", "", "", command, on::export_graph, "only nodes of these types, and edges among them", ""},
    {"isolated", 0, flag, "", "", "", command, on::export_graph, "keep nodes that have no edge left",
     "The default where nothing but --status filters."},
    {"no-isolated", 0, flag, "", "", "", command, on::export_graph, "leave out nodes that have no edge left",
     "The default with --relation, --type, --since, --until, --min-weight and --min-confidence."},
    // build, extract
    {"relations", 0, text, "FILE", "", "", command, on::build | on::add | on::extract | on::schema,
     "another relation table (see docs/relations.md)", ""},
    {"open", 0, flag, "", "", "", command, on::build | on::add | on::extract, "other verbs between two names, as related_to", ""},
    {"statements", 0, flag, "", "", "", command, on::build | on::add | on::extract, "who says something about whom, as says_about", ""},
    {"undo", 0, flag, "", "", "", command, on::decisions, "take such a decision back", ""},
    {"decisions", 0, flag, "", "", "", command, on::info, "list what was decided: kind, subject, object",
     "One line for each, or with --json one object; 'newsgraph why' tells those about a node."},
    {"refresh", 0, flag, "", "", "", command, on::add, "read again what was read with other settings",
     "From the text that the store keeps; the store then has these settings. Needs no INPUT."},
    {"concepts", 0, flag, "", "", "", command, on::build | on::export_graph, "recurring nouns that are no names as nodes, too",
     "'demonstrators', 'military guarantees': of type concept, where they are named twice or more and have an edge."},
    {"no-concepts", 0, flag, "", "", "", command, on::extract, "leave out nouns that are no names",
     "Records have them ('demonstrators'), so that the graph may be built with or without."},
    // annotate
    {"names", 0, flag, "", "", "", command, on::annotate, "what extraction sees: our own names and parts", ""},
    // triples
    {"tokenized", 0, flag, "", "", "", command, on::triples, "each line is a sentence, its words parted by blanks", ""},
    {"min-confidence", 0, share, "C", "0", "", command, on::triples, "only triples at least so sure (0 to 1)", ""},
    // input
    {"input-format", 'F', choice, "NAME", "", "text md jsonl json", input, on::articles | on::add,
     "text, md, jsonl or json (default: by suffix)", "Files whose suffix says nothing are told by their content."},
    {"raw", 0, flag, "", "", "", input, on::annotate, "each file is one running text: no title, no JSON", ""},
    {"any-language", 0, flag, "", "", "", input, on::articles | on::add, "read what is not English as if it were",
     "Else articles and long paragraphs in other languages are passed over with a warning."},
    {"on-error", 0, choice, "WHAT", "report", "report stop", input, on::build | on::add | on::annotate | on::triples,
     "bad articles: report and go on, or stop", "With 'report' (the default) the exit code is 1 at the end."},
    {"on-error", 0, choice, "WHAT", "report", "report stop record", input, on::extract,
     "bad articles: report, stop, or record them", "With 'report' (the default) the exit code is 1 at the end. 'record' writes "
     "{\"doc\": ..., \"error\": ...} in the article's place and ends with 0."},
    {"model", 0, text, "DIR", "", "", input, on::articles | on::add | on::model, "the language model's folder (see: help model)", ""},
    {"jobs", 'j', count, "N", "0", "", input, on::articles | on::add, "work with N threads (default: one per processor)",
     "The output does not depend on N."},
    // output
    {"output", 'o', text, "OUT", "-", "", output, on::articles | on::export_graph, "write to this file (default, or -: standard output)",
     "A file that is there is replaced in one step, when the new one is complete."},
    {"format", 'f', text, "NAME", "", "", output, on::build | on::export_graph, "format of the graph (default: by suffix of OUT)",
     "See 'newsgraph help formats'. Needed for standard output."},
    {"no-overwrite", 0, flag, "", "", "", output, on::articles | on::export_graph, "refuse to replace a file that is there", ""},
    {"status", 0, choices, "S,...", "asserted", "asserted negated unrealized all", output, on::build | on::filters,
     "which edges: asserted,negated,unrealized or all", "negated: 'did not attack'. unrealized: 'may attack', 'should attack'."},
    {"undirected-symmetric", 0, flag, "", "", "", output, on::build | on::export_graph, "symmetric relations as undirected edges",
     "Gephi reads such a file; networkx and Boost refuse it."},
    {"strict", 0, flag, "", "", "", output, on::build | on::export_graph, "GraphML with nothing that its schema does not know",
     "Gephi then merges parallel edges."},
    {"evidence", 0, flag, "", "", "", output, on::neighbors, "show the sentence behind each edge", ""},
    {"json", 0, flag, "", "", "", output, on::neighbors | on::questions | on::why | on::lists | on::stats | on::info, "print JSON", ""},
    {"csv", 0, flag, "", "", "", output, on::neighbors | on::questions | on::lists, "print comma-separated values with a header", ""},
    {"tsv", 0, flag, "", "", "", output, on::neighbors | on::questions | on::lists, "print tab-separated values with a header", ""},
    {"exit-status", 'e', flag, "", "", "", output, on::neighbors, "exit with 4 if there are no neighbors", ""},
    {"exit-status", 'e', flag, "", "", "", output, on::entities, "exit with 4 if there are no such nodes", ""},
    {"exit-status", 'e', flag, "", "", "", output, on::questions, "exit with 4 if nothing is found", ""},
    // common
    {"quiet", 'q', flag, "", "", "", common, on::every, "no warnings", ""},
    {"verbose", 'v', flag, "", "", "", common, on::every, "say what is used, and what it cost", ""},
    {"color", 0, choice, "WHEN", "auto", "auto always never", common, on::every, "auto, always or never",
     "auto: on a terminal, unless NO_COLOR is set or TERM is dumb."},
    {"no-progress", 0, flag, "", "", "", common, on::every, "no progress bar", "There is one on terminals only; --progress takes this back."},
    {"help", 'h', flag, "", "", "", common, on::every, "short help with -h, long help with --help", ""},
    {"version", 0, flag, "", "", "", common, on::every, "print the version", ""},
};

}  // namespace

std::span<const OptionRow> option_table() {
    return rows;
}

std::string opposite_of(std::string_view name) {
    return name.starts_with("no-") ? std::string(name.substr(3)) : "no-" + std::string(name);
}

std::vector<const OptionRow*> options_of(unsigned command) {
    std::vector<const OptionRow*> found;
    for (const OptionRow& row : rows) {
        if ((row.commands & command) != 0) found.push_back(&row);
    }
    return found;
}

std::string implied_opposite(const OptionRow& row, unsigned command) {
    if (row.kind != OptionKind::flag || row.name == "help" || row.name == "version") return {};
    const std::string opposite = opposite_of(row.name);
    for (const OptionRow* other : options_of(command)) {
        if (other->name == opposite) return {};
    }
    return opposite;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto blank = text.find(' ');
        words.push_back(text.substr(0, blank));
        text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
    }
    return words;
}

}  // namespace newsgraph::cli
