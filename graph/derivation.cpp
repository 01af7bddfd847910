// derive_graph: how evidence becomes nodes and edges. Everything here is a function of sets: sums, extremes and choices
// by a total order, so that the order of documents cannot show.
#include "graph/groups.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/name_memo.hpp"
#include "graph/names.hpp"
#include "graph/stories.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace newsgraph {

namespace {

void see(std::string& first, std::string& last, const std::string& date) {
    if (date.empty()) {
        return;
    }
    first = first.empty() ? date : std::min(first, date);
    last = std::max(last, date);
}

// ---- nodes

struct Votes {
    std::uint32_t documents = 0;
    std::uint32_t mentions = 0;

    void add(std::uint32_t count, std::uint32_t of_documents) {
        documents = saturated_sum(documents, of_documents);
        mentions = saturated_sum(mentions, count);
    }
};

using Ballot = std::map<std::string, Votes>;

// Most documents, then most mentions, then the smaller text.
const std::string& winner(const Ballot& ballot) {
    return std::max_element(ballot.begin(), ballot.end(),
                            [](const auto& a, const auto& b) {
                                return std::tie(a.second.documents, a.second.mentions, b.first) <
                                       std::tie(b.second.documents, b.second.mentions, a.first);
                            })
        ->first;
}

struct NodeParts {
    Ballot labels;
    Ballot short_labels;  // count where there are no others
    Ballot types;
    std::map<std::string, Ballot> names;   // by fold_name: the spellings
    std::map<std::string, Ballot> titles;  // by fold_name: titles before it
    std::set<std::string> untitled;        // fold_name of names that stand without one
    std::set<std::uint32_t> documents;
    std::uint32_t mentions = 0;
    std::vector<const EntityEvidence*> entities;  // of documents
    std::vector<const EntityEvidence*> summaries;
};

void count_names(const EntityEvidence& entity, NameMemo& fold, NodeParts& parts) {
    for (const NameUse& name : entity.names) {
        if (name.kind != "nominal" && name.kind != "pronoun" && !name.text.empty()) {
            const std::string& key = fold(name.text);
            parts.names[key][name.text].add(name.count, entity.summed.documents);
            if (name.title.empty()) {
                parts.untitled.insert(key);
            } else {
                parts.titles[key][name.title].add(name.count, entity.summed.documents);
            }
        }
    }
}

// A name that several nodes have, and this one only behind a title, is an alias with its title: "Captain Lund".
std::string alias_of(const NodeParts& parts, const std::string& folded, const std::map<std::string, int>& bearers) {
    const std::string& name = winner(parts.names.at(folded));
    const auto title = parts.titles.find(folded);
    const bool shared = bearers.at(folded) > 1 && title != parts.titles.end() && !parts.untitled.contains(folded);
    return shared ? winner(title->second) + " " + name : name;
}

GraphNode make_node(const std::string& id, const NodeParts& parts, const EvidenceSet& evidence,
                    const std::map<std::string, int>& bearers) {
    GraphNode node;
    node.id = id;
    node.label = winner(parts.labels.empty() ? parts.short_labels : parts.labels);
    if (node.label.empty()) {
        node.label = id;
    }
    node.type = winner(parts.types);
    node.mentions = parts.mentions;
    node.documents = static_cast<std::uint32_t>(parts.documents.size());
    node.wikidata = is_wikidata_id(id) ? id : "";
    for (const auto& [folded, spellings] : parts.names) {
        if (folded != fold_name(node.label)) {
            node.aliases.push_back(alias_of(parts, folded, bearers));
        }
    }
    std::sort(node.aliases.begin(), node.aliases.end());
    for (const std::uint32_t document : parts.documents) {
        see(node.first_seen, node.last_seen, evidence.documents[document].date);
    }
    for (const EntityEvidence* summary : parts.summaries) {
        node.documents = saturated_sum(node.documents, summary->summed.documents);
        see(node.first_seen, node.last_seen, summary->summed.first_seen);
        see(node.first_seen, node.last_seen, summary->summed.last_seen);
    }
    for (const EntityEvidence* entity : parts.entities) {
        node.evidence.push_back({evidence.documents[entity->document].doc, entity->entity, entity->node, entity->label,
                                 entity->type, entity->names});
    }
    std::sort(node.evidence.begin(), node.evidence.end(), [](const NodeEvidence& a, const NodeEvidence& b) {
        return std::tie(a.doc, a.entity, a.node) < std::tie(b.doc, b.entity, b.node);
    });
    return node;
}

// By id.
std::vector<GraphNode> make_nodes(const EvidenceSet& evidence, const Resolution& resolution) {
    std::map<std::string, NodeParts> all;
    NameMemo fold(fold_name);
    for (std::size_t i = 0; i < evidence.entities.size(); ++i) {
        const EntityEvidence& entity = evidence.entities[i];
        NodeParts& parts = all[resolution.nodes[i]];
        const std::uint32_t mentions = evidence.documents[entity.document].summary ? entity.summed.mentions : entity.mentions();
        const bool summary = evidence.documents[entity.document].summary;
        (resolution.short_names[i] ? parts.short_labels : parts.labels)[entity.label].add(mentions, entity.summed.documents);
        parts.types[entity.type].add(mentions, entity.summed.documents);
        parts.mentions = saturated_sum(parts.mentions, mentions);
        (summary ? parts.summaries : parts.entities).push_back(&entity);
        if (!summary) {
            parts.documents.insert(entity.document);
        }
        count_names(entity, fold, parts);
    }
    std::map<std::string, int> bearers;  // of a name
    for (const auto& [id, parts] : all) {
        for (const auto& [folded, spellings] : parts.names) {
            ++bearers[folded];
        }
    }
    std::vector<GraphNode> nodes;
    for (const auto& [id, parts] : all) {
        nodes.push_back(make_node(id, parts, evidence, bearers));
    }
    return nodes;
}

// ---- edges

struct EdgeKey {
    std::size_t source = 0;
    std::string relation;
    std::size_t target = 0;
    EdgeStatus status = EdgeStatus::asserted;

