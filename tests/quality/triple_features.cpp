// What train_triples.py learns from: for each line of standard input, a sentence with its words parted by blanks, the
// triples and their features. usage: triple_features MODEL_DIR < SENTENCES
// Prints line number, subject, relation, object, features (0 or 1 each), parted by tabs.
#include "extract/clauses/given_words.hpp"
#include "extract/clauses/triples.hpp"
#include "extract/nlp/pipeline.hpp"

#include <iostream>
#include <string>

using namespace newsgraph;

namespace {

std::string cell(const std::vector<std::string_view>& words, const Words& chosen) {
    std::string out;
    for (const Index word : chosen) out.append(out.empty() ? "" : " ").append(words[word]);
    return out;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    const nlp::Pipeline pipeline(arguments[1], {nlp::LemmaOrder::before_3_8_8, {}});
    nlp::Annotator annotator(pipeline);
    std::string line;
    for (int number = 1; std::getline(std::cin, line); ++number) {
        const GivenWords given(line);
        if (given.written.empty()) continue;
        const nlp::Doc doc = annotator.annotate_words(given.read);
        const Tree tree(doc);
        for (const WeighedTriple& made : find_weighed_triples(tree)) {
            std::cout << number << '\t' << cell(given.written, made.triple.subject) << '\t' << cell(given.written, made.triple.relation) << '\t'
                      << cell(given.written, made.triple.object) << '\t';
            for (std::size_t i = 0; i < TripleFeatures::size; ++i) std::cout << (made.features[i] ? '1' : '0');
            std::cout << '\n';
        }
    }
}
