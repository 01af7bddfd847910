#include "cli/node_names.hpp"

#include "cli/usage_error.hpp"
#include "extract/data/tables.hpp"
#include "extract/names/gazetteer.hpp"

#include <string_view>

namespace newsgraph::cli {

std::string node_list(const KnowledgeGraph& graph, const std::vector<std::size_t>& nodes) {
    std::string list;
    for (const std::size_t index : nodes) {
        const GraphNode& node = graph.nodes()[index];
        list += (list.empty() ? "" : ", ") + node.label + " (" + node.id + ")";
    }
    return list;
}

OtherNames gazetteer_names() {
    return [gazetteer = known_things()](std::string_view name) {
        std::vector<std::string> ids;
        if (const auto* known = gazetteer.find(name)) {
            for (const KnownName& meaning : *known) ids.push_back(gazetteer.things()[meaning.thing].node);
        }
        return ids;
    };
}

std::size_t node_named(const KnowledgeGraph& graph, const std::string& name, const OtherNames& others) {
    const NameMatch match = find_node(graph, name, others);
    if (match.found == Found::one) return match.nodes.front();
    if (match.found == Found::several) {
        throw Error("'" + name + "' could be " + node_list(graph, match.nodes), "name one of them in full, or its id");
    }
    const std::string near = match.nodes.empty() ? "" : "; names like it: " + node_list(graph, match.nodes);
    throw Error("no node is called '" + name + "'" + near);
}

std::vector<std::string> name_arguments(const CommandLine& line, std::size_t fewest, std::size_t most) {
    const std::string form = "newsgraph " + std::string(line.command().name) + " " + std::string(line.command().usage);
    const auto& arguments = line.arguments();
    if (arguments.empty()) throw UsageError("no graph", form);
    if (arguments.size() <= fewest) throw UsageError(arguments.size() == 1 ? "no name" : "no second name", form);
    if (arguments.size() > most + 1) throw UsageError("'" + arguments[most + 1] + "' is too many", form);
    return {arguments.begin() + 1, arguments.end()};
}

std::vector<std::size_t> nodes_named(const KnowledgeGraph& graph, const std::vector<std::string>& names, Terminal& terminal) {
    std::vector<std::size_t> nodes;
    if (names.empty()) return nodes;
    const OtherNames others = gazetteer_names();
    for (const std::string& name : names) {
        nodes.push_back(node_named(graph, name, others));
        terminal.note("'" + name + "' is " + node_list(graph, {nodes.back()}));
    }
    return nodes;
}

}  // namespace newsgraph::cli
