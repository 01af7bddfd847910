#include "cli/neighbors_output.hpp"

#include "cli/neighbors_text.hpp"
#include "cli/table.hpp"
#include "export/escape.hpp"
#include "extract/base/json.hpp"

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

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void member(Writer& writer, const char* name, const std::string& value) {
    if (value.empty()) return;
    writer.Key(name);
    writer.String(value);
}

// Confidence is written by number_text, the same on every machine.
void number(Writer& writer, const char* name, double value) {
    const std::string text = number_text(value);
    writer.Key(name);
    writer.RawValue(text.data(), text.size(), rapidjson::kNumberType);
}

void write_statement(const EdgeEvidence& statement, Writer& writer) {
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
    number(writer, "confidence", statement.confidence);
    writer.EndObject();
}

void write_hop(const KnowledgeGraph& graph, const Hop& hop, bool evidence, Writer& writer) {
    const GraphEdge& edge = graph.edges()[hop.edge];
    writer.StartObject();
    member(writer, "id", edge.id);
    member(writer, "source", graph.nodes()[edge.source].id);
    member(writer, "relation", edge.relation);
    member(writer, "target", graph.nodes()[edge.target].id);
    member(writer, "status", std::string(to_string(edge.status)));
    member(writer, "direction", edge.symmetric ? "both" : hop.outgoing ? "out" : "in");
    writer.Key("weight");
    writer.Uint(edge.weight);
    number(writer, "confidence", edge.confidence);
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
    Writer writer(buffer);
    writer.StartObject();
    writer.Key("of");
    writer.StartArray();
    for (const std::size_t name : names) writer.String(graph.nodes()[name].id);
    writer.EndArray();
    writer.Key("total");
    writer.Uint64(found.total);
    writer.Key("neighbors");
    writer.StartArray();
    for (const Neighbor& neighbor : found.list) {
        const GraphNode& node = graph.nodes()[neighbor.node];
        writer.StartObject();
        member(writer, "id", node.id);
        member(writer, "label", node.label);
        member(writer, "type", node.type);
        writer.Key("distance");
        writer.Uint64(neighbor.distance);
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
