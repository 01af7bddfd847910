#include "cli/graph_file.hpp"

#include "cli/relation_lookup.hpp"
#include "extract/base/error.hpp"
#include "extract/readers/byte_stream.hpp"
#include "graph/evidence_store.hpp"
#include "graph/graphml_reader.hpp"
#include "graph/json_reader.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>

namespace newsgraph::cli {

namespace {

constexpr std::string_view database_mark("SQLite format 3\0", 16);

}  // namespace

bool is_store_file(const std::string& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return false;
    try {
        return readers::ByteStream(path).peek(database_mark.size()).starts_with(database_mark);
    } catch (const IoError&) {
        return false;  // whoever reads it says why
    }
}

GraphAnswer ask_graph_file(const std::string& path, const GraphQuestion& question) {
    if (path != "-" && is_store_file(path)) return EvidenceStore(path, StoreAccess::read).graph(question, relation_lookup({}));
    GraphAnswer answer;
    answer.graph = read_graph_file(path);
    return answer;
}

GraphSummary summary_of_graph_file(const std::string& path) {
    if (path != "-" && is_store_file(path)) return EvidenceStore(path, StoreAccess::read).summary(relation_lookup({}));
    return summary(read_graph_file(path));
}

std::vector<RelationSummary> relations_of_graph_file(const std::string& path) {
    if (path != "-" && is_store_file(path)) return EvidenceStore(path, StoreAccess::read).relation_summaries(relation_lookup({}));
    return relation_summaries(read_graph_file(path));
}

KnowledgeGraph read_graph_file(const std::string& path, Concepts concepts) {
    std::error_code error;
    if (path != "-" && std::filesystem::is_directory(path, error)) {
        throw IoError(path + ": is a folder, not a graph", "newsgraph build " + path + " -o graph.graphml makes one");
    }
    if (path != "-" && is_store_file(path)) return EvidenceStore(path, StoreAccess::read).derive(concepts, relation_lookup({}));
    readers::ByteStream stream(path);
    const std::string name = path == "-" ? "standard input" : path;
    constexpr std::size_t enough = 1024;
    constexpr std::size_t most = std::size_t{1} << 31;
    std::string_view head = stream.peek(enough);
    const auto begin = std::min(head.find_first_not_of(" \t\r\n\xEF\xBB\xBF"), head.size());
    const std::string hint = "write the graph with 'newsgraph build INPUT -o graph.graphml'";
    if (begin < head.size() && head[begin] == '{') {
        try {
            return parse_graph_json(stream.read_rest(most), name);
        } catch (const FormatError& trouble) {
            throw FormatError(trouble.what(), hint);
        }
    }
    if (begin == head.size() || head[begin] != '<') throw FormatError(name + ": is neither GraphML nor JSON", hint);
    // A pipe can be read only once, and its beginning has been; gzip data is unpacked here.
    if (!stream.packed() && std::filesystem::is_regular_file(path, error)) return read_graphml(path);
    return parse_graphml(stream.read_rest(most), name);
}

}  // namespace newsgraph::cli
