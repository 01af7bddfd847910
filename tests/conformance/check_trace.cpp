// Compares the networks, the parser and the entity recognizer with a deep trace of spaCy (spacy_reference.py --deep),
// level by level from the same token ids, so that a difference is seen where it begins:
//   check_trace MODEL_DIR TRACE.jsonl
// Prints a line "differs<TAB>DOCUMENT<TAB>WHAT" for each row, feature and chosen class that is not spaCy's, a line "tie"
// instead where spaCy's own scores of the two best classes are too close to tell, and the largest difference of every
// level. Ends with 1 if anything differs but ties, or a float by more than its tolerance.
#include "extract/base/json.hpp"
#include "extract/nlp/entity_recognizer.hpp"
#include "extract/nlp/parser.hpp"
#include "extract/nlp/tagger.hpp"
#include "extract/nlp/tok2vec.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iostream>

using namespace newsgraph::nlp;

namespace {

using Json = rapidjson::Value;

// Beyond these, arithmetic is wrong and not only rounded otherwise (measured: 6e-6 and 2.3e-5).
constexpr float vector_tolerance = 5e-5F;
constexpr float score_tolerance = 2e-4F;

// Two best classes closer than this are told apart by rounding.
constexpr float tie_margin = 1e-4F;

struct Networks {
    explicit Networks(const std::filesystem::path& dir)
        : config(read_file(dir / "config.cfg"), (dir / "config.cfg").string()),
          vectors(dir / "vocab"),
          shared(ModelFile(dir / "tok2vec" / "model"), config, "components.tok2vec.model", vectors),
          own(ModelFile(dir / "ner" / "model"), config, "components.ner.model.tok2vec", vectors),
          tagger(dir, config, "tagger", shared.width()),
          parser(dir, config, "parser", shared.width()),
          ner(dir, config, "ner", own.width()) {}

    Config config;
    Vectors vectors;
    Tok2Vec shared;
    Tok2Vec own;
    Tagger tagger;
    Parser parser;
    EntityRecognizer ner;
};

struct Report {
    std::size_t tokens = 0;
    std::size_t steps = 0;
    std::size_t differences = 0;
    std::size_t ties = 0;
    std::string document;
    float shared = 0, own = 0, tags = 0, parser = 0, ner = 0;

    void differs(const std::string& what) {
        if (differences++ < 20) std::cout << "differs\t" << document << "\t" << what << "\n";
    }

    // A decision other than spaCy's. True if it was too close.
    bool decided_otherwise(const std::string& what, float margin) {
        if (!(margin < tie_margin)) {
            differs(what);
            return false;
        }
        ++ties;
        std::cout << "tie\t" << document << "\t" << what << ", margin " << margin << "\n";
        return true;
    }
};

std::vector<float> decode_matrix(const Json& matrix) {
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    const Json& text = matrix["f32"];
    for (const char* c = text.GetString(); *c != '\0' && *c != '='; ++c) {
        const char* const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        bits = bits << 6 | static_cast<std::uint32_t>(std::strchr(digits, *c) - digits);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes.push_back(static_cast<char>(bits >> count & 0xFF));
    }
    std::vector<float> values(bytes.size() / sizeof(float));
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
    return values;
}

std::uint64_t id(const Json& text) {
    return std::stoull(text.GetString());
}

std::vector<TokenIds> token_ids(const Json& tokens) {
    std::vector<TokenIds> result;
    for (rapidjson::SizeType i = 0; i < tokens["text"].Size(); ++i) {
        TokenIds ids{};
        const auto set = [&](Attribute attribute, std::uint64_t value) { ids[static_cast<std::size_t>(attribute)] = value; };
        set(Attribute::orth, id(tokens["orth_id"][i]));
        set(Attribute::norm, id(tokens["norm_id"][i]));
        set(Attribute::prefix, id(tokens["prefix_id"][i]));
        set(Attribute::suffix, id(tokens["suffix_id"][i]));
        set(Attribute::shape, id(tokens["shape_id"][i]));
        set(Attribute::spacy, tokens["ws"][i].GetUint64());
        set(Attribute::is_space, tokens["flags"][i].GetUint64() >> 6 & 1U);
        result.push_back(ids);
    }
    return result;
}

void compare_rows(const Tok2Vec& network, const std::vector<TokenIds>& tokens, const Json& expected, Report& report) {
    for (rapidjson::SizeType t = 0; t < tokens.size(); ++t) {
        const auto rows = network.rows_of(tokens[t]);
        for (rapidjson::SizeType a = 0; a < rows.size(); ++a) {
            for (rapidjson::SizeType k = 0; k < 4; ++k) {
                if (expected["rows"][t][a][k].GetUint() != rows[a][k]) report.differs("hash row of token " + std::to_string(t));
            }
        }
    }
}

float largest_difference(const std::vector<float>& a, const float* b) {
    float largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i) largest = std::max(largest, std::abs(a[i] - b[i]));
    return largest;
}

