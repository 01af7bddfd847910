#include "extract/language.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace newsgraph;

namespace {

const std::string german = "Die Ministerin reiste gestern nach Warschau, um mit ihrem Kollegen \xC3\xBC" "ber die Lieferung von Gas zu sprechen. "
                           "Danach sollen beide vor die Presse treten, wie ein Sprecher der Regierung am Abend sagte. Die Gespr\xC3\xA4" "che "
                           "dauerten l\xC3\xA4nger als geplant.";
const std::string english = "The minister went to Warsaw yesterday to talk with her colleague about the supply of gas. Both will speak to "
                            "the press in the evening, a spokesman of the government said, and the talks took longer than planned.";

std::string language_of(const std::string& text) { return foreign_language(text, 80); }

std::vector<TextPart::Kind> kinds(const std::string& text, std::optional<ForeignText>& found) {
    Article article;
    article.text = text;
    auto parts = parts_of(article, Credits({}, ""));
    found = mark_foreign(article, parts);
    std::vector<TextPart::Kind> result;
    for (const auto& part : parts) result.push_back(part.kind);
    return result;
}

}  // namespace

TEST_CASE("languages are told apart", "[language]") {
    CHECK(language_of(german) == "German");
    CHECK(language_of("Le ministre a rencontr\xC3\xA9 hier son homologue \xC3\xA0 Varsovie pour parler du prix du gaz, et les discussions "
                      "ont dur\xC3\xA9 plus longtemps que pr\xC3\xA9vu.") == "French");
    CHECK(language_of("\xE9\x83\xA8\xE9\x95\xBF\xE6\x98\xA8\xE5\xA4\xA9\xE8\xAE\xBF\xE9\x97\xAE\xE4\xBA\x86\xE5\x8D\x8E\xE6\xB2\x99"
                      "\xEF\xBC\x8C\xE4\xB8\x8E\xE4\xBB\x96\xE7\x9A\x84\xE5\x90\x8C\xE4\xBA\x8B\xE8\xAE\xA8\xE8\xAE\xBA\xE4\xBA\x86"
                      "\xE5\xA4\xA9\xE7\x84\xB6\xE6\xB0\x94\xE7\x9A\x84\xE4\xBE\x9B\xE5\xBA\x94\xE9\x97\xAE\xE9\xA2\x98"
                      "\xEF\xBC\x8C\xE5\x8F\x8C\xE6\x96\xB9\xE5\x90\x8C\xE6\x84\x8F\xE4\xB8\x8B\xE4\xB8\xAA\xE6\x9C"
                      "\x88\xE5\x9C\xA8\xE6\x9F\x8F\xE6\x9E\x97\xE7\xBB\xA7\xE7\xBB\xAD\xE4\xBC\x9A\xE8\xB0\x88") == "Chinese");
}

TEST_CASE("English is no foreign language, whatever names are in it", "[language]") {
    CHECK(language_of(english).empty());
    CHECK(language_of("OSLO - Finance Minister Karen Lund criticised Norges Bank. Lund met Jonas Gahr Store in Oslo.").empty());
    CHECK(language_of("ANKARA - Turkey, now called T\xC3\xBCrkiye, joined the talks. President Recep Tayyip Erdogan met Vladimir Putin.").empty());
    CHECK(language_of("WOLFSBURG - Volkswagen AG (VW) dismissed workers. VW sued Bosch GmbH. Oliver Blume leads Volkswagen.").empty());
    CHECK(language_of("Wang Yi, Sergej Lawrow, Jos\xC3\xA9 Manuel Albares and Hakan Fidan met Annalena Baerbock in Bad Reichenhall.").empty());
}

TEST_CASE("a short text in another language is told by its words in small letters", "[language]") {
    CHECK(language_of("Der Bundeskanzler Olaf Scholz hat gestern in Berlin "
                      "den Pr\xC3\xA4sidenten Emmanuel Macron getroffen und gelobt.") == "German");
    CHECK(language_of("El presidente Pedro S\xC3\xA1nchez se reuni\xC3\xB3 "
                      "ayer con Emmanuel Macron en Par\xC3\xADs para hablar del gas.") == "Spanish");
}

TEST_CASE("in doubt a text is English", "[language]") {
    CHECK(language_of("").empty());
    CHECK(language_of("Borussia Dortmund - Bayern M\xC3\xBCnchen 2:1").empty());
    CHECK(language_of(std::string(500, '7')).empty());
    CHECK(language_of(german + " " + english).empty());
}

TEST_CASE("control characters do not hide a language", "[language]") { CHECK(language_of(german + "\x01\x0C") == "German"); }

TEST_CASE("an article in another language has no part to read", "[language]") {
    std::optional<ForeignText> found;
    CHECK(kinds("Gas\n\n" + german, found) == std::vector(2, TextPart::Kind::foreign));
    REQUIRE(found);
    CHECK(found->whole());
    CHECK(found->language == "German");
}

TEST_CASE("a long paragraph in another language is told apart", "[language]") {
    using enum TextPart::Kind;
    std::optional<ForeignText> found;
    CHECK(kinds(english + "\n\n" + german + "\n\n" + english, found) == std::vector{paragraph, foreign, paragraph});
    REQUIRE(found);
    CHECK(!found->whole());
    CHECK(found->paragraphs == 1);
    CHECK(kinds(english + "\n\nGuten Abend, meine Damen und Herren.", found) == std::vector{paragraph, paragraph});
    CHECK(!found);
}
