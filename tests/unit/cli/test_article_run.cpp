#include "cli/article_run.hpp"

#include "cli/usage_error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/standard_error.hpp"

#include <atomic>
#include <mutex>

using namespace newsgraph;
using namespace newsgraph::cli;
using newsgraph::test::Folder;
using newsgraph::test::StandardError;

namespace {

CommandLine extract(const std::vector<std::string>& words) {
    return CommandLine(*find_command("extract"), words);
}

struct Run {
    std::vector<std::string> consumed;  // "doc: text", or "doc! error"
    RunTotals totals;
    std::string messages;
};

// Works that print an article's text; one that says "fail" fails.
ArticleWork echo() {
    return [](readers::InputItem&& item) {
        Article article = std::get<Article>(std::move(item));
        if (article.text == "fail") throw FormatError("said so");
        if (article.text == "memory") throw std::bad_alloc();
        Outcome outcome;
        outcome.doc = article.id;
        outcome.place = article.place;
        outcome.text = article.text;
        return outcome;
    };
}

Run run(const std::vector<std::string>& words, const std::function<ArticleWork()>& make_work = echo) {
    StandardError printed;
    Terminal terminal;
    const CommandLine line = extract(words);
    terminal.configure(line);
    readers::ArticleReader reader = open_inputs(line, terminal);
    Run result;
    result.totals = run_articles(line, terminal, reader, make_work, [&](Outcome&& outcome) {
        result.consumed.push_back(outcome.error.empty() ? outcome.doc + ": " + outcome.text
                                                        : outcome.doc + "! " + outcome.error);
    });
    result.messages = printed.text();
    return result;
}

std::string three_lines(const std::string& middle) {
    return "{\"id\":\"a\",\"text\":\"A\"}\n" + middle + "\n{\"id\":\"c\",\"text\":\"C\"}\n";
}

}  // namespace

TEST_CASE("articles come in the order of the input, with any number of threads", "[cli]") {
    Folder folder;
    std::string lines;
    std::vector<std::string> expected;
    for (int i = 0; i < 200; ++i) {
        const std::string id = std::to_string(i);
        lines += "{\"id\":\"" + id + "\",\"text\":\"T" + id + "\"}\n";
        expected.push_back(id + ": T" + id);
    }
    folder.put("many.jsonl", lines);
    for (const char* jobs : {"1", "2", "7"}) {
        const Run result = run({"many.jsonl", "-j", jobs});
        CHECK(result.consumed == expected);
        CHECK(result.totals.done == 200);
        CHECK(result.messages.empty());
    }
}

TEST_CASE("a bad article is reported and the run goes on", "[cli]") {
    Folder folder;
    folder.put("a.jsonl", three_lines("{\"id\":\"b\",\"text\":\"fail\"}"));
    const Run result = run({"a.jsonl"});
    CHECK(result.consumed == std::vector<std::string>{"a: A", "c: C"});
    CHECK(result.totals.done == 2);
    CHECK(result.totals.failed == 1);
    CHECK(result.messages == "newsgraph: warning: a.jsonl:2: said so\n");
}

TEST_CASE("an article that needs too much memory is that article's trouble", "[cli]") {
    Folder folder;
    folder.put("a.jsonl", three_lines("{\"id\":\"b\",\"text\":\"memory\"}"));
    const Run result = run({"a.jsonl"});
    CHECK(result.totals.done == 2);
    CHECK(result.messages == "newsgraph: warning: a.jsonl:2: not enough memory for this article\n");
}

TEST_CASE("--on-error record hands bad articles on", "[cli]") {
    Folder folder;
    folder.put("a.jsonl", three_lines("not JSON"));
    const Run result = run({"a.jsonl", "--on-error", "record"});
    REQUIRE(result.consumed.size() == 3);
    CHECK(result.consumed[1].starts_with("a.jsonl:2! no JSON"));
    CHECK(result.totals.failed == 0);
    CHECK(result.messages.empty());
}

TEST_CASE("--on-error stop ends with the first bad article", "[cli]") {
    Folder folder;
    folder.put("a.jsonl", three_lines("{}"));
    CHECK_THROWS_WITH(run({"a.jsonl", "--on-error", "stop"}), Catch::StartsWith("a.jsonl:2: no text"));
}

TEST_CASE("trouble of the run is no article's", "[cli]") {
    Folder folder;
    folder.put("a.txt", "Text.");
    CHECK_THROWS_WITH(run({"a.txt"}, []() -> ArticleWork { throw std::runtime_error("no model"); }), "no model");
}

TEST_CASE("long articles do not pile up, however many threads there are", "[cli]") {
    Folder folder;
    std::string lines;
    const std::string large(1'000'000, 'x');
    for (int i = 0; i < 30; ++i) lines += "{\"text\":\"" + large + "\"}\n";
    folder.put("large.jsonl", lines);
    std::atomic<int> begun = 0;
    int consumed = 0;
    int most = 0;
    const CommandLine line = extract({"large.jsonl", "-j", "64"});
    Terminal terminal;
    readers::ArticleReader reader = open_inputs(line, terminal);
    run_articles(line, terminal, reader,
                 [&]() -> ArticleWork { return [&](readers::InputItem&&) { ++begun; return Outcome(); }; },
                 [&](Outcome&&) { most = std::max(most, begun - consumed++); });
    CHECK(consumed == 30);
    CHECK(most < 8);
}

TEST_CASE("standard input is named once", "[cli]") {
    Terminal terminal;
    CHECK_THROWS_AS(open_inputs(extract({"-", "-"}), terminal), UsageError);
}

TEST_CASE("more threads than anybody has are refused", "[cli]") {
    Folder folder;
    folder.put("a.txt", "Text.");
    CHECK_THROWS_AS(run({"a.txt", "-j", "100000"}), UsageError);
}