    auto operator<=>(const EdgeKey&) const = default;
};

EdgeEvidence shown(const StatementEvidence& statement, const EvidenceSet& evidence) {
    const DocumentEvidence& document = evidence.documents[statement.document];
    EdgeEvidence out;
    if (!document.summary) {
        out.doc = document.doc;
        out.source_entity = evidence.entities[statement.source].entity;
        out.target_entity = evidence.entities[statement.target].entity;
    }
    out.title = document.summary ? statement.title : document.title;
    out.published = document.date;
    out.outlet = document.source;
    out.url = document.summary ? statement.url : document.url;
    out.text = statement.text;
    out.sentence = statement.sentence;
    out.cue = statement.cue;
    out.cue_begin = statement.cue_begin;
    out.cue_end = statement.cue_end;
    out.polarity = statement.polarity;
    out.realis = statement.realis;
    out.attribution = statement.speaker();
    out.date = statement.date;
    out.date_precision = statement.date_precision;
    out.date_text = statement.date_text;
    out.what = statement.what;
    out.role = statement.role;
    out.place = statement.place;
    out.amount = statement.amount;
    out.confidence = statement.confidence;
    return out;
}

using Statements = std::vector<const StatementEvidence*>;

// A total order but for statements that are the same in all that is shown. Documents are numbered by their ids.
bool better(const StatementEvidence* a, const StatementEvidence* b) {
    const auto key = [](const StatementEvidence& s) {
        return std::tie(s.document, s.sentence, s.cue_begin, s.cue_end, s.cue, s.text, s.polarity, s.realis, s.speaker(),
                        s.date, s.date_text, s.what, s.role, s.place, s.amount, s.title, s.url);
    };
    return a->confidence != b->confidence ? a->confidence > b->confidence : key(*a) < key(*b);
}

using Places = std::map<std::uint32_t, std::size_t>;  // document -> place among the edge's documents

// For each document the first one of its story.
std::vector<std::uint32_t> stories_of(const std::vector<DocumentEvidence>& documents) {
    std::vector<std::string> signatures;
    signatures.reserve(documents.size());
    for (const DocumentEvidence& document : documents) {
        signatures.push_back(document.signature);
    }
    return find_stories(signatures);
}

// An edge's documents are one story if their texts are copies, or one sentence stands in both.
Groups stories_of(const Statements& statements, const Places& documents, const std::vector<std::uint32_t>& story) {
    Groups stories(documents.size());
    std::map<std::uint32_t, std::size_t> copied;  // story -> a document of it
    for (const auto& [document, place] : documents) {
        stories.join(copied.emplace(story[document], place).first->second, place);
    }
    if (copied.size() < 2) {
        return stories;  // most edges: and names take their time
    }
    std::map<std::string, std::size_t> sentences;  // name_key -> a document that has it
    for (const StatementEvidence* statement : statements) {
        const std::string key = name_key(statement->text);
        const std::size_t document = documents.at(statement->document);
        const auto [first, fresh] = sentences.emplace(key, document);
        if (!fresh && !key.empty()) {
            stories.join(first->second, document);
        }
    }
    return stories;
}

// Counts the edge's documents and stories, and joins the confidence of the best statement of each. REQUIRES: statements
// best first.
void weigh(const Statements& statements, const EvidenceSet& evidence, const std::vector<std::uint32_t>& story, GraphEdge& edge) {
    Places documents;
    for (const StatementEvidence* statement : statements) {
        if (!evidence.documents[statement->document].summary) {
            documents.emplace(statement->document, documents.size());
        }
    }
    Statements single = statements;
    std::erase_if(single, [&](const StatementEvidence* s) { return evidence.documents[s->document].summary; });
    Groups stories = stories_of(single, documents, story);
    edge.documents = static_cast<std::uint32_t>(documents.size());
    // Best first, so a story's first statement is its best one, and the product is always taken in the same order.
    std::set<std::size_t> counted;
    double doubt = 1.0;
    for (const StatementEvidence* statement : statements) {
        edge.mentions = saturated_sum(edge.mentions, statement->summed.mentions);
        if (evidence.documents[statement->document].summary) {
            edge.documents = saturated_sum(edge.documents, statement->summed.documents);
            edge.stories = saturated_sum(edge.stories, statement->summed.stories);
            see(edge.first_seen, edge.last_seen, statement->summed.first_seen);
            see(edge.first_seen, edge.last_seen, statement->summed.last_seen);
            doubt *= 1.0 - statement->confidence;
        } else if (counted.insert(stories.of(documents.at(statement->document))).second) {
            edge.stories = saturated_sum(edge.stories, 1);
            doubt *= 1.0 - statement->confidence;
        }
    }
    edge.weight = edge.stories;
    // Six decimals say all there is to say, and 0.30000000000000004 is hard to read.
    edge.confidence = std::round((1.0 - doubt) * 1e6) / 1e6;
}

GraphEdge make_edge(const EdgeKey& key, Statements statements, const RelationInfo& relation, const EvidenceSet& evidence,
                    const std::vector<std::uint32_t>& story) {
    GraphEdge edge;
    edge.source = key.source;
    edge.target = key.target;
    edge.relation = key.relation;
    edge.status = key.status;
    edge.symmetric = relation.symmetric;
    edge.plover = relation.plover;
    edge.quad = relation.quad;
    edge.score = relation.score;
    std::sort(statements.begin(), statements.end(), better);
    weigh(statements, evidence, story, edge);
    edge.statements.reserve(statements.size());
    for (const StatementEvidence* statement : statements) {
        edge.statements.push_back(shown(*statement, evidence));
        see(edge.first_seen, edge.last_seen, edge.statements.back().published);
    }
    const EdgeEvidence& best = edge.statements.front();
    edge.evidence = best.text;
    edge.source_title = best.title;
    edge.source_url = best.url;
    return edge;
}

void sort_inner(std::vector<GraphNode>& nodes) {
    const auto key = [](const InnerStatement& inner) {
        const EdgeEvidence& s = inner.statement;
        return std::tie(s.doc, s.sentence, s.cue_begin, s.cue_end, inner.relation, s.source_entity, s.target_entity, s.cue,
                        s.text, s.polarity, s.realis, s.attribution, s.what, s.role);
    };
    for (GraphNode& node : nodes) {
        std::sort(node.inner.begin(), node.inner.end(),
                  [&](const InnerStatement& a, const InnerStatement& b) { return key(a) < key(b); });
    }
}

// The name that it had is an alias, as others are.
void rename(GraphNode& node, const std::string& label) {
    node.aliases.push_back(std::exchange(node.label, label));
    std::erase(node.aliases, label);
    std::sort(node.aliases.begin(), node.aliases.end());
}

// What was decided of a node: its proposed ids are those of the entities in it.
void apply_names(const Decisions& decisions, const EvidenceSet& evidence, const std::vector<std::size_t>& node_of,
                 std::vector<GraphNode>& nodes) {
    std::map<std::string, std::map<std::size_t, std::size_t>> holders;  // ID or ID@DOC -> node -> entities
    for (const Decision& decision : decisions) {
        if (decision.kind == "rename" || decision.kind == "retype") {
            holders.try_emplace(decision.subject);
        }
    }
    if (holders.empty()) {
        return;
    }
    for (std::size_t i = 0; i < evidence.entities.size(); ++i) {
        const EntityEvidence& entity = evidence.entities[i];
        for (const std::string& term : {entity.node, entity.node + "@" + evidence.documents[entity.document].doc}) {
            if (const auto found = holders.find(term); found != holders.end()) {
                ++found->second[node_of[i]];
            }
        }
    }
    std::set<std::pair<std::string, std::size_t>> done;  // kind, node
    const auto apply = [&](const Decision& decision, bool of_own_id) {
        const auto found = holders.find(decision.subject);
        const bool of_names = decision.kind == "rename" || decision.kind == "retype";
        if (!of_names || found == holders.end() || found->second.empty() || decision.object.empty()) {
            return;
        }
        // Where things of one id are several nodes, the one with most of them.
        const std::size_t place = std::max_element(found->second.begin(), found->second.end(), [](const auto& a, const auto& b) {
                                      return a.second < b.second;
                                  })->first;
        GraphNode& node = nodes[place];
        if ((node.id == decision.subject) == of_own_id && done.emplace(decision.kind, place).second) {
            decision.kind == "rename" ? rename(node, decision.object) : void(node.type = decision.object);
        }
    };
    for (const bool of_own_id : {true, false}) {
        for (const Decision& decision : decisions) {
            apply(decision, of_own_id);
        }
    }
}

// Merges stand at the node that came of them.
void add_merges(const Resolution& resolution, const std::map<std::string, std::size_t>& places, std::vector<GraphNode>& nodes) {
    for (const Merge& merge : resolution.merges) {
        if (const auto place = places.find(merge.node); place != places.end()) {
            nodes[place->second].merges.push_back({merge.from, merge.into, merge.rule, merge.detail, merge.beside});
        }
    }
}

}  // namespace

