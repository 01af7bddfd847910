// The same text gives the same bytes, whatever the processor, the number of threads, and what else was annotated.
#include "extract/nlp/conllu.hpp"
#include "extract/nlp/model_file.hpp"
#include "extract/nlp/networks.hpp"
#include "extract/nlp/pipeline.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/nlp/model/model.hpp"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <random>
#include <thread>

using namespace newsgraph;
using namespace newsgraph::nlp;

namespace {

std::string annotated(Annotator& annotator, const std::string& text) {
    std::string out;
    append_conllu(annotator.annotate(text), "doc", out);
    return out;
}

Pipeline pipeline_with(InstructionSet set) {
    PipelineOptions options;
    options.instructions = set;
    return Pipeline(test::model_directory(), options);
}

std::vector<std::string> annotated_alone(const Pipeline& pipeline, const std::vector<std::string>& texts) {
    std::vector<std::string> results;
    for (const auto& text : texts) {
        Annotator annotator(pipeline);
        results.push_back(annotated(annotator, text));
    }
    return results;
}

}  // namespace

TEST_CASE("every instruction set gives the same bytes", "[determinism]") {
    const auto texts = test::sample_texts();
    std::vector<std::string> starts;
    for (const auto& text : texts) starts.push_back(text.substr(0, text.find('\n', 400)));
    const Pipeline best = pipeline_with(best_instruction_set());
    for (const auto set : {InstructionSet::plain, InstructionSet::avx2, InstructionSet::avx512}) {
        INFO(name_of(set));
        if (!is_supported(set)) {
            WARN("this processor has no " << name_of(set));
            continue;
        }
        const auto& chosen = set == InstructionSet::plain ? starts : texts;  // plain code takes a hundred times as long
        CHECK(annotated_alone(pipeline_with(set), chosen) == annotated_alone(best, chosen));
    }
}

TEST_CASE("what was annotated before changes nothing", "[determinism]") {
    const Pipeline pipeline(test::model_directory());
    const auto texts = test::sample_texts();
    const auto expected = annotated_alone(pipeline, texts);
    Annotator annotator(pipeline);
    std::vector<std::size_t> order(texts.size() * 3);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), std::mt19937(1));
    for (const auto number : order) CHECK(annotated(annotator, texts[number % texts.size()]) == expected[number % texts.size()]);
}

TEST_CASE("any number of threads gives the same bytes", "[determinism]") {
    const Pipeline pipeline(test::model_directory());
    const auto texts = test::sample_texts();
    const auto expected = annotated_alone(pipeline, texts);
    for (const std::size_t count : {1U, 2U, 3U, 8U}) {
        std::vector<std::string> results(texts.size() * 4);
        std::atomic<std::size_t> next = 0;
        std::vector<std::thread> threads;
        for (std::size_t t = 0; t < count; ++t) {
            threads.emplace_back([&] {
                Annotator annotator(pipeline);
                for (std::size_t i = next++; i < results.size(); i = next++) {
                    results[i] = annotated(annotator, texts[i % texts.size()]);
                }
            });
        }
        for (auto& thread : threads) thread.join();
        INFO(count << " threads");
        for (std::size_t i = 0; i < results.size(); ++i) CHECK(results[i] == expected[i % texts.size()]);
    }
}

// Random ids are as hard as text: every token's vector differs from its neighbours'.
TEST_CASE("the window in which vectors are made changes nothing", "[determinism]") {
    const auto directory = test::model_directory();
    const Config config(read_file(directory / "config.cfg"), "config.cfg");
    const Networks networks(directory, config, {"tok2vec", "tagger", "parser", "ner"});
    std::mt19937_64 random(3);
    std::vector<TokenIds> ids(1300);
    for (auto& token : ids) {
        for (auto& id : token) id = random() % 700;
        token[static_cast<std::size_t>(Attribute::spacy)] %= 2;
        token[static_cast<std::size_t>(Attribute::is_space)] %= 2;
    }
    const auto run = [&](std::size_t window) {
        Networks::Session session(networks, best_instruction_set(), window);
        Doc doc;
        doc.tokens.resize(ids.size());
        session.run(ids, {&doc, 1});
        std::string result;
        for (const Token& token : doc.tokens) {
            result += std::string(token.tag) + "/" + std::to_string(token.head) + "/" + std::string(token.dep) + "/" +
                      std::to_string(static_cast<int>(token.iob)) + std::string(token.entity_type) + " ";
        }
        return result;
    };
    const std::string expected = run(4000);
    for (const std::size_t window : {1U, 2U, 5U, 64U, 511U, 512U, 1299U, 1300U, 1301U}) {
        INFO("window of " << window);
        CHECK(run(window) == expected);
    }
}

TEST_CASE("texts that are read together do not see each other", "[determinism]") {
    const auto directory = test::model_directory();
    const Pipeline pipeline(directory);
    Annotator annotator(pipeline);
    const std::vector<std::string> texts{"Oruro", "Rosa Quispe flew to La Paz on Monday.", "", " ", "\"No\", she said.",
                                         "The bank in Oruro that she left", "Rosa Quispe flew to La Paz on Monday."};
    const auto together = annotator.annotate(texts);
    REQUIRE(together.size() == texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        INFO(texts[i]);
        const Doc alone = annotator.annotate(texts[i]);
        std::string one, other;
        append_conllu(alone, "x", one);
        append_conllu(together[i], "x", other);
        CHECK(one == other);
        CHECK(alone.vectors == together[i].vectors);
    }
}
