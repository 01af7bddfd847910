// The graph that a store keeps is the one that is derived at once, whatever happened to the store since it was last asked,
// and a part of it answers as the whole one.
#include "export/json.hpp"
#include "graph/documents.hpp"
#include "graph/evidence_store.hpp"
#include "graph/resolution.hpp"
#include "graph/sqlite.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/random_records.hpp"
#include "tests/support/sample_graphs.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

constexpr std::uint32_t seed = 20261125;

GraphQuestion everything() {
    GraphQuestion question;
    question.statements = true;
    question.origins = true;
    question.articles = true;
    return question;
}

std::string text_of(const KnowledgeGraph& graph, EvidenceReader* reader = nullptr) {
    WriteOptions options;
    options.reader = reader;
    StringSink sink;
    write_json(graph, options, sink);
    return sink.text();
}

KnowledgeGraph derived(const EvidenceStore& store) {
    const EvidenceSet evidence = store.load(Concepts::left_out);
    return derive_graph(evidence, resolve(evidence, store.decisions()), some_relations(), store.decisions());
}

void change(const std::string& file, const std::string& other, Dice& dice) {
    EvidenceStore store(file);
    const std::vector<DocumentEvidence> documents = store.load().documents;
    const auto id = [&] {
        const std::vector<EntityEvidence> entities = store.load().entities;
        return entities.empty() ? std::string("x") : entities[dice.below(entities.size())].node;
    };
    switch (dice.below(8)) {
    case 0:
        if (!documents.empty()) store.remove(documents[dice.below(documents.size())].doc);
        break;
    case 1:
        if (std::filesystem::exists(other) && other != file) store.merge(other);
        break;
    case 2: store.decide({dice.of({"same", "different"}), id(), id()}); break;
    case 3: store.decide({"rename", id(), dice.of({"John Smith", "Somebody"})}); break;
    case 4:
        if (const Decisions decisions = store.decisions(); !decisions.empty()) {
            store.withdraw(decisions[dice.below(decisions.size())]);
        }
        break;
    default:
        for (const Record& record : random_records(dice, 1 + dice.below(3))) store.add(record);
    }
    store.commit();
}

// Names that a person might type.
std::set<std::string> names_in(const KnowledgeGraph& graph) {
    std::set<std::string> names = {"nobody", "Smiht", "Q1", ""};
    for (const GraphNode& node : graph.nodes()) {
        names.insert(node.id);
        names.insert(node.label);
        names.insert(node.aliases.begin(), node.aliases.end());
        names.insert(node.label.substr(node.label.find(' ') + 1));
        for (const NodeEvidence& evidence : node.evidence) names.insert(evidence.node);
    }
    return names;
}

std::vector<std::string> ids_of(const KnowledgeGraph& graph, const std::vector<std::size_t>& nodes) {
    std::vector<std::string> ids;
    for (const std::size_t node : nodes) ids.push_back(graph.nodes()[node].id);
    return ids;
}

// What edges around a node say, and what stands behind them.
std::string around(const KnowledgeGraph& graph, std::size_t node, std::size_t depth) {
    NeighborOptions options;
    options.depth = depth;
    options.edges.statuses = {};
    std::string text;
    for (const Neighbor& neighbor : neighbors(graph, {node}, options).list) {
        const GraphNode& other = graph.nodes()[neighbor.node];
        text += other.id + " " + other.label + " " + std::to_string(neighbor.distance) + "\n";
        for (const Hop& hop : neighbor.hops) {
            const GraphEdge& edge = graph.edges()[hop.edge];
            text += edge.id + " " + std::to_string(edge.weight) + " " + std::to_string(edge.confidence) + edge.first_seen + edge.plover + "\n";
            for (const EdgeEvidence& statement : edge.statements) text += statement.doc + statement.text + statement.cue + "\n";
        }
    }
    return text;
}

void compare_parts(const EvidenceStore& store, const KnowledgeGraph& whole, Dice& dice) {
    const std::set<std::string> names = names_in(whole);
    for (const std::string& name : names) {
        GraphQuestion question;
        question.names = {name};
        question.depth = 1 + dice.below(2);
        question.statements = true;
        question.origins = true;
        const KnowledgeGraph part = store.graph(question, some_relations()).graph;
        const NameMatch match = find_node(whole, name);
        const NameMatch found = find_node(part, name);
        INFO(name);
        REQUIRE(found.found == match.found);
        REQUIRE(ids_of(part, found.nodes) == ids_of(whole, match.nodes));
        if (match.found == Found::one) {
            REQUIRE(around(part, found.nodes.front(), question.depth) == around(whole, match.nodes.front(), question.depth));
            REQUIRE(part.nodes()[found.nodes.front()].evidence == whole.nodes()[match.nodes.front()].evidence);
            REQUIRE(part.nodes()[found.nodes.front()].merges == whole.nodes()[match.nodes.front()].merges);
        }
    }
}

