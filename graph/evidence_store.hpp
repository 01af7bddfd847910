// Where evidence lives: documents, their entities with mentions, their statements, in SQLite; a file, or ":memory:" for
// what `build` derives and forgets (docs/evidence.md). One code for both. A store belongs to one thread at a time and owns
// its connection. Throws IoError for a file that cannot be opened, locked or written, FormatError for one that is no store
// or comes from a newer version.
#pragma once

#include "extract/record.hpp"
#include "graph/evidence.hpp"

#include <cstddef>
#include <memory>
#include <string>

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

class EvidenceStore {
public:
    // Makes the file if it is not there. A run is the life of one EvidenceStore: a second text under one id replaces the
    // first one if that came from an earlier run, and is kept beside it if both came in this one.
    explicit EvidenceStore(const std::string& path = ":memory:");
    ~EvidenceStore();  // what was not committed is lost
    EvidenceStore(EvidenceStore&&) noexcept;
    EvidenceStore& operator=(EvidenceStore&&) noexcept;

    // Puts a document's evidence in place of what is there under its id. All or nothing: after an exception the store
    // is as before the call. Characters that no graph file can hold are left out (graph/fit_record.hpp). Work is grouped
    // into transactions; commit() ends the last one.
    AddResult add(const Record& record);

    // Takes a document's evidence out, every text under this id. False if it is not there.
    bool remove(const std::string& doc);

    void commit();

    std::size_t document_count() const;

    // Everything, in an order that does not depend on the order of add().
    EvidenceSet load() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace newsgraph
