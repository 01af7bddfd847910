#include "graph/evidence_loader.hpp"

#include "extract/base/error.hpp"
#include "extract/base/node_types.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace newsgraph {

namespace {

std::uint32_t small(std::int64_t value) {
    return static_cast<std::uint32_t>(value);
}

// Document by document in the order of their ids: each query walks a piece of a primary key, and nothing is sorted.
class Loader {
public:
    Loader(sqlite::Database& db, bool concepts)
        : db_(db),
          concepts_(concepts),
          entities_(db, "SELECT name, node, label, type FROM entities WHERE document = ?1 ORDER BY entity"),
          names_(db, "SELECT entity, text, kind, count(*), title FROM mentions WHERE document = ?1"
                     " GROUP BY entity, text, kind, title ORDER BY entity, text, kind, title"),
          statements_(db, (std::string("SELECT s.source, s.target, s.attribution, ") + statement_columns +
                           " FROM statements AS s WHERE s.document = ?1 ORDER BY s.statement").c_str()) {}

    EvidenceSet load() {
        read(true);
        return std::move(out_);
    }

    EntitySet load_without_statements() {
        read(false);
        return {std::move(out_), std::move(rows_), std::move(places_)};
    }

private:
    void read(bool statements) {
        sqlite::Query row(db_, "SELECT id, doc, title, date, source, url, base, text_hash, record_hash, plain_hash, signature"
                               " FROM documents ORDER BY doc, base, text_hash");
        while (row.step()) {
            const auto document = static_cast<std::uint32_t>(out_.documents.size());
            out_.documents.push_back({row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7),
                                      row.text(concepts_ ? 8 : 9), row.text(10), false});
            rows_.push_back(row.integer(0));
            load_entities(row.integer(0), document);
            if (statements) {
                load_statements(row.integer(0), document);
            }
        }
    }

    void load_entities(std::int64_t id, std::uint32_t document) {
        indexes_.clear();
        entities_.bind(1, id);
        while (entities_.step()) {
            if (!concepts_ && entities_.text(3) == concept_type) {
                indexes_.push_back(left_out);
                continue;
            }
            places_.push_back(static_cast<std::uint32_t>(indexes_.size()));
            indexes_.push_back(static_cast<std::uint32_t>(out_.entities.size()));
            out_.entities.push_back(
                {document, entities_.text(0), entities_.text(1), entities_.text(2), entities_.text(3), {}, {}});
        }
        if (out_.entities.size() >= left_out) {
            throw FormatError(db_.path() + ": more entities than can be counted");
        }
        names_.bind(1, id);
        while (names_.step()) {
            if (const std::uint32_t index = entity(names_.integer(0)); index != left_out) {
                out_.entities[index].names.push_back({names_.text(1), names_.text(2), small(names_.integer(3)), names_.text(4)});
            }
        }
    }

    // Its index in the set. A damaged store may name an entity that is not there.
    std::uint32_t entity(std::int64_t place) const {
        if (place < 0 || static_cast<std::uint64_t>(place) >= indexes_.size()) {
            throw FormatError(db_.path() + ": the store is damaged: an entity is missing");
        }
        return indexes_[static_cast<std::size_t>(place)];
    }

    std::string label_of(std::int64_t place) const {
        const std::uint32_t index = place < 0 ? left_out : entity(place);
        return index == left_out ? std::string() : out_.entities[index].label;
    }

    void load_statements(std::int64_t id, std::uint32_t document) {
        sqlite::Query& row = statements_;
        row.bind(1, id);
        while (row.step()) {
            const std::uint32_t source = entity(row.integer(0));
            const std::uint32_t target = entity(row.integer(1));
            if (source == left_out || target == left_out) {
                continue;
            }
            StatementEvidence statement = read_statement(row, 3);
            statement.document = document;
            statement.source = source;
            statement.target = target;
            statement.attribution_label = label_of(row.integer(2));
            out_.statements.push_back(std::move(statement));
        }
    }

    static constexpr std::uint32_t left_out = std::numeric_limits<std::uint32_t>::max();

    sqlite::Database& db_;
    bool concepts_;
    sqlite::Query entities_;
    sqlite::Query names_;
    sqlite::Query statements_;
    EvidenceSet out_;
    std::vector<std::int64_t> rows_;
    std::vector<std::uint32_t> places_;
    std::vector<std::uint32_t> indexes_;  // of the present document's entities, by their place in the record
};

}  // namespace

NameReader::NameReader(sqlite::Database& db) : names_(db, "SELECT text, kind, title FROM mentions WHERE document = ?1 AND entity = ?2") {}

// Sorted here: they are few, and for SQLite to begin a sort takes longer than this.
std::vector<NameUse> NameReader::of(std::int64_t document, std::int64_t entity) {
    std::vector<NameUse> all;
    names_.bind(1, document).bind(2, entity);
    while (names_.step()) {
        all.push_back({names_.text(0), names_.text(1), 1, names_.text(2)});
    }
    std::sort(all.begin(), all.end(), [](const NameUse& a, const NameUse& b) {
        return std::tie(a.text, a.kind, a.title) < std::tie(b.text, b.kind, b.title);
    });
    std::vector<NameUse> out;
    for (NameUse& one : all) {
        if (!out.empty() && std::tie(out.back().text, out.back().kind, out.back().title) == std::tie(one.text, one.kind, one.title)) {
            out.back().count = saturated_sum(out.back().count, 1);
        } else {
            out.push_back(std::move(one));
        }
    }
    return out;
}

StatementEvidence read_statement(const sqlite::Query& row, int first) {
    StatementEvidence statement;
    int column = first;
    for (std::string* text : {&statement.relation, &statement.polarity, &statement.realis, &statement.text}) {
        *text = row.text(column++);
    }
    for (std::uint32_t* number : {&statement.sentence, &statement.cue_begin, &statement.cue_end}) {
        *number = small(row.integer(column++));
    }
    for (std::string* text : {&statement.cue, &statement.attribution_text, &statement.date, &statement.date_precision, &statement.date_text,
                              &statement.what, &statement.role, &statement.place, &statement.amount}) {
        *text = row.text(column++);
    }
    statement.confidence = row.real(column);
    return statement;
}

EvidenceSet load_evidence(sqlite::Database& db, bool concepts) {
    return Loader(db, concepts).load();
}

EntitySet load_entities(sqlite::Database& db) {
    return Loader(db, false).load_without_statements();
}

}  // namespace newsgraph
