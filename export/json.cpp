#include "export/json.hpp"

#include "export/escape.hpp"
#include "extract/base/json.hpp"

namespace newsgraph {

namespace {

// One object on one line; values that are not there are left out. Text is made fit for every reader first: valid UTF-8
// without control characters.
class Line {
public:
    Line() : writer_(buffer_) { writer_.StartObject(); }

    void text(const char* key, std::string_view value) {
        if (value.empty()) {
            return;
        }
        writer_.Key(key);
        string(value);
    }
    // Left out where it is what a reader takes it for; otherwise it is written, be it empty.
    void text_unless(std::string_view expected, const char* key, std::string_view value) {
        if (value != expected) {
            writer_.Key(key);
            string(value);
        }
    }
    void number(const char* key, std::uint32_t value) {
        writer_.Key(key);
        writer_.Uint(value);
    }
    void share(const char* key, double value) {
        writer_.Key(key);
        const std::string digits = number_text(value);
        writer_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
    }
    void texts(const char* key, const std::vector<std::string>& values) {
        if (values.empty()) {
            return;
        }
        writer_.Key(key);
        writer_.StartArray();
        for (const std::string& value : values) {
            string(value);
        }
        writer_.EndArray();
    }

    template <typename Items, typename Write>
    void objects(const char* key, const Items& items, const Write& write) {
        writer_.Key(key);
        writer_.StartArray();
        for (const auto& item : items) {
            writer_.StartObject();
            write(item);
            writer_.EndObject();
        }
        writer_.EndArray();
    }
    template <typename Write>
    void object(const char* key, const Write& write) {
        writer_.Key(key);
        writer_.StartObject();
        write();
        writer_.EndObject();
    }

