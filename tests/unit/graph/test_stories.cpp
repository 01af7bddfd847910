#include "graph/stories.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/random_records.hpp"

#include <cctype>
#include <map>
#include <set>

using namespace newsgraph;
using namespace newsgraph::test;

namespace {

const std::string ferry =
    "The ferry Halvard ran aground off the island of Senja on Thursday night with 140 people on board, and all of them were "
    "taken ashore by fishing boats before midnight, the coast guard said. Nobody was hurt. Captain Ingrid Moe told the local "
    "radio that a steering cable had snapped in heavy seas. The shipping company said that the vessel had passed an "
    "inspection in March. Divers are to look at the hull on Friday, and an inquiry will be opened by the accident board.";
const std::string two_paragraphs_more =
    " The mayor of Senja thanked the fishermen and promised that the quay, which was closed in the spring, would be repaired. "
    "Passengers spent the night in a school, where volunteers brought soup and blankets.";
const std::string other_report =
    "One hundred and forty passengers were rescued late on Thursday after a ferry hit rocks near Senja in northern Norway. "
    "Fishing vessels picked up everyone aboard the Halvard within two hours, according to the coast guard. The captain blamed "
    "a broken cable in the steering gear. The company that owns the ship pointed to an inspection it had gone through in March, "
    "and investigators were on their way to the island, where the ship lies on her side in shallow water.";

// A weekly report: the same words around other figures and names.
std::string auction(const std::string& week, const std::string& sum, const std::string& rate, const std::string& buyer,
                    const std::string& next) {
    return "The treasury of Lundmark sold " + sum + " crowns of bills at its auction on " + week + ". The average rate was " + rate +
           " percent. " + buyer + " took the largest share, the treasury said in a statement. Bids came to three times of what was "
           "offered in week " + next + ", and foreign banks bought " + rate + " times as much as " + buyer + " had bought on the day "
           "of " + next + ". The next sale is planned for " + next + ", when about " + sum + " crowns of older bills fall due.";
}

bool copies(const std::string& a, const std::string& b) {
    return are_copies(resemblance(story_signature(a), story_signature(b)));
}

// `count` words out of a thousand; every word has its own number.
std::string random_text(Dice& dice, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        out += "word" + std::to_string(dice.below(1000)) + " ";
    }
    return out;
}

}  // namespace

TEST_CASE("a signature is the same on every machine") {
    CHECK(story_signature(ferry) ==
          "1:82:NduO7PbEEi/efk/pMZ2gUPnow820IP/yRZE8rMIMgOEP8aWCjiqlNS5fszD/4+"
          "4xJtB9XOY6rrTbvD+uLm0T8wwLQFLQNKE5SLfnvgFJtSEi1/naZzrSiVIb1y/nxDU5");
}

