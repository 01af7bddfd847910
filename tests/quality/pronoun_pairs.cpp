// What the ranking of pronouns sees, for training: pronoun_pairs MODEL GAP.tsv > pairs.tsv
// One line for each pair of the pronoun that a row asks for and a thing that it may mean (none: no name): the row's number,
// which of the row's two names the thing has (A, B, both, other, none), the answer (A, B, neither of them, none), the features.
#include "extract/clauses/tree.hpp"
#include "extract/data/tables.hpp"
#include "extract/names/coreference.hpp"
#include "extract/names/name_lists.hpp"
#include "extract/names/name_marks.hpp"
#include "extract/names/name_model.hpp"
#include "extract/names/names.hpp"
#include "extract/names/pronoun_ranking.hpp"
#include "extract/names/word_vectors.hpp"
#include "extract/nlp/pipeline.hpp"

#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace newsgraph;

struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::stringstream in(line);
    for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
    return cells;
}

std::uint32_t code_points(const std::string& text) {
    std::uint32_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
    return count;
}

Span span_of(const std::string& text, const std::string& begin) {
    const auto at = static_cast<std::uint32_t>(std::stoul(begin));
    return {at, at + code_points(text)};
}

bool is_true(const std::string& cell) { return cell == "TRUE" || cell == "True" || cell == "true"; }

struct Tables {
    Gazetteer gazetteer = known_things();
    NameWords words{data::names(), "names.tsv"};
    Forenames forenames{data::forenames(), "forenames.tsv"};
    NameLists lists{data::name_lists(), data::forenames(), {data::gazetteer(), data::organizations(), data::places()}};
    WordVectors vectors{data::name_words(), "name_words.bin"};
    NameModel model{data::name_model(), "name_model.bin", lists, words, vectors};
};

std::string name_of(const Names& names, const nlp::Doc& doc, std::size_t thing, Span a, Span b) {
    if (thing == no_name) return "none";
    bool is_a = false;
    bool is_b = false;
    for (const auto& mention : names.mentions) {
        if (mention.thing != thing || mention.kind == "pronoun") continue;
        const auto begin = doc.tokens[mention.begin].begin;
        const auto end = doc.tokens[mention.end - 1].end;
        is_a = is_a || (a.begin < end && end <= a.end && begin < a.end);
        is_b = is_b || (b.begin < end && end <= b.end && begin < b.end);
    }
    return is_a && is_b ? "both" : is_a ? "A" : is_b ? "B" : "other";
}

void print_row(const Tables& tables, nlp::Annotator& annotator, const std::vector<std::string>& row, std::size_t number) {
    nlp::Doc doc = annotator.annotate(row[1]);
    mark_names(doc, tables.model.find(doc, true));
    const Tree tree(doc);
    std::vector<detail::RankedPair> pairs;
    const Names names = with_coreference(tree, tables.words, tables.forenames,
                                         find_names(tree, tables.gazetteer, tables.words, tables.forenames, {}), {}, &pairs);
    const Span pronoun = span_of(row[2], row[3]);
    const Span a = span_of(row[4], row[5]);
    const Span b = span_of(row[7], row[8]);
    const std::string answer = is_true(row[6]) ? "A" : is_true(row[9]) ? "B" : row.back() == "none" ? "none" : "neither";
    for (const auto& pair : pairs) {
        if (doc.tokens[pair.pronoun].begin != pronoun.begin) continue;
        std::cout << number << '\t' << name_of(names, doc, pair.thing, a, b) << '\t' << answer;
        for (const auto& feature : pair.features) std::cout << '\t' << feature;
        std::cout << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 3) {
        std::fputs("usage: pronoun_pairs MODEL GAP.tsv\n", stderr);
        return 2;
    }
    const nlp::Pipeline pipeline(argv[1]);
    nlp::Annotator annotator(pipeline);
    const Tables tables;
    std::ifstream in(argv[2]);
    std::string line;
    std::getline(in, line);
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        const auto row = cells_of(line);
        if (row.size() >= 10) print_row(tables, annotator, row, number);
    }
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "pronoun_pairs: %s\n", error.what());
    return 1;
}
