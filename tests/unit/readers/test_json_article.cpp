#include "extract/readers/json_article.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph;
using namespace newsgraph::readers;

namespace {

Article article(const char* json) {
    return std::get<Article>(item_from_json(json, "a.jsonl:1"));
}

std::string reason(std::string_view json) {
    return std::get<BadInput>(item_from_json(json, "a.jsonl:1")).reason;
}

}  // namespace

TEST_CASE("fields go by many names", "[json]") {
    for (const char* json :
         {R"({"title":"T","text":"B","date":"2026-01-05","url":"u","source":"S"})",
          R"({"headline":"T","articleBody":"B","datePublished":"2026-01-05T00:00:00Z","link":"u","publisher":{"name":"S"}})",
          R"({"title":"T","content":"B","publishedAt":"2026-01-05","url":"u","source":{"id":null,"name":"S"}})",
          R"({"title":"T","maintext":"B","date_publish":"2026-01-05 10:00:00","url":"u","source_domain":"S"})",
          R"({"title":"T","text":"","body":["B"],"published_date":"January 5, 2026","url":"u","outlet":"S"})",
          R"({"title":"T","text":null,"content":"B","url":"u","meta":{"outlet":"S","date":"2026-01-05"}})"}) {
        INFO(json);
        const Article a = article(json);
        CHECK(a.title == "T");
        CHECK(a.text == "T\n\nB");
        CHECK(a.date == "2026-01-05");
        CHECK(a.url == "u");
        CHECK(a.source == "S");
        CHECK(a.id == "u");
    }
}

TEST_CASE("the id is the id field, else the URL, else the place", "[json]") {
    CHECK(article(R"({"id":"x","url":"u","text":"B"})").id == "x");
    CHECK(article(R"({"id":12,"text":"B"})").id == "12");
    CHECK(article(R"({"text":"B"})").id == "a.jsonl:1");
}

TEST_CASE("text is taken as it stands", "[json]") {
    CHECK(article(R"({"text":" a\r\n\tb \u0000"})").text == std::string(" a\r\n\tb \0", 8));
    CHECK(article(R"({"id":"d","text":""})").text.empty());
}

TEST_CASE("what is no article says why", "[json]") {
    CHECK(reason(R"({"text":"B)") == "the JSON ends early, at byte 11");
    CHECK(reason(R"({"title":)") == "the JSON ends early, at byte 10");
    CHECK(reason(R"([1])") == "not a JSON object");
    CHECK(reason(R"({"id":1})") == "no text (fields text, body, content, maintext, articleBody)");
    for (const char* json : {R"({"Text":12.5})", R"({"Text":5})", R"({"Text":null})", R"({"Text":{"a":1}})", R"({"Text":[1]})"}) {
        CHECK(reason(json) == "no text: the field 'Text' is of another type");
    }
    CHECK(reason(R"({"text" "a"})").starts_with("no JSON: "));
    CHECK(reason("{\"text\":\"\\ud800\"}").starts_with("no JSON: "));
    const std::string deep(1'000'000, '[');
    CHECK(reason(deep).starts_with("the JSON ends early"));
}

TEST_CASE("a line of extract is handed on", "[json]") {
    const InputItem item = item_from_json(R"({"doc":"a","text":"B","entities":[]})", "p");
    CHECK(std::get<RecordLine>(item).json == R"({"doc":"a","text":"B","entities":[]})");
    CHECK(std::holds_alternative<Article>(item_from_json(R"({"doc":"a","text":"B"})", "p")));
}

TEST_CASE("an error line of extract stays an error", "[json]") {
    const auto bad = std::get<BadInput>(item_from_json(R"({"doc":"a","error":"b.txt: too long"})", "-:3"));
    CHECK(bad.doc == "a");
    CHECK(bad.place == "-:3");
    CHECK(bad.reason == "b.txt: too long");
}