// Token vectors in context; the rows after the network's reach.
std::vector<float> vectors_of(const Tok2Vec& network, Multiply multiply, const std::vector<TokenIds>& tokens) {
    Tok2Vec::Scratch scratch;
    const std::size_t width = network.width();
    std::vector<float> rows((tokens.size() + 2 * network.reach()) * width, 0.0F);
    network.embed(multiply, tokens, rows.data() + network.reach() * width, scratch);
    const Tok2Vec::Stretch text{network.reach(), network.reach() + tokens.size()};
    network.encode(multiply, rows, {&text, 1}, scratch);
    return {rows.begin() + static_cast<long>(network.reach() * width),
            rows.end() - static_cast<long>(network.reach() * width)};
}

std::vector<float> projected(const TransitionModel& model, Multiply multiply, const std::vector<float>& rows,
                             std::size_t count) {
    std::vector<float> result(count * model.hidden_stride());
    model.project(multiply, rows.data(), count, result.data());
    return result;
}

// Step by step until a near tie is decided otherwise, for then the ways part. True if they did not.
template <typename Step>
bool compare_steps(const std::vector<Step>& steps, const Json& expected, std::size_t slots, const std::string& name,
                   float& largest, Report& report) {
    for (rapidjson::SizeType i = 0; i < std::min<std::size_t>(steps.size(), expected.Size()); ++i) {
        const auto& want = expected[i];
        const std::string place = name + ": step " + std::to_string(i);
        for (rapidjson::SizeType s = 0; s < slots; ++s) {
            if (want["feat"][s].GetInt() != steps[i].features[s]) report.differs(place + ": feature");
        }
        for (rapidjson::SizeType c = 0; c < steps[i].scores.size(); ++c) {
            largest = std::max(largest, std::abs(steps[i].scores[c] - want["scores"][c].GetFloat()));
        }
        ++report.steps;
        if (want["chosen"].GetUint() == steps[i].chosen) continue;
        const float margin = want["margin"].IsNull() ? tie_margin : want["margin"].GetFloat();
        if (report.decided_otherwise(place + ": class", margin)) return false;
    }
    if (steps.size() != expected.Size()) report.differs(name + ": number of steps");
    return true;
}

void compare_valid(const std::vector<Parser::Step>& steps, const Json& expected, const Parser& parser, Report& report) {
    for (rapidjson::SizeType i = 0; i < std::min<std::size_t>(steps.size(), expected.Size()); ++i) {
        const char* valid = expected[i]["valid"].GetString();
        for (std::size_t c = 0; c < parser.transitions().size(); ++c) {
            if (steps[i].valid[parser.transitions()[c].action] != (valid[c] == '1')) {
                report.differs("parser: validity in step " + std::to_string(i));
                break;
            }
        }
    }
}

void compare_tags(const Networks& networks, Multiply multiply, const std::vector<float>& vectors, const Json& deep,
                  Doc& doc, Report& report) {
    std::vector<float> scores;
    std::vector<std::string_view> tags(doc.tokens.size());
    networks.tagger.tag(multiply, vectors.data(), tags, scores);
    for (std::size_t t = 0; t < tags.size(); ++t) doc.tokens[t].tag = tags[t];
    const auto expected = decode_matrix(deep["tagger_scores"]);
    const std::size_t labels = networks.tagger.labels().size();
    const std::size_t stride = scores.size() / doc.tokens.size();
    for (std::size_t t = 0; t < doc.tokens.size(); ++t) {
        const float* theirs = expected.data() + t * labels;
        const float* ours = scores.data() + t * stride;
        for (std::size_t k = 0; k < labels; ++k) report.tags = std::max(report.tags, std::abs(theirs[k] - ours[k]));
        const auto chosen = std::max_element(ours, ours + labels) - ours;
        const float best = *std::max_element(theirs, theirs + labels);
        if (theirs[chosen] == best) continue;
        report.decided_otherwise("tag of token " + std::to_string(t), best - theirs[chosen]);
    }
}

