#include "cli/graph_file.hpp"

#include "extract/base/error.hpp"
#include "extract/readers/byte_stream.hpp"
#include "graph/graphml_reader.hpp"
#include "graph/json_reader.hpp"

#include <algorithm>
#include <filesystem>

namespace newsgraph::cli {

KnowledgeGraph read_graph_file(const std::string& path) {
    std::error_code error;
    if (path != "-" && std::filesystem::is_directory(path, error)) {
        throw IoError(path + ": is a folder, not a graph", "newsgraph build " + path + " -o graph.graphml makes one");
    }
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
