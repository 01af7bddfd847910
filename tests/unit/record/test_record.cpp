#include "extract/base/error.hpp"
#include "extract/record.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace newsgraph;

namespace {

Record sample() {
    Record record;
    record.doc = "seeds/a.txt";
    record.title = "Kyiv \"talks\"";
    record.date = "2026-01-05";
    record.text = "Russia annexed Crim\xC3\xA9" "a.\nHe\tsaid \xF0\x9F\x98\x80.";
    record.sentences = {{0, 22}, {23, 33}};
    record.entities = {{"e1", "Q159", "Russia", "country", {{{0, 6}, "Russia", "name"}}},
                       {"e2", "place:crimea", "Crimea", "place", {{{15, 21}, "Crim\xC3\xA9" "a", "name"}}}};
    Statement statement;
    statement.source = "e1";
    statement.relation = "annexes";
    statement.target = "e2";
    statement.cue = {{7, 14}, "annexed"};
    statement.source_span = {0, 6};
    statement.target_span = {15, 21};
    statement.attribution = Attribution{"e1", "Moscow"};
    statement.date = StatementDate{"2014", "year", "in 2014"};
    statement.what = "the peninsula";
    statement.confidence = 0.1 + 0.2;
    record.statements = {statement};
    return record;
}

std::string message_of(const std::string& line) {
    try {
        record_from_json(line);
    } catch (const FormatError& error) {
        return error.what();
    }
    return "accepted";
}

std::string with(std::string line, const std::string& from, const std::string& to) {
    const auto place = line.find(from);
    REQUIRE(place != std::string::npos);
    return line.replace(place, from.size(), to);
}

}  // namespace

TEST_CASE("a record is written with its keys in order, absent values left out") {
    CHECK(to_json(sample()) ==
          "{\"doc\":\"seeds/a.txt\",\"title\":\"Kyiv \\\"talks\\\"\",\"date\":\"2026-01-05\","
          "\"text\":\"Russia annexed Crim\xC3\xA9" "a.\\nHe\\tsaid \xF0\x9F\x98\x80.\",\"sentences\":[[0,22],[23,33]],"
          "\"entities\":[{\"id\":\"e1\",\"node\":\"Q159\",\"label\":\"Russia\",\"type\":\"country\",\"mentions\":"
          "[{\"begin\":0,\"end\":6,\"text\":\"Russia\",\"kind\":\"name\"}]},"
          "{\"id\":\"e2\",\"node\":\"place:crimea\",\"label\":\"Crimea\",\"type\":\"place\",\"mentions\":"
          "[{\"begin\":15,\"end\":21,\"text\":\"Crim\xC3\xA9" "a\",\"kind\":\"name\"}]}],"
          "\"statements\":[{\"source\":\"e1\",\"relation\":\"annexes\",\"target\":\"e2\",\"sentence\":0,"
          "\"cue\":{\"begin\":7,\"end\":14,\"text\":\"annexed\"},\"source_span\":[0,6],\"target_span\":[15,21],"
          "\"polarity\":\"asserted\",\"realis\":\"actual\",\"attribution\":{\"entity\":\"e1\",\"text\":\"Moscow\"},"
          "\"date\":{\"value\":\"2014\",\"precision\":\"year\",\"text\":\"in 2014\"},\"what\":\"the peninsula\","
          "\"confidence\":0.30000000000000004}]}");
}

TEST_CASE("what is written reads back as the same record") {
    const std::string line = to_json(sample());
    CHECK(to_json(record_from_json(line)) == line);

    Record bare;
    bare.doc = "x";
    CHECK(to_json(record_from_json(to_json(bare))) == to_json(bare));
    Record control = sample();
    control.title = std::string("a\0b\x01\x7f \xE2\x80\xA8", 9);
    CHECK(record_from_json(to_json(control)).title == control.title);
    CHECK(to_json(control).find('\n') == std::string::npos);
}

TEST_CASE("keys may come in any order, unknown ones and null are passed over") {
    const Record record = record_from_json(R"({"entities":[],"more":{"a":[1]},"url":null,"doc":"d"})");
    CHECK(record.doc == "d");
    CHECK(record.url.empty());
    CHECK(record.sentences.empty());
}

TEST_CASE("bytes that are no JSON are refused with their offset") {
    CHECK(message_of("") == "byte 0: The document is empty.");
    CHECK(message_of("[]") == "byte 0: no JSON object");
    CHECK(message_of(R"({"doc":"d","entities":[)").rfind("byte 23: ", 0) == 0);
    CHECK(message_of(R"({"doc":"d","entities":[]} x)").rfind("byte 26: ", 0) == 0);
    CHECK(message_of("{\"doc\":\"\xFF\",\"entities\":[]}").rfind("byte ", 0) == 0);
    CHECK(message_of(std::string("{\"doc\":\"a\0b\"}", 13)).rfind("byte ", 0) == 0);
    CHECK(message_of(std::string(3'000'000, '[')).rfind("byte 3000000: ", 0) == 0);
}

TEST_CASE("a deeply nested value that closes is no trouble") {
    const std::string line =
        R"({"doc":"d","entities":[],"x":)" + std::string(1'000'000, '[') + std::string(1'000'000, ']') + "}";
    CHECK(record_from_json(line).doc == "d");
}

TEST_CASE("what does not fit together is refused and named") {
    const std::string line = to_json(sample());
    CHECK(message_of(R"({"entities":[]})") == "no 'doc'");
    CHECK(message_of(R"({"doc":"d"})") == "no 'entities'");
    CHECK(message_of(R"({"doc":7,"entities":[]})") == "'doc' is no text");
    CHECK(message_of(with(line, R"("id":"e2")", R"("id":"e1")")) == "entities[1]: id 'e1' comes twice");
    CHECK(message_of(with(line, R"("target":"e2")", R"("target":"e9")")) ==
          "statements[0]: 'target' names no entity of the record: 'e9'");
    CHECK(message_of(with(line, "[23,33]", "[23,34]")) ==
          "sentences[1]: offsets 23 to 34 do not fit the text of 33 characters");
    CHECK(message_of(with(line, R"("begin":15)", R"("begin":22)")) ==
          "entities[1].mentions[0]: offsets 22 to 21 do not fit the text of 33 characters");
    CHECK(message_of(with(line, R"("begin":15)", R"("begin":-1)")) ==
          "entities[1].mentions[0]: an offset is no whole number");
    CHECK(message_of(with(line, R"("sentence":0)", R"("sentence":2)")) == "statements[0]: there is no sentence 2");
    CHECK(message_of(with(line, "[0,6]", "[0]")) == "statements[0].source_span: no pair of offsets");
    CHECK(message_of(with(line, "\"actual\"", "\"maybe\"")) == "statements[0]: unknown realis 'maybe'");
    CHECK(message_of(with(line, "0.30000000000000004", "1.5")) == "statements[0]: 'confidence' is no number from 0 to 1");
    CHECK(message_of(with(line, "0.30000000000000004", "1e999")).rfind("byte ", 0) == 0);
}
