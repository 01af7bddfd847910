#include "graph/kept_answer.hpp"

#include "extract/base/error.hpp"
#include "graph/kept_counts.hpp"
#include "graph/kept_evidence.hpp"
#include "graph/store_tables.hpp"

#include <memory>
#include <string>
#include <utility>

namespace newsgraph {

GraphBasis basis_of(sqlite::Database& db, const RelationLookup& others) {
    GraphBasis basis{relations_in(db), united({decisions_in(db)})};
    for (const auto& [name, info] : others) {
        basis.relations.try_emplace(name, info);
    }
    return basis;
}

namespace {

// REQUIRES: it could not be read. If it calls itself current, it is damaged.
void refresh(const std::string& path, const GraphBasis& basis) {
    try {
        sqlite::Database db(path);
        if (db.read_only()) {
            return;
        }
        db.run("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA synchronous = NORMAL;"
               "PRAGMA cache_size = -65536; PRAGMA busy_timeout = 0");
        const auto update = [&](bool anew) {
            db.run("BEGIN");
            sqlite::Transaction all_or_nothing(db);
            if (anew || is_current(db, basis)) {
                forget_kept_graph(db);
            }
            bring_graph_up_to_date(db, basis);
            all_or_nothing.commit();
        };
        try {
            update(false);
        } catch (const FormatError&) {
            update(true);
        } catch (const IoError&) {
        }
        db.checkpoint();  // of what was written in vain as well
    } catch (const Error&) {
        return;  // who derives the graph instead says what is wrong with the evidence
    }
}

// Nothing if what is kept is no current graph.
template <typename Read>
auto read_current(sqlite::Database& db, const RelationLookup& others, Read read) -> std::optional<decltype(read(db, GraphBasis()))> {
    sqlite::Savepoint one_state(db);  // undone where nothing was read, which is the same
    try {
        const GraphBasis basis = basis_of(db, others);
        if (!is_current(db, basis)) {
            return std::nullopt;
        }
        auto answer = read(db, basis);
        one_state.release();
        return answer;
    } catch (const FormatError&) {
        return std::nullopt;
    }
}

// Tries, and tries again with a graph that was brought up to date.
template <typename Attempt>
auto read_or_refresh(sqlite::Database& db, const RelationLookup& others, Attempt attempt) {
    auto answer = attempt();
    if (!answer) {
        refresh(db.path(), basis_of(db, others));
        answer = attempt();
    }
    return answer;
}

template <typename Read>
auto read_kept(sqlite::Database& db, const RelationLookup& others, Read read) {
    return read_or_refresh(db, others, [&] { return read_current(db, others, read); });
}

}  // namespace

std::optional<GraphAnswer> answer_from_kept_graph(sqlite::Database& db, const GraphQuestion& question, const RelationLookup& others) {
    const auto read = [&](sqlite::Database& from, const GraphBasis& basis) { return read_kept_graph(from, basis, question); };
    if (!question.reader) {
        return read_kept(db, others, read);
    }
    return read_or_refresh(db, others, [&] {
        // Sees the state that the graph was read in for as long as somebody may ask for more of it.
        const auto reader = std::make_shared<detail::KeptEvidence>(db.path());
        std::optional<GraphAnswer> answer = read_current(reader->database(), others, read);
        if (answer) {
            answer->reader = reader;
        }
        return answer;
    });
}

std::optional<GraphSummary> summary_from_kept_graph(sqlite::Database& db, const RelationLookup& others) {
    return read_kept(db, others, summary_of_kept);
}

std::optional<std::vector<RelationSummary>> relations_from_kept_graph(sqlite::Database& db, const RelationLookup& others) {
    return read_kept(db, others, relations_of_kept);
}

}  // namespace newsgraph
