// Trains the names model (names/name_model.hpp) on the lines that data/name_training_text.py prints; docs/names.md has the
// command. One thread, fixed seeds, sums in one order: the same input gives the same file.
#include "extract/article.hpp"
#include "extract/base/error.hpp"
#include "extract/data/tables.hpp"
#include "extract/extractor.hpp"
#include "extract/name_trainer.hpp"
#include "extract/names/name_model.hpp"
#include "extract/nlp/pipeline.hpp"

#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace newsgraph {

namespace {

using training::Text;

std::vector<std::string> split(const std::string& line, char mark) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
        if (c == mark) cells.emplace_back();
        else cells.back() += c;
    }
    return cells;
}

std::string with_breaks(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n') {
            result += '\n';
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::uint32_t type_number(const std::string& name) {
    for (std::uint32_t t = 0; t < name_model::types.size(); ++t) {
        if (name_model::types[t] == name) return t;
    }
    throw FormatError("training text: unknown type '" + name + "'");
}

void set_gold(Text& text, const std::string& cell) {
    text.gold.assign(text.doc.tokens.size(), 0);
    for (const auto& name : split(cell, ' ')) {
        const auto parts = split(name, ':');
        if (parts.size() != 3) continue;
        const auto begin = static_cast<std::uint32_t>(std::stoul(parts[0]));
        const auto end = static_cast<std::uint32_t>(std::stoul(parts[1]));
        const auto type = type_number(parts[2]);
        text.names.insert({begin, end, type});
        bool first = true;
        for (std::size_t i = 0; i < text.doc.tokens.size(); ++i) {
            const auto& token = text.doc.tokens[i];
            if (token.begin >= end || token.end <= begin || token.is_space) continue;
            if (token.sentence_start) first = true;
            text.gold[i] = static_cast<std::uint8_t>(1 + 2 * type + (first ? 0 : 1));
            first = false;
        }
    }
}

std::vector<Text> read_texts(const char* path, Extractor::Session& session, const NameLists& lists, NameWordCache& cache,
                             const WordVectors& vectors) {
    std::ifstream in(path);
    if (!in) throw IoError(std::string(path) + ": cannot be read");
    std::vector<Text> texts;
    for (std::string line; std::getline(in, line);) {
        const auto cells = split(line, '\t');
        if (cells.size() != 3) throw FormatError(std::string(path) + ": not three cells in a line");
        Article article;
        article.text = with_breaks(cells[1]);
        Text text;
        text.set = cells[0];
        text.doc = session.annotate(article);
        const auto words = cache.of(text.doc);
        text.features = name_features(text.doc, words, lists, Tokens::all);
        text.vectors = name_model::rows_of(text.doc, words, vectors);
        set_gold(text, cells[2]);
        texts.push_back(std::move(text));
    }
    return texts;
}

void measure(const NameModel& model, NameWordCache& cache, const std::vector<Text>& texts, bool vectors) {
    std::map<std::string, std::array<std::array<unsigned, 3>, 5>> counts;
    for (const auto& text : texts) {
        auto& c = counts[text.set];
        for (const auto& name : text.names) {
            if (name[2] < 3) ++c[name[2]][2];
        }
        for (const auto& found : model.find(text.doc, cache.of(text.doc), vectors)) {
            if (found.type >= 3) continue;
            ++c[found.type][1];
            const auto begin = text.doc.tokens[found.begin].begin, end = text.doc.tokens[found.end - 1].end;
            if (text.names.contains({begin, end, static_cast<std::uint32_t>(found.type)})) ++c[found.type][0];
            for (std::uint32_t type = 0; type < 3; ++type) c[3][0] += text.names.contains({begin, end, type}) ? 1U : 0U;
        }
    }
    for (auto& [set, c] : counts) {
        std::printf("%-10s%s", set.c_str(), vectors ? " " : "-");
        for (std::size_t i = 0; i < 3; ++i) {
            for (std::size_t k = 0; k < 3; ++k) {
                c[4][k] += c[i][k];
                if (k > 0) c[3][k] += c[i][k];
            }
        }
        for (const auto& x : c) {
            std::printf("  %.3f", 2.0 * x[0] / (x[1] + x[2] + 1e-9));
        }
        std::printf("\n");
    }
}

int run(int argc, char** argv) {
    if (argc < 4) {
        std::fprintf(stderr, "usage: train-name-model MODEL_DIR TRAINING.tsv OUTPUT [CHECK.tsv]\n");
        return 2;
    }
    const nlp::Pipeline pipeline(argv[1], {nlp::LemmaOrder::before_3_8_8, {}});
    const Extractor extractor(pipeline, {});
    Extractor::Session session(extractor);
    const NameLists lists(data::name_lists(), data::forenames(), {data::gazetteer(), data::organizations(), data::places()});
    const NameWords words(data::names(), "names.tsv");
    const WordVectors vectors(data::name_words(), "name_words.bin");
    NameWordCache cache(lists, words, vectors, nullptr);
    std::vector<Text> texts = read_texts(argv[2], session, lists, cache, vectors);
    training::Trainer trainer({}, texts, texts.at(0).doc.vector_width + vectors.width(), vectors.width());
    trainer.run();
    auto weights = trainer.weights();
    weights.vectors = name_model::print_of(nlp::Annotator(pipeline).annotate(std::string(name_model::probe)));
    weights.kind_of_text = "none";
    const std::string bytes = to_bytes(weights);
    if (argc > 4) {
        const auto check = read_texts(argv[4], session, lists, cache, vectors);
        const NameModel model(bytes, argv[3], lists, vectors);
        std::printf("F of PER, ORG, LOC, spans, all; the second time without vectors of the language model\n");
        NameWordCache model_cache(lists, words, vectors, &model);
        measure(model, model_cache, check, true);
        measure(model, model_cache, check, false);
    }
    std::ofstream out(argv[3], std::ios::binary);
    out << bytes;
    return out ? 0 : 1;
}

}  // namespace

}  // namespace newsgraph

int main(int argc, char** argv) {
    try {
        return newsgraph::run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