    std::string take() {
        writer_.EndObject();
        return {buffer_.GetString(), buffer_.GetSize()};
    }

private:
    void string(std::string_view value) {
        const std::string clean = clean_text(value);
        writer_.String(clean.data(), static_cast<rapidjson::SizeType>(clean.size()));
    }

    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

void write_statement(Line& line, const EdgeEvidence& statement);

// For merging graphs: what each document has of the node, and why it is one. What is as the node has it is left out.
void write_node_evidence(Line& line, const GraphNode& node) {
    if (!node.merges.empty()) {
        line.objects("merges", node.merges, [&](const NodeMerge& merge) {
            line.text("from", merge.from);
            line.text("into", merge.into);
            line.text("rule", merge.rule);
            line.text("detail", merge.detail);
            line.texts("beside", merge.beside);
        });
    }
    line.objects("evidence", node.evidence, [&](const NodeEvidence& evidence) {
        line.text("doc", evidence.doc);
        line.text("entity", evidence.entity);
        line.text_unless(node.id, "node", evidence.node);
        line.text_unless(node.label, "label", evidence.label);
        line.text_unless(node.type, "type", evidence.type);
        line.objects("names", evidence.names, [&](const NameUse& name) {
            line.text("text", name.text);
            line.text_unless("name", "kind", name.kind);
            if (name.count != 1) {
                line.number("count", name.count);
            }
            line.text("title", name.title);
        });
    });
    if (!node.inner.empty()) {
        line.objects("inner_statements", node.inner, [&](const InnerStatement& inner) {
            line.text("relation", inner.relation);
            write_statement(line, inner.statement);
        });
    }
}

std::string node_line(const GraphNode& node, bool whole_evidence) {
    Line line;
    line.text("id", node.id);
    line.text("label", node.label);
    line.text("type", node.type);
    line.texts("aliases", node.aliases);
    line.text("wikidata", node.wikidata);
    line.number("mentions", node.mentions);
    line.number("documents", node.documents);
    line.text("first_seen", node.first_seen);
    line.text("last_seen", node.last_seen);
    if (whole_evidence) {
        write_node_evidence(line, node);
    }
    return line.take();
}

void write_statement(Line& line, const EdgeEvidence& statement) {
    line.text("doc", statement.doc);
    line.number("sentence", statement.sentence);
    line.text("text", statement.text);
    if (!statement.cue.empty()) {
        line.object("cue", [&] {
            // In code points of `text`; the same number twice where the cue is not in it.
            line.number("begin", statement.cue_begin);
            line.number("end", statement.cue_end);
            line.text("text", statement.cue);
        });
    }
    line.text("polarity", statement.polarity);
    line.text("realis", statement.realis);
    if (!statement.attribution.empty()) {
        line.object("attribution", [&] { line.text("text", statement.attribution); });
    }
    if (!statement.date.empty() || !statement.date_text.empty()) {
        line.object("date", [&] {
            line.text("value", statement.date);
            line.text("precision", statement.date_precision);
            line.text("text", statement.date_text);
        });
    }
    line.text("what", statement.what);
    line.text("role", statement.role);
    line.text("place", statement.place);
    line.text("amount", statement.amount);
    line.share("confidence", statement.confidence);
    line.text("source_entity", statement.source_entity);
    line.text("target_entity", statement.target_entity);
}

std::string edge_line(const KnowledgeGraph& graph, const GraphEdge& edge) {
    Line line;
    line.text("id", edge.id);
    line.text("source", graph.nodes()[edge.source].id);
    line.text("target", graph.nodes()[edge.target].id);
    line.text("relation", edge.relation);
    line.text("status", to_string(edge.status));
    line.number("symmetric", edge.symmetric ? 1 : 0);
    line.number("weight", edge.weight);
    line.share("confidence", edge.confidence);
    line.number("mentions", edge.mentions);
    line.number("documents", edge.documents);
    line.number("stories", edge.stories);
    line.text("first_seen", edge.first_seen);
    line.text("last_seen", edge.last_seen);
    line.text("plover", edge.plover);
    line.text("quad", edge.quad);
    line.share("score", edge.score);
    line.text("evidence", edge.evidence);
    line.text("source_title", edge.source_title);
    line.text("source_url", edge.source_url);
    line.objects("statements", edge.statements, [&](const EdgeEvidence& statement) { write_statement(line, statement); });
    return line.take();
}

std::string article_line(const GraphArticle& article) {
    Line line;
    line.text("doc", article.doc);
    line.text("title", article.title);
    line.text("date", article.date);
    line.text("source", article.source);
    line.text("url", article.url);
    line.text("base", article.base == article.doc ? "" : article.base);
    line.text("text_hash", article.text_hash);
    line.text("record_hash", article.record_hash);
    line.text("signature", article.signature);
    return line.take();
}

std::string decision_line(const Decision& decision) {
    Line line;
    line.text("kind", decision.kind);
    line.text("subject", decision.subject);
    line.text("object", decision.object);
    return line.take();
}

template <typename Items, typename Write>
void write_list(const char* key, const Items& items, const Write& write, const char* end, Sink& sink) {
    sink.write(std::string("\"") + key + "\": [");
    bool first = true;
    for (const auto& item : items) {
        sink.write((first ? "\n" : ",\n") + write(item));
        first = false;
    }
    sink.write(first ? std::string("]") + end : std::string("\n]") + end);
}

}  // namespace

void write_json(const KnowledgeGraph& graph, const WriteOptions& options, Sink& sink) {
    Line meta;
    meta.text("format", "newsgraph");
    meta.number("version", 1);
    meta.number("whole_evidence", graph.whole_evidence() ? 1 : 0);
    sink.write("{\"meta\": " + meta.take() + ",\n");
    const bool whole = graph.whole_evidence();
    Whole<GraphNode> nodes(options.reader);
    Whole<GraphEdge> edges(options.reader);
    write_list("nodes", graph.nodes(), [&](const GraphNode& node) { return node_line(nodes.of(node), whole); }, ",\n", sink);
    write_list("edges", graph.edges(), [&](const GraphEdge& edge) { return edge_line(graph, edges.of(edge)); }, ",\n", sink);
    const bool decided = !graph.decisions().empty();
    write_list("articles", graph.articles(), article_line, decided ? ",\n" : "}\n", sink);
    if (decided) {
        write_list("decisions", graph.decisions(), decision_line, "}\n", sink);
    }
}

}  // namespace newsgraph
