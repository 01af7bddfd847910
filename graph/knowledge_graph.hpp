// Nodes and typed edges, derived from evidence (graph-model.md sections 2 and 3) or read back from a graph file. An
// immutable value: copies are cheap and share their data, any number of threads may read one. Nodes and edges are
// sorted by id; they are named by their index in that order. Boost.Graph stays inside the .cpp.
#pragma once

#include "graph/decisions.hpp"
#include "graph/evidence.hpp"
#include "graph/resolution.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

enum class EdgeStatus { asserted, negated, unrealized };

std::string_view to_string(EdgeStatus status);
std::optional<EdgeStatus> edge_status(std::string_view name);

// What one document has of a node; see EntityEvidence. For merging graphs: queries do not look at it.
struct NodeEvidence {
    std::string doc;
    std::string entity;  // id in its record
    std::string node;    // the proposed id
    std::string label;
    std::string type;
    std::vector<NameUse> names;

    bool operator==(const NodeEvidence&) const = default;
};

// Why two proposed ids are one node; see Merge.
struct NodeMerge {
    std::string from;
    std::string into;
    std::string rule;
    std::string detail;
    std::vector<std::string> beside;

    bool operator==(const NodeMerge&) const = default;
};

// One statement behind an edge, with its document.
struct EdgeEvidence {
    std::string doc;
    std::string title;
    std::string published;  // the document's date
    std::string outlet;     // the document's source
    std::string url;
    std::string source_entity;  // ids in the document's record; "" where the evidence is not whole
    std::string target_entity;
    std::string text;              // the sentence
    std::uint32_t sentence = 0;    // its index in the document
    std::string cue;
    std::uint32_t cue_begin = 0;  // code points in `text`; equal to cue_end if it is not there
    std::uint32_t cue_end = 0;
    std::string polarity;
    std::string realis;
    std::string attribution;  // who says so: the entity's label, else the words
    std::string date;         // the statement's own date
    std::string date_precision;
    std::string date_text;
    std::string what;
    std::string role;
    std::string place;
    std::string amount;
    double confidence = 0.0;

    bool operator==(const EdgeEvidence&) const = default;
};

struct InnerStatement {
    std::string relation;
    EdgeEvidence statement;

    bool operator==(const InnerStatement&) const = default;
};

struct GraphNode {
    std::string id;
    std::string label;
    std::string type;
    std::vector<std::string> aliases;  // other names that the articles use; sorted
    std::uint32_t mentions = 0;
    std::uint32_t documents = 0;
    std::string first_seen;  // publication dates; "" where no article is dated
    std::string last_seen;
    std::string wikidata;  // "" if not known
    // Empty where the graph does not keep whole evidence:
    std::vector<NodeEvidence> evidence;  // by doc, then entity id
    std::vector<NodeMerge> merges;       // by into, then from
    std::vector<InnerStatement> inner;   // statements whose two ends are this node, which make no edge
    std::int64_t row = 0;                // in the store that it was read from; see graph/evidence_reader.hpp
};

struct GraphEdge {
    std::string id;  // source.relation.target, with .negated or .unrealized behind it
    std::size_t source = 0;  // indexes in nodes(); of a symmetric relation the smaller id is the source
    std::size_t target = 0;
    std::string relation;
    EdgeStatus status = EdgeStatus::asserted;
    bool symmetric = false;
    std::uint32_t mentions = 0;   // statements
    std::uint32_t documents = 0;
    std::uint32_t stories = 0;    // of copies, one story (docs/evidence.md)
    std::uint32_t weight = 0;     // = stories
    double confidence = 0.0;
    std::string first_seen;
    std::string last_seen;
    std::string plover;
    std::string quad;
    double score = 0.0;
    std::string evidence;  // best sentence, and its document's title and URL
    std::string source_title;
    std::string source_url;
    std::vector<EdgeEvidence> statements;  // best first; of a graph read from GraphML just the one of `evidence`
    std::int64_t row = 0;                  // in the store that it was read from; see graph/evidence_reader.hpp
};

// A document that the graph was made from.
struct GraphArticle {
    std::string doc;  // unique
    std::string title;
    std::string date;
    std::string source;
    std::string url;
    std::string base;         // the id that the article gave, which `doc` may lengthen to tell texts apart
    std::string text_hash;    // SHA-256 in hexadecimal of the text and of what was read out of it; "" if not known
    std::string record_hash;
    std::string signature;    // by which copies are found (graph/stories.hpp); "" if not known

    bool operator==(const GraphArticle&) const = default;
};

// What is known of a relation; the caller makes it from its relation table.
struct RelationInfo {
    std::string plover;
    std::string quad;
    double score = 0.0;
    bool symmetric = false;
};
using RelationLookup = std::map<std::string, RelationInfo, std::less<>>;

class KnowledgeGraph {
public:
    KnowledgeGraph();

    // From parts, for readers of graph files: nodes and edges in any order, an edge's ends as indexes in `nodes`. An
    // empty edge id is filled in. Throws FormatError for ids that come twice and for ends that are not there.
    // `whole_evidence`: edges have all their statements. `articles`: in any order; empty where a format does not keep them.
    // `decisions`: what was decided about its nodes; they are kept for merging, and change nothing here.
    KnowledgeGraph(std::vector<GraphNode> nodes, std::vector<GraphEdge> edges, bool whole_evidence,
                   std::vector<GraphArticle> articles = {}, Decisions decisions = {});

    const std::vector<GraphNode>& nodes() const;
    const std::vector<GraphEdge>& edges() const;
    const std::vector<GraphArticle>& articles() const;  // by doc
    const Decisions& decisions() const;                 // sorted
    bool whole_evidence() const;

    // Index of the node with this id. O(log n).
    std::optional<std::size_t> find(std::string_view id) const;

    // Edges that leave or enter a node, in the order of edges().
    std::vector<std::size_t> out_edges(std::size_t node) const;
    std::vector<std::size_t> in_edges(std::size_t node) const;

    // All nodes, and the edges of these statuses, also of what is inside nodes.
    KnowledgeGraph with_statuses(const std::set<EdgeStatus>& statuses) const;

private:
    struct Data;
    std::shared_ptr<const Data> data_;
};

// The status that statements of this polarity and realis give an edge.
EdgeStatus status_of(std::string_view polarity, std::string_view realis);

// Evidence -> graph, with edges of every status. A statement whose two ends turn out to be one node makes no edge, and stays
// with the node. O(n log n). Relations that the lookup does not know have no PLOVER type, no quad, score 0 and a direction.
// `decisions` rename and retype nodes, and stay with the graph; those about who is who are the resolution's. Of two that
// rename one node the one that names its own id counts, else the smaller one.
KnowledgeGraph derive_graph(const EvidenceSet& evidence, const Resolution& resolution, const RelationLookup& relations,
                            const Decisions& decisions = {});

}  // namespace newsgraph
