#include "cli/graph_inputs.hpp"

#include "cli/graph_file.hpp"
#include "cli/interrupt.hpp"
#include "export/json.hpp"
#include "extract/base/error.hpp"
#include "extract/base/json.hpp"
#include "extract/base/sha256.hpp"
#include "extract/readers/byte_stream.hpp"
#include "graph/evidence_store.hpp"
#include "graph/graph_evidence.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

namespace newsgraph::cli {

namespace {

constexpr std::size_t first_bytes = 1024;
constexpr std::size_t largest_graph = std::size_t{1} << 31;

constexpr std::array<std::string_view, 4> graph_keys = {"meta", "nodes", "edges", "articles"};

bool has_graph_suffix(const std::string& path) {
    std::string name = std::filesystem::path(path).filename().native();
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return name.ends_with(".graphml") || name.ends_with(".graphml.gz");
}

// Stops the parser as soon as an object has shown both of its lists.
class TopKeys : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, TopKeys> {
public:
    bool Key(const char* text, rapidjson::SizeType size, bool /*copy*/) {
        if (depth_ == 1) key_.assign(text, size);
        return true;
    }
    bool StartObject() { return ++depth_ > 0; }
    bool EndObject(rapidjson::SizeType /*count*/) { return depth_-- > 0; }
    bool StartArray() {
        nodes_ = nodes_ || (depth_ == 1 && key_ == "nodes");
        edges_ = edges_ || (depth_ == 1 && key_ == "edges");
        ++depth_;
        return !is_graph();
    }
    bool EndArray(rapidjson::SizeType /*count*/) { return depth_-- > 0; }
    bool is_graph() const { return nodes_ && edges_; }

private:
    std::size_t depth_ = 0;
    std::string key_;
    bool nodes_ = false;
    bool edges_ = false;
};

bool holds_graph(const std::string& path) {
    try {
        readers::ByteStream stream(path);
        const std::string text = stream.read_rest(largest_graph);
        rapidjson::MemoryStream bytes(text.data(), text.size());
        rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> input(bytes);  // past a byte order mark
        TopKeys keys;
        rapidjson::Reader().Parse<rapidjson::kParseIterativeFlag>(input, keys);
        return keys.is_graph();
    } catch (const IoError&) {
        return false;
    }
}

// One graph has one name, wherever its file lies: given twice it counts once.
std::string name_of(const KnowledgeGraph& graph) {
    StringSink sink;
    write_json(graph, {}, sink);
    return sha256(sink.text());
}

void take_store(const std::string& path, Concepts concepts, GraphInputs& inputs, RelationLookup& relations,
                std::vector<Decisions>& decisions) {
    const EvidenceStore store(path, StoreAccess::read);
    inputs.evidence.push_back(store.load(concepts));
    for (const auto& [name, info] : store.relations()) relations.try_emplace(name, info);
    decisions.push_back(store.decisions());
    ++inputs.done;
}

}  // namespace

bool is_graph_file(const std::string& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return false;
    if (has_graph_suffix(path) || is_store_file(path)) return true;
    std::string head;
    try {
        head = readers::ByteStream(path).peek(first_bytes);
    } catch (const IoError&) {
        return false;  // whoever reads it as an article says why
    }
    head.resize(std::min(head.size(), first_bytes));
    std::erase_if(head, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    if (head.starts_with("\xEF\xBB\xBF")) head.erase(0, 3);
    if (head.starts_with('<')) return head.find("<graphml") != std::string::npos;
    if (head.starts_with("{\"meta\":") && head.find("\"format\":\"newsgraph\"") != std::string::npos) return true;
    // Other programs write the keys in another order. No article begins with one of these.
    const bool maybe = std::any_of(graph_keys.begin(), graph_keys.end(), [&](std::string_view key) {
        return head.starts_with("{\"" + std::string(key) + "\":");
    });
    return maybe && holds_graph(path);
}

GraphInputs read_graph_inputs(const CommandLine& line, const std::vector<std::string>& paths, RelationLookup& relations,
                              Terminal& terminal) {
    GraphInputs inputs;
    RelationLookup found;
    std::vector<Decisions> decisions;
    for (const std::string& path : paths) {
        throw_if_interrupted();
        try {
            if (is_store_file(path)) {
                take_store(path, line.has("concepts") ? Concepts::kept : Concepts::left_out, inputs, found, decisions);
                continue;
            }
            const KnowledgeGraph graph = read_graph_file(path);
            try {
                inputs.evidence.push_back(evidence_of(graph, name_of(graph)));
            } catch (const FormatError& error) {
                throw FormatError(path + ": " + error.what());
            }
            gather_relations(graph, found);
            decisions.push_back(graph.decisions());
            if (!keeps_evidence(graph)) {
                terminal.warning(path + ": keeps no evidence, so articles that it shares with other inputs count twice (JSON keeps it)");
            }
            ++inputs.done;
        } catch (const Error& error) {
            if (line.text("on-error") == "stop") throw;
            ++inputs.failed;
            terminal.warning(error.what());
        }
    }
    for (const auto& [name, info] : found) relations.try_emplace(name, info);
    inputs.decisions = united(std::move(decisions));
    return inputs;
}

}  // namespace newsgraph::cli
