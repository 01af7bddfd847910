#include "graph/graph_evidence.hpp"

#include "extract/base/error.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace newsgraph {

namespace {


// ---- a graph's own evidence

class Unpacker {
public:
    explicit Unpacker(const KnowledgeGraph& graph) : graph_(graph) {}

    EvidenceSet whole() {
        for (const GraphArticle& article : graph_.articles()) {
            documents_.emplace(article.doc, static_cast<std::uint32_t>(out_.documents.size()));
            out_.documents.push_back({article.doc, article.title, article.date, article.source, article.url,
                                      article.base.empty() ? article.doc : article.base, article.text_hash, article.record_hash,
                                      article.signature, false});
        }
        for (const GraphNode& node : graph_.nodes()) {
            for (const NodeEvidence& evidence : node.evidence) {
                add_entity(evidence);
            }
        }
        for (const GraphNode& node : graph_.nodes()) {
            for (const InnerStatement& inner : node.inner) {
                add_statement(inner.relation, inner.statement);
            }
        }
        for (const GraphEdge& edge : graph_.edges()) {
            for (const EdgeEvidence& statement : edge.statements) {
                add_statement(edge.relation, statement);
            }
        }
        return std::move(out_);
    }

    EvidenceSet summary(const std::string& name) {
        out_.documents.push_back({name, {}, {}, {}, {}, name, {}, {}, {}, true});
        for (const GraphNode& node : graph_.nodes()) {
            EntityEvidence entity{0, node.id, node.id, node.label, node.type, {}, {}};
            entity.names.push_back({node.label, "name", 1, {}});
            for (const std::string& alias : node.aliases) {
                entity.names.push_back({alias, "name", 1, {}});
            }
            entity.summed = {node.documents, node.mentions, 0, node.first_seen, node.last_seen};
            out_.entities.push_back(std::move(entity));
        }
        for (const GraphEdge& edge : graph_.edges()) {
            const EdgeEvidence best = edge.statements.empty() ? EdgeEvidence{} : edge.statements.front();
            StatementEvidence statement = fact(edge.relation, best);
            statement.source = static_cast<std::uint32_t>(edge.source);
            statement.target = static_cast<std::uint32_t>(edge.target);
            statement.polarity = edge.status == EdgeStatus::negated ? "negated" : "asserted";
            if (edge.status != EdgeStatus::unrealized) {
                statement.realis = "actual";
            } else if (statement.realis.empty() || statement.realis == "actual") {
                statement.realis = "possible";  // the file says no more than that it is not real
            }
            statement.text = edge.evidence;
            statement.title = edge.source_title;
            statement.url = edge.source_url;
            statement.confidence = std::clamp(edge.confidence, 0.0, 1.0);
            statement.summed = {edge.documents, edge.mentions, edge.stories, edge.first_seen, edge.last_seen};
            out_.statements.push_back(std::move(statement));
        }
        return std::move(out_);
    }

private:
    std::uint32_t document(const std::string& doc) const {
        const auto found = documents_.find(doc);
        if (found == documents_.end()) {
            throw FormatError("'articles' has no '" + doc + "'");
        }
        return found->second;
    }

    void add_entity(const NodeEvidence& evidence) {
        const std::uint32_t where = document(evidence.doc);
        const auto place = static_cast<std::uint32_t>(out_.entities.size());
        if (!entities_.emplace(std::pair(where, evidence.entity), place).second) {
            throw FormatError("entity '" + evidence.entity + "' of '" + evidence.doc + "' comes twice");
        }
        out_.entities.push_back({where, evidence.entity, evidence.node, evidence.label, evidence.type, evidence.names, {}});
    }

    std::uint32_t entity(std::uint32_t where, const std::string& id) const {
        const auto found = entities_.find(std::pair(where, id));
        if (found == entities_.end()) {
            throw FormatError("no node has the entity '" + id + "' of '" + out_.documents[where].doc + "'");
        }
        return found->second;
    }

    void add_statement(const std::string& relation, const EdgeEvidence& shown) {
        StatementEvidence statement = fact(relation, shown);
        statement.document = document(shown.doc);
        statement.source = entity(statement.document, shown.source_entity);
        statement.target = entity(statement.document, shown.target_entity);
        out_.statements.push_back(std::move(statement));
    }