// False if a near tie was decided otherwise.
bool compare_tree(const Networks& networks, Multiply multiply, const std::vector<float>& vectors, const Json& document,
                  Doc& doc, Report& report) {
    const Json& expected = document["deep"]["parser"]["steps"];
    const Json& tokens = document["tokens"];
    const auto& model = networks.parser.model();
    std::vector<Parser::Step> steps;
    Parser::Scratch scratch;
    scratch.trace = &steps;
    networks.parser.parse(multiply, projected(model, multiply, vectors, doc.tokens.size()).data(), doc, scratch);
    if (!compare_steps(steps, expected, model.slots(), "parser", report.parser, report)) return false;
    compare_valid(steps, expected, networks.parser, report);
    for (rapidjson::SizeType i = 0; i < doc.tokens.size(); ++i) {
        const Token& token = doc.tokens[i];
        const std::string place = " of token " + std::to_string(i);
        if (token.head != tokens["head"][i].GetInt()) report.differs("head" + place);
        if (token.left_edge != tokens["l_edge"][i].GetUint() || token.right_edge != tokens["r_edge"][i].GetUint()) {
            report.differs("edge" + place);
        }
    }
    return true;
}

void compare_entities(const Networks& networks, Multiply multiply, const std::vector<float>& vectors,
                      const Json& document, Doc& doc, Report& report) {
    const auto& model = networks.ner.model();
    std::vector<EntityRecognizer::Step> steps;
    EntityRecognizer::Scratch scratch;
    scratch.trace = &steps;
    networks.ner.recognize(multiply, projected(model, multiply, vectors, doc.tokens.size()).data(), doc, scratch);
    const Json& expected = document["deep"]["ner"]["steps"];
    if (!compare_steps(steps, expected, model.slots(), "ner", report.ner, report)) return;
    for (rapidjson::SizeType i = 0; i < doc.tokens.size(); ++i) {
        if (static_cast<unsigned>(doc.tokens[i].iob) != document["tokens"]["ent_iob"][i].GetUint()) {
            report.differs("IOB of token " + std::to_string(i));
        }
    }
}

void compare_document(const Networks& networks, const Json& document, Report& report) {
    const Json& deep = document["deep"];
    const auto multiply = multiply_for(best_instruction_set());
    const auto ids = token_ids(document["tokens"]);
    report.document = document["id"].GetString();
    report.tokens += ids.size();
    Doc doc;
    doc.tokens.resize(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        doc.tokens[i].is_space = ids[i][static_cast<std::size_t>(Attribute::is_space)] != 0;
    }
    compare_rows(networks.shared, ids, deep["hash_rows"]["tok2vec"], report);
    compare_rows(networks.own, ids, deep["hash_rows"]["ner"], report);
    const auto shared = vectors_of(networks.shared, multiply, ids);
    const auto own = vectors_of(networks.own, multiply, ids);
    report.shared = std::max(report.shared, largest_difference(decode_matrix(deep["tok2vec"]), shared.data()));
    report.own = std::max(report.own, largest_difference(decode_matrix(deep["ner_tok2vec"]), own.data()));
    compare_tags(networks, multiply, shared, deep, doc, report);
    // Entities keep to the sentences, so they follow from the tree.
    if (compare_tree(networks, multiply, shared, document, doc, report)) {
        compare_entities(networks, multiply, own, document, doc, report);
    }
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 3) {
        std::cerr << "usage: check_trace MODEL_DIR TRACE.jsonl\n";
        return 2;
    }
    const Networks networks(argv[1]);
    Report report;
    std::ifstream trace(argv[2]);
    std::string line;
    std::getline(trace, line);  // header
    while (std::getline(trace, line)) {
        rapidjson::Document document;
        document.Parse(line.data(), line.size());
        if (document.HasParseError()) throw std::runtime_error("a line that is no JSON");
        // A text without tokens has no networks' output.
        if (!document.HasMember("deep") || document["tokens"]["text"].Empty()) continue;
        compare_document(networks, document, report);
    }
    std::cout << report.tokens << " tokens, " << report.steps << " steps, " << report.differences << " differences, "
              << report.ties << " near ties\n"
              << "largest difference: tok2vec " << report.shared << ", NER tok2vec " << report.own << ", tagger "
              << report.tags << ", parser " << report.parser << ", NER " << report.ner << "\n";
    const bool close = report.shared <= vector_tolerance && report.own <= vector_tolerance &&
                       report.tags <= score_tolerance && report.parser <= score_tolerance && report.ner <= score_tolerance;
    return report.tokens > 0 && report.differences == 0 && close ? 0 : 1;
} catch (const std::exception& error) {
    std::cerr << "check_trace: " << error.what() << "\n";
    return 2;
}
