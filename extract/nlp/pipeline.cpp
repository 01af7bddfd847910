#include "extract/nlp/pipeline.hpp"

#include "extract/base/error.hpp"
#include "extract/base/json.hpp"
#include "extract/nlp/attribute_ruler.hpp"
#include "extract/nlp/config.hpp"
#include "extract/nlp/lemmatizer.hpp"
#include "extract/nlp/model_file.hpp"
#include "extract/nlp/networks.hpp"
#include "extract/nlp/tokenizer.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace newsgraph::nlp {

namespace {

namespace fs = std::filesystem;

// A msgpack file's bytes and what was read of them, for as long as something is made from it.
struct Content {
    explicit Content(const fs::path& path) : name(path.string()), bytes(read_file(path)), value(msgpack::read(bytes, name)) {}

    std::string name;
    std::string bytes;
    msgpack::Value value;
};

struct Meta {
    std::string name;
    std::string version;
};

// "3.8.0": this runtime does what spaCy 3.7 and 3.8 do.
bool is_known_version(std::string_view version) {
    return version.starts_with("3.7.") || version.starts_with("3.8.");
}

Meta read_meta(const fs::path& path) {
    const std::string bytes = read_file(path);
    rapidjson::Document document;
    document.Parse<json::strict_parse>(bytes.data(), bytes.size());
    if (document.HasParseError() || !document.IsObject()) throw FormatError(path.string() + ": not a JSON object");
    const auto text = [&](const char* key) {
        const auto member = document.FindMember(key);
        if (member == document.MemberEnd() || !member->value.IsString()) {
            throw FormatError(path.string() + ": no text under '" + key + "'");
        }
        return std::string(member->value.GetString(), member->value.GetStringLength());
    };
    Meta meta{text("lang") + "_" + text("name"), text("version")};
    if (!is_known_version(meta.version)) {
        throw FormatError(path.string() + ": version " + meta.version + "; this runtime loads pipelines of spaCy 3.7 and 3.8");
    }
    return meta;
}

Config read_config(const fs::path& path) {
    Config config(read_file(path), path.string());
    config.require("nlp.lang", "en");
    config.require("nlp.tokenizer.@tokenizers", "spacy.Tokenizer.v1");
    if (config.has("nlp.vectors.@vectors")) config.require("nlp.vectors.@vectors", "spacy.Vectors.v1");
    for (const std::string hook : {"nlp.before_creation", "nlp.after_creation", "nlp.after_pipeline_creation"}) {
        if (!config.has(hook) && !config.has(hook + ".@callbacks")) continue;
        throw FormatError(config.path() + ": '" + hook + "' runs Python code, which is not supported");
    }
    return config;
}

// The components that run, in their order. Their names and factories are those of spaCy's own English pipelines, in an
// order in which each finds what it needs.
std::vector<std::string> read_components(const Config& config) {
    static constexpr std::array<std::string_view, 6> known{"tok2vec", "tagger",     "parser",
                                                           "attribute_ruler", "lemmatizer", "ner"};
    std::vector<std::string> components = config.texts("nlp.pipeline");
    const std::vector<std::string> disabled = config.texts("nlp.disabled");
    std::erase_if(components, [&](const std::string& name) {
        return std::find(disabled.begin(), disabled.end(), name) != disabled.end();
    });
    std::size_t last = 0;
    for (const auto& name : components) {
        const auto place = std::find(known.begin(), known.end(), name);
        if (place == known.end()) {
            throw FormatError(config.path() + ": component '" + name + "' is not supported (known: tok2vec, tagger, parser, " +
                              "attribute_ruler, lemmatizer, ner)");
        }
        config.require("components." + name + ".factory", name);
        const auto number = static_cast<std::size_t>(place - known.begin()) + 1;
        if (number <= last) throw FormatError(config.path() + ": component '" + name + "' comes too late in nlp.pipeline");
        last = number;
    }
    return components;
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::unique_ptr<Tokenizer> read_tokenizer(const fs::path& directory) {
    const Content file(directory / "tokenizer");
    const Content lookups(directory / "vocab" / "lookups.bin");
    return std::make_unique<Tokenizer>(file.value, file.name, lookups.value, lookups.name);
}

std::unique_ptr<AttributeRuler> read_ruler(const fs::path& directory) {
    const Content patterns(directory / "attribute_ruler" / "patterns");
    return std::make_unique<AttributeRuler>(patterns.value, patterns.name);
}

std::unique_ptr<Lemmatizer> read_lemmatizer(const fs::path& directory, const Config& config, LemmaOrder order) {
    const std::string mode = config.text("components.lemmatizer.mode");
    if (mode != "rule" && mode != "lookup") {
        throw FormatError(config.path() + ": lemmatizer mode '" + mode + "' is not supported (known: rule, lookup)");
    }
    const Content lookups(directory / "lemmatizer" / "lookups" / "lookups.bin");
    return std::make_unique<Lemmatizer>(lookups.value, mode, config.boolean("components.lemmatizer.overwrite"), order,
                                        lookups.name);
}

TokenIds ids_of(const LexicalToken& token) {
    const Lexeme& lexeme = *token.lexeme;
    TokenIds ids{};
    const auto set = [&](Attribute attribute, std::uint64_t id) { ids[static_cast<std::size_t>(attribute)] = id; };
    set(Attribute::orth, lexeme.orth_id);
    set(Attribute::lower, lexeme.lower_id);
    set(Attribute::norm, token.norm_id);
    set(Attribute::prefix, lexeme.prefix_id);
    set(Attribute::suffix, lexeme.suffix_id);
    set(Attribute::shape, lexeme.shape_id);
    set(Attribute::spacy, token.space_after ? 1 : 0);
    set(Attribute::is_space, lexeme.is_space() ? 1 : 0);
    return ids;
}

Doc make_doc(std::string text, const std::vector<LexicalToken>& lexical) {
    Doc doc;
    doc.text = std::move(text);
    doc.tokens.resize(lexical.size());
    for (std::size_t i = 0; i < lexical.size(); ++i) {
        const LexicalToken& from = lexical[i];
        Token& token = doc.tokens[i];
        token.begin = from.begin;
        token.end = from.end;
        token.begin_byte = from.begin_byte;
        token.end_byte = from.end_byte;
        token.space_after = from.space_after;
        token.is_space = from.lexeme->is_space();
        token.sentence_start = i == 0;
        token.head = static_cast<std::int32_t>(i);
        token.left_edge = token.right_edge = static_cast<std::uint32_t>(i);
    }
    return doc;
}

}  // namespace

struct Pipeline::Parts {
    Parts(const fs::path& directory, const PipelineOptions& options)
        : config(read_config(directory / "config.cfg")),
          meta(read_meta(directory / "meta.json")),
          components(read_components(config)),
          tokenizer(read_tokenizer(directory)),
          networks(directory, config, components),
          instructions(options.instructions.value_or(best_instruction_set())) {
        if (contains(components, "attribute_ruler")) ruler = read_ruler(directory);
        if (contains(components, "lemmatizer")) lemmatizer = read_lemmatizer(directory, config, options.lemma_order);
    }