    static StatementEvidence fact(const std::string& relation, const EdgeEvidence& shown) {
        StatementEvidence out;
        out.relation = relation;
        out.polarity = shown.polarity;
        out.realis = shown.realis;
        out.text = shown.text;
        out.sentence = shown.sentence;
        out.cue_begin = shown.cue_begin;
        out.cue_end = shown.cue_end;
        out.cue = shown.cue;
        out.attribution_text = shown.attribution;
        out.date = shown.date;
        out.date_precision = shown.date_precision;
        out.date_text = shown.date_text;
        out.what = shown.what;
        out.role = shown.role;
        out.place = shown.place;
        out.amount = shown.amount;
        out.confidence = std::clamp(shown.confidence, 0.0, 1.0);
        return out;
    }

    const KnowledgeGraph& graph_;
    EvidenceSet out_;
    std::map<std::string, std::uint32_t> documents_;
    std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> entities_;
};

// ---- one document's part of a set

using StatementKey = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::string, std::string, std::string, std::string,
                                std::string, std::string, std::string, double>;

struct Document {
    DocumentEvidence info;
    std::vector<EntityEvidence> entities;
    std::vector<StatementEvidence> statements;  // ends are indexes in `entities`

    // Two statements of a reading that are alike in all of this are one.
    StatementKey key(const StatementEvidence& s) const {
        std::string rest;
        for (const std::string* part : {&s.text, &s.attribution_text, &s.date, &s.date_precision, &s.date_text, &s.what, &s.role,
                                        &s.place, &s.amount}) {
            rest += *part + '\0';
        }
        return {s.sentence, s.cue_begin, s.cue_end, s.cue, s.relation, entities[s.source].entity, entities[s.target].entity,
                s.polarity, s.realis, rest, s.confidence};
    }
};

// Parts of one reading of a document, as exports with different filters have them, add up. Of two readings the one with the
// smaller hash is taken, as EvidenceStore does it within a run.
Document united(Document a, Document b) {
    // Of one text; a file of an older newsgraph has none.
    a.info.signature = b.info.signature = std::max(a.info.signature, b.info.signature);
    if (a.info.record_hash != b.info.record_hash) {
        return a.info.record_hash < b.info.record_hash ? std::move(a) : std::move(b);
    }
    std::map<std::string, std::uint32_t> places;
    for (std::size_t i = 0; i < a.entities.size(); ++i) {
        places.emplace(a.entities[i].entity, static_cast<std::uint32_t>(i));
    }
    for (const EntityEvidence& entity : b.entities) {
        if (places.emplace(entity.entity, static_cast<std::uint32_t>(a.entities.size())).second) {
            a.entities.push_back(entity);
        }
    }
    std::set<StatementKey> known;
    for (const StatementEvidence& statement : a.statements) {
        known.insert(a.key(statement));
    }
    for (const StatementEvidence& statement : b.statements) {
        StatementEvidence moved = statement;
        moved.source = places.at(b.entities[statement.source].entity);
        moved.target = places.at(b.entities[statement.target].entity);
        if (!known.contains(a.key(moved))) {
            a.statements.push_back(std::move(moved));
        }
    }
    return a;
}

void order(Document& document) {
    std::vector<std::uint32_t> places(document.entities.size());
    std::vector<std::uint32_t> old(document.entities.size());
    for (std::size_t i = 0; i < old.size(); ++i) {
        old[i] = static_cast<std::uint32_t>(i);
    }
    // "e2" before "e10"
    const auto key = [&](std::uint32_t i) { return std::pair(document.entities[i].entity.size(), std::string_view(document.entities[i].entity)); };
    std::stable_sort(old.begin(), old.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    std::vector<EntityEvidence> sorted;
    for (std::size_t i = 0; i < old.size(); ++i) {
        places[old[i]] = static_cast<std::uint32_t>(i);
        sorted.push_back(std::move(document.entities[old[i]]));
    }
    document.entities = std::move(sorted);
    for (StatementEvidence& statement : document.statements) {
        statement.source = places[statement.source];
        statement.target = places[statement.target];
    }
    std::stable_sort(document.statements.begin(), document.statements.end(), [&](const auto& a, const auto& b) {
        return document.key(a) < document.key(b);
    });
}

std::vector<Document> split(EvidenceSet&& set) {
    std::vector<Document> out(set.documents.size());
    std::vector<std::uint32_t> place;
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].info = std::move(set.documents[i]);
    }
    for (EntityEvidence& entity : set.entities) {
        std::vector<EntityEvidence>& entities = out[entity.document].entities;
        place.push_back(static_cast<std::uint32_t>(entities.size()));
        entities.push_back(std::move(entity));
    }
    for (StatementEvidence& statement : set.statements) {
        statement.source = place[statement.source];
        statement.target = place[statement.target];
        out[statement.document].statements.push_back(std::move(statement));
    }
    for (Document& document : out) {
        order(document);
    }
    return out;
}

