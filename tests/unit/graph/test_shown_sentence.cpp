#include "graph/shown_sentence.hpp"

#include "extract/base/utf8.hpp"
#include "tests/support/catch.hpp"

using namespace newsgraph;

namespace {

std::string cue_of(const ShownSentence& shown) {
    const std::u32string text = utf8::decode(shown.text);
    return utf8::encode(std::u32string_view(text).substr(shown.cue.begin, shown.cue.end - shown.cue.begin));
}

}  // namespace

TEST_CASE("white space is made one blank and the cue is found behind it") {
    const std::u32string text = U"Before. Caf\u00e9s\n\n in  Kyiv \t met  with \U0001F600 officials. After.";
    const auto begin = static_cast<std::uint32_t>(text.find(U"Caf"));
    const auto cue = static_cast<std::uint32_t>(text.find(U"met"));
    const auto shown = show_sentence(text, {begin, static_cast<std::uint32_t>(text.find(U" After"))}, {cue, cue + 9});
    CHECK(shown.text == "Caf\xC3\xA9s in Kyiv met with \xF0\x9F\x98\x80 officials.");
    CHECK(cue_of(shown) == "met with");
}

TEST_CASE("a cue outside the sentence is not marked") {
    const std::u32string text = U"One two. Three four.";
    CHECK(show_sentence(text, {0, 8}, {9, 14}).cue == TextSpan{});
    CHECK(show_sentence(text, {9, 20}, {4, 12}).cue == TextSpan{});
    CHECK(show_sentence(text, {0, 8}, {4, 4}).cue == TextSpan{});
}

TEST_CASE("offsets behind the text's end are taken for its end") {
    CHECK(show_sentence(U"One two.", {4, 900}, {5, 950}).text == "two.");
    CHECK(show_sentence(U"One two.", {900, 950}, {900, 901}).text.empty());
}

TEST_CASE("of a very long sentence the part around the cue is shown") {
    std::u32string text;
    for (int i = 0; i < 20000; ++i) text += U"word ";
    const auto cue = static_cast<std::uint32_t>(text.size());
    text += U"attacked ";
    for (int i = 0; i < 20000; ++i) text += U"more ";
    const auto size = static_cast<std::uint32_t>(text.size());

    const auto middle = show_sentence(text, {0, size}, {cue, cue + 8});
    CHECK(utf8::length(middle.text) < 2100);
    CHECK(cue_of(middle) == "attacked");
    CHECK(middle.text.find("\xE2\x80\xA6") == 0);
    CHECK(middle.text.rfind("\xE2\x80\xA6") == middle.text.size() - 3);

    const auto start = show_sentence(text, {0, size}, {0, 4});
    CHECK(cue_of(start) == "word");
    CHECK(start.text.find("word word") == 0);
    CHECK(show_sentence(text, {0, size}, {}).cue == TextSpan{});
    CHECK(show_sentence(text, {0, size}, {3, size - 3}).cue.end <= 2001);
}