    Config config;
    Meta meta;
    std::vector<std::string> components;
    std::unique_ptr<Tokenizer> tokenizer;
    Networks networks;
    InstructionSet instructions;
    std::unique_ptr<AttributeRuler> ruler;
    std::unique_ptr<Lemmatizer> lemmatizer;
};

Pipeline::Pipeline(const fs::path& directory, const PipelineOptions& options)
    : parts_(std::make_unique<Parts>(directory, options)) {}

Pipeline::~Pipeline() = default;
Pipeline::Pipeline(Pipeline&&) noexcept = default;
Pipeline& Pipeline::operator=(Pipeline&&) noexcept = default;

const std::string& Pipeline::name() const { return parts_->meta.name; }
const std::string& Pipeline::version() const { return parts_->meta.version; }

struct Annotator::State {
    explicit State(const Pipeline::Parts& pipeline)
        : parts(&pipeline), tokens(*pipeline.tokenizer), networks(pipeline.networks, pipeline.instructions) {}

    const Pipeline::Parts* parts;
    Tokenizer::Session tokens;
    Networks::Session networks;
    AttributeRuler::Scratch ruler;
    Lemmatizer::Cache lemmas;
    // Of the documents at hand, one after the other.
    std::vector<LexicalToken> lexical;
    std::vector<TokenIds> ids;

    void begin() {
        tokens.trim();
        lexical.clear();
        ids.clear();
    }

    Doc add(std::string text, const std::vector<LexicalToken>& found) {
        lexical.insert(lexical.end(), found.begin(), found.end());
        for (const LexicalToken& token : found) ids.push_back(ids_of(token));
        return make_doc(std::move(text), found);
    }
};

Annotator::Annotator(const Pipeline& pipeline) : state_(std::make_unique<State>(pipeline.parts())) {}

Annotator::~Annotator() = default;
Annotator::Annotator(Annotator&&) noexcept = default;

Doc Annotator::tokenize(std::string text) {
    state_->tokens.trim();
    const auto& lexical = state_->tokens.tokenize(text);
    return make_doc(std::move(text), lexical);
}

Doc Annotator::annotate(std::string text) {
    state_->begin();
    // Lexical tokens refer to the text by position alone, so it may move into the document.
    const auto& lexical = state_->tokens.tokenize(text);
    Doc doc = state_->add(std::move(text), lexical);
    run({&doc, 1});
    return doc;
}

std::vector<Doc> Annotator::annotate(std::vector<std::string> texts) {
    state_->begin();
    std::vector<Doc> docs;
    docs.reserve(texts.size());
    for (std::string& text : texts) {
        const auto& lexical = state_->tokens.tokenize(text);
        docs.push_back(state_->add(std::move(text), lexical));
    }
    run(docs);
    return docs;
}

Doc Annotator::annotate_words(std::span<const std::string_view> words) {
    state_->begin();
    std::string text;
    for (const std::string_view word : words) text.append(text.empty() ? "" : " ").append(word);
    const auto& lexical = state_->tokens.take_words(words);
    Doc doc = state_->add(std::move(text), lexical);
    run({&doc, 1});
    return doc;
}

// `docs` hold the tokens that were added since begin().
void Annotator::run(std::span<Doc> docs) {
    const Pipeline::Parts& parts = *state_->parts;
    state_->networks.run(state_->ids, docs);
    auto lexical = std::span<const LexicalToken>(state_->lexical);
    for (Doc& doc : docs) {
        const auto own = lexical.first(doc.tokens.size());
        if (parts.ruler) parts.ruler->apply(doc, own, state_->ruler);
        if (parts.lemmatizer) parts.lemmatizer->apply(doc, own, state_->lemmas);
        lexical = lexical.subspan(own.size());
    }
}

}  // namespace newsgraph::nlp
