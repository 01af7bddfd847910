// Where evidence lives: documents with their texts, their entities with mentions, their statements, and a person's decisions,
// in SQLite; a file, or ":memory:" for what `build` derives and forgets (docs/store.md). One code for both. A store belongs
// to one thread at a time and owns its connection. Throws IoError for a file that cannot be opened, locked or written,
// FormatError for one that is no store or comes from a newer version.
#pragma once

#include "extract/article.hpp"
#include "extract/record.hpp"
#include "graph/decisions.hpp"
#include "graph/evidence.hpp"
#include "graph/kept_reader.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/reading.hpp"
#include "graph/store_merge.hpp"
#include "graph/store_report.hpp"
#include "graph/summary.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace newsgraph {

enum class AddOutcome {
    added,       // a document that was not there
    unchanged,   // the same record again
    replaced,    // another version of a document of an earlier run
    kept_apart,  // its id belongs to another text of this run: both now have an end made from their text's hash
};

struct AddResult {
    AddOutcome outcome = AddOutcome::added;
    std::string doc;  // the id under which it is kept
};

enum class StoreAccess {
    write,  // makes the file if it is not there, brings an older version up to date
    read,   // looks only; another program may write meanwhile. Nothing is there: IoError
};

// What is known of how a record came about. Nothing, if others made it.
struct Provenance {
    const Reading* reading = nullptr;  // declared before, with keep()
    std::string article_hash;          // hash_of() the article
};

// SHA-256 in hexadecimal of all that a reader found.
std::string hash_of(const Article& article);

class EvidenceStore {
public:
    // A run is the life of one EvidenceStore: a second text under one id replaces the first one if that came from an
    // earlier run, and is kept beside it if both came in this one.
    explicit EvidenceStore(const std::string& path = ":memory:", StoreAccess access = StoreAccess::write);
    ~EvidenceStore();  // what was not committed is lost
    EvidenceStore(EvidenceStore&&) noexcept;
    EvidenceStore& operator=(EvidenceStore&&) noexcept;

    // Puts a document's evidence in place of what is there under its id. All or nothing: after an exception the store
    // is as before the call. Characters that no graph file can hold are left out (graph/fit_record.hpp). Work is grouped
    // into transactions; commit() ends the last one.
    AddResult add(const Record& record, const Provenance& provenance = {});

    // Takes a document's evidence out, every text under this id. False if it is not there.
    bool remove(const std::string& doc);

    // The union with another store. Commits before, and is committed when it returns.
    MergeCounts merge(const std::string& other);

    void commit();

    // Ids under which there are articles of different texts, sorted. O(articles).
    std::vector<std::string> contested_ids() const;

    std::size_t document_count() const;

    // Everything, in an order that does not depend on the order of add().
    EvidenceSet load(Concepts concepts = Concepts::kept) const;

    // The graph of all the evidence, derived anew. Relations that the store's articles were not read with are as in `others`.
    KnowledgeGraph derive(Concepts concepts, const RelationLookup& others) const;

    // The graph of the evidence, or the part that answers a question (graph/kept_reader.hpp), without concepts. In a
    // file the graph is kept, and brought up to date first; where that cannot be, because others write or nobody may, or what
    // was kept is damaged, all of it is derived for this once.
    GraphAnswer graph(const GraphQuestion& question, const RelationLookup& others) const;

    // What is counted in the same graph.
    GraphSummary summary(const RelationLookup& others) const;
    std::vector<RelationSummary> relation_summaries(const RelationLookup& others) const;

    // ---- what articles were read with

    // Declares a reading, with the relations that its table knows.
    void keep(const Reading& reading, const RelationLookup& relations);
    std::vector<Reading> readings() const;  // of the documents that are there, sorted
    RelationLookup relations() const;       // known of these readings

    // Is an article with this hash there, and was it read so?
    bool has_read(const std::string& article_hash, const Reading& reading) const;

    // Counts articles with this hash as seen in this run; false if there is none.
    bool see(const std::string& article_hash);

    // Rows of the documents that have a text and were read otherwise, or nobody knows how; and one of them as an article.
    std::vector<std::int64_t> outdated(const Reading& reading) const;
    Article article(std::int64_t row) const;

    // ---- a person's decisions

    std::vector<Decision> decisions() const;  // sorted
    // Begins the change, which others then wait for, and tells what was decided before it: for who replaces some of that.
    std::vector<Decision> decisions_to_change();
    void decide(const Decision& decision);
    bool withdraw(const Decision& decision);  // false if it was not there

    // ---- looking after it

    StoreInfo info() const;
    std::vector<std::string> faults() const;        // one line each; none: it is sound
    std::vector<std::string> graph_faults() const;  // the same of the kept graph, where there are no other faults
    void forget_graph();                            // the next question makes it anew

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace newsgraph
