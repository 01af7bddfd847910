// Times the runtime's stages on one thread, for each set of instructions that this processor has:
//   bench_pipeline MODEL_DIR TEXTS.jsonl [ROUNDS]
// TEXTS.jsonl holds {"text": ...} a line. Prints tokens per CPU second: the best of ROUNDS (3).
#include "extract/base/error.hpp"
#include "extract/base/json.hpp"
#include "extract/nlp/conllu.hpp"
#include "extract/nlp/pipeline.hpp"

#include <algorithm>
#include <charconv>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

using namespace newsgraph;

namespace {

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::vector<std::string> read_texts(const std::string& path) {
    std::ifstream in(path);
    if (!in) throw IoError(path + ": cannot be read");
    std::vector<std::string> texts;
    for (std::string line; std::getline(in, line);) {
        rapidjson::Document document;
        document.Parse(line.data(), line.size());
        if (document.HasParseError() || !document.IsObject() || !document.HasMember("text")) {
            throw FormatError(path + ": a line without a text");
        }
        texts.emplace_back(document["text"].GetString(), document["text"].GetStringLength());
    }
    return texts;
}

// `work` returns how many tokens it went through.
template <typename Work>
void report(std::string_view what, int rounds, Work work) {
    double best = 0;
    for (int round = 0; round < rounds; ++round) {
        const double start = cpu_seconds();
        const std::size_t tokens = work();
        best = std::max(best, static_cast<double>(tokens) / (cpu_seconds() - start));
    }
    std::cout << what << ": " << static_cast<long>(best) << " tokens per CPU second\n";
}

void measure(const std::string& model, const std::vector<std::string>& texts, nlp::InstructionSet instructions,
             int rounds) {
    nlp::PipelineOptions options;
    options.instructions = instructions;
    const nlp::Pipeline pipeline(model, options);
    nlp::Annotator annotator(pipeline);
    const std::string name(nlp::name_of(instructions));
    report(name + ", pipeline", rounds, [&] {
        std::size_t tokens = 0;
        for (const auto& text : texts) tokens += annotator.annotate(text).tokens.size();
        return tokens;
    });
    report(name + ", with CoNLL-U", rounds, [&] {
        std::size_t tokens = 0;
        std::string out;
        for (const auto& text : texts) {
            const nlp::Doc doc = annotator.annotate(text);
            out.clear();
            nlp::append_conllu(doc, "text", out);
            tokens += doc.tokens.size();
        }
        return tokens;
    });
}

int run(const std::vector<std::string>& words) {
    if (words.size() < 2) {
        std::cerr << "usage: bench_pipeline MODEL_DIR TEXTS.jsonl [ROUNDS]\n";
        return 2;
    }
    int rounds = 3;
    if (words.size() > 2) std::from_chars(words[2].data(), words[2].data() + words[2].size(), rounds);
    const auto texts = read_texts(words[1]);
    double start = cpu_seconds();
    const nlp::Pipeline pipeline(words[0]);
    std::cout << "loading: " << static_cast<long>((cpu_seconds() - start) * 1e3) << " ms\n";
    nlp::Annotator annotator(pipeline);
    report("tokenizer", rounds, [&] {
        std::size_t tokens = 0;
        for (const auto& text : texts) tokens += annotator.tokenize(text).tokens.size();
        return tokens;
    });
    for (const auto set : {nlp::InstructionSet::avx512, nlp::InstructionSet::avx2}) {
        if (nlp::is_supported(set)) measure(words[0], texts, set, rounds);
    }
    // Plain code is for machines without vector units; a round of it is enough.
    measure(words[0], texts, nlp::InstructionSet::plain, 1);
    return 0;
}

}  // namespace

int main(int count, char** words) {
    try {
        return run({words + 1, words + count});
    } catch (const std::exception& error) {
        std::cerr << "bench_pipeline: " << error.what() << "\n";
        return 2;
    }
}
