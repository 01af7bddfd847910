#include "cli/graph_inputs.hpp"

#include "cli/graph_file.hpp"
#include "cli/interrupt.hpp"
#include "export/json.hpp"
#include "extract/base/error.hpp"
#include "extract/base/sha256.hpp"
#include "extract/readers/byte_stream.hpp"
#include "graph/graph_evidence.hpp"

#include <algorithm>
#include <filesystem>

namespace newsgraph::cli {

namespace {

constexpr std::size_t first_bytes = 1024;

// One graph has one name, wherever its file lies: given twice it counts once.
std::string name_of(const KnowledgeGraph& graph) {
    StringSink sink;
    write_json(graph, {}, sink);
    return sha256(sink.text());
}

}  // namespace

bool is_graph_file(const std::string& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return false;
    std::string head;
    try {
        head = readers::ByteStream(path).peek(first_bytes);
    } catch (const IoError&) {
        return false;  // whoever reads it as an article says why
    }
    head.resize(std::min(head.size(), first_bytes));
    std::erase_if(head, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    if (head.starts_with("\xEF\xBB\xBF")) head.erase(0, 3);
    if (head.starts_with("{\"meta\":")) return head.find("\"format\":\"newsgraph\"") != std::string::npos;
    return head.starts_with('<') && head.find("<graphml") != std::string::npos;
}

GraphInputs read_graph_inputs(const CommandLine& line, const std::vector<std::string>& paths, RelationLookup& relations,
                              Terminal& terminal) {
    GraphInputs inputs;
    for (const std::string& path : paths) {
        throw_if_interrupted();
        try {
            const KnowledgeGraph graph = read_graph_file(path);
            try {
                inputs.evidence.push_back(evidence_of(graph, name_of(graph)));
            } catch (const FormatError& error) {
                throw FormatError(path + ": " + error.what());
            }
            add_relations(graph, relations);
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
    return inputs;
}

}  // namespace newsgraph::cli
