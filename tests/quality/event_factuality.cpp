// What the factuality stage makes of given words, for factuality.py: event_factuality MODEL < sentences.tsv
// A line holds a sentence and the offsets (bytes) of its events, parted by tabs. For each event a line is printed: its part of
// speech, how it hangs on what ("xcomp to plan"), and its reality ("actual", "negated actual", "planned", ...), which is "-" for
// words that are neither verb nor noun and for offsets at which no word begins.
#include "extract/clauses/tree.hpp"
#include "extract/data/tables.hpp"
#include "extract/names/names.hpp"
#include "extract/nlp/pipeline.hpp"
#include "extract/relations/arguments.hpp"
#include "extract/relations/factuality.hpp"

#include <cstdio>
#include <exception>
#include <iostream>
#include <sstream>
#include <string>

namespace {

using namespace newsgraph;

Index word_at(const nlp::Doc& doc, std::size_t offset) {
    for (Index i = 0; i < doc.tokens.size(); ++i) {
        if (doc.tokens[i].begin_byte == offset) return i;
    }
    return no_index;
}

std::string judged(const Tree& tree, const Names& names, const RelationTable& table, Index word) {
    if (word == no_index) return "-\t-\t-";
    const std::string pos(tree.token(word).pos);
    const std::string place = std::string(tree.token(word).dep) + (tree.has_to(word) ? " to " : " ") + tree.lemma(tree.head(word));
    Factuality factuality;
    if (pos == "VERB") {
        factuality = factuality_of_verb(tree, table, word);
    } else if (pos == "NOUN") {
        factuality = factuality_of_noun(tree, table, word, ArgumentFinder(tree, names, table).light_verb(word));
    } else {
        return pos + '\t' + place + "\t-";
    }
    return pos + '\t' + place + '\t' + (factuality.negated ? "negated " : "") + std::string(factuality.realis);
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 2) {
        std::fputs("usage: event_factuality MODEL < sentences.tsv\n", stderr);
        return 2;
    }
    const nlp::Pipeline pipeline(argv[1]);
    nlp::Annotator annotator(pipeline);
    const RelationTable table(data::relations(), "relations.tsv");
    for (std::string line; std::getline(std::cin, line);) {
        std::stringstream cells(line);
        std::string text;
        std::getline(cells, text, '\t');
        const nlp::Doc doc = annotator.annotate(text);
        const Tree tree(doc);
        Names no_names;
        no_names.at.assign(doc.tokens.size(), no_name);
        for (std::string offset; std::getline(cells, offset, '\t');) {
            std::cout << judged(tree, no_names, table, word_at(doc, std::stoul(offset))) << '\n';
        }
    }
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "event_factuality: %s\n", error.what());
    return 1;
}
