#include "graph/json_reader.hpp"

#include "extract/base/error.hpp"
#include "extract/base/json.hpp"

#include <map>

namespace newsgraph {

namespace {

using Json = rapidjson::Value;

constexpr std::uint32_t known_version = 1;  // export/json writes it

class Reader {
public:
    explicit Reader(std::string_view name) : name_(name) {}

    KnowledgeGraph read(std::string_view text) {
        rapidjson::Document document;
        document.Parse<json::strict_parse>(text.data(), text.size());
        if (document.HasParseError()) {
            std::string reason = rapidjson::GetParseError_En(document.GetParseError());
            if (reason.ends_with('.')) {
                reason.pop_back();
            }
            fail("byte " + std::to_string(document.GetErrorOffset() + 1) + ": " + reason);
        }
        if (!document.IsObject() || !document.HasMember("nodes") || !document.HasMember("edges")) {
            fail("not a graph: an object with 'nodes' and 'edges' is wanted");
        }
        check_version(document);
        read_list(document, "articles", [this](const Json& item) { articles_.push_back(article(item)); });
        for (const GraphArticle& article : articles_) {
            article_by_doc_.emplace(article.doc, &article);
        }
        read_list(document, "nodes", [this](const Json& item) { add_node(item); });
        read_list(document, "edges", [this](const Json& item) { edges_.push_back(edge(item)); });
        read_list(document, "decisions", [this](const Json& item) {
            decisions_.push_back({this->text(item, "kind"), this->text(item, "subject"), this->text(item, "object")});
        });
        const bool whole = !document.HasMember("meta") || count(document["meta"], "whole_evidence", 1) != 0;
        try {
            return {std::move(nodes_), std::move(edges_), whole, articles_, std::move(decisions_)};
        } catch (const FormatError& error) {
            fail(error.what());
        }
    }

private:
    [[noreturn]] void fail(const std::string& reason) const {
        throw FormatError(name_ + (place_.empty() ? "" : ": " + place_) + ": " + reason);
    }

    void check_version(const Json& document) const {
        const auto meta = document.FindMember("meta");
        const std::uint32_t version = meta == document.MemberEnd() ? 1 : count(meta->value, "version", 1);
        if (version > known_version) {
            fail("made by a newer newsgraph (graph version " + std::to_string(version) + ", this one knows " +
                 std::to_string(known_version) + ")");
        }
    }

    template <typename Read>
    void read_list(const Json& object, const char* key, const Read& read) {
        const auto member = object.FindMember(key);
        if (member == object.MemberEnd()) {
            return;
        }
        if (!member->value.IsArray()) {
            fail(std::string("'") + key + "' is no list");
        }
        for (rapidjson::SizeType i = 0; i < member->value.Size(); ++i) {
            const std::string outer = place_;
            place_ = (outer.empty() ? "" : outer + ", ") + key + "[" + std::to_string(i) + "]";
            if (!member->value[i].IsObject()) {
                fail("no object");
            }
            read(member->value[i]);
            place_ = outer;
        }
    }

    std::string text(const Json& object, const char* key) const {
        if (!object.IsObject()) {
            return {};
        }
        const auto member = object.FindMember(key);
        if (member == object.MemberEnd() || member->value.IsNull()) {
            return {};
        }
        if (!member->value.IsString()) {
            fail(std::string("'") + key + "' is no text");
        }
        return {member->value.GetString(), member->value.GetStringLength()};
    }

    std::vector<std::string> texts(const Json& object, const char* key) const {
        std::vector<std::string> out;
        const auto list = object.FindMember(key);
        if (list == object.MemberEnd()) {
            return out;
        }
        if (!list->value.IsArray()) {
            fail(std::string("'") + key + "' is no list");
        }
        for (const Json& value : list->value.GetArray()) {
            if (!value.IsString()) {
                fail(std::string("'") + key + "' holds what is no text");
            }
            out.emplace_back(value.GetString(), value.GetStringLength());
        }
        return out;
    }

    std::uint32_t count(const Json& object, const char* key, std::uint32_t otherwise = 0) const {
        if (!object.IsObject()) {
            return otherwise;
        }
        const auto member = object.FindMember(key);
        if (member == object.MemberEnd()) {
            return otherwise;
        }
        if (!member->value.IsUint()) {
            fail(std::string("'") + key + "' is no count");
        }
        return member->value.GetUint();
    }

    double share(const Json& object, const char* key) const {
        const auto member = object.FindMember(key);
        if (member == object.MemberEnd()) {
            return 0.0;
        }
        if (!member->value.IsNumber()) {
            fail(std::string("'") + key + "' is no number");
        }
        return member->value.GetDouble();
    }

    GraphArticle article(const Json& item) const {
        GraphArticle out{text(item, "doc"), text(item, "title"), text(item, "date"), text(item, "source"), text(item, "url"),
                         text(item, "base"), text(item, "text_hash"), text(item, "record_hash"),
                         text(item, "signature")};
        if (out.base.empty()) {
            out.base = out.doc;
        }
        return out;
    }

