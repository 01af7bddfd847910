// Compares with what spaCy says (spacy_reference.py):
//   check_tokens MODEL_DIR REFERENCE.jsonl...
// tokens and their lexical attributes; attribute ruler and lemmatizer, given spaCy's own tags and labels; and of the
// whole pipeline what CoNLL-U does not show: edges of subtrees, sentences, entities and noun chunks as spans. Ends with 1
// if anything differs.
#include "extract/base/json.hpp"
#include "extract/nlp/attribute_ruler.hpp"
#include "extract/nlp/lemmatizer.hpp"
#include "extract/nlp/pipeline.hpp"
#include "extract/nlp/tokenizer.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

using namespace newsgraph::nlp;

namespace {

using Json = rapidjson::Value;
using Clock = std::chrono::steady_clock;

std::string contents(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw newsgraph::IoError("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

struct Report {
    std::size_t documents = 0;
    std::size_t tokens = 0;
    std::map<std::string, std::size_t> differences;
    double seconds[3] = {};  // tokenizer, ruler, lemmatizer

    void check(std::string_view what, std::string_view place, std::string_view ours, std::string_view theirs) {
        if (ours == theirs) return;
        if (differences[std::string(what)]++ < 10) {
            std::cout << what << " of " << place << ": '" << ours << "', spaCy: '" << theirs << "'\n";
        }
    }
};

// The file's bytes and what was read of them.
struct Content {
    explicit Content(const std::filesystem::path& path)
        : name(path.string()), bytes(contents(path)), value(msgpack::read(bytes, name)) {}

    std::string name;
    std::string bytes;
    msgpack::Value value;
};

struct Stages {
    explicit Stages(const std::filesystem::path& dir)
        : tokenizer_file(dir / "tokenizer"),
          lookups(dir / "vocab" / "lookups.bin"),
          patterns(dir / "attribute_ruler" / "patterns"),
          lemmas(dir / "lemmatizer" / "lookups" / "lookups.bin"),
          tokenizer(tokenizer_file.value, tokenizer_file.name, lookups.value, lookups.name),
          ruler(patterns.value, patterns.name),
          lemmatizer(lemmas.value, "rule", false, LemmaOrder::since_3_8_8, lemmas.name),
          session(tokenizer),
          pipeline(dir),
          annotator(pipeline) {}

    Content tokenizer_file, lookups, patterns, lemmas;
    Tokenizer tokenizer;
    AttributeRuler ruler;
    Lemmatizer lemmatizer;
    Tokenizer::Session session;
    AttributeRuler::Scratch ruler_scratch;
    Lemmatizer::Cache lemma_cache;
    Pipeline pipeline;
    Annotator annotator;
};

std::string_view text(const Json& json) {
    return {json.GetString(), json.GetStringLength()};
}

void check_lexemes(const std::vector<LexicalToken>& tokens, const Json& theirs, const std::string& id, Report& report) {
    report.check("token count", id, std::to_string(tokens.size()), std::to_string(theirs["text"].Size()));
    for (rapidjson::SizeType i = 0; i < tokens.size() && i < theirs["text"].Size(); ++i) {
        const LexicalToken& token = tokens[i];
        const Lexeme& lexeme = *token.lexeme;
        const std::string place = id + ":" + std::to_string(i);
        const auto check = [&](const char* key, std::string_view ours) {
            report.check(key, place, ours, text(theirs[key][i]));
        };
        const auto check_number = [&](const char* key, std::uint64_t ours) {
            report.check(key, place, std::to_string(ours), std::to_string(theirs[key][i].GetUint64()));
        };
        check("text", lexeme.text);
        check_number("idx", token.begin);
        check_number("ws", token.space_after ? 1 : 0);
        check("lower", lexeme.lower);
        check("norm", *token.norm);
        check("prefix", lexeme.prefix());
        check("suffix", lexeme.suffix());
        check("shape", lexeme.shape);
        check("orth_id", std::to_string(lexeme.orth_id));
        check("norm_id", std::to_string(token.norm_id));
        check("prefix_id", std::to_string(lexeme.prefix_id));
        check("suffix_id", std::to_string(lexeme.suffix_id));
        check("shape_id", std::to_string(lexeme.shape_id));
        check_number("flags", lexeme.flags);
    }
}

Doc make_doc(std::string_view words, const std::vector<LexicalToken>& tokens, const Json& theirs) {
    Doc doc;
    doc.text = words;
    for (rapidjson::SizeType i = 0; i < tokens.size(); ++i) {
        Token& token = doc.tokens.emplace_back();
        token.begin_byte = tokens[i].begin_byte;
        token.end_byte = tokens[i].end_byte;
        token.is_space = tokens[i].lexeme->is_space();
        token.tag = text(theirs["tag"][i]);
        token.dep = text(theirs["dep"][i]);
    }
    return doc;
}

void check_words(const Doc& doc, const Json& theirs, const std::string& id, Report& report) {
    for (rapidjson::SizeType i = 0; i < doc.tokens.size(); ++i) {
        const Token& token = doc.tokens[i];
        const std::string place = id + ":" + std::to_string(i) + " " + std::string(doc.text_of(token).substr(0, 40));
        const auto check = [&](const char* key, std::string_view ours) {
            report.check(key, place, ours, text(theirs[key][i]));
        };
        check("tag", token.tag);
        check("pos", token.pos);
        check("morph", token.morph);
        check("dep", token.dep);
        check("lemma", token.lemma);
    }
}

std::string listed(const std::vector<Span>& spans) {
    std::string list;
    for (const Span& span : spans) {
        list += std::to_string(span.begin) + "-" + std::to_string(span.end) + std::string(span.label) + " ";
    }
    return list;
}

// Lists of [begin, end] or [begin, end, label].
std::string listed(const Json& spans) {
    std::string list;
    for (const auto& span : spans.GetArray()) {
        list += std::to_string(span[0].GetUint()) + "-" + std::to_string(span[1].GetUint());
        if (span.Size() > 2) list += text(span[2]);
        list += " ";
    }
    return list;
}

void check_spans(const Doc& doc, const Json& document, const std::string& id, Report& report) {
    report.check("sentences", id, listed(doc.sentences()), listed(document["sents"]));
    report.check("entities", id, listed(doc.entities()), listed(document["ents"]));
    report.check("noun chunks", id, listed(doc.noun_chunks()), listed(document["chunks"]));
    for (rapidjson::SizeType i = 0; i < doc.tokens.size(); ++i) {
        const std::string place = id + ":" + std::to_string(i);
        const auto edge = [&](const char* key) { return std::to_string(document["tokens"][key][i].GetUint()); };
        report.check("left edge", place, std::to_string(doc.tokens[i].left_edge), edge("l_edge"));
        report.check("right edge", place, std::to_string(doc.tokens[i].right_edge), edge("r_edge"));
    }
}

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

void check_document(const Json& document, Stages& stages, Report& report) {
    const std::string id(text(document["id"]));
    const Json& theirs = document["tokens"];
    auto start = Clock::now();
    const auto& tokens = stages.session.tokenize(text(document["text"]));
    report.seconds[0] += seconds_since(start);
    ++report.documents;
    report.tokens += tokens.size();
    check_lexemes(tokens, theirs, id, report);
    if (tokens.size() != theirs["text"].Size() || !theirs.HasMember("tag")) return;
    Doc doc = make_doc(text(document["text"]), tokens, theirs);
    start = Clock::now();
    stages.ruler.apply(doc, tokens, stages.ruler_scratch);
    report.seconds[1] += seconds_since(start);
    start = Clock::now();
    stages.lemmatizer.apply(doc, tokens, stages.lemma_cache);
    report.seconds[2] += seconds_since(start);
    check_words(doc, theirs, id, report);
    check_spans(stages.annotator.annotate(doc.text), document, id, report);
}

int run(int count, char** arguments) {
    if (count < 3) {
        std::cerr << "usage: check_tokens MODEL_DIR REFERENCE.jsonl...\n";
        return 2;
    }
    Stages stages(arguments[1]);
    Report report;
    for (int i = 2; i < count; ++i) {
        std::ifstream in(arguments[i]);
        for (std::string line; std::getline(in, line);) {
            rapidjson::Document document;
            document.Parse(line.c_str(), line.size());
            if (document.HasParseError()) throw newsgraph::FormatError(std::string(arguments[i]) + ": bad JSON");
            if (!document.HasMember("header")) check_document(document, stages, report);
        }
    }
    const auto per_token = [&](double seconds) { return seconds / static_cast<double>(report.tokens) * 1e6; };
    std::cout << report.documents << " documents, " << report.tokens << " tokens; microseconds a token: tokenizer "
              << per_token(report.seconds[0]) << ", ruler " << per_token(report.seconds[1]) << ", lemmatizer "
              << per_token(report.seconds[2]) << "\n";
    for (const auto& [what, number] : report.differences) std::cout << "differences in " << what << ": " << number << "\n";
    if (report.differences.empty()) std::cout << "no differences\n";
    return report.tokens == 0 || !report.differences.empty() ? 1 : 0;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        return run(count, arguments);
    } catch (const std::exception& error) {
        std::cerr << "check_tokens: " << error.what() << "\n";
        return 2;
    }
}
