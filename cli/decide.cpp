// same, different, rename, retype: decisions about the nodes of a store.
#include "cli/commands.hpp"
#include "cli/graph_file.hpp"
#include "cli/node_names.hpp"
#include "cli/store_argument.hpp"
#include "cli/usage_error.hpp"
#include "extract/base/error.hpp"
#include "graph/decisions.hpp"
#include "graph/evidence_store.hpp"
#include "graph/origins.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace newsgraph::cli {

namespace {

constexpr std::array<std::string_view, 9> types = {"person", "organization", "country", "place", "group",
                                                   "agreement", "event", "product", "work"};

// The id of a record that a NAME means, or ID@DOC for what one article has under it.
std::string decided_id(const KnowledgeGraph& graph, const std::string& name) {
    const auto [id, document] = id_and_document(name);
    if (document.empty()) {
        const std::size_t node = node_named(graph, name, gazetteer_names());
        return id_for_decision(graph, node, name);
    }
    const auto is_there = [&, &id = id, &document = document](const GraphNode& node) {
        return std::any_of(node.evidence.begin(), node.evidence.end(),
                           [&](const NodeEvidence& one) { return one.node == id && one.doc == document; });
    };
    if (std::none_of(graph.nodes().begin(), graph.nodes().end(), is_there)) {
        throw Error("no article '" + document + "' has the id '" + id + "'", "'newsgraph why' tells ids and articles of a node");
    }
    return name;
}

Decision decision_of(const std::string& kind, const std::string& subject, const std::string& object, const KnowledgeGraph& graph) {
    Decision decision{kind, decided_id(graph, subject), object};
    if (kind == "same" || kind == "different") {
        decision.object = decided_id(graph, object);
        if (decision.subject == decision.object) {
            throw Error("both names are the id " + decision.subject, "ID@DOC names what one article has under an id");
        }
    }
    return united({{decision}}).front();
}

void check_object(const std::string& kind, const std::string& object) {
    if (kind == "rename" && object.find_first_not_of(" \t\r\n") == std::string::npos) throw UsageError("the label is empty");
    if (kind != "retype" || std::find(types.begin(), types.end(), object) != types.end()) return;
    std::string list;
    for (const std::string_view type : types) list += (list.empty() ? "" : ", ") + std::string(type);
    throw UsageError("'" + object + "' is no type of node", "types are " + list);
}

}  // namespace

ExitStatus run_decide(const CommandLine& line, Terminal& terminal) {
    const std::string kind(line.command().name);
    const std::string& path = store_argument(line);
    const std::vector<std::string> names = behind_store(line);
    if (names.size() != 2) throw UsageError("two names are wanted", "newsgraph " + kind + " " + std::string(line.command().usage));
    check_object(kind, names[1]);
    EvidenceStore store = open_existing_store(path);
    const Decision decision = decision_of(kind, names[0], names[1], read_graph_file(path));
    if (!line.has("undo")) {
        store.decide(decision);
    } else if (!store.withdraw(decision)) {
        throw Error(path + ": it was not decided that " + decision.subject + " " + kind + " " + decision.object);
    }
    store.commit();
    terminal.outcome((line.has("undo") ? "taken back: " : "decided: ") + kind + " " + decision.subject + " " + decision.object);
    return ExitStatus::done;
}

}  // namespace newsgraph::cli
