#include "cli/node_names.hpp"

#include "cli/usage_error.hpp"
#include "extract/data/tables.hpp"
#include "extract/names/gazetteer.hpp"

#include <memory>
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
    // Read when it is asked for the first time: most names are a graph's own.
    return [known = std::shared_ptr<const Gazetteer>()](std::string_view name) mutable {
        if (!known) known = std::make_shared<const Gazetteer>(known_things());
        std::vector<std::string> ids;
        if (const auto* meanings = known->find(name)) {
            for (const KnownName& meaning : *meanings) ids.push_back(known->things()[meaning.thing].node);
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
