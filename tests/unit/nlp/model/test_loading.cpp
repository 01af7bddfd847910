// Damaged and foreign models: the message names the file and what is wrong with it, and nothing crashes.
#include "extract/base/error.hpp"
#include "extract/nlp/pipeline.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/nlp/model/model.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <stdexcept>

using namespace newsgraph;
using namespace newsgraph::nlp;
using newsgraph::test::ModelCopy;
using Catch::Matchers::Contains;

namespace {

// All that are read. vocab/key2row is only if there are vectors.
constexpr std::array binary_files{"tokenizer",     "vocab/lookups.bin", "vocab/vectors",          "tok2vec/model", "tagger/model",
                                  "parser/model",  "parser/moves",      "ner/model",              "ner/moves",
                                  "attribute_ruler/patterns", "lemmatizer/lookups/lookups.bin"};
constexpr std::array json_files{"meta.json", "tagger/cfg", "vocab/vectors.cfg"};

// The message of the error that loading throws, "" if it throws none.
std::string message_of(const ModelCopy& model) {
    try {
        const Pipeline pipeline(model.directory());
        // What was loaded can also be used.
        Annotator(pipeline).annotate("President Emmanuel Macron met Mr. Smith in Paris.");
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

// The model's config; lists without the spaces that some versions write.
std::string config_of(const ModelCopy& model) {
    std::string config = model.original("config.cfg");
    for (auto at = config.find(", "); at != std::string::npos; at = config.find(", ", at)) config.erase(at + 1, 1);
    return config;
}

// Puts `other` in the place of the first `words` that there are.
std::string with(std::string config, std::string_view words, std::string_view other) {
    const auto at = config.find(words);
    if (at == std::string::npos) throw std::logic_error("the config has no " + std::string(words));
    return config.replace(at, words.size(), other);
}

}  // namespace

TEST_CASE("a missing folder and missing files are named", "[loading]") {
    CHECK_THROWS_WITH(Pipeline("no/such/folder"), Contains("no/such/folder/config.cfg: cannot be read"));
    ModelCopy model;
    REQUIRE(message_of(model).empty());
    for (const std::string file : binary_files) {
        model.remove(file);
        CHECK(message_of(model) == (model.directory() / file).string() + ": cannot be read");
        model.restore(file);
    }
    for (const std::string file : {"config.cfg", "meta.json", "tagger/cfg"}) {
        model.remove(file);
        CHECK(message_of(model) == (model.directory() / file).string() + ": cannot be read");
        model.restore(file);
    }
}

TEST_CASE("a folder in a file's place is named", "[loading]") {
    ModelCopy model;
    model.remove("tokenizer");
    std::filesystem::create_directory(model.directory() / "tokenizer");
    CHECK(message_of(model) == (model.directory() / "tokenizer").string() + ": cannot be read");
}

TEST_CASE("a file that ends early is named, wherever it ends", "[loading]") {
    ModelCopy model;
    const auto check = [&](const std::string& file) {
        const std::string bytes = model.original(file);
        const std::size_t size = bytes.size();
        for (const std::size_t kept : {std::size_t{0}, std::size_t{1}, size / 3, size / 2, size - size / 8, size - 1}) {
            INFO(file << " cut to " << kept << " of " << size << " bytes");
            model.replace(file, std::string_view(bytes).substr(0, kept));
            CHECK_THAT(message_of(model), Contains((model.directory() / file).string() + ":"));
        }
        model.restore(file);
    };
    for (const std::string file : binary_files) check(file);
    for (const std::string file : json_files) {
        if (std::filesystem::exists(model.directory() / file)) check(file);
    }
}

TEST_CASE("a config that ends early is named, unless nothing of use is cut off", "[loading]") {
    ModelCopy model;
    const std::string config = model.original("config.cfg");
    for (std::size_t kept = 0; kept < config.size(); kept += 97) {
        INFO("cut to " << kept << " bytes");
        model.replace("config.cfg", std::string_view(config).substr(0, kept));
        const std::string message = message_of(model);
        if (!message.empty()) CHECK_THAT(message, Contains("/config.cfg:") || Contains("/model:"));
        if (kept < config.size() / 4) CHECK_FALSE(message.empty());
    }
}

TEST_CASE("other versions and languages are refused", "[loading]") {
    ModelCopy model;
    const std::string meta = model.original("meta.json");
    const auto version = meta.find("\"version\"");
    const auto colon = meta.find(':', version);
    const auto end = meta.find('\n', colon);
    model.replace("meta.json", meta.substr(0, colon) + ":\"3.6.0\",\n" + meta.substr(end));
    CHECK_THAT(message_of(model), Contains("meta.json: version 3.6.0; this runtime loads pipelines of spaCy 3.7 and 3.8"));
    model.restore("meta.json");
    model.replace("config.cfg", with(config_of(model), "lang = \"en\"", "lang = \"de\""));
    CHECK_THAT(message_of(model), Contains("config.cfg: 'nlp.lang' is \"de\", expected \"en\""));
}

TEST_CASE("unknown components, factories and architectures are named", "[loading]") {
    ModelCopy model;
    const auto message = [&](std::string_view words, std::string_view other) {
        model.replace("config.cfg", with(config_of(model), words, other));
        return message_of(model);
    };
    CHECK_THAT(message("\"tok2vec\",\"tagger\"", "\"tok2vec\",\"textcat\",\"tagger\""),
               Contains("config.cfg: component 'textcat' is not supported"));
    CHECK_THAT(message("\"tok2vec\",\"tagger\",\"parser\"", "\"tok2vec\",\"parser\",\"tagger\""),
               Contains("config.cfg: component 'tagger' comes too late"));
    CHECK_THAT(message("\"tok2vec\",\"tagger\"", "\"tagger\""), Contains("config.cfg: 'tagger' needs the component 'tok2vec'"));
    CHECK_THAT(message("factory = \"ner\"", "factory = \"beam_ner\""),
               Contains("config.cfg: 'components.ner.factory' is \"beam_ner\", expected \"ner\""));
    CHECK_THAT(message("spacy.MultiHashEmbed.v2", "spacy.CharacterEmbed.v2"),
               Contains("config.cfg: '") && Contains("is \"spacy.CharacterEmbed.v2\", expected \"spacy.MultiHashEmbed.v2\""));
    CHECK_THAT(message("spacy.TransitionBasedParser.v2", "spacy.TransitionBasedParser.v1"),
               Contains("expected \"spacy.TransitionBasedParser.v2\""));
    CHECK_THAT(message("[components.tagger.model]\n@architectures = \"spacy.Tagger.v2\"",
                       "[components.tagger.model]\n@architectures = \"spacy.Tagger.v1\""),
               Contains("config.cfg: 'components.tagger.model.@architectures' is \"spacy.Tagger.v1\""));
    CHECK_THAT(message("before_creation = null", "before_creation = {\"@callbacks\":\"x\"}"),
               Contains("config.cfg: 'nlp.before_creation' runs Python code"));
}

TEST_CASE("weights of other shapes than the config's are named", "[loading]") {
    ModelCopy model;
    const auto message = [&](std::string_view words, std::string_view other) {
        model.replace("config.cfg", with(config_of(model), words, other));
        return message_of(model);
    };
    CHECK_THAT(message("hidden_width = 64", "hidden_width = 4000000000"), Contains("/model: ") && Contains("shape is"));
    CHECK_THAT(message("hidden_width = 64", "hidden_width = 0"), Contains("config.cfg: ") && Contains("above 0"));
    CHECK_THAT(message("maxout_pieces = 2", "maxout_pieces = 0"), Contains("config.cfg: ") && Contains("above 0"));
    CHECK_THAT(message("depth = 4", "depth = 4000000000"), Contains("/model: ") && Contains("maxout layers"));
    CHECK_THAT(message("window_size = 1", "window_size = 4000000000"), Contains("/model: ") && Contains("shape is"));
    CHECK_THAT(message("\"NORM\"", "\"NORM\",\"PREFIX\""), Contains("hash tables"));
    CHECK_THAT(message("5000,1000", "5000,0"), Contains("a table without rows"));
}

TEST_CASE("files swapped among the components are noticed", "[loading]") {
    ModelCopy model;
    model.replace("parser/model", model.original("ner/model"));
    CHECK_THAT(message_of(model), Contains("parser/model: "));
    model.restore("parser/model");
    model.replace("ner/moves", model.original("parser/moves"));
    CHECK_THAT(message_of(model), Contains("ner/"));
}

// Not each damage can be told from sound data. Whatever loads must run, and what does not must say which file it is.
TEST_CASE("random damage is refused or harmless", "[loading]") {
    ModelCopy model;
    std::mt19937 random(7);
    for (const std::string file : binary_files) {
        const std::string bytes = model.original(file);
        // Most of a file of weights is numbers, of which any will do; its structure is at both ends.
        const std::size_t front = std::min<std::size_t>(bytes.size(), 4000);
        for (int round = 0; round < 12; ++round) {
            std::string damaged = bytes;
            for (int i = 0; i < 3; ++i) {
                const std::size_t at = random() % front;
                damaged[round % 2 == 0 ? at : bytes.size() - 1 - at] = static_cast<char>(random());
            }
            INFO(file << ", round " << round);
            model.replace(file, damaged);
            const std::string message = message_of(model);
            if (!message.empty()) CHECK_THAT(message, Contains(model.directory().string()));
        }
        model.restore(file);
    }
}
