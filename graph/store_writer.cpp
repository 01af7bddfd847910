#include "graph/store_writer.hpp"

#include "extract/base/utf8.hpp"
#include "graph/names.hpp"
#include "graph/shown_sentence.hpp"

#include <algorithm>

namespace newsgraph {

namespace {

constexpr const char* insert_statement = R"sql(
INSERT INTO statements VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
    ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28))sql";

std::int64_t whole(std::uint32_t value) {
    return static_cast<std::int64_t>(value);
}

bool begins_sentence(const Record& record, std::uint32_t begin) {
    const auto found = std::lower_bound(record.sentences.begin(), record.sentences.end(), begin,
                                        [](const TextSpan& sentence, std::uint32_t at) { return sentence.begin < at; });
    return found != record.sentences.end() && found->begin == begin;
}

}  // namespace

StoreWriter::StoreWriter(sqlite::Database& db)
    : erase_entities_(db, "DELETE FROM entities WHERE document = ?1"),
      erase_mentions_(db, "DELETE FROM mentions WHERE document = ?1"),
      erase_statements_(db, "DELETE FROM statements WHERE document = ?1"),
      erase_text_(db, "DELETE FROM texts WHERE document = ?1"),
      entity_(db, "INSERT INTO entities VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
      mention_(db, "INSERT INTO mentions VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"),
      statement_(db, insert_statement),
      text_(db, "INSERT INTO texts VALUES (?1, ?2)"),
      hash_(db, "UPDATE documents SET content_hash = ?2 WHERE id = ?1"),
      content_(db) {}

void StoreWriter::replace(std::int64_t document, const Record& record) {
    for (sqlite::Query* erase : {&erase_entities_, &erase_mentions_, &erase_statements_, &erase_text_}) {
        erase->bind(1, document).run();
    }
    const std::u32string text = utf8::decode(record.text);
    const Places places = write_entities(document, record, text);
    write_statements(document, record, text, places);
    if (!record.text.empty()) {
        text_.bind(1, document).bind(2, record.text).run();
    }
    const std::string hash = content_.of(document);
    hash_.bind(1, document).bind(2, hash).run();
}

StoreWriter::Places StoreWriter::write_entities(std::int64_t document, const Record& record, const std::u32string& text) {
    Places places;
    std::int64_t place = 0;
    for (const Entity& entity : record.entities) {
        places.emplace(entity.id, place);
        const std::string label = one_line(entity.label);
        entity_.bind(1, document).bind(2, place).bind(3, entity.id).bind(4, entity.node).bind(5, label);
        entity_.bind(6, entity.type).run();
        std::int64_t number = 0;
        for (const Mention& mention : entity.mentions) {
            const std::string words = one_line(mention.text);
            // What ends the sentence before is no title: "in Lima. Torres said".
            const bool person = entity.type == "person" && mention.kind == "name" && !begins_sentence(record, mention.span.begin);
            const std::string title = person ? title_before(text, mention.span.begin) : std::string();
            mention_.bind(1, document).bind(2, place).bind(3, number++);
            mention_.bind(4, whole(mention.span.begin)).bind(5, whole(mention.span.end));
            mention_.bind(6, words).bind(7, mention.kind).bind(8, title).run();
        }
        ++place;
    }
    return places;
}

void StoreWriter::write_statements(std::int64_t document, const Record& record, const std::u32string& text,
                                   const Places& places) {
    const Attribution nobody;
    const StatementDate never;
    std::int64_t number = 0;
    for (const Statement& statement : record.statements) {
        const ShownSentence shown = show_sentence(text, record.sentences.at(statement.sentence), statement.cue.span);
        const Attribution& attribution = statement.attribution ? *statement.attribution : nobody;
        const StatementDate& date = statement.date ? *statement.date : never;
        sqlite::Query& query = statement_;
        query.bind(1, document).bind(2, number++).bind(3, places.at(statement.source)).bind(4, places.at(statement.target));
        query.bind(5, statement.relation).bind(6, statement.polarity).bind(7, statement.realis);
        query.bind(8, whole(statement.sentence)).bind(9, shown.text);
        query.bind(10, whole(shown.cue.begin)).bind(11, whole(shown.cue.end)).bind(12, statement.cue.text);
        query.bind(13, whole(statement.cue.span.begin)).bind(14, whole(statement.cue.span.end));
        query.bind(15, whole(statement.source_span.begin)).bind(16, whole(statement.source_span.end));
        query.bind(17, whole(statement.target_span.begin)).bind(18, whole(statement.target_span.end));
        query.bind(19, attribution.entity.empty() ? std::int64_t{-1} : places.at(attribution.entity));
        query.bind(20, attribution.text).bind(21, date.value).bind(22, date.precision).bind(23, date.text);
        query.bind(24, statement.what).bind(25, statement.role).bind(26, statement.place).bind(27, statement.amount);
        query.bind(28, statement.confidence).run();
    }
}

}  // namespace newsgraph