KnowledgeGraph derive_graph(const EvidenceSet& evidence, const Resolution& resolution, const RelationLookup& relations,
                            const Decisions& decisions) {
    const Decisions decided = united({decisions});
    std::vector<GraphNode> nodes = make_nodes(evidence, resolution);
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        places.emplace(nodes[i].id, i);
    }
    std::vector<std::size_t> node_of;
    for (const std::string& id : resolution.nodes) {
        node_of.push_back(places.at(id));
    }

    const RelationInfo unknown;
    const auto info = [&](const std::string& relation) -> const RelationInfo& {
        const auto found = relations.find(relation);
        return found == relations.end() ? unknown : found->second;
    };
    std::map<EdgeKey, Statements> gathered;
    for (const StatementEvidence& statement : evidence.statements) {
        std::size_t source = node_of[statement.source];
        std::size_t target = node_of[statement.target];
        if (source == target) {
            if (!evidence.documents[statement.document].summary) {
                nodes[source].inner.push_back({statement.relation, shown(statement, evidence)});
            }
            continue;
        }
        if (info(statement.relation).symmetric && target < source) {  // nodes are sorted by id
            std::swap(source, target);
        }
        gathered[{source, statement.relation, target, status_of(statement.polarity, statement.realis)}].push_back(&statement);
    }
    const std::vector<std::uint32_t> story = stories_of(evidence.documents);
    std::vector<GraphEdge> edges;
    for (auto& [key, statements] : gathered) {
        edges.push_back(make_edge(key, std::move(statements), info(key.relation), evidence, story));
    }
    sort_inner(nodes);
    add_merges(resolution, places, nodes);
    apply_names(decided, evidence, node_of, nodes);
    std::vector<GraphArticle> articles;
    bool whole = true;
    for (const DocumentEvidence& document : evidence.documents) {
        if (document.summary) {
            whole = false;
            continue;
        }
        articles.push_back({document.doc, document.title, document.date, document.source, document.url, document.base,
                            document.text_hash, document.record_hash, document.signature});
    }
    return {std::move(nodes), std::move(edges), whole, std::move(articles), decided};
}

}  // namespace newsgraph
