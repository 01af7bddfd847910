#include "extract/base/error.hpp"
#include "extract/data/tables.hpp"
#include "extract/parts.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace newsgraph;

namespace {

const Credits credits(data::credits(), "credits.tsv");

}  // namespace

namespace {

std::vector<std::string> cut(const std::string& title, const std::string& text) {
    Article article;
    article.title = title;
    article.text = text;
    std::vector<std::string> result;
    for (const auto& part : parts_of(article, credits)) result.push_back(text.substr(part.begin_byte, part.end_byte - part.begin_byte));
    return result;
}

using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("title, dateline, paragraphs", "[parts]") {
    CHECK(cut("Talks", "Talks\n\nParis - He came.\n\nHe left.\n") == Parts{"Talks", "Paris -", "He came.", "He left."});
    CHECK(cut("", "").empty());
    CHECK(cut("", " \n \n").empty());
    CHECK(cut("", "One line.") == Parts{"One line."});
}

TEST_CASE("lines of wrapped paragraphs belong together", "[parts]") {
    CHECK(cut("", "He came to\nParis and\nleft.\nHe came\nback.") == Parts{"He came to\nParis and\nleft.", "He came\nback."});
}

TEST_CASE("a line with room for the next word was ended on purpose", "[parts]") {
    CHECK(cut("", "Background\nRussia invaded Ukraine in the year 2022, and\nit goes on.\nWhat next\nThe president of France will fly to Kyiv.") ==
          Parts{"Background", "Russia invaded Ukraine in the year 2022, and\nit goes on.", "What next",
                "The president of France will fly to Kyiv."});
}

TEST_CASE("a long title does not tell how the text is wrapped", "[parts]") {
    const std::string title(150, 't');
    CHECK(cut(title, title + "\n\nHe came to\nParis.") == Parts{title, "He came to\nParis."});
}

TEST_CASE("where lines are long, every line is a paragraph", "[parts]") {
    const std::string line(150, 'a');
    CHECK(cut("", "A heading\n" + line + "\nB heading\n" + line) == Parts{"A heading", line, "B heading", line});
}

TEST_CASE("datelines", "[parts]") {
    CHECK(dateline_length("Kyiv/Paris \xE2\x80\x93 Ukrainian President") == std::string("Kyiv/Paris \xE2\x80\x93").size());
    CHECK(dateline_length("LONDON, March 3 (Reuters) - Oil fell.") == std::string("LONDON, March 3 (Reuters) -").size());
    CHECK(dateline_length("BAHIA, Brazil -- Rain.") == std::string("BAHIA, Brazil --").size());
    CHECK(dateline_length("He came - and left again.") == 0);
    CHECK(dateline_length("The deal: Paris - London") == 0);
    CHECK(dateline_length("Paris") == 0);
    CHECK(dateline_length("") == 0);
}

TEST_CASE("a dateline of an agency alone, and one behind a byline", "[parts]") {
    CHECK(cut("", "(Reuters) - Oil fell.") == Parts{"(Reuters) -", "Oil fell."});
    CHECK(cut("", "By Jane Miller and Paul Weber\n\nLONDON (Reuters) - Oil fell.") ==
          Parts{"By Jane Miller and Paul Weber", "LONDON (Reuters) -", "Oil fell."});
}

TEST_CASE("items of a list are parts, without their marks", "[parts]") {
    CHECK(cut("", "He said:\n- France will pay for the plant in\nthe north\n- Spain will not\n\n1. Rome\n2) Oslo\n(c) Bern") ==
          Parts{"He said:", "France will pay for the plant in\nthe north", "Spain will not", "Rome", "Oslo", "Bern"});
    CHECK(cut("", "Points of the plan by Norway\n\xE2\x80\xA2 one\n\xE2\x80\xA2 two") == Parts{"Points of the plan by Norway", "one", "two"});
}

TEST_CASE("dashes and numbers that were wrapped to the beginning of a line are no marks", "[parts]") {
    CHECK(cut("", "The treaty that was signed on the\n5. of May is old, they said now\n- and nobody reads it any longer.").size() == 1);
    CHECK(cut("", "-5 degrees.\n*sic").size() == 2);
}

TEST_CASE("tables are parts of their own", "[parts]") {
    using Kind = TextPart::Kind;
    const auto kinds = [](const std::string& text) {
        Article article;
        article.text = text;
        std::vector<Kind> result;
        for (const auto& part : parts_of(article, credits)) result.push_back(part.kind);
        return result;
    };
    CHECK(kinds("Results.\nFirm     Profit\nAcme     8.5\nBeta     0.9\nShares rose.") == std::vector{Kind::paragraph, Kind::table, Kind::paragraph});
    CHECK(kinds("1\tArsenal\t71\n2\tChelsea\t66") == std::vector{Kind::table});
    CHECK(kinds("| A | B |\n|---|---|\n| c | d |") == std::vector{Kind::table});
    // One row is none, nor is prose with wide gaps.
    CHECK(kinds("Acme     8.5") == std::vector{Kind::paragraph});
    CHECK(kinds("He came.  He saw.  He left.\nShe came.  She saw.  She left.") == std::vector(2, Kind::paragraph));
    CHECK(kinds("The  minister said that the price  of gas would  fall again and\nthat  nobody would have to pay more than  now for all of it.") ==
          std::vector{Kind::paragraph});
}

TEST_CASE("speakers of a transcript are parts", "[parts]") {
    CHECK(cut("", "ANNA SMITH: We go.\nJohn Brown (Acme): You stay.\nQ: Why?\nA: Because.") ==
          Parts{"ANNA SMITH", "We go.", "John Brown (Acme)", "You stay.", "Why?", "Because."});
    CHECK(cut("", "Update: He went.\nNotes: He stayed.") == Parts{"Update: He went.", "Notes: He stayed."});
    CHECK(cut("", "At 1:30 he came.\nAt 2:30 he left.\nThey said: We stay.").size() == 3);
    CHECK(cut("", "ANNA:\nWe go.\nBEN:\nANNA:") == Parts{"ANNA", "We go.", "BEN", "ANNA"});
}

TEST_CASE("quoted mail", "[parts]") {
    CHECK(cut("", "She wrote to them:\n> Acme will buy the\n> firm.\n>> No.\nI agree.") ==
          Parts{"She wrote to them:", "Acme will buy the\n> firm.", "No.", "I agree."});
    CHECK(running_text("a\n> > b > c") == "a     b > c");
}

TEST_CASE("credits and notes of editors", "[parts]") {
    CHECK(cut("", "He left. (Reporting by Jane Miller in Oslo; Editing by Paul Weber)") ==
          Parts{"He left.", "(Reporting by Jane Miller in Oslo; Editing by Paul Weber)"});
    const auto is_credit = [](std::string_view text) { return credits.begin_in(text) == 0; };
    CHECK(is_credit("Additional reporting by Jane Miller and Paul Weber in Oslo"));
    CHECK(is_credit("[This story was corrected to say that Acme sued Beta.]"));
    CHECK(is_credit("Editor\xE2\x80\x99s note: names were changed."));
    CHECK(is_credit("Associated Press writers Jane Miller and Paul Weber contributed to this report."));
    CHECK(!is_credit("Reporting by the Post led to an inquiry."));
    CHECK(!is_credit("Copyright holders sued Acme."));
    CHECK(!is_credit("Corrections officers went on strike."));
    CHECK(!is_credit("Acme sued Beta. Both contributed to this report."));
    CHECK_THROWS_AS(Credits("begin\twords\n", "x.tsv"), FormatError);
}

TEST_CASE("parts come in order and do not overlap, whatever the text", "[parts]") {
    const std::vector<std::string> pieces{"\n",    "\n\n", "- ",    "> ",     "1. ",               "ANNA: ", "| a | b |",
                                          "a\tb", "word ", "Word. ", "(Reporting by Ann)", " - ", "  "};
    unsigned state = 1;
    for (int round = 0; round < 2000; ++round) {
        Article article;
        for (int i = 0; i < 12; ++i) article.text += pieces[(state = state * 1103515245u + 12345u) / 65536u % pieces.size()];
        std::size_t end = 0;
        for (const auto& part : parts_of(article, credits)) {
            REQUIRE(part.begin_byte >= end);
            REQUIRE(part.end_byte > part.begin_byte);
            end = part.end_byte;
        }
        REQUIRE(end <= article.text.size());
    }
}
