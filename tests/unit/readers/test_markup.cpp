#include "extract/readers/json_article.hpp"
#include "extract/readers/markup.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph;
using namespace newsgraph::readers;

TEST_CASE("what is HTML and what is not", "[markup]") {
    CHECK(is_html("<p>He came.</p>"));
    CHECK(is_html("He <b class='x'>came</B>."));
    CHECK(is_html("One<br><br/>two"));
    CHECK(!is_html("Shares of <DBKG.F>, <P> and <DRSD.F> rose."));
    CHECK(!is_html("Du Pont <DD> sued Phillips <P> and <A>."));
    CHECK(!is_html("a < b and c > d, <3 <3"));
    CHECK(!is_html("AT&amp;T"));
    CHECK(!is_html("The tag <p> opens a paragraph."));
    CHECK(!is_html(""));
}

TEST_CASE("blocks, lines and cells", "[markup]") {
    CHECK(text_of_html("<div><p>He\n  came.</p> <p>He <b>left</b>.</p></div>") == "He came.\n\nHe left.");
    CHECK(text_of_html("One<br>two<BR/>three") == "One\ntwo\nthree");
    CHECK(text_of_html("<ul><li>one<li>two</ul>end") == "one\n\ntwo\n\nend");
    CHECK(text_of_html("<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>") == "a\t1\nb\t2");
}

TEST_CASE("entities", "[markup]") {
    CHECK(text_of_html("AT&amp;T &lt;3 &eacute; &#8211; &#x2014; it&apos;s a&nbsp;b") ==
          "AT&T <3 \xC3\xA9 \xE2\x80\x93 \xE2\x80\x94 it's a b");
    CHECK(text_of_html("R&D; a & b &; &#xD800; &#99999999; &unknown;") == "R&D; a & b &; &#xD800; &#99999999; &unknown;");
}

TEST_CASE("what is not shown is left out", "[markup]") {
    CHECK(text_of_html("a<!-- <p>no</p> -->b<script>if (1 < 2) no();</script>c<style>p {}</style>d<?php no ?>e") == "abcde");
    CHECK(text_of_html("a<script>no") == "a");
    CHECK(text_of_html("a<!-- no") == "a");
    CHECK(text_of_html("<a title=\"x > y\" href='z'>link</a>") == "link");
}

TEST_CASE("what is no tag stays", "[markup]") {
    CHECK(text_of_html("<p>Bank <DBKG.F> a < b</p>") == "Bank <DBKG.F> a < b");
    CHECK(text_of_html("<p>a <b c") == "a <b c");
    CHECK(text_of_html("<") == "<");
    CHECK(text_of_html("&") == "&");
}

TEST_CASE("hostile markup costs no square", "[markup]") {
    for (const std::string piece : {"<a ", "<a title=\"", "<script>", "</b>", "<div>", "<!--", "&", "&#", "<", "<script></scrip>"}) {
        std::string html;
        while (html.size() < 1000000) html += piece;
        CHECK(text_of_html(html).size() <= html.size());
        is_html(html);
    }
}

TEST_CASE("HTML in JSON is read as its text", "[markup]") {
    const auto item = item_from_json(R"({"title":"Ben &#38; Co","content":"<p>PARIS, Jan 5, 2026 - He came.</p><p>She left.</p>"})", "a:1");
    CHECK(std::get<Article>(item).title == "Ben & Co");
    CHECK(std::get<Article>(item).text == "Ben & Co\n\nPARIS, Jan 5, 2026 - He came.\n\nShe left.");
    const auto plain = item_from_json(R"({"title":"Ben &#38; Co","content":"a < b"})", "a:1");
    CHECK(std::get<Article>(plain).text == "Ben &#38; Co\n\na < b");
}