EvidenceSet joined(std::vector<Document> documents) {
    std::sort(documents.begin(), documents.end(), [](const Document& a, const Document& b) {
        return std::tie(a.info.doc, a.info.text_hash, a.info.summary) < std::tie(b.info.doc, b.info.text_hash, b.info.summary);
    });
    EvidenceSet out;
    for (Document& document : documents) {
        const auto number = static_cast<std::uint32_t>(out.documents.size());
        const auto first = static_cast<std::uint32_t>(out.entities.size());
        out.documents.push_back(std::move(document.info));
        for (EntityEvidence& entity : document.entities) {
            entity.document = number;
            out.entities.push_back(std::move(entity));
        }
        for (StatementEvidence& statement : document.statements) {
            statement.document = number;
            statement.source += first;
            statement.target += first;
            out.statements.push_back(std::move(statement));
        }
    }
    return out;
}

using Texts = std::map<std::tuple<bool, std::string, std::string>, Document>;  // summary, base, hash

void put(Texts& texts, Document&& document) {
    const auto key = std::tuple(document.info.summary, document.info.base, document.info.text_hash);
    const auto [place, fresh] = texts.try_emplace(key);
    place->second = fresh || document.info.summary ? std::move(document) : united(std::move(place->second), std::move(document));
}

}  // namespace

bool keeps_evidence(const KnowledgeGraph& graph) {
    return graph.whole_evidence() && std::all_of(graph.nodes().begin(), graph.nodes().end(),
                                                 [](const GraphNode& node) { return !node.evidence.empty(); });
}

EvidenceSet evidence_of(const KnowledgeGraph& graph, const std::string& name) {
    return keeps_evidence(graph) ? Unpacker(graph).whole() : Unpacker(graph).summary(name);
}

EvidenceSet unite(EvidenceSet fresh, std::vector<EvidenceSet> kept) {
    std::map<std::string, std::size_t> read_now;  // base -> texts
    std::vector<Document> all;
    for (Document& document : split(std::move(fresh))) {
        ++read_now[document.info.base];
        all.push_back(std::move(document));
    }
    Texts texts;
    for (EvidenceSet& set : kept) {
        for (Document& document : split(std::move(set))) {
            if (document.info.summary || !read_now.contains(document.info.base)) {
                put(texts, std::move(document));
            }
        }
    }
    std::map<std::string, std::size_t> count;
    for (const auto& [key, document] : texts) {
        count[document.info.base] += document.info.summary ? 0 : 1;
    }
    for (auto& [key, document] : texts) {
        DocumentEvidence& info = document.info;
        if (!info.summary) {
            info.doc = count[info.base] > 1 ? apart_from_namesakes(info.base, info.text_hash) : info.base;
            order(document);
        }
        all.push_back(std::move(document));
    }
    return joined(std::move(all));
}

void gather_relations(const KnowledgeGraph& graph, RelationLookup& found) {
    const auto key = [](const RelationInfo& info) { return std::tie(info.plover, info.quad, info.score, info.symmetric); };
    for (const GraphEdge& edge : graph.edges()) {
        const RelationInfo info{edge.plover, edge.quad, edge.score, edge.symmetric};
        const auto [place, fresh] = found.try_emplace(edge.relation, info);
        // The greater one: an empty cell is the weakest witness.
        if (!fresh && key(place->second) < key(info)) {
            place->second = info;
        }
    }
}

}  // namespace newsgraph
