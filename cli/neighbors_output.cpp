#include "cli/neighbors_output.hpp"

#include "cli/json_members.hpp"
#include "cli/neighbors_text.hpp"
#include "cli/table.hpp"
#include "export/escape.hpp"

#include <string>
#include <string_view>

namespace newsgraph::cli {

namespace {

void write_edges(const KnowledgeGraph& graph, const Neighbors& found, const NeighborView& view, Sink& sink) {
    std::vector<std::string> head = {"id",     "label",  "type",   "distance",   "relation",   "direction", "from",
                                     "status", "weight", "confidence", "first_seen", "last_seen"};
    if (view.evidence) head.insert(head.end(), {"evidence", "source_title", "source_url"});
    write_row(head, view.style, sink);
    for (const Neighbor& neighbor : found.list) {
        const GraphNode& node = graph.nodes()[neighbor.node];
        for (const Hop& hop : neighbor.hops) {
            const GraphEdge& edge = graph.edges()[hop.edge];
            const char* direction = edge.symmetric ? "both" : hop.outgoing ? "out" : "in";
            std::vector<std::string> row = {node.id,
                                            node.label,
                                            node.type,
                                            std::to_string(neighbor.distance),
                                            edge.relation,
                                            direction,
                                            graph.nodes()[hop.from].id,
                                            std::string(to_string(edge.status)),
                                            std::to_string(edge.weight),
                                            number_text(edge.confidence),
                                            edge.first_seen,
                                            edge.last_seen};
            if (view.evidence) row.insert(row.end(), {edge.evidence, edge.source_title, edge.source_url});
            write_row(row, view.style, sink);
        }
    }
}

void write_statement(const EdgeEvidence& statement, JsonWriter& writer) {
    writer.StartObject();
    member(writer, "doc", statement.doc);
    member(writer, "title", statement.title);
    member(writer, "published", statement.published);
    member(writer, "outlet", statement.outlet);
    member(writer, "url", statement.url);
    member(writer, "text", statement.text);
    member(writer, "cue", statement.cue);
    member(writer, "attribution", statement.attribution);
    member(writer, "date", statement.date);
    member(writer, "what", statement.what);
    member(writer, "role", statement.role);
    member(writer, "place", statement.place);
    member(writer, "amount", statement.amount);
    fraction(writer, "confidence", statement.confidence);
    writer.EndObject();
}

void write_hop(const KnowledgeGraph& graph, const Hop& hop, bool evidence, JsonWriter& writer) {
    const GraphEdge& edge = graph.edges()[hop.edge];
    writer.StartObject();
    member(writer, "id", edge.id);
    member(writer, "source", graph.nodes()[edge.source].id);
    member(writer, "relation", edge.relation);
    member(writer, "target", graph.nodes()[edge.target].id);
    member(writer, "status", std::string(to_string(edge.status)));
    member(writer, "direction", std::string(edge.symmetric ? "both" : hop.outgoing ? "out" : "in"));
    member(writer, "weight", std::uint64_t{edge.weight});
    fraction(writer, "confidence", edge.confidence);
    member(writer, "first_seen", edge.first_seen);
    member(writer, "last_seen", edge.last_seen);
    if (evidence) {
        writer.Key("statements");
        writer.StartArray();
        for (const EdgeEvidence& statement : edge.statements) write_statement(statement, writer);
        writer.EndArray();
    }
    writer.EndObject();
}

void write_json(const KnowledgeGraph& graph, const std::vector<std::size_t>& names, const Neighbors& found,
                const NeighborView& view, Sink& sink) {
    rapidjson::StringBuffer buffer;
    JsonWriter writer(buffer);
    writer.StartObject();
    writer.Key("of");
    writer.StartArray();
    for (const std::size_t name : names) writer.String(graph.nodes()[name].id);
    writer.EndArray();
    member(writer, "total", std::uint64_t{found.total});
    writer.Key("neighbors");
    writer.StartArray();
    for (const Neighbor& neighbor : found.list) {
        const GraphNode& node = graph.nodes()[neighbor.node];
        writer.StartObject();
        name_members(writer, node);
        member(writer, "distance", std::uint64_t{neighbor.distance});
        writer.Key("edges");
        writer.StartArray();
        for (const Hop& hop : neighbor.hops) write_hop(graph, hop, view.evidence, writer);
        writer.EndArray();
        writer.EndObject();
    }
    writer.EndArray();
    writer.EndObject();
    sink.write({buffer.GetString(), buffer.GetSize()});
    sink.write("\n");
}

}  // namespace

void write_neighbors(const KnowledgeGraph& graph, const std::vector<std::size_t>& names, const Neighbors& found,
                     const NeighborView& view, Sink& sink) {
    switch (view.style) {
        case OutputStyle::text: return write_neighbors_text(graph, found, view, sink);
        case OutputStyle::json: return write_json(graph, names, found, view, sink);
        case OutputStyle::csv:
        case OutputStyle::tsv: return write_edges(graph, found, view, sink);
    }
}

}  // namespace newsgraph::cli