    void add_node(const Json& item) {
        GraphNode node;
        node.id = text(item, "id");
        if (node.id.empty()) {
            fail("no 'id'");
        }
        node.label = text(item, "label");
        node.type = text(item, "type");
        node.wikidata = text(item, "wikidata");
        node.mentions = count(item, "mentions");
        node.documents = count(item, "documents");
        node.first_seen = text(item, "first_seen");
        node.last_seen = text(item, "last_seen");
        node.aliases = texts(item, "aliases");
        read_list(item, "merges", [&](const Json& one) {
            node.merges.push_back({text(one, "from"), text(one, "into"), text(one, "rule"), text(one, "detail"), texts(one, "beside")});
        });
        read_list(item, "evidence", [&](const Json& one) { node.evidence.push_back(node_evidence(one, node)); });
        read_list(item, "inner_statements", [&](const Json& one) {
            node.inner.push_back({text(one, "relation"), statement(one)});
        });
        node_by_id_.emplace(node.id, nodes_.size());
        nodes_.push_back(std::move(node));
    }

    NodeEvidence node_evidence(const Json& item, const GraphNode& node) {
        const auto own = [&](const char* key, const std::string& otherwise) {
            return item.HasMember(key) ? text(item, key) : otherwise;
        };
        NodeEvidence out{text(item, "doc"), text(item, "entity"), own("node", node.id), own("label", node.label),
                         own("type", node.type), {}};
        read_list(item, "names", [&](const Json& one) {
            out.names.push_back({text(one, "text"), one.HasMember("kind") ? text(one, "kind") : "name", count(one, "count", 1), text(one, "title")});
        });
        return out;
    }

    std::size_t end(const Json& item, const char* key) const {
        const std::string id = text(item, key);
        const auto found = node_by_id_.find(id);
        if (found == node_by_id_.end()) {
            fail(std::string("'") + key + "' names no node: '" + id + "'");
        }
        return found->second;
    }

    GraphEdge edge(const Json& item) {
        GraphEdge edge;
        edge.id = text(item, "id");
        edge.source = end(item, "source");
        edge.target = end(item, "target");
        edge.relation = text(item, "relation");
        const std::string status = text(item, "status");
        const auto known = edge_status(status.empty() ? "asserted" : status);
        if (!known) {
            fail("unknown status '" + status + "'");
        }
        edge.status = *known;
        edge.symmetric = count(item, "symmetric") != 0;
        edge.weight = count(item, "weight");
        edge.confidence = share(item, "confidence");
        edge.mentions = count(item, "mentions");
        edge.documents = count(item, "documents");
        edge.stories = count(item, "stories");
        edge.first_seen = text(item, "first_seen");
        edge.last_seen = text(item, "last_seen");
        edge.plover = text(item, "plover");
        edge.quad = text(item, "quad");
        edge.score = share(item, "score");
        edge.evidence = text(item, "evidence");
        edge.source_title = text(item, "source_title");
        edge.source_url = text(item, "source_url");
        read_list(item, "statements", [&](const Json& one) { edge.statements.push_back(statement(one)); });
        return edge;
    }

    EdgeEvidence statement(const Json& item) const {
        static const Json nothing;
        const auto part = [&](const char* key) -> const Json& {
            const auto member = item.FindMember(key);
            return member == item.MemberEnd() ? nothing : member->value;
        };
        EdgeEvidence out;
        out.doc = text(item, "doc");
        if (const auto article = article_by_doc_.find(out.doc); article != article_by_doc_.end()) {
            out.title = article->second->title;
            out.published = article->second->date;
            out.outlet = article->second->source;
            out.url = article->second->url;
        }
        out.sentence = count(item, "sentence");
        out.text = text(item, "text");
        out.cue = text(part("cue"), "text");
        out.cue_begin = count(part("cue"), "begin");
        out.cue_end = count(part("cue"), "end");
        out.polarity = text(item, "polarity");
        out.realis = text(item, "realis");
        out.attribution = text(part("attribution"), "text");
        out.date = text(part("date"), "value");
        out.date_precision = text(part("date"), "precision");
        out.date_text = text(part("date"), "text");
        out.what = text(item, "what");
        out.role = text(item, "role");
        out.place = text(item, "place");
        out.amount = text(item, "amount");
        out.confidence = share(item, "confidence");
        out.source_entity = text(item, "source_entity");
        out.target_entity = text(item, "target_entity");
        return out;
    }

    std::string name_;
    std::string place_;  // being read
    std::vector<GraphArticle> articles_;
    std::map<std::string, const GraphArticle*, std::less<>> article_by_doc_;
    std::vector<GraphNode> nodes_;
    std::map<std::string, std::size_t, std::less<>> node_by_id_;
    std::vector<GraphEdge> edges_;
    Decisions decisions_;
};

}  // namespace

KnowledgeGraph parse_graph_json(std::string_view json, std::string_view name) {
    return Reader(name).read(json);
}

}  // namespace newsgraph
