#include "export/formats.hpp"

#include "export/dot.hpp"
#include "export/graphml.hpp"
#include "export/json.hpp"

#include <algorithm>
#include <array>

namespace newsgraph {

namespace {

constexpr std::array<GraphFormat, 3> formats = {{
    {"graphml", ".graphml", "Gephi, Cytoscape, networkx, igraph, graph-tool, Neo4j; newsgraph reads it back", write_graphml},
    {"dot", ".dot", "Graphviz", write_dot},
    {"json", ".json", "programs: all nodes, edges and statements; newsgraph reads it back", write_json},
}};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool ends_with(std::string_view path, std::string_view suffix) {
    return path.size() > suffix.size() &&
           std::equal(suffix.rbegin(), suffix.rend(), path.rbegin(), [](char a, char b) { return a == lower(b); });
}

}  // namespace

std::span<const GraphFormat> graph_formats() {
    return formats;
}

const GraphFormat* format_named(std::string_view name) {
    const auto found = std::find_if(formats.begin(), formats.end(), [&](const GraphFormat& f) { return f.name == name; });
    return found == formats.end() ? nullptr : &*found;
}

const GraphFormat* format_of_file(std::string_view path) {
    // .gv is Graphviz' other name for its files.
    const std::string_view wanted = ends_with(path, ".gv") ? ".dot" : path;
    const auto found = std::find_if(formats.begin(), formats.end(), [&](const GraphFormat& f) {
        return wanted == f.suffix || ends_with(wanted, f.suffix);
    });
    return found == formats.end() ? nullptr : &*found;
}

}  // namespace newsgraph
