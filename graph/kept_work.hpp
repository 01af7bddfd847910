// What bringing a kept graph up to date knows of the evidence and of who is who (graph/kept_graph.hpp): of all of it, or of
// what a change has to do with. For that alone.
#pragma once

#include "extract/base/error.hpp"
#include "graph/evidence_loader.hpp"
#include "graph/kept_graph.hpp"
#include "graph/marks.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace newsgraph::detail {

// Ids of nodes by row in graph_nodes. Those that nobody has put in are read from the table.
class NodeIds {
public:
    explicit NodeIds(sqlite::Database& db) : read_(db, "SELECT id FROM graph_nodes WHERE node = ?1") {}

    void put(std::size_t row, std::string id) { ids_.insert_or_assign(row, std::move(id)); }

    const std::string& operator[](std::size_t row) const {
        const auto [place, fresh] = ids_.try_emplace(row);
        if (fresh) {
            read_.bind(1, row_of(row));
            place->second = read_.step() ? read_.text(0) : "";
            read_.reset();
        }
        return place->second;
    }

private:
    mutable sqlite::Query read_;
    mutable std::unordered_map<std::size_t, std::string> ids_;  // never walked
};

struct KeptWork {
    KeptWork(sqlite::Database& database, const GraphBasis& graph_basis)
        : db(database),
          basis(graph_basis),
          node_ids(database),
          read_document_(database, "SELECT date, story FROM documents LEFT JOIN graph_stories ON document = id WHERE id = ?1") {}

    sqlite::Database& db;
    const GraphBasis& basis;
    mutable EntitySet set;                   // documents with entities first
    std::vector<std::size_t> first_entity;   // by document with entities, and one behind them all
    std::vector<std::size_t> node_of;        // by entity: the row in graph_nodes
    NodeIds node_ids;                        // by row in graph_nodes
    mutable std::vector<std::uint32_t> story;  // by document: the same number for those of one story
    bool whole = false;                      // all documents are there

    mutable std::unordered_map<std::int64_t, std::size_t> document_of;  // row -> index; never walked

    const EvidenceSet& evidence() const { return set.evidence; }

    // Of a document that is not there yet the date and the story are read, which is all that edges and nodes ask for.
    std::size_t document_at(std::int64_t row) const {
        const auto found = document_of.find(row);
        if (found != document_of.end()) {
            return found->second;
        }
        if (!whole) {
            read_document_.bind(1, row);
            if (read_document_.step()) {
                return add_document(row, read_document_.text(0), static_cast<std::uint32_t>(read_document_.integer(1)));
            }
        }
        throw FormatError(db.path() + ": the store is damaged: an article of its graph is missing");
    }

private:
    std::size_t add_document(std::int64_t row, std::string date, std::uint32_t its_story) const {
        read_document_.reset();
        const std::size_t document = set.rows.size();
        set.rows.push_back(row);
        set.evidence.documents.emplace_back().date = std::move(date);
        story.push_back(its_story);
        document_of.emplace(row, document);
        return document;
    }

    mutable sqlite::Query read_document_;
};

}  // namespace newsgraph::detail
