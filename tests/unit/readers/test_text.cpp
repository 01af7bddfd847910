#include "extract/readers/text.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph;
using namespace newsgraph::readers;

TEST_CASE("the first line is the title, the dateline stays in the text", "[text]") {
    const Article article = article_from_text("A title\nKyiv/Paris - It rains.\nMore.\n", TextStyle::plain);
    CHECK(article.title == "A title");
    CHECK(article.text == "A title\n\nKyiv/Paris - It rains.\nMore.\n");
    CHECK(article.date.empty());
}

TEST_CASE("header lines stand before the title or behind it", "[text]") {
    const std::string wanted = "A title\n\nIt rains.\n";
    for (const char* text : {"A title\nDate: January 5, 2026\nURL: https://a.b/c\nSource: AP\n\nIt rains.\n",
                             "Date: 2026-01-05\nSource: AP\nURL: https://a.b/c\n\nA title\n\n\nIt rains.\n",
                             "\r\nTitle: A title\r\nDATE: 2026-01-05\r\nurl: https://a.b/c\r\nsource: AP\r\n\r\nIt rains.\r\n"}) {
        INFO(text);
        const Article article = article_from_text(text, TextStyle::plain);
        CHECK(article.title == "A title");
        CHECK(article.text == wanted);
        CHECK(article.date == "2026-01-05");
        CHECK(article.url == "https://a.b/c");
        CHECK(article.source == "AP");
    }
}

TEST_CASE("a line that only looks like a header is text", "[text]") {
    const Article article = article_from_text("A title\nDate: some day soon\nIt rains.", TextStyle::plain);
    CHECK(article.text == "A title\n\nDate: some day soon\nIt rains.");
    CHECK(article_from_text("Title: it rains\nSource: the sky\nIt does.", TextStyle::plain).title == "it rains");
}

TEST_CASE("one line alone and a first line like a paragraph are no title", "[text]") {
    CHECK(article_from_text("It rains.\n", TextStyle::plain).title.empty());
    CHECK(article_from_text("It rains.\n", TextStyle::plain).text == "It rains.\n");
    const std::string paragraph(400, 'x');
    CHECK(article_from_text(paragraph + "\nMore.", TextStyle::plain).title.empty());
    CHECK(article_from_text(paragraph + "\nMore.", TextStyle::plain).text == paragraph + "\nMore.");
}

TEST_CASE("text of white space stays what it is", "[text]") {
    CHECK(article_from_text(" \n\t\n", TextStyle::plain).text == " \n\t\n");
    CHECK(article_from_text("", TextStyle::plain).text.empty());
}

TEST_CASE("Markdown titles lose their marks", "[text]") {
    CHECK(article_from_text("# A title\n\nBody.\n", TextStyle::markdown).title == "A title");
    CHECK(article_from_text("# A title\n\nBody.\n", TextStyle::plain).title == "# A title");
}

TEST_CASE("a body that repeats its title is not given it twice", "[text]") {
    CHECK(join_title("T", "T\nB") == "T\nB");
    CHECK(join_title("T", "Tea") == "T\n\nTea");
    CHECK(join_title("", "B") == "B");
    CHECK(join_title("T", "") == "T");
}

TEST_CASE("the date of a dateline is the article's, if no header says otherwise", "[text]") {
    CHECK(article_from_text("T\nKYIV, January 5, 2026 - It rains.", TextStyle::plain).date == "2026-01-05");
    CHECK(article_from_text("T\nDate: 2026-01-06\nKYIV, January 5, 2026 - It rains.", TextStyle::plain).date == "2026-01-06");
}

TEST_CASE("front matter of Markdown says title, date, url and source", "[text]") {
    const Article article = article_from_text("---\ntitle: \"A title: short\"\nlayout: post\ntags:\n  - date: 1999-01-01\ndate: 2026-01-05\n"
                                              "url: https://a.b/c\n---\n\nIt rains.\n",
                                              TextStyle::markdown);
    CHECK(article.title == "A title: short");
    CHECK(article.date == "2026-01-05");
    CHECK(article.url == "https://a.b/c");
    CHECK(article.text == "A title: short\n\nIt rains.\n");
    CHECK(article_from_text("---\nlayout: post\n---\n# A title\n\nIt rains.\n", TextStyle::markdown).title == "A title");
}