EdgeFilter random_filter(Dice& dice) {
    const std::vector<std::set<EdgeStatus>> statuses = {{}, {EdgeStatus::asserted}, {EdgeStatus::negated, EdgeStatus::unrealized}};
    const std::vector<std::string> dates = {"", "2025", "2026", "2026-01-05"};
    EdgeFilter filter;
    filter.statuses = statuses[dice.below(statuses.size())];
    filter.min_weight = static_cast<std::uint32_t>(dice.below(3));
    filter.min_confidence = dice.once_in(3) ? 0.7 : 0.0;
    filter.since = dice.once_in(2) ? dice.of(dates) : "";
    filter.until = dice.once_in(2) ? dice.of(dates) : "";
    return filter;
}

// Read piece by piece it is written as the whole one, and edges are chosen alike.
void compare_pieces(const EvidenceStore& store, const KnowledgeGraph& whole, Dice& dice) {
    GraphQuestion question;
    question.articles = true;
    question.reader = true;
    const GraphAnswer all = store.graph(question, some_relations());
    REQUIRE(all.reader);
    REQUIRE(text_of(all.graph, all.reader.get()) == text_of(whole));

    GraphFilter filter;
    filter.edges = random_filter(dice);
    question.edges = filter.edges;
    question.vocabulary = true;
    const GraphAnswer some = store.graph(question, some_relations());
    REQUIRE(some.reader);
    REQUIRE(text_of(some.graph, some.reader.get()) == text_of(filtered(whole, filter)));
    REQUIRE(some.vocabulary);
    REQUIRE(some.vocabulary->nodes == whole.nodes().size());
    REQUIRE(some.vocabulary->edges == whole.edges().size());
}

// By article, those that have some.
std::map<std::string, std::size_t> uses_in(const KnowledgeGraph& graph, std::optional<std::size_t> node) {
    std::map<std::string, std::size_t> out;
    for (const DocumentUse& use : documents(graph, node, {}).list) {
        if (use.statements > 0) out.emplace(use.article.doc, use.statements);
    }
    return out;
}

// What is counted without making a graph is what is counted in it.
void compare_counts(const EvidenceStore& store, const KnowledgeGraph& whole, Dice& dice) {
    REQUIRE(store.summary(some_relations()) == summary(whole));
    REQUIRE(store.relation_summaries(some_relations()) == relation_summaries(whole));
    GraphQuestion question;
    question.degrees = true;
    const GraphAnswer nodes = store.graph(question, some_relations());
    REQUIRE(nodes.degrees);
    REQUIRE(nodes.graph.nodes().size() == whole.nodes().size());
    REQUIRE(*nodes.degrees == degrees(whole));
    question.degrees = false;
    question.uses = true;
    REQUIRE(*store.graph(question, some_relations()).uses == uses_in(whole, std::nullopt));
    if (!whole.nodes().empty()) {
        const std::size_t node = dice.below(whole.nodes().size());
        question.names = {whole.nodes()[node].id};
        REQUIRE(*store.graph(question, some_relations()).uses == uses_in(whole, node));
    }
}

}  // namespace

TEST_CASE("the graph that a store keeps is the one that is derived, whatever happened since it was asked") {
    Dice dice(seed);
    for (int round = 0; round < 25; ++round) {
        Folder folder;
        const std::vector<std::string> files = {"a.ngdb", "b.ngdb"};
        for (int step = 0; step < 16; ++step) {
            const std::string& file = dice.of(files);
            for (std::size_t i = 0; i <= dice.below(3); ++i) change(file, dice.of(files), dice);
            const EvidenceStore store(file, StoreAccess::read);
            const KnowledgeGraph whole = derived(store);
            REQUIRE(text_of(store.graph(everything(), some_relations()).graph) == text_of(whole));
            if (dice.once_in(4)) compare_parts(store, whole, dice);
            compare_pieces(store, whole, dice);
            compare_counts(store, whole, dice);
            REQUIRE(store.faults().empty());
            REQUIRE(store.graph_faults().empty());
        }
    }
}

TEST_CASE("edges without their statements count the same") {
    Dice dice(seed + 1);
    Folder folder;
    {
        EvidenceStore store("a.ngdb");
        for (const Record& record : random_records(dice, 30)) store.add(record);
        store.commit();
    }
    const EvidenceStore store("a.ngdb", StoreAccess::read);
    const KnowledgeGraph light = store.graph({}, some_relations()).graph;
    const KnowledgeGraph whole = derived(store);
    REQUIRE(light.nodes().size() == whole.nodes().size());
    REQUIRE(light.edges().size() == whole.edges().size());
    REQUIRE(light.articles().empty());
    for (std::size_t i = 0; i < whole.edges().size(); ++i) {
        REQUIRE(light.edges()[i].id == whole.edges()[i].id);
        REQUIRE(light.edges()[i].confidence == whole.edges()[i].confidence);
        REQUIRE(light.edges()[i].mentions == whole.edges()[i].mentions);
        REQUIRE(light.edges()[i].statements.empty());
    }
}
