#include "extract/parts.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace newsgraph;

namespace {

std::vector<std::string> cut(const std::string& title, const std::string& text) {
    Article article;
    article.title = title;
    article.text = text;
    std::vector<std::string> result;
    for (const auto& part : parts_of(article)) result.push_back(text.substr(part.begin_byte, part.end_byte - part.begin_byte));
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