TEST_CASE("marks, capitals and line breaks make no other signature") {
    std::string loud;
    for (const char c : ferry) {
        loud += c == ' ' ? "\n" : c == '.' ? "!" : std::string(1, static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
    }
    CHECK(story_signature(loud) == story_signature(ferry));
}

TEST_CASE("a text under another headline, with a changed word or with more paragraphs is a copy") {
    CHECK(copies(ferry, "SENJA FERRY: ALL 140 SAVED\n" + ferry));
    std::string edited = ferry;
    edited.replace(edited.find("Nobody was hurt"), 15, "There were no injuries");
    CHECK(copies(ferry, edited));
    CHECK(copies(ferry, ferry + two_paragraphs_more));
    CHECK(copies(ferry + two_paragraphs_more, ferry));
}

TEST_CASE("a text within a far longer one is a copy of it") {
    Dice dice(7);
    const std::string background = random_text(dice, 70);
    CHECK(resemblance(story_signature(ferry), story_signature(ferry + background)).resemblance < 0.6);
    CHECK(copies(ferry, ferry + background));
}

TEST_CASE("two reports of one event are no copies, nor are two stories in one form") {
    CHECK_FALSE(copies(ferry, other_report));
    CHECK_FALSE(copies(auction("Monday", "400 million", "2.31", "Solberg Bank", "March 9"),
                       auction("Tuesday", "650 million", "2.48", "the Union of Savings Banks", "April 16")));
}

TEST_CASE("short texts, and signatures that cannot be read, resemble none") {
    const std::string brief = "Qtly div 10 cts vs 10 cts prior. Pay April 10. Record March 27.";
    CHECK(story_signature(brief).empty());
    CHECK(story_signature("").empty());
    const std::string good = story_signature(ferry);
    REQUIRE(resemblance(good, good).resemblance == 1.0);
    CHECK(resemblance(good, good).containment == 1.0);
    const std::string cut = good.substr(0, good.size() - 1);
    const std::string bytes = good.substr(good.find(':', 2));
    for (const std::string& bad : std::vector<std::string>{"", "1:", "1:80", "1:80:", "2" + good.substr(1), good + "A", cut, cut + "=",
                                                           "1:0" + bytes, "1:99999999999" + bytes, "1:-5" + bytes}) {
        CAPTURE(bad);
        CHECK(resemblance(good, bad).resemblance == 0.0);
        CHECK(find_stories({bad, bad, good}) == std::vector<std::uint32_t>{0, 1, 2});
    }
}

TEST_CASE("the estimate keeps within its error") {
    Dice dice(1);
    double squares = 0.0;
    constexpr int rounds = 200;
    for (int i = 0; i < rounds; ++i) {
        // 300 words in common and 100 of its own each: 297 runs of four of 503 are in both.
        const std::string common = random_text(dice, 300);
        const std::string a = story_signature(common + random_text(dice, 100));
        const std::string b = story_signature(common + random_text(dice, 100));
        const double error = resemblance(a, b).resemblance - 297.0 / 497.0;
        squares += error * error;
    }
    CHECK(squares / rounds < 0.05 * 0.05 * 1.25);
}

TEST_CASE("stories do not depend on the order of texts") {
    Dice dice(3);
    std::vector<std::string> texts;
    for (int story = 0; story < 20; ++story) {
        const std::string text = random_text(dice, 200);
        for (std::size_t copy = dice.below(6) + 1; copy > 0; --copy) {
            texts.push_back(text + random_text(dice, dice.below(120)));
        }
    }
    const auto partition = [](const std::vector<std::string>& all) {
        std::vector<std::string> signatures;
        for (const std::string& text : all) {
            signatures.push_back(story_signature(text));
        }
        const std::vector<std::uint32_t> story = find_stories(signatures);
        std::map<std::uint32_t, std::set<std::string>> groups;
        for (std::size_t i = 0; i < all.size(); ++i) {
            CHECK(story[story[i]] == story[i]);
            CHECK(story[i] <= i);
            groups[story[i]].insert(all[i]);
        }
        std::set<std::set<std::string>> out;
        for (const auto& [first, group] : groups) {
            out.insert(group);
        }
        return out;
    };
    const auto expected = partition(texts);
    CHECK(expected.size() >= 20);
    CHECK(expected.size() < 30);
    for (int i = 0; i < 10; ++i) {
        dice.shuffle(texts);
        CHECK(partition(texts) == expected);
    }
}

TEST_CASE("versions that slowly become another story do not chain") {
    Dice dice(5);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < 700; ++i) {
        words.push_back("w" + std::to_string(i) + " ");
    }
    std::vector<std::string> signatures;  // each has 180 of its 200 words in common with the one before
    for (std::size_t start = 0; start + 200 <= words.size(); start += 20) {
        std::string text;
        for (std::size_t i = start; i < start + 200; ++i) {
            text += words[i];
        }
        signatures.push_back(story_signature(text));
    }
    for (std::size_t i = 1; i < signatures.size(); ++i) {
        REQUIRE(are_copies(resemblance(signatures[i - 1], signatures[i])));
    }
    const std::vector<std::uint32_t> story = find_stories(signatures);
    for (std::size_t i = 0; i < story.size(); ++i) {
        for (std::size_t j = i; j < story.size(); ++j) {
            if (story[i] == story[j]) {
                CHECK(j - i < 7);  // from 140 words on nothing would be alike
            }
        }
    }
}

TEST_CASE("a thousand copies are one story") {
    Dice dice(9);
    const std::string text = random_text(dice, 300);
    std::vector<std::string> signatures;
    for (int i = 0; i < 1000; ++i) {
        signatures.push_back(story_signature(text + random_text(dice, 10 + dice.below(10))));
    }
    const std::vector<std::uint32_t> story = find_stories(signatures);
    CHECK(std::set<std::uint32_t>(story.begin(), story.end()).size() == 1);
}
